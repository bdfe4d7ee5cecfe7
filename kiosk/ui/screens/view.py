"""The sheet "Taal en scherm": what a visitor can change, and what the text comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Metrics, Rect
from kiosk.ui.theme.rows import Rows, card_rows
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, NEXT, SIZE

# Height of the buttons: a single row may be higher.
ROWS_MM = 40.0
ONE_ROW_MM = 60.0
# Lower ones would make their words smaller than the law allows; in narrow ones words take two lines.
LEAST_ROW_MM, LEAST_NARROW_ROW_MM, NARROW_MM = 33.0, 39.0, 110.0
LEAST_WIDTH_MM = 90.0
TITLE_MM = 28.0


class Choice(NamedTuple):
    """A button of the sheet: `view.<what>`, its icon and its words."""

    what: str
    icon: str
    words: str


class ViewScreen(Screen):
    """Emits `chosen(what)`, such as "dark" or "about"."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.view", look, (DONE, HOME, BACK, SIZE, NEXT))
        self._title = TextLabel(self, "view.title")
        self._buttons: list[WordButton] = []
        self._choices: tuple[Choice, ...] = ()
        self._more = False
        self.build_shelf()

    def show_choices(self, choices: Sequence[Choice], *, more: bool = False) -> None:
        """Show a button for each choice; those that show already get new words and icons.

        With `more` there are other pages, and "Verder".
        """
        if [choice.what for choice in choices] != [choice.what for choice in self._choices]:
            self._make(choices)
        self._choices, self._more = tuple(choices), more
        self.refresh()

    def _make(self, choices: Sequence[Choice]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for choice in choices:
            button = WordButton(self, f"view.{choice.what}", self.look, choice.icon)
            button.clicked.connect(self._on_choice)
            button.show()
            self._buttons.append(button)

    def arrange(self) -> None:
        if not self._choices:
            return
        look, metrics = self.look, self.look.metrics
        boxes = choice_boxes(metrics, len(self._buttons))
        self._arrange_title(boxes[0].y)
        sizes = look.label_sizes
        room = (boxes[0].width - metrics.mm(8), boxes[0].height - metrics.mm(13))
        make = Style.of(look.font(look.type.label, STRONG), 1.15, balanced=True)
        texts = [choice.words for choice in self._choices]
        px = largest_px(sizes, texts, room=room, make=make)
        for button, choice, box in zip(self._buttons, self._choices, boxes, strict=True):
            button.icon_name = choice.icon
            button.set_words(choice.words)
            button.set_px(px)
            button.place(box)

    def _arrange_title(self, below: int) -> None:
        """The title at the top; "Lager" brings it down to the buttons, which begin at y `below`."""
        look, content = self.look, self.look.metrics.content
        style = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True)
        self._title.show_text(look.strings("view.title"), style, look.colour("ink"))
        end = self._title.place_at(content.x, content.y, content.width)
        if look.metrics.lowered:
            self._title.move(content.x, content.y + below - look.metrics.mm(6) - end)
        self.show_place("nav.next", shown=self._more)

    def _on_choice(self) -> None:
        self.chosen.emit(self.pressed_identifier().removeprefix("view."))


def choices_a_page(metrics: Metrics, count: int) -> int:
    """How many of so many choices show at once: all where there are rows enough, else equal parts."""
    most = max(1, _good_rows(metrics)) * _across(metrics, count)
    pages = -(-count // most)
    return -(-count // max(pages, 1))


def _across(metrics: Metrics, count: int) -> int:
    """How many stand in a row: three, four where the rows of three are too many."""
    if metrics.portrait:
        return 2
    if _good_rows(metrics) * 3 >= count:
        return 3
    wide = metrics.span(3) >= metrics.mm(LEAST_WIDTH_MM)
    return 4 if wide or not metrics.lowered else 3


def _good_rows(metrics: Metrics) -> int:
    """How many rows there is room for, with two in a row or three."""
    width = metrics.span(metrics.columns // (2 if metrics.portrait else 3))
    narrow = width < metrics.mm(NARROW_MM)
    least = metrics.mm(LEAST_NARROW_ROW_MM if narrow else LEAST_ROW_MM)
    return (_room(metrics) + metrics.gutter) // (least + metrics.gutter)


def _room(metrics: Metrics) -> int:
    """How high the rows may be together."""
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    return bottom - max(metrics.content.y + metrics.mm(TITLE_MM), metrics.reach_top)


def choice_boxes(metrics: Metrics, count: int) -> list[Rect]:
    """Three in a row, in portrait two, above the shelf; 40 mm high (LOOK.md, Screens)."""
    across = _across(metrics, count)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    most = metrics.mm(ONE_ROW_MM if count <= across else ROWS_MM)
    rows = Rows(across, metrics.columns // across, bottom - _room(metrics), bottom, most)
    return card_rows(metrics, count, rows)
