"""What a reviewer ticks and signs: choices beside a label, and a box for a name and a day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from kiosk.handout.job import Job
from kiosk.handout.pieces import TICK, TIED, Drawn, Text, paint_tick_box
from kiosk.handout.sheet import COLUMN, HAIRLINE, Face, mm
from kiosk.ui.theme.fonts import STRONG

SMALL_PT = 10
# A box with room for a signature above the two choices.
SIGN = mm(23)
CHOICES = mm(9)
# Where name, day and signature begin and the last one ends, in parts of the box.
PARTS = (0.0, 0.42, 0.62, 1.0)
# The least room for a label beside the choices.
LABEL = mm(60)


def label_face(job: Job) -> Face:
    """The face of labels."""
    return job.stationery.face(SMALL_PT, STRONG, "ink_soft")


def judged(job: Job, label: str) -> Drawn:
    """A label, and at the other side the choices for the text below it."""
    face = job.stationery.face(SMALL_PT)
    words = _choices(job)
    wide = _wide(face, words)
    text = Text(label, label_face(job), max(COLUMN - wide, LABEL))

    def draw(painter: QPainter, x: float, y: float) -> None:
        text.paint(painter, x, y)
        _paint_choices(painter, face, x + COLUMN - wide, y + face.line / 2, words)

    return Drawn(text.height, draw, mm(4), keep=TIED)


def signature(job: Job) -> Drawn:
    """A box for a name, a day and a signature under all that stands above it."""
    face = job.stationery.face(SMALL_PT)
    labels = [job.words(key) for key in ("handout.name", "handout.day", "handout.signature")]
    words = _choices(job)
    line = job.stationery.theme.colour("line")

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(line, HAIRLINE))
        painter.drawRect(QRectF(x, y, COLUMN, SIGN))
        bottom = y + SIGN - CHOICES
        for part in PARTS[1:-1]:
            across = x + part * COLUMN
            painter.drawLine(QPointF(across, y), QPointF(across, bottom))
        painter.drawLine(QPointF(x, bottom), QPointF(x + COLUMN, bottom))
        for part, label in zip(PARTS, labels, strict=False):
            _write(painter, face, x + part * COLUMN + mm(2), y + mm(4), label)
        _paint_choices(painter, face, x + mm(3), bottom + CHOICES / 2, words)

    return Drawn(SIGN, draw, mm(4))


def _choices(job: Job) -> tuple[str, ...]:
    return job.words("handout.agree"), job.words("handout.change")


def _wide(face: Face, words: tuple[str, ...]) -> int:
    return round(sum(face.wide(one) + TICK + mm(2) for one in words)) + mm(6) * (len(words) - 1)


def _paint_choices(
    painter: QPainter, face: Face, x: float, middle: float, words: tuple[str, ...]
) -> None:
    for one in words:
        paint_tick_box(painter, x, middle, face.colour)
        _write(painter, face, x + TICK + mm(2), middle, one)
        x += TICK + mm(2) + face.wide(one) + mm(6)


def _write(painter: QPainter, face: Face, x: float, middle: float, words: str) -> None:
    """Write words centred on a height."""
    painter.setFont(face.font)
    painter.setPen(face.colour)
    painter.drawText(QPointF(x, middle - face.line / 2 + face.base), words)
