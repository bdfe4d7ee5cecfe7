"""Questions for the doctor: a code that holds them as text, and the same text to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import HEAVY, REGULAR
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.qr import QrLabel

GAP_MM = 4.0
# A module, in mm, the least and enough: a telephone held at 600 mm sees 2.5 px a mm of the glass
# (1920 px over 65°), and needs 2.5 px a module (tests/ui/test_questions.py).
MODULE_MM = (1.0, 1.3)
# The text stands beside the code where it has this width there, else below, in mm.
BESIDE_MM = 90.0
# Narrower than that, only how to take the code along stands there: without it nobody knows.
NARROW_MM = 40.0


class QuestionSlip:
    """Labels on a screen, which owns them: heading, code, how to take it along, the questions."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        self._heading = TextLabel(parent, "farewell.questions-title")
        self._code = QrLabel(parent, "farewell.code", look, MODULE_MM)
        self._text = TextLabel(parent, "farewell.questions")
        self._questions: tuple[str, ...] = ()
        self.whole = True
        """Whether every question shows."""
        self.told = True
        """Whether it says how to take the code along."""
        for label in (self._heading, self._code, self._text):
            label.show()

    def show_questions(self, slip: str, questions: Sequence[str]) -> None:
        """Make the code of the whole text."""
        self._questions = tuple(questions)
        self._code.show_text(slip, error="l")

    def place(self, look: Look, box: tuple[int, int, int], px: int, limit: int) -> int:
        """Put it at (x, y) in a width, letters of `px`; returns the y below it.

        The code keeps its size. Of the questions those show whole that have room above `limit`;
        a last line says how many more the code holds.
        """
        x, y, width = box
        mm, ink = look.metrics.mm, look.colour("on_panel")
        gap = mm(GAP_MM)
        style = Style.of(look.font(px, HEAVY), 1.25, balanced=True)
        self._heading.show_text(look.strings("farewell.questions"), style, ink)
        y = self._heading.place_at(x, y, width) + mm(2)
        room = max(width - gap - mm(BESIDE_MM), 0) or width
        side = self._code.place_in(look, x, y, min(room, limit - y))
        wide = width - side - gap
        beside = wide >= mm(BESIDE_MM)
        left, top = (x + side + gap, y) if beside else (x, y + side + mm(2))
        text_width = wide if beside else width
        style = Style.of(look.font(px, REGULAR), 1.25, balanced=True)
        parts = self._fitting(look, style, text_width, limit - top)
        if not parts and not beside and wide >= mm(NARROW_MM):
            left, top, text_width = x + side + gap, y, wide
            parts = self._how(look, style, wide, max(side, limit - y))
        self.told = bool(parts)
        self._text.setVisible(self.told)
        bottom = y + side
        if parts:
            self._text.show_paragraphs(parts, style, ink)
            bottom = max(bottom, self._text.place_at(left, top, text_width))
        return bottom

    def _how(self, look: Look, style: Style, width: int, height: int) -> list[Paragraph]:
        """How to take the code along, where that fits without a broken word."""
        parts = [paragraph(look.strings("farewell.scan"))]
        flow = Flow(tuple(parts), style, width)
        return parts if flow.height <= height and not flow.broken_word else []

    def _fitting(self, look: Look, style: Style, width: int, height: int) -> list[Paragraph]:
        """How to take the code along, and as many whole questions as fit."""
        how = paragraph(look.strings("farewell.scan"))
        questions = [paragraph(f"– {question}") for question in self._questions]
        for count in range(len(questions), -1, -1):
            left = len(questions) - count
            self.whole = not left
            more = [paragraph(look.strings("farewell.more", count=left))] if left and count else []
            parts = [how, *questions[:count], *more]
            if Flow(tuple(parts), style, width).height <= height:
                return parts
        return []
