"""Nine pictures, of which three bring a visitor back to where they were."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.domain.returning import PICKS, PICTURES
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Metrics, Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.picture_card import (
    ACCENT,
    CHOSEN_EDGE_MM,
    PAD_MM,
    RIM_MM,
    PictureCard,
    code_drawings,
    name_of,
)
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, NEXT, SIZE

ACROSS = 3
MORE_ICON = "mdi6.dots-horizontal"
HIGHEST_MM = 50.0
LEAST_WIDTH_MM = 36.0
# What a picture needs above its name, in mm: less says nothing.
PICTURE_MM = 11.0


class Asked(NamedTuple):
    """What shows: the pictures chosen, whether a choice was wrong, and whether none may follow.

    `page` counts from 0 and comes round, where the nine do not stand together.
    """

    picks: tuple[str, ...] = ()
    wrong: bool = False
    over: bool = False
    page: int = 0


class ReturnScreen(Screen):
    """Emits `picked(picture)` when one is touched; "Verder" stands there while three are chosen.

    Emits `more_requested()` where the other pictures are on another page.

    A wrong choice is told as one: never which picture was wrong.
    """

    picked = Signal(str)
    more_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.return", look, (DONE, HOME, BACK, SIZE, LISTEN, NEXT))
        self._title = TextLabel(self, "return.title")
        self._text = TextLabel(self, "return.text")
        self._state = TextLabel(self, "return.state")
        drawings = code_drawings()
        self._cards = [PictureCard(self, picture, look, drawings) for picture in PICTURES]
        for card in self._cards:
            card.touched.connect(self._on_card)
        self._more = WordButton(self, "return.more", look, MORE_ICON)
        self._more.clicked.connect(self.more_requested)
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
        sheet = return_sheet(metrics, widest_name(look))
        places = sheet.placed(asked.page % sheet.pages)
        self.show_place("nav.next", shown=not asked.over and len(asked.picks) == PICKS)
        for card in self._cards:
            card.set_words(name_of(card.picture, look))
            card.show_chosen(card.picture in asked.picks)
            box = places.get(card.picture)
            card.setVisible(box is not None and not asked.over)
            if box is not None:
                card.place(box)
        pad, boxes = metrics.mm(PAD_MM), sheet.boxes
        # Clear of the edge of a chosen one.
        beside = metrics.mm(CHOSEN_EDGE_MM + RIM_MM)
        room = (boxes[0].width - 2 * beside, boxes[0].height - 2 * pad - metrics.mm(PICTURE_MM))
        style = Style.of(look.font(look.type.label, STRONG), 1.15)
        names = [card.words for card in self._cards]
        px = largest_px(look.label_sizes, names, room=room, make=style)
        for card in self._cards:
            card.set_px(px)
        self._arrange_more(sheet, px)
        room = sheet.words
        if asked.over:
            # No picture stands beside them.
            room = room._replace(x=metrics.content.x, width=metrics.content.width)
        self._arrange_words(room)

    def _arrange_more(self, sheet: Sheet, px: int) -> None:
        """The last place leads to the other pictures, where they do not stand together."""
        self._more.setVisible(sheet.pages > 1 and not self._asked.over)
        if sheet.pages > 1:
            self._more.set_words(self.look.strings("return.more"))
            self._more.set_px(px)
            self._more.place(sheet.boxes[-1])

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
        look = self.look
        texts = [
            (self._title, look.strings("return.title"), look.font(title_px, HEAVY), 1.15),
            (self._text, self._words(), look.font(text_px), 1.35),
        ]
        texts.append((self._state, self._chosen(), look.font(text_px, STRONG), 1.25))
        y, gap = room.y, look.metrics.mm(2.5)
        for label, text, font, line in texts:
            label.setVisible(bool(text))
            if text:
                label.show_text(text, Style.of(font, line, balanced=True), look.colour("ink"))
                y = label.place_at(room.x, y, room.width) + gap
        return y - gap

    def _chosen(self) -> str:
        """How many are chosen, or how many too many."""
        say, count = self.look.strings, len(self._asked.picks)
        if self._asked.over:
            return ""
        if count > PICKS:
            return say("return.excess", count=count - PICKS)
        return say("return.chosen", count=count)

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


def widest_name(look: Look) -> int:
    """The width in px of the longest name of the nine, in the smallest lawful letters."""
    measure = QFontMetricsF(look.font(look.metrics.smallest, STRONG))
    return ceil(max(measure.horizontalAdvance(name_of(one, look)) for one in PICTURES)) + 1


class Sheet(NamedTuple):
    """Where pictures stand, the room for words, and whether the last place leads to the rest.

    `pages` is 1 where all nine stand together; else each page has one place less than boxes.
    """

    boxes: list[Rect]
    words: Rect
    pages: int = 1

    def placed(self, page: int) -> dict[str, Rect]:
        """The place of each picture of a page, which counts from 0."""
        if self.pages == 1:
            return dict(zip(PICTURES, self.boxes, strict=True))
        each = len(self.boxes) - 1
        return dict(zip(PICTURES[page * each : (page + 1) * each], self.boxes, strict=False))


def return_sheet(metrics: Metrics, name: int) -> Sheet:
    """Three rows of three pictures above the shelf, and the room for words beside or above them.

    `name` is what the longest name needs, in px: pictures are wide enough for it.
    """
    content, gutter = metrics.content, metrics.gutter
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    rows = len(PICTURES) // ACROSS
    beside = metrics.mm(CHOSEN_EDGE_MM + RIM_MM)
    least = max(metrics.mm(LEAST_WIDTH_MM), name + 2 * beside)
    if metrics.lowered or bottom - metrics.reach_top < _height(metrics, rows):
        return _low_sheet(metrics, least)
    wide = metrics.span(metrics.columns // (1 if metrics.portrait else 2) // ACROSS)
    wide = max(wide, least)
    left = content.right - ACROSS * wide - (ACROSS - 1) * gutter
    room = bottom - metrics.reach_top - (rows - 1) * gutter
    high = max(metrics.target, min(room // rows, metrics.mm(HIGHEST_MM)))
    top = bottom - rows * high - (rows - 1) * gutter
    boxes = _grid(metrics, Rect(left, top, wide, high), ACROSS, len(PICTURES))
    if metrics.portrait:
        return Sheet(boxes, content._replace(height=top - gutter - content.y))
    words = content._replace(width=left - gutter - content.x, height=bottom - content.y)
    if metrics.mirrored:
        boxes = [metrics.flipped(box) for box in boxes]
        words = metrics.flipped(words)
    return Sheet(boxes, words)


def _low_sheet(metrics: Metrics, least: int) -> Sheet:
    """The nine in as few rows as names allow, in pages where they have no room together.

    For "Lager", and for glass that hangs so high that three rows would be out of reach.
    """
    content, gutter, count = metrics.content, metrics.gutter, len(PICTURES)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    most = max(1, (bottom - metrics.reach_top + gutter) // (metrics.target + gutter))
    fit = max(2, (content.width + gutter) // (least + gutter))
    rows = min(most, -(-count // fit))
    pages, places = 1, count
    if rows * fit < count:
        pages = -(-count // (rows * fit - 1))
        places = -(-count // pages) + 1
        rows = -(-places // fit)
    across = -(-places // rows)
    wide = (content.width - (across - 1) * gutter) // across
    room = bottom - metrics.reach_top - (rows - 1) * gutter
    high = max(metrics.target, min(room // rows, metrics.mm(HIGHEST_MM)))
    top = bottom - rows * high - (rows - 1) * gutter
    boxes = _grid(metrics, Rect(content.x, top, wide, high), across, places)
    return Sheet(boxes, content._replace(height=top - gutter - content.y), pages)


def _height(metrics: Metrics, rows: int) -> int:
    """What rows of the lowest pictures need, in px."""
    return rows * metrics.target + (rows - 1) * metrics.gutter


def _grid(metrics: Metrics, first: Rect, across: int, count: int) -> list[Rect]:
    """Boxes like the first one, in rows."""
    right, down = first.width + metrics.gutter, first.height + metrics.gutter
    return [
        first._replace(x=first.x + n % across * right, y=first.y + n // across * down)
        for n in range(count)
    ]
