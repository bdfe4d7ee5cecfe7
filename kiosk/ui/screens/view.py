"""The sheet "Taal en scherm": what a visitor can change, and what the text comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, SIZE

ABOVE_SHELF_MM = 6.0
# Height of the buttons: a single row may be higher.
ROWS_MM = 40.0
ONE_ROW_MM = 60.0
SIX = 6


class Choice(NamedTuple):
    """A button of the sheet: `view.<what>`, its icon and its words."""

    what: str
    icon: str
    words: str


class ViewScreen(Screen):
    """Emits `chosen(what)`, such as "dark" or "about"."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.view", look, (DONE, HOME, BACK, SIZE))
        self._title = TextLabel(self, "view.title")
        self._buttons: list[WordButton] = []
        self._choices: tuple[Choice, ...] = ()
        self.build_shelf()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show a button for each choice; those that show already get new words and icons."""
        if [choice.what for choice in choices] != [choice.what for choice in self._choices]:
            self._make(choices)
        self._choices = tuple(choices)
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
        content = metrics.content
        style = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True)
        self._title.show_text(look.strings("view.title"), style, look.colour("ink"))
        self._title.place_at(content.x, content.y, content.width)
        boxes = choice_boxes(metrics, len(self._buttons))
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

    def _on_choice(self) -> None:
        self.chosen.emit(self.pressed_identifier().removeprefix("view."))


def choice_boxes(metrics: Metrics, count: int) -> list[Rect]:
    """Three in a row, in portrait two, above the shelf; 40 mm high (LOOK.md, Screens).

    More than six are four in a row: three rows would be too low on small glass.
    """
    across, span = (4, 3) if count > SIX else (3, 4)
    if metrics.portrait:
        across, span = 2, 3
    rows = -(-count // across)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    room = bottom - metrics.content.y - metrics.mm(22)
    good = metrics.mm(ONE_ROW_MM if rows == 1 else ROWS_MM)
    high = min(good, (room - (rows - 1) * metrics.gutter) // rows)
    first = bottom - rows * high - (rows - 1) * metrics.gutter
    return [
        Rect(
            metrics.column_x(span * (number % across)),
            first + (number // across) * (high + metrics.gutter),
            metrics.span(span),
            high,
        )
        for number in range(count)
    ]
