"""Hands that shake, slip and land beside their aim: the taps of access.md M3, as numbers."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TAPS = 200
"""Taps on each screen (access.md M3a)."""

Spot = tuple[float, float]


class Box(NamedTuple):
    """A target, in mm of the glass."""

    name: str
    x: float
    y: float
    width: float
    height: float


class Hand(NamedTuple):
    """A hand in mm, and the shares in percent that it must reach: at least, at most wrong."""

    name: str
    spread: float
    slip: float
    offset: Spot
    intended: float
    wrong: float


HANDS = (
    Hand("σ 5 mm", 5.0, 0.0, (0.0, 0.0), 99.0, 0.5),
    Hand("σ 8 mm, slips 1 mm", 8.0, 1.0, (0.0, 0.0), 97.0, 0.5),
    Hand("σ 12 mm", 12.0, 0.0, (0.0, 0.0), 95.0, 1.0),
    Hand("σ 5 mm, 8 mm too low", 5.0, 0.0, (0.0, 8.0), 95.0, 1.0),
    Hand("σ 5 mm, 8 mm to the right", 5.0, 0.0, (8.0, 0.0), 95.0, 1.0),
)


class Tap(NamedTuple):
    """A finger that means a target: where it lands and lifts, in mm, if it meets the glass."""

    meant: Box
    down: Spot
    up: Spot
    met: bool


@dataclass(slots=True)
class Tally:
    """What became of taps."""

    taps: int = 0
    hits: int = 0
    misses: int = 0

    @property
    def intended(self) -> float:
        """Share that did what was meant, in percent."""
        return 100.0 * self.hits / self.taps if self.taps else 0.0

    @property
    def wrong(self) -> float:
        """Share that did something else, in percent."""
        return 100.0 * self.misses / self.taps if self.taps else 0.0

    def count(self, meant: str, done: str | None) -> None:
        """Note one tap: what was meant, and what it did."""
        self.taps += 1
        self.hits += done == meant
        self.misses += done not in (None, meant)

    def __iadd__(self, other: Tally) -> Tally:
        self.taps += other.taps
        self.hits += other.hits
        self.misses += other.misses
        return self

    def passes(self, hand: Hand) -> bool:
        """Whether it reaches the bars of this hand."""
        return self.intended >= hand.intended and self.wrong <= hand.wrong

    def __str__(self) -> str:
        return f"{self.intended:.1f} % as meant, {self.wrong:.1f} % wrong"


def taps(hand: Hand, boxes: Sequence[Box], glass: Spot, seed: int, count: int) -> Iterator[Tap]:
    """Taps at the middles of boxes, each box as often as chance will; always the same for a seed.

    A tap that lands beside the glass touches nothing; it counts as one that did nothing.
    """
    chance = random.Random(seed)
    for _ in range(count):
        box = chance.choice(boxes)
        x = chance.gauss(box.x + box.width / 2 + hand.offset[0], hand.spread)
        y = chance.gauss(box.y + box.height / 2 + hand.offset[1], hand.spread)
        way = chance.uniform(0.0, math.tau)
        up = (x + hand.slip * math.cos(way), y + hand.slip * math.sin(way))
        there = 0.0 <= x < glass[0] and 0.0 <= y < glass[1]
        yield Tap(box, (x, y), up, there)


def tally(shaken: Iterator[Tap], touch: Callable[[Spot, Spot], str | None]) -> Tally:
    """Let a hand tap; `touch` lands, lifts, and says which target acted."""
    found = Tally()
    for tap in shaken:
        found.count(tap.meant.name, touch(tap.down, tap.up) if tap.met else None)
    return found
