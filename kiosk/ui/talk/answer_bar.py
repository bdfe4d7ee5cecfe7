"""An answer on the wall that hands are counted on: a touch is one hand more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.text import plain
from kiosk.ui.talk.slide_paint import Counted, paint_bar
from kiosk.ui.talk.step import Bar, Step
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control


class AnswerBar(Control):
    """A real button that paints itself as the bar of the slide it lies on."""

    tallies = True

    def __init__(self, parent: QWidget, number: int, look: Look) -> None:
        super().__init__(parent, f"talk.option.{number}", look)
        self.px = look.metrics.smallest
        self._shown: tuple[Bar, Step, Wall, Counted] | None = None

    @property
    def answer(self) -> int:
        """Which answer of the slide it is, from 0."""
        return self._shown[0].answer if self._shown is not None else 0

    def show_bar(self, bar: Bar, step: Step, wall: Wall, counted: Counted) -> None:
        """Show an answer and its hands."""
        self._shown = (bar, step, wall, counted)
        self.px = wall.px
        hands = counted.of(bar.answer)
        text = bar.said
        said = wall.look.strings("talk.hand" if hands == 1 else "talk.hands", count=hands)
        self.set_words(text)
        self.setAccessibleName(plain(f"{text}\n{said}" if hands else text))
        self.place(bar.box)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        bar, step, wall, counted = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-bar.box.x, -bar.box.y)
        paint_bar(painter, bar, step, wall, counted, down=self.isDown())
        painter.translate(bar.box.x, bar.box.y)
        self.paint_focus(painter, QRectF(self.rect()))
        painter.end()
