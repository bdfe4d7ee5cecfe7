"""A column is cut into pages without losing, parting or stranding anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainter

from kiosk.handout.breaking import broken
from kiosk.handout.pieces import HELD, LOOSE, TIED, Piece

ROOM = 100


class Block(Piece):
    """A piece of so many lines of 10, with a name; parts where two lines stay on either side."""

    def __init__(
        self, name: str, lines: int, before: int = 0, keep: int = LOOSE, *, fresh: bool = False
    ) -> None:
        super().__init__(before, keep=keep, fresh=fresh)
        self.name = name
        self.lines = lines

    @property
    def height(self) -> int:
        return self.lines * 10

    def split(self, room: int) -> tuple[Piece, Piece] | None:
        fits = min(room // 10, self.lines - 2)
        if fits < 2:
            return None
        first = Block(self.name, fits, self.before)
        return first, Block(self.name, self.lines - fits, keep=self.keep)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        raise AssertionError("nothing is painted here", painter, x, y)


def pages(*blocks: Block) -> list[list[tuple[str, int, int]]]:
    """Name, top and lines of each piece, page by page."""
    found = broken(blocks, ROOM)
    return [
        [(p.piece.name, p.y, p.piece.lines) for p in page if isinstance(p.piece, Block)]
        for page in found
    ]


def test_pieces_follow_one_another_with_the_space_between_them() -> None:
    assert pages(Block("a", 2, before=30), Block("b", 3, before=15)) == [
        [("a", 0, 2), ("b", 35, 3)]
    ]


def test_a_heading_goes_with_what_it_is_the_heading_of() -> None:
    heading = Block("heading", 1, keep=TIED)
    assert pages(Block("a", 8), heading, Block("b", 3)) == [
        [("a", 0, 8)],
        [("heading", 0, 1), ("b", 10, 3)],
    ]


def test_a_heading_may_stay_with_the_first_lines() -> None:
    heading = Block("heading", 1, keep=TIED)
    assert pages(Block("a", 6), heading, Block("b", 5)) == [
        [("a", 0, 6), ("heading", 60, 1), ("b", 70, 3)],
        [("b", 0, 2)],
    ]


def test_what_is_held_together_moves_on_together() -> None:
    assert pages(
        Block("a", 5), Block("b", 3, keep=HELD), Block("c", 3, keep=HELD), Block("d", 1)
    ) == [
        [("a", 0, 5)],
        [("b", 0, 3), ("c", 30, 3), ("d", 60, 1)],
    ]


def test_what_is_higher_than_a_page_goes_on_and_its_headings_still_hold() -> None:
    held = [Block("b", 8, keep=HELD), Block("heading", 1, keep=TIED), Block("c", 3)]
    assert pages(*held) == [[("b", 0, 8)], [("heading", 0, 1), ("c", 10, 3)]]


def test_a_fresh_piece_begins_a_page_and_the_first_page_is_never_empty() -> None:
    assert pages(Block("a", 1, fresh=True), Block("b", 1, fresh=True)) == [
        [("a", 0, 1)],
        [("b", 0, 1)],
    ]
    assert pages() == [[]]


BLOCKS = st.builds(
    Block,
    name=st.uuids().map(str),
    lines=st.integers(1, 35),
    before=st.integers(0, 40),
    keep=st.sampled_from((LOOSE, HELD, TIED)),
    fresh=st.booleans(),
)


@given(st.lists(BLOCKS, max_size=25))
def test_nothing_is_lost_reordered_or_over_the_edge(blocks: list[Block]) -> None:
    left = {block.name: block.lines for block in blocks}
    order: list[str] = []
    for page in pages(*blocks):
        bottom = 0
        for name, y, lines in page:
            assert y >= bottom
            bottom = y + lines * 10
            # Only what cannot be parted may stick out, and then it has a page of its own.
            assert bottom <= ROOM or (len(page) == 1 and lines < 14)
            left[name] -= lines
            order += [name] if order[-1:] != [name] else []
    assert order == [block.name for block in blocks]
    assert set(left.values()) <= {0}


SIZES = st.tuples(st.integers(1, 2), st.integers(1, 30), st.integers(0, 20))


@given(st.lists(SIZES, max_size=20))
def test_no_page_ends_with_a_heading(sizes: list[tuple[int, int, int]]) -> None:
    blocks: list[Block] = []
    for number, (heading, lines, before) in enumerate(sizes):
        blocks.append(Block(f"heading {number}", heading, before, TIED))
        blocks.append(Block(f"text {number}", lines))
    for page in pages(*blocks):
        assert not page or page[-1][0].startswith("text")
