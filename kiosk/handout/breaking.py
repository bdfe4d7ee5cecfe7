"""Cuts a long column of pieces into pages; knows neither paper nor ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.handout.pieces import HELD, TIED, Piece


class Placed(NamedTuple):
    """A piece and the y of its top on its page."""

    piece: Piece
    y: int


def broken(pieces: Iterable[Piece], room: int) -> list[list[Placed]]:
    """The pieces on pages of `room` each; at least one page.

    What is kept together starts a new page rather than being parted, unless it is higher than a
    page; a piece that cannot be split and is too high stands alone.
    """
    column = _Column(room)
    for group in _groups(pieces):
        if group[0].fresh:
            column.turn()
        column.put(group)
    return column.pages


def _groups(pieces: Iterable[Piece], least: int = HELD) -> Iterable[list[Piece]]:
    """The pieces in groups that hold together at least so much."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.fresh and group:
            yield group
            group = []
        group.append(piece)
        if piece.keep < least:
            yield group
            group = []
    if group:
        yield group


class _Column:
    def __init__(self, room: int) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._room = room
        self._y = 0

    def turn(self) -> None:
        """Begin a page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self._y = 0

    def put(self, group: Sequence[Piece]) -> None:
        """Place pieces that belong together."""
        if self._y + self._need(group) <= self._room:
            for piece in group:
                self._place(piece)
        elif not self._part(group):
            self._put_elsewhere(group)

    def _put_elsewhere(self, group: Sequence[Piece]) -> None:
        if self.pages[-1]:
            self.turn()
            self.put(group)
        elif len(group) == 1:
            self._place(group[0])
        else:
            tied = list(_groups(group, TIED))
            for part in tied if len(tied) > 1 else [[piece] for piece in group]:
                self.put(part)

    def _part(self, group: Sequence[Piece]) -> bool:
        """Place all but the end of the last piece, where that may be parted here."""
        *heads, last = group
        start = self._y + self._need(heads)
        parts = last.split(self._room - start - (last.before if start else 0))
        if parts is None:
            return False
        for piece in (*heads, parts[0]):
            self._place(piece)
        self.turn()
        self.put([parts[1]])
        return True

    def _place(self, piece: Piece) -> None:
        y = self._y + (piece.before if self._y else 0)
        self.pages[-1].append(Placed(piece, y))
        self._y = y + piece.height

    def _need(self, group: Sequence[Piece]) -> int:
        need = sum(piece.before + piece.height for piece in group)
        return need - (group[0].before if group and not self._y else 0)
