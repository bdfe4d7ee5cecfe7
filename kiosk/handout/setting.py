"""Sets a paragraph in lines for paper: whole words, no last line of one short word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
)

from kiosk.domain.pack import Run
from kiosk.domain.text import SOFT_HYPHEN, plain
from kiosk.handout.sheet import Face
from kiosk.ui.theme.strong import layout_of

# LOOK.md, Type: a last word of at most this many letters does not stand alone on a last line.
SHORT_WORD = 9
# Widths that are tried to bring a second word to the last line.
NARROWER = (0.97, 0.94, 0.9, 0.86)
# Of a word that must break so many letters stay together at either end.
KEPT = 3


class SetLine(NamedTuple):
    """One line of a set paragraph; `base` is where its letters stand, below its top."""

    layout: QTextLayout
    number: int
    base: float

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw the line with the top of its line height at y."""
        painter.setPen(colour)
        line = self.layout.lineAt(self.number)
        line.draw(painter, QPointF(x, y + self.base - line.ascent() - line.y()))


def set_lines(runs: Sequence[Run], face: Face, width: float) -> list[SetLine]:
    """The lines of a paragraph; none where there is no text. Lengths in units."""
    runs = [run._replace(text=_breakable(plain(run.text), face.font, width)) for run in runs]
    if not "".join(run.text for run in runs).strip():
        return []
    layout = layout_of("".join(run.text for run in runs), runs, face.font)
    count = _break(layout, width)
    if count > 1 and _ends_alone(layout):
        for factor in NARROWER:
            if _break(layout, width * factor) == count and not _ends_alone(layout):
                break
        else:
            _break(layout, width)
    ascent, descent = layout.lineAt(0).ascent(), layout.lineAt(0).descent()
    base = (face.line - ascent - descent) / 2 + ascent
    return [SetLine(layout, number, base) for number in range(layout.lineCount())]


def _break(layout: QTextLayout, width: float) -> int:
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout.lineCount()


def _ends_alone(layout: QTextLayout) -> bool:
    """Whether the last line is one short word."""
    last = layout.lineAt(layout.lineCount() - 1)
    word = layout.text()[last.textStart() :].strip()
    return " " not in word and len(word) <= SHORT_WORD


def _breakable(text: str, font: QFont, width: float) -> str:
    """The text with soft hyphens in the words that are longer than a line."""
    metrics = QFontMetricsF(font)

    def fitted(word: str) -> str:
        if len(word) <= 2 * KEPT or metrics.horizontalAdvance(word) <= width:
            return word
        return word[: KEPT - 1] + SOFT_HYPHEN.join(word[KEPT - 1 : 1 - KEPT]) + word[1 - KEPT :]

    return " ".join(map(fitted, text.split(" ")))
