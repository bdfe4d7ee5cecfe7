"""Pieces of a page that can be measured, split over two pages and painted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.domain.pack import Run
from kiosk.handout.setting import SetLine, set_lines
from kiosk.handout.sheet import HAIRLINE, Face, mm

# How a piece holds on to the one after it: not at all; while both fit on a page; always, as a
# heading does.
LOOSE, HELD, TIED = 0, 1, 2

BULLET = "•"
# At least so many lines of a paragraph stand together at a page's end and at a page's start.
TOGETHER = 2
BAR = mm(1.2)
TICK = mm(4.2)


class Mark(NamedTuple):
    """A bookmark; level 0 stands in the outline itself, level 1 under the one before it."""

    title: str
    level: int = 0


class Piece(ABC):
    """A part of the column: the space above it, how it holds on to the next (`keep`), whether

    it begins a page (`fresh`), and its bookmark (`mark`). `paint` gets the top left corner of the column at its height.
    """

    def __init__(self, before: int = 0, *, keep: int = LOOSE, fresh: bool = False) -> None:
        self.before = before
        self.keep = keep
        self.fresh = fresh
        self.mark: Mark | None = None

    @property
    @abstractmethod
    def height(self) -> int:
        """How high it is, in units."""

    def split(self, room: int) -> tuple[Piece, Piece] | None:
        """Two pieces of which the first is at most `room` high; None: it stays whole."""
        del room
        return None

    @abstractmethod
    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""


class Decoration(NamedTuple):
    """What stands at the side of a text, within its indent.

    A `bullet`, a `tick` to be ticked by hand, or a `bar` over its height and the space above it.
    """

    indent: int = 0
    bullet: str = ""
    tick: bool = False
    bar: QColor | None = None


PLAIN = Decoration()


class _Lines(Piece):
    """Lines of a paragraph."""

    def __init__(
        self,
        lines: list[SetLine],
        face: Face,
        decoration: Decoration,
        before: int = 0,
        *,
        keep: int = LOOSE,
        fresh: bool = False,
    ) -> None:
        super().__init__(before, keep=keep, fresh=fresh)
        self._lines = lines
        self._face = face
        self._decoration = decoration

    @property
    def height(self) -> int:
        """How high it is, in units."""
        return len(self._lines) * self._face.line

    def split(self, room: int) -> tuple[Piece, Piece] | None:
        """Two pieces of which the first is at most `room` high; None: it stays whole."""
        fits = min(room // self._face.line, len(self._lines) - TOGETHER)
        if fits < TOGETHER:
            return None
        going_on = self._decoration._replace(bullet="", tick=False)
        first = _Lines(self._lines[:fits], self._face, self._decoration)
        rest = _Lines(self._lines[fits:], self._face, going_on)
        first.before, rest.keep = self.before, self.keep
        first.mark = self.mark
        return first, rest

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""
        side, face = self._decoration, self._face
        if side.bar is not None:
            painter.fillRect(QRectF(x, y, BAR, self.height), side.bar)
        if side.bullet and self._lines:
            painter.setPen(face.colour)
            painter.setFont(face.font)
            across = painter.fontMetrics().horizontalAdvance(side.bullet) + mm(2)
            painter.drawText(
                QPointF(x + side.indent - across, y + self._lines[0].base), side.bullet
            )
        if side.tick:
            paint_tick_box(
                painter, x + side.indent - TICK - mm(2.4), y + face.line / 2, face.colour
            )
        for number, line in enumerate(self._lines):
            line.draw(painter, x + side.indent, y + number * face.line, face.colour)


class Text(_Lines):
    """A paragraph in one face."""

    def __init__(
        self,
        text: str | Sequence[Run],
        face: Face,
        width: int,
        decoration: Decoration = PLAIN,
        before: int = 0,
        *,
        keep: int = LOOSE,
        fresh: bool = False,
    ) -> None:
        runs = (Run(text),) if isinstance(text, str) else tuple(text)
        lines = set_lines(runs, face, width - decoration.indent)
        super().__init__(lines, face, decoration, before, keep=keep, fresh=fresh)


def paint_tick_box(painter: QPainter, x: float, middle: float, colour: QColor) -> None:
    """An empty square for a pen, centred on a height."""
    painter.setPen(QPen(colour, HAIRLINE * 1.3))
    painter.drawRect(QRectF(x, middle - TICK / 2, TICK, TICK))


class Drawn(Piece):
    """A piece of a fixed height that a function paints."""

    def __init__(
        self,
        height: int,
        draw: Callable[[QPainter, float, float], None],
        before: int = 0,
        *,
        keep: int = LOOSE,
        fresh: bool = False,
    ) -> None:
        super().__init__(before, keep=keep, fresh=fresh)
        self._height = height
        self._draw = draw

    @property
    def height(self) -> int:
        """How high it is, in units."""
        return self._height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""
        self._draw(painter, x, y)


class Beside(Piece):
    """A piece of its own at the leading side, and a column of pieces beside it that may go on."""

    def __init__(
        self,
        left: Piece | None,
        column: Sequence[Piece],
        at: int,
        before: int = 0,
        least: int = 0,
        *,
        keep: int = LOOSE,
    ) -> None:
        super().__init__(before, keep=keep)
        self._left = left
        self._column = list(column)
        self._at = at
        self._least = least

    @property
    def height(self) -> int:
        """How high it is, in units."""
        left = self._left.height if self._left is not None else 0
        return max(left, stacked(self._column), self._least)

    def split(self, room: int) -> tuple[Piece, Piece] | None:
        """Two pieces of which the first is at most `room` high; None: it stays whole."""
        if self._left is not None and self._left.height > room:
            return None
        first, rest = _parted(self._column, room)
        if not first or not rest:
            return None
        head = Beside(self._left, first, self._at, self.before)
        head.mark = self.mark
        return head, Beside(None, rest, self._at, keep=self.keep)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""
        if self._left is not None:
            self._left.paint(painter, x, y)
        paint_stack(self._column, painter, x + self._at, y)


def stacked(pieces: Sequence[Piece]) -> int:
    """How high pieces are that stand below one another."""
    first = pieces[0].before if pieces else 0
    return sum(piece.before + piece.height for piece in pieces) - first


def paint_stack(pieces: Sequence[Piece], painter: QPainter, x: float, y: float) -> None:
    """Paint pieces below one another."""
    for number, piece in enumerate(pieces):
        y += piece.before if number else 0
        piece.paint(painter, x, y)
        y += piece.height


def _parted(pieces: Sequence[Piece], room: int) -> tuple[list[Piece], list[Piece]]:
    """As many of the pieces as fit, and the others; no heading is left behind alone."""
    first: list[Piece] = []
    for number, piece in enumerate(pieces):
        used = stacked([*first, piece])
        if used <= room:
            first.append(piece)
            continue
        parts = piece.split(room - (used - piece.height))
        rest = list(pieces[number + 1 :])
        if parts is not None:
            return [*first, parts[0]], [parts[1], *rest]
        rest = [piece, *rest]
        while first and first[-1].keep == TIED:
            rest.insert(0, first.pop())
        return first, rest
    return first, []
