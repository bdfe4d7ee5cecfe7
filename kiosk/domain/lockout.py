"""How long the gate stays shut after wrong PINs."""

from __future__ import annotations

import math
from typing import NamedTuple

FREE_TRIES = 5
"""Wrong tries up to and including the first that costs time (features.md section 2)."""

FIRST_WAIT_S, LONGEST_WAIT_S = 30.0, 120.0
"""The wait after the fifth wrong try, doubled by each further one up to two minutes."""

_MOST = 1_000_000  # a number of tries beyond which nothing changes any more


class Lockout(NamedTuple):
    """Wrong tries since the last right one, and when the last of them was.

    `since` and every `now` are seconds of a clock that counts from the machine's start and that
    nobody can set (`time.monotonic`). After a restart of the machine it begins anew: a `since`
    that lies ahead then counts as now, so no wait is skipped and none lasts longer than its due.
    """

    wrong: int = 0
    since: float = 0.0

    @property
    def wait_s(self) -> float:
        """How long the last wrong try shuts the gate, in seconds."""
        if self.wrong < FREE_TRIES:
            return 0.0
        doublings = min(self.wrong - FREE_TRIES, 10)
        return min(FIRST_WAIT_S * 2.0**doublings, LONGEST_WAIT_S)

    def left_s(self, now: float) -> float:
        """Seconds until the next try; 0 where one may be made now."""
        return max(0.0, self.wait_s - max(0.0, now - self.since))

    def seen(self, now: float) -> Lockout:
        """The same after a restart: a wait that began on another count begins now."""
        return self._replace(since=min(self.since, now))

    def missed(self, now: float) -> Lockout:
        """One wrong try more."""
        return Lockout(min(self.wrong + 1, _MOST), now)

    def line(self) -> str:
        """The state as one line of text."""
        return f"{self.wrong} {self.since:.3f}"

    @classmethod
    def read(cls, line: str) -> Lockout:
        """The state that `line` wrote. Raises ValueError for anything else."""
        wrong, since = line.split()
        if not (wrong.isascii() and wrong.isdigit() and len(wrong) <= len(str(_MOST))):
            raise ValueError(f"{wrong!r} is no number of tries")
        at = float(since)
        if not (math.isfinite(at) and at >= 0.0):
            raise ValueError(f"{since!r} is no time")
        return cls(min(int(wrong), _MOST), at)
