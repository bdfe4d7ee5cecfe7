"""Cuts a long column of pieces into pages; knows neither paper nor ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

# How a piece holds on to the one after it: not at all; while both fit on a page; always, as a
# heading does.
LOOSE, HELD, TIED = 0, 1, 2


class Breakable(Protocol):
    """A piece of a column: its height, the space above it, and how it behaves at a page's end.

    `keep` is LOOSE, HELD or TIED, `fresh` makes it begin a page.
    """

    before: int
    keep: int
    fresh: bool

    @property
    def height(self) -> int:
        """How high it is."""
        ...

    def split(self, room: int) -> tuple[Breakable, Breakable] | None:
        """Two pieces of which the first is at most `room` high, or None where it stays whole."""
        ...


P = TypeVar("P", bound=Breakable)


class Placed(NamedTuple, Generic[P]):
    """A piece and the y of its top on its page."""

    piece: P
    y: int


def broken(pieces: Iterable[P], room: int) -> list[list[Placed[P]]]:
    """The pieces on pages of `room` each; at least one page.

    What is kept together starts a new page rather than being parted, unless it is higher than a
    page; a piece that cannot be split and is too high stands alone.
    """
    column = _Column[P](room)
    for group in _groups(pieces):
        if group[0].fresh:
            column.turn()
        column.put(group)
    return column.pages


def _groups(pieces: Iterable[P], least: int = HELD) -> Iterable[list[P]]:
    """The pieces in groups that hold together at least so much."""
    group: list[P] = []
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


class _Column(Generic[P]):
    def __init__(self, room: int) -> None:
        self.pages: list[list[Placed[P]]] = [[]]
        self._room = room
        self._y = 0

    def turn(self) -> None:
        """Begin a page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self._y = 0

    def put(self, group: Sequence[P]) -> None:
        """Place pieces that belong together."""
        if self._y + self._need(group) <= self._room:
            for piece in group:
                self._place(piece)
        elif not self._part(group):
            self._put_elsewhere(group)

    def _put_elsewhere(self, group: Sequence[P]) -> None:
        if self.pages[-1]:
            self.turn()
            self.put(group)
        elif len(group) == 1:
            self._place(group[0])
        else:
            tied = list(_groups(group, TIED))
            for part in tied if len(tied) > 1 else [[piece] for piece in group]:
                self.put(part)

    def _part(self, group: Sequence[P]) -> bool:
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

    def _place(self, piece: Breakable) -> None:
        y = self._y + (piece.before if self._y else 0)
        self.pages[-1].append(Placed(piece, y))
        self._y = y + piece.height

    def _need(self, group: Sequence[P]) -> int:
        need = sum(piece.before + piece.height for piece in group)
        return need - (group[0].before if group and not self._y else 0)
