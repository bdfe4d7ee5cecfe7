"""Shows a leaf: its picture, where the reader is, heading, text and what comes after."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Picture, Topic
from kiosk.ui.paging.layout import (
    GLOSSARY_PAD_MM,
    LEAST_PICTURE_MM,
    Box,
    Words,
    heading_of,
    lay_out,
    sunk,
    text_of,
    title_style,
)
from kiosk.ui.paging.leaf import (
    Leaf,
    action_of,
    action_style,
    body_style,
    glossary_of,
    glossary_style,
    heading_style,
    label_style,
    page_at,
    progress_px,
    sized,
)
from kiosk.ui.screen import Screen
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import OfferButton
from kiosk.ui.widgets.label import PictureLabel, TextLabel
from kiosk.ui.widgets.late import set_aside, show_late
from kiosk.ui.widgets.sentences import Said, said_by
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, NEXT, SIZE

PICTURE_PAD_MM = 12.0
OFFER_ICON = "mdi6.hand-pointing-right"
KEEP_ICON, KEPT_ICON = "mdi6.bookmark-plus-outline", "mdi6.check-bold"


class LeafScreen(Screen):
    """Shows one leaf of a topic, or of what is set like one.

    `name` is the first part of its identifiers: `screen.<name>`, `<name>.body` and so on.
    `activities_requested()`: the button below the text was pressed, where a leaf has one;
    `keep_requested(topic)`: the one that keeps the topic's questions, or lets them go.
    """

    activities_requested = Signal()
    keep_requested = Signal(str)

    # Whether "Lager" brings what is read down to the shelf.
    sinks = True

    def __init__(self, parent: QWidget, name: str, look: Look) -> None:
        super().__init__(parent, f"screen.{name}", look, (DONE, HOME, BACK, SIZE, LISTEN, NEXT))
        self._title = TextLabel(self, f"{name}.title")
        self._picture = PictureLabel(self, f"{name}.picture")
        self._progress = TextLabel(self, f"{name}.progress")
        self._heading = TextLabel(self, f"{name}.heading")
        self._body = TextLabel(self, f"{name}.body")
        self._glossary = TextLabel(self, f"{name}.glossary")
        self._action = TextLabel(self, f"{name}.action")
        self._following = TextLabel(self, f"{name}.following")
        self._offer: OfferButton | None = None
        for label in (self._glossary, self._action, self._following):
            set_aside(label)
        self.own_words = (self._title, self._progress, self._following)
        self._goes_on = True
        self._shown: tuple[Topic, Leaf, Words] | None = None
        self._box: Box | None = None
        self.build_shelf()

    def show_leaf(self, topic: Topic, leaf: Leaf, words: Words, *, goes_on: bool = True) -> None:
        """Show a leaf; `words` are its progress and "Hierna: …"; without `goes_on` no "Verder"."""
        self._shown = (topic, leaf, words)
        self._goes_on = goes_on
        self.accent = topic.accent
        self.spoken_topic = topic.id
        if leaf.button:
            self._make_offer("topic.keep" if words.keep else "topic.activities")
        self.refresh()

    def _make_offer(self, identifier: str) -> None:
        if self._offer is not None:
            if self._offer.accessibleIdentifier() == identifier:
                return
            self._offer.hide()
            self._offer.deleteLater()
        self._offer = OfferButton(self, identifier, self.look, OFFER_ICON)
        self._offer.clicked.connect(self._on_offer)

    def _on_offer(self) -> None:
        if self._shown is not None and self._shown[2].keep:
            self.keep_requested.emit(self._shown[0].id)
        else:
            self.activities_requested.emit()

    def said(self) -> list[Said]:
        """What shows; what is offered below the text comes last."""
        offer = self._offer
        more = offer is not None and offer.isVisibleTo(self)
        spoken = said_by(offer, self.spoken_topic) if more and offer is not None else ()
        return [*super().said(), *spoken]

    def arrange(self) -> None:
        if self._shown is None:
            return
        topic, leaf, words = self._shown
        look = sized(self.look, leaf)
        box = lay_out(topic, leaf, self.look, words)
        if look.metrics.lowered and self.sinks:
            box = sunk(box)
        self._box = box
        ink, soft = look.colour("ink"), look.colour("ink_soft")
        if box.panel is not None:
            style = title_style(look, topic, box.title.width)
            self._title.show_text(topic.title, style, look.colour("on_panel"))
        else:
            self._title.show_text(topic.title, label_style(look, box.line_px), ink)
        self._title.place(box.title)
        self._progress.show_text(words.progress, label_style(look, box.line_px), soft)
        self._progress.place(box.progress)
        self._progress.setVisible(bool(words.progress))
        style = heading_style(look, leaf.shape.heading_px)
        heading = (heading_of(topic, leaf, words),)
        self._heading.show_paragraphs(heading, style, look.colour("heading", topic.accent))
        self._heading.place(box.heading)
        text = text_of(topic, leaf, words)
        self._body.show_paragraphs(text, body_style(look), ink)
        self._body.name_after(topic.title if leaf.repeats else "")
        self._body.place(box.body)
        self._arrange_glossary(leaf, look, box)
        self._arrange_tail(leaf, words, look)
        self._arrange_offer(leaf, look, box)
        self._arrange_picture(topic, leaf, box)
        # Whichever showed first, this is how they are read; the shelf comes after them.
        for part in (self._glossary, self._action, self._offer, self._following):
            if part is not None:
                part.raise_()
        self.show_place("nav.next", shown=self._goes_on)

    def _arrange_glossary(self, leaf: Leaf, look: Look, box: Box) -> None:
        show_late(self._glossary, shown=box.glossary is not None)
        if box.glossary is not None:
            ink = look.colour("on_panel" if box.in_margin else "ink")
            self._glossary.show_paragraphs(glossary_of(leaf), glossary_style(look), ink)
            self._glossary.place(box.glossary)

    def _arrange_tail(self, leaf: Leaf, words: Words, look: Look) -> None:
        assert self._box is not None, "laid out before its parts are placed"
        action, following = self._box.action, self._box.following
        show_late(self._action, shown=action is not None)
        if action is not None:
            self._action.show_paragraphs(action_of(leaf), action_style(look), look.colour("ink"))
            pad = (action.height - self._flow_height(look, action)) // 2
            self._action.place(action.inset(pad))
        show_late(self._following, shown=following is not None)
        if following is not None:
            px = progress_px(look, words.following, following.width)
            style = label_style(look, px)
            self._following.show_text(words.following, style, look.colour("ink_soft"))
            self._following.place(following)

    def _arrange_offer(self, leaf: Leaf, look: Look, box: Box) -> None:
        if self._offer is None:
            return
        self._offer.setVisible(box.button is not None)
        self._offer.set_mark(None)
        if box.button is not None:
            words = self._shown[2] if self._shown is not None else None
            if words is not None and words.keep:
                self._offer.icon_name = KEPT_ICON if words.kept else KEEP_ICON
            self._offer.set_words(words.keep if words is not None and words.keep else leaf.button)
            self._offer.set_accent(self.accent)
            self._offer.set_px(look.type.label)
            self._offer.place(box.button)

    def _flow_height(self, look: Look, box: Rect) -> int:
        pad = look.metrics.mm(5.0)
        self._action.resize(box.width - 2 * pad, 1)
        return self._action.flow().height

    def _arrange_picture(self, topic: Topic, leaf: Leaf, box: Box) -> None:
        picture = _picture_of(topic, leaf)
        self._picture.setVisible(box.panel is not None and picture is not None)
        if box.panel is None or picture is None:
            return
        pad = self.look.metrics.mm(PICTURE_PAD_MM)
        top = box.title.bottom + pad // 2
        low = box.panel.bottom - pad
        if box.in_margin and box.glossary is not None:
            low = box.glossary.y - pad // 2
        room = Rect(pad, top, box.panel.width - 2 * pad, low - top)
        if box.in_margin and room.height < self.look.metrics.mm(LEAST_PICTURE_MM):
            self._picture.setVisible(False)
            return
        colours = self.look.theme.drawing(topic.accent)
        size = QSize(room.width, room.height)
        pixmap = self.look.kit.drawings.pixmap(picture.path, size, colours)
        self._picture.show_picture(pixmap, picture.alt)
        self._picture.place(room)

    def paint_ground(self, painter: QPainter) -> None:
        if self._box is None:
            return
        if self._box.panel is not None:
            colour = self.look.colour("panel", self.accent)
            painter.fillRect(_rectf(self._box.panel), colour)
        if self._box.band is not None:
            painter.fillRect(_rectf(self._box.band), self.look.colour("heading", self.accent))
        if self._box.glossary is not None:
            # A line in the margin, as somebody would draw it beside what they add to a text.
            x = self._box.glossary.x - self.look.metrics.mm(GLOSSARY_PAD_MM)
            line = self._box.glossary._replace(x=x, width=self.look.metrics.strong_line)
            colour = self.look.colour("heading", self.accent)
            if self._box.in_margin:
                colour = self.look.colour("on_panel")
            painter.fillRect(_rectf(line), colour)
        if self._box.action is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self.look.colour("shelf"))
            painter.setPen(self.look.colour("shelf"))
            radius = self.look.metrics.radius
            painter.drawRoundedRect(_rectf(self._box.action), radius, radius)


def _picture_of(topic: Topic, leaf: Leaf) -> Picture | None:
    """What a leaf shows: its page's picture, else the topic's; an action alone the topic's."""
    own = page_at(topic, leaf).picture
    return own or topic.image if leaf.blocks else topic.image or own


def _rectf(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
