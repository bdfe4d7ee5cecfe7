"""Decides which target a tap means, from where a visitor's taps landed so far; millimetres only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH_MM: Final = 10.0
"""How far beside a target a tap still counts for it (access.md M13)."""

WIDEST_REACH_MM: Final = 16.0
"""The same for a hand that is known to scatter: two gutters of 8 mm."""

CLEARLY: Final = 1.5
"""How many times nearer a target must be than the next (access.md M13)."""

SPREAD_MM: Final = 5.0
"""Scatter of a hand that nobody knows yet: the mild tremor of access.md, section 3."""

LEAST_SPREAD_MM, MOST_SPREAD_MM = 3.0, 16.0

MOST_OFFSET_MM: Final = 8.0
"""More is never corrected. No gap between two targets is smaller (DESIGN.md section 3)."""

MOST_STEP_MM: Final = 2.0
"""No single tap changes the offset by more, to the side or down; the spread by half of it."""

# What is believed of an offset before the first tap: 4 mm one way or the other.
_OFFSET_VARIANCE: Final = 16.0
# People aim at the middle of what they press, give or take a tenth of its side.
_AIM_SHARE: Final = 0.1
# The first spread weighs as much as this many measured values.
_SPREAD_WEIGHT: Final = 6.0
_REACH_OF_SPREAD: Final = 1.5
# Of two targets the nearer must be this many times as likely, once a hand is known to scatter.
_LIKELIER: Final = math.log(2.0)


class Target(NamedTuple):
    """What can be pressed: a key and a rectangle in mm. Of two that overlap the first counts.

    `loses`: something is lost by pressing it, so only a tap on it counts. `whole`: a surface that
    counts as one button; it says nothing about where people aim. `tallies`: each tap on it is one
    more, however soon after the one before.
    """

    key: int
    x: float
    y: float
    width: float
    height: float
    loses: bool = False
    whole: bool = False
    tallies: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on it; the right and lower edges belong to the neighbour."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def distance(self, x: float, y: float) -> float:
        """How far a point lies beside it, in mm; 0 on it."""
        return math.hypot(
            max(self.x - x, 0.0, x - self.x - self.width),
            max(self.y - y, 0.0, y - self.y - self.height),
        )

    def off_middle(self, x: float, y: float) -> tuple[float, float]:
        """How far a point lies from its middle, to the right and down, in mm."""
        return x - self.x - self.width / 2, y - self.y - self.height / 2


class Aim:
    """What is known of one visitor's hand: how far beside the aim it lands, and how it scatters.

    Where a finger lies on a target, that target is meant, whatever was learnt: nothing can become
    unreachable. Only a tap beside all targets is judged: it goes to the nearest when that is
    clearly nearest and loses nothing (access.md M3, M13).
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """The next hand is somebody else's (access.md P2)."""
        self._offset = [0.0, 0.0]
        self._doubt = [_OFFSET_VARIANCE, _OFFSET_VARIANCE]
        self._weight = _SPREAD_WEIGHT
        self.spread = SPREAD_MM

    @property
    def offset(self) -> tuple[float, float]:
        """How far to the right and below the aim taps land, in mm, as far as it is corrected."""
        x, y = (_within(one, MOST_OFFSET_MM) for one in self._offset)
        return x, y

    @property
    def reach(self) -> float:
        """How far beside a target a tap may land, in mm."""
        return min(max(REACH_MM, _REACH_OF_SPREAD * self.spread), WIDEST_REACH_MM)

    def meant(self, x: float, y: float, targets: Sequence[Target]) -> Target | None:
        """The target that a tap at (x, y) means; `targets` topmost first."""
        on = next((target for target in targets if target.holds(x, y)), None)
        if on is not None or not targets:
            return on
        right, down = self.offset
        x, y = x - right, y - down
        away, nearest = min(
            ((target.distance(x, y), target) for target in targets), key=lambda one: one[0]
        )
        if nearest.loses or away > self.reach:
            return None
        others = [target for target in targets if target.key != nearest.key]
        clear = all(CLEARLY * away <= other.distance(x, y) for other in others)
        return nearest if clear and self._likeliest(x, y, nearest, others) else None

    def learn(self, x: float, y: float, target: Target) -> None:
        """A tap that landed at (x, y) meant this target."""
        if target.whole:
            return
        sides = (target.width, target.height)
        for axis, (found, side) in enumerate(zip(target.off_middle(x, y), sides, strict=True)):
            self._learn_axis(axis, found, side)

    def _learn_axis(self, axis: int, found: float, side: float) -> None:
        """One step of a Kalman filter for the offset, and of a running mean for the spread."""
        surprise = found - self._offset[axis]
        scatter = self.spread**2
        total = self._doubt[axis] + scatter + (_AIM_SHARE * side) ** 2
        gain = self._doubt[axis] / total
        self._offset[axis] += _within(gain * surprise, MOST_STEP_MM)
        self._doubt[axis] *= 1.0 - gain
        # Only this share of the surprise is the hand's scatter; the rest is doubt and aim.
        share = scatter / total
        found_scatter = share * surprise**2
        variance = (self._weight * scatter + share * found_scatter) / (self._weight + share)
        self._weight += share
        change = _within(math.sqrt(variance) - self.spread, MOST_STEP_MM / 2)
        self.spread = min(max(self.spread + change, LEAST_SPREAD_MM), MOST_SPREAD_MM)

    def _likeliest(self, x: float, y: float, one: Target, others: Sequence[Target]) -> bool:
        """Whether a hand that scatters more than most would not as well mean another."""
        if self.spread <= SPREAD_MM:
            return True
        least = self._likelihood(x, y, one) - _LIKELIER
        return all(self._likelihood(x, y, other) <= least for other in others)

    def _likelihood(self, x: float, y: float, target: Target) -> float:
        """The logarithm of how likely this tap is when the target is meant."""
        found = 0.0
        sides = (target.width, target.height)
        for off, side in zip(target.off_middle(x, y), sides, strict=True):
            variance = self.spread**2 + (_AIM_SHARE * side) ** 2
            found -= off**2 / (2.0 * variance) + math.log(variance) / 2.0
        return found


def _within(value: float, most: float) -> float:
    return min(max(value, -most), most)
