"""Where an arrow key goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.touch.arrows import DOWN, LEFT, RIGHT, UP, Box, Direction, nearest

# Home, in columns and rows: six cards, a tall card beside them, the shelf below.
HOME = {
    "1": Box(0, 0, 10, 10),
    "2": Box(12, 0, 22, 10),
    "3": Box(24, 0, 34, 10),
    "4": Box(0, 12, 10, 22),
    "5": Box(12, 12, 22, 22),
    "6": Box(24, 12, 34, 22),
    "quiz": Box(36, 0, 46, 22),
    "done": Box(0, 30, 7, 36),
    "size": Box(24, 30, 31, 36),
    "next": Box(39, 30, 46, 36),
}


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("1", RIGHT, "2"),
        ("3", RIGHT, "quiz"),
        ("6", RIGHT, "quiz"),
        ("quiz", LEFT, "3"),
        ("quiz", DOWN, "next"),
        ("next", UP, "quiz"),
        ("4", DOWN, "done"),
        ("5", DOWN, "size"),
        ("6", DOWN, "size"),
        ("size", UP, "6"),
        ("size", LEFT, "done"),
        ("1", UP, None),
        ("next", RIGHT, None),
    ],
)
def test_home(start: str, direction: Direction, end: str | None) -> None:
    names = [name for name in HOME if name != start]
    place = nearest(HOME[start], [HOME[name] for name in names], direction)
    assert (None if place is None else names[place]) == end


def box(x: int, y: int, width: int, height: int) -> Box:
    return Box(x, y, x + width, y + height)


BOXES = st.builds(
    box, st.integers(0, 100), st.integers(0, 100), st.integers(1, 30), st.integers(1, 30)
)


@given(start=BOXES, others=st.lists(BOXES, max_size=8))
def test_it_never_goes_the_other_way(start: Box, others: list[Box]) -> None:
    for direction in (LEFT, RIGHT, UP, DOWN):
        place = nearest(start, others, direction)
        if place is not None:
            other = others[place]
            dx = (other.left + other.right) - (start.left + start.right)
            dy = (other.top + other.bottom) - (start.top + start.bottom)
            assert dx * direction.dx + dy * direction.dy > 0


@given(boxes=st.lists(BOXES, min_size=2, max_size=8, unique=True))
def test_mirrored_glass_gives_mirrored_steps(boxes: list[Box]) -> None:
    start, *others = boxes
    mirrored = [Box(-box.right, box.top, -box.left, box.bottom) for box in boxes]
    assert nearest(start, others, RIGHT) == nearest(mirrored[0], mirrored[1:], LEFT)
