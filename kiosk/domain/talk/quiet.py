"""When a talk that nobody gives any more ends by itself: a warning first, never while black."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

QuietState = Literal["running", "warning", "over"]

QUIET_S: Final = 30 * 60.0
"""So long nothing is pressed, and the talk is over (issue 3)."""
WARNING_S: Final = 60.0
"""So long before that it says so."""


class Quiet(NamedTuple):
    """The silence in a talk, in seconds of one clock that a caller hands in.

    `since` is the last sign of the speaker. While the wall is black or white time stands still:
    a speaker who covers the wall to listen is not gone.
    """

    since: float
    covered: bool = False
    quiet_s: float = QUIET_S
    warning_s: float = WARNING_S

    def alive(self, now: float) -> Quiet:
        """The speaker gave a sign."""
        return self._replace(since=now)

    def cover(self, now: float, *, covered: bool) -> Quiet:
        """The wall was covered or uncovered; either is a sign."""
        return self if covered == self.covered else self._replace(since=now, covered=covered)

    def state(self, now: float) -> QuietState:
        """How it stands."""
        if self.covered:
            return "running"
        left = self.since + self.quiet_s - now
        if left <= 0.0:
            return "over"
        return "warning" if left <= self.warning_s else "running"

    def next_change(self, now: float) -> float | None:
        """Seconds until the state changes by itself; None when it does not."""
        if self.covered:
            return None
        left = self.since + self.quiet_s - now
        return left - self.warning_s if left > self.warning_s else max(0.0, left)
