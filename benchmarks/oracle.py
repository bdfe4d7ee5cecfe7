"""The best that any model of aim could do, which knows a hand's scatter from the start."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.tremor import Box, Spot

STEP_MM = 1.0
"""Taps are counted on a grid this fine."""


class Share(NamedTuple):
    """Shares of all taps in percent: as meant and wrong; the others do nothing or miss the glass."""

    intended: float
    wrong: float


def best(
    boxes: Sequence[Box], loses: frozenset[str], glass: Spot, spread: float, wrong: float
) -> Share:
    """The most taps as meant with at most so many wrong (percent), by two rules that are kept.

    What a finger lies on is meant; a tap beside all targets never counts for what loses something.
    Of all places beside targets, those count that are most surely meant.
    """
    meant = missed = 0.0
    choices: list[tuple[float, float]] = []
    for place in _grid(glass):
        shares = {box.name: _share(box, place, spread) / len(boxes) for box in boxes}
        total = sum(shares.values())
        on = next((box for box in boxes if _holds(box, place)), None)
        if on is not None:
            meant += shares[on.name]
            missed += total - shares[on.name]
        else:
            likely = [share for name, share in shares.items() if name not in loses]
            if likely:
                choices.append((max(likely), total - max(likely)))
    choices.sort(key=lambda one: one[1] / one[0] if one[0] else math.inf)
    for more, worse in choices:
        if missed + worse > wrong / 100:
            break
        meant, missed = meant + more, missed + worse
    return Share(100 * meant, 100 * missed)


def _grid(glass: Spot) -> Iterator[Spot]:
    for column in range(int(glass[0] / STEP_MM)):
        for row in range(int(glass[1] / STEP_MM)):
            yield (column + 0.5) * STEP_MM, (row + 0.5) * STEP_MM


def _share(box: Box, place: Spot, spread: float) -> float:
    """The share of taps meant for the middle of a box that land in this square of the grid."""
    away = math.dist(place, (box.x + box.width / 2, box.y + box.height / 2))
    return (STEP_MM / spread) ** 2 * math.exp(-((away / spread) ** 2) / 2) / math.tau


def _holds(box: Box, place: Spot) -> bool:
    across, down = place[0] - box.x, place[1] - box.y
    return 0 <= across < box.width and 0 <= down < box.height
