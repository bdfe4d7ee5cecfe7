"""Finds the nearest rectangle in the direction of an arrow key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASIDE: Final = 2.0  # a step to the side is worth a detour of two ahead


class Box(NamedTuple):
    """A rectangle, in any unit."""

    left: float
    top: float
    right: float
    bottom: float


class Direction(NamedTuple):
    """One step of an arrow key; y grows downward."""

    dx: int
    dy: int


LEFT: Final = Direction(-1, 0)
RIGHT: Final = Direction(1, 0)
UP: Final = Direction(0, -1)
DOWN: Final = Direction(0, 1)


def nearest(start: Box, others: Sequence[Box], direction: Direction) -> int | None:
    """The place in `others` of the nearest box that way; None when there is none."""
    ranked = [
        (cost, place)
        for place, other in enumerate(others)
        if (cost := _cost(start, other, direction)) is not None
    ]
    return min(ranked)[1] if ranked else None


def _cost(start: Box, other: Box, direction: Direction) -> tuple[bool, float, float] | None:
    """Whether a box lies beside the way, how far it is, and its middle aside; None behind.

    What lies straight ahead, however far, comes before what lies beside the way.
    """
    ahead, aside, middle = (
        (_span(other, 0), _span(other, 1), _span(start, 1))
        if direction.dx
        else (_span(other, 1), _span(other, 0), _span(start, 0))
    )
    begin = _span(start, 0 if direction.dx else 1)
    if direction.dx + direction.dy < 0:
        ahead, begin = (-ahead[1], -ahead[0]), (-begin[1], -begin[0])
    if ahead[0] <= begin[0] or ahead[1] <= begin[1]:
        return None
    gap = max(ahead[0] - begin[1], 0.0)
    sideways = max(aside[0] - middle[1], middle[0] - aside[1], 0.0)
    return sideways > 0.0, gap + _ASIDE * sideways, abs(sum(aside) - sum(middle)) / 2


def _span(box: Box, axis: int) -> tuple[float, float]:
    return (box.left, box.right) if axis == 0 else (box.top, box.bottom)
