"""The first page of every handout, and the last words: what it is, from whom, how sure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from kiosk.handout.job import ACCENT, Job
from kiosk.handout.pieces import HELD, TIED, Beside, Decoration, Mark, Piece, Text
from kiosk.handout.sheet import COLUMN, mm
from kiosk.ui.theme.fonts import HEAVY, STRONG

PICTURE = QSize(mm(52), mm(52))
INDENT = mm(6)


def cover(job: Job, kind: str = "") -> list[Piece]:
    """Title, subtitle, what kind of handout it is, notice, source, day and review state."""
    make, edition = job.stationery, job.edition
    pieces: list[Piece] = [_head(job, kind)]
    if edition.notice:
        side = Decoration(INDENT, bar=make.theme.colour("emblem"))
        pieces.append(Text(edition.notice, make.face(13), COLUMN, side, mm(9)))
    small = make.face(11, role="ink_soft")
    for number, line in enumerate(facts(job)):
        pieces.append(Text(line, small, COLUMN, before=mm(1 if number else 7)))
    return pieces


def _head(job: Job, kind: str) -> Piece:
    """Title, subtitle and kind, with the first topic's drawing beside them."""
    make, edition = job.stationery, job.edition
    topic = next(job.topics(), None)
    drawing = job.pictures.piece(topic.image, PICTURE, topic.accent) if topic is not None else None
    at = PICTURE.width() + mm(8) if drawing is not None else 0
    face = make.face(30, HEAVY, "heading", ACCENT, 1.15)
    column: list[Piece] = [Text(edition.title, face, COLUMN - at)]
    if edition.subtitle:
        column.append(Text(edition.subtitle, make.face(16), COLUMN - at, before=mm(3)))
    if kind:
        column.append(Text(kind, make.face(16, STRONG), COLUMN - at, before=mm(5)))
    head = Beside(drawing, column, at)
    head.mark = Mark(edition.title)
    return head


def facts(job: Job) -> list[str]:
    """Source, review state, day and pack, a line each."""
    return [line for line in (job.source(), job.review(), job.made(), job.version()) if line]


class Contents(Piece):
    """A line of the table of contents; its page is known once the column is cut into pages."""

    def __init__(self, job: Job, mark: Mark, accent: str, before: int) -> None:
        super().__init__(before)
        self.target = mark
        self.page = 0
        face = job.stationery.face(13.5)
        self._face = face
        self._bar = job.stationery.theme.colour("heading", accent)
        self._text = Text(mark.title, face, COLUMN - INDENT - mm(16))

    @property
    def height(self) -> int:
        """How high it is, in units."""
        return self._text.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""
        middle = y + self._face.line / 2
        painter.fillRect(QRectF(x, middle - mm(1.5), mm(3), mm(3)), self._bar)
        self._text.paint(painter, x + INDENT, y)
        number = str(self.page)
        across = x + COLUMN - self._face.wide(number)
        painter.setPen(self._face.colour)
        painter.setFont(self._face.font)
        painter.drawText(QPointF(across, y + self._face.base), number)


def contents(job: Job, entries: Sequence[tuple[Mark, str]]) -> list[Piece]:
    """A table of contents of marks, each with its accent."""
    face = job.stationery.face(15.5, HEAVY)
    heading = Text(job.words("handout.contents"), face, COLUMN, before=mm(11), keep=TIED)
    lines = [Contents(job, mark, accent, mm(1.5)) for mark, accent in entries]
    for line in lines[:-1]:
        line.keep = HELD
    return [heading, *lines]
