"""Nine pictures, of which three bring a visitor back to where they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.returning import PICKS, PICTURES
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Metrics, Rect
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.picture_card import ACCENT, PAD_MM, PictureCard, code_drawings, name_of
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, NEXT, SIZE

ACROSS = 3
HIGHEST_MM = 50.0
# In the rows of `_low_boxes`.
LEAST_WIDTH_MM = 36.0
# What a picture needs above its name, in mm: less says nothing.
PICTURE_MM = 11.0


class Asked(NamedTuple):
    """What shows: the pictures chosen, whether a choice was wrong, and whether more may follow."""

    picks: tuple[str, ...] = ()
    wrong: bool = False
    over: bool = False


class ReturnScreen(Screen):
    """Emits `picked(picture)` when one is touched; "Verder" stands there while three are chosen.

    A wrong choice is told as one: never which picture was wrong.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.return", look, (DONE, HOME, BACK, SIZE, LISTEN, NEXT))
        self._title = TextLabel(self, "return.title")
        self._text = TextLabel(self, "return.text")
        self._state = TextLabel(self, "return.state")
        drawings = code_drawings()
        self._cards = [PictureCard(self, picture, look, drawings) for picture in PICTURES]
        for card in self._cards:
            card.touched.connect(self._on_card)
        self._asked = Asked()
        self.accent = ACCENT
        self.build_shelf()

    def show_asked(self, asked: Asked) -> None:
        """Show what is chosen."""
        before, self._asked = self._asked, asked
        self.refresh()
        if asked.wrong and asked != before:
            self.announce(self._text.text())

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        asked = self._asked
        boxes, words = return_boxes(metrics)
        self.show_place("nav.next", shown=not asked.over and len(asked.picks) == PICKS)
        for card, box in zip(self._cards, boxes, strict=True):
            card.set_words(name_of(card.picture, look))
            card.show_chosen(card.picture in asked.picks)
            card.setVisible(not asked.over)
            card.place(box)
        pad = metrics.mm(PAD_MM)
        room = (boxes[0].width - 2 * pad, boxes[0].height - 2 * pad - metrics.mm(PICTURE_MM))
        style = Style.of(look.font(look.type.label, STRONG), 1.15)
        names = [card.words for card in self._cards]
        px = largest_px(look.label_sizes, names, room=room, make=style)
        for card in self._cards:
            card.set_px(px)
        self._arrange_words(words)

    def _arrange_words(self, room: Rect) -> None:
        """Title, what to do, and how many are chosen: as large as fits above or beside."""
        for title_px, text_px in word_sizes(self.look):
            bottom = self._place_words(room, title_px, text_px)
            if bottom <= room.bottom:
                break
        else:
            return
        if self.look.metrics.lowered:
            for label in (self._title, self._text, self._state):
                label.move(label.x(), label.y() + room.bottom - bottom)

    def _place_words(self, room: Rect, title_px: int, text_px: int) -> int:
        look, asked = self.look, self._asked
        texts = [
            (self._title, look.strings("return.title"), look.font(title_px, HEAVY), 1.15),
            (self._text, self._words(), look.font(text_px), 1.35),
        ]
        state = "" if asked.over else look.strings("return.chosen", count=len(asked.picks))
        texts.append((self._state, state, look.font(text_px, STRONG), 1.25))
        y, gap = room.y, look.metrics.mm(2.5)
        for label, text, font, line in texts:
            label.setVisible(bool(text))
            if text:
                label.show_text(text, Style.of(font, line), look.colour("ink"))
                y = label.place_at(room.x, y, room.width) + gap
        return y - gap

    def _words(self) -> str:
        say, asked = self.look.strings, self._asked
        if asked.over:
            return say("return.over")
        if asked.wrong:
            return say("return.wrong")
        return say("return.too_many" if len(asked.picks) > PICKS else "return.pick")

    def _on_card(self) -> None:
        self.picked.emit(self.pressed_identifier().rpartition(".")[2])


def word_sizes(look: Look) -> Sequence[tuple[int, int]]:
    """Sizes of the title and of what is below it in px, largest first."""
    kind = look.type
    middle = round((kind.body + kind.smallest) / 2)
    return (
        (kind.heading, kind.body),
        (kind.body, kind.body),
        (kind.body, middle),
        (kind.label, kind.smallest),
        (kind.smallest, kind.smallest),
    )


def return_boxes(metrics: Metrics) -> tuple[list[Rect], Rect]:
    """Three rows of three pictures above the shelf, and the room for words beside or above them."""
    content, gutter = metrics.content, metrics.gutter
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    rows = len(PICTURES) // ACROSS
    least = rows * metrics.target + (rows - 1) * gutter
    if metrics.lowered or bottom - metrics.reach_top < least:
        return _low_boxes(metrics)
    span = metrics.columns // 2 // ACROSS if not metrics.portrait else metrics.columns // ACROSS
    first = 0 if metrics.portrait else metrics.columns // 2
    room = bottom - metrics.reach_top - (rows - 1) * gutter
    high = max(metrics.target, min(room // rows, metrics.mm(HIGHEST_MM)))
    top = bottom - rows * high - (rows - 1) * gutter
    boxes = [
        Rect(
            metrics.column_x(first + span * (number % ACROSS)),
            top + (number // ACROSS) * (high + gutter),
            metrics.span(span),
            high,
        )
        for number in range(len(PICTURES))
    ]
    if metrics.portrait:
        return boxes, content._replace(height=top - gutter - content.y)
    words = content._replace(width=boxes[0].x - gutter - content.x, height=bottom - content.y)
    if metrics.mirrored:
        boxes = [metrics.flipped(box) for box in boxes]
        return boxes, words._replace(x=metrics.width - words.right)
    return boxes, words


def _low_boxes(metrics: Metrics) -> tuple[list[Rect], Rect]:
    """The nine in as few rows as words allow, and the room above them.

    For "Lager", and for glass that hangs so high that three rows would be out of reach.
    """
    content, gutter = metrics.content, metrics.gutter
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    across = wide = 0
    for rows in range(1, ACROSS + 1):
        across = -(-len(PICTURES) // rows)
        wide = (content.width - (across - 1) * gutter) // across
        if wide >= metrics.mm(LEAST_WIDTH_MM):
            break
    rows = -(-len(PICTURES) // across)
    room = bottom - metrics.reach_top - (rows - 1) * gutter
    high = max(metrics.target, min(room // rows, metrics.mm(HIGHEST_MM)))
    top = bottom - rows * high - (rows - 1) * gutter
    boxes = [
        Rect(
            content.x + number % across * (wide + gutter),
            top + number // across * (high + gutter),
            wide,
            high,
        )
        for number in range(len(PICTURES))
    ]
    return boxes, content._replace(height=top - gutter - content.y)
