"""After how many crashes the kiosk starts with what is safest, and how long before each start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

# features.md section 2: 2, 5, 15, 60 s; three crashes in ten minutes.
DELAYS_S: Final = (2, 5, 15, 60)
WINDOW_S: Final = 600.0
LIMIT: Final = 3
# DESIGN.md section 2: asks a supervisor to start the program again.
RESTART: Final = 75
_MOST_KEPT: Final = 20
_ENDS: Final = (0, 2)
_SETTLED_S: Final = 20.0


class Crash(NamedTuple):
    """A crash: in which run of the computer, and at how many seconds of its own clock.

    The clock of the wall plays no part: with a dead battery it says the same after each start.
    """

    boot: str
    at: float


def recent(crashes: Sequence[Crash], boot: str, now: float) -> tuple[Crash, ...]:
    """The crashes of this run of the computer in the last ten minutes.

    A power cut is no crash of ours: what another run of the computer saw does not count. Where
    runs cannot be told apart (`boot` is empty), a time ahead of `now` is of another run.
    """
    same = [crash for crash in crashes if crash.boot == boot]
    return tuple(crash for crash in same if 0.0 <= now - crash.at <= WINDOW_S)[-_MOST_KEPT:]


def is_braked(crashes: Sequence[Crash], boot: str, now: float) -> bool:
    """Whether to start with the bundled pack and the default settings, and tell staff."""
    return len(recent(crashes, boot, now)) >= LIMIT


def delay_s(crashes: int) -> int:
    """Seconds to wait before the start after so many recent crashes; none after none."""
    return 0 if crashes <= 0 else DELAYS_S[min(crashes, len(DELAYS_S)) - 1]


def wait_after_end(code: int, lasted_s: float, crashes: int) -> int | None:
    """Seconds until the next start of a kiosk that ended with `code` after `lasted_s`.

    None when it is not to be started again: it ended as it should (0), or cannot run here at all
    (2: wrong use, no display, already running). 75 asks for a start at once; one that comes right
    after the start is a crash like any other. `crashes` are the recent ones, this one among them.
    """
    if code in _ENDS:
        return None
    if code == RESTART and lasted_s >= _SETTLED_S:
        return 0
    return delay_s(max(crashes, 1))
