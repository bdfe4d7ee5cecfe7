"""When a visit counts as left: a reading budget, a warning that is always seen in full, the end."""

from __future__ import annotations

import math
from typing import Final, Literal

IdleState = Literal["off", "reading", "warning", "over"]

DOTS: Final = 6
"""Dots of the warning; with 30 s each lasts 5 s (LOOK.md, Idle)."""

_READING_BASE_S: Final = 45.0  # features.md section 2
_WORD_S: Final = 1.0  # features.md section 2: slow reading, 60 words a minute
_LEARN: Final = 1.5  # features.md section 5 item 1: learned upward within the visit
_LEARN_MOST: Final = 3.0
# A poster that leans on the glass, or a frame that lost a release, must not keep somebody's
# answers on the screen for the day. No finger rests this long without a sign of its own.
_HOLD_LIMIT_S: Final = 600.0
_ROUNDING_S: Final = 1e-6  # a timer that comes a rounding error early has come


def budget_s(words: int, factor: float, minimum_s: float) -> float:
    """Seconds that somebody may look at a screen without touching it.

    The larger of `minimum_s` and 45 s plus the words at 60 a minute times the text factor
    (features.md section 2). `factor` is 1.25 for letters of 125 %.
    """
    return max(minimum_s, _READING_BASE_S + words * _WORD_S * factor)


class IdleWatch:
    """Tells whether somebody still reads, from what shows and from signs of life.

    Every `now` is in seconds of one clock. A clock that jumps back counts as one that stood
    still. The warning starts when `state` first sees that the budget is used up, so after a
    sleep or a freeze it still lasts its whole time (access.md K1: at least 120 s, then a warning
    of at least 20 s).
    """

    def __init__(self, minimum_s: float = 120.0, warning_s: float = 30.0) -> None:
        self._minimum_s = minimum_s
        self._warning_s = warning_s
        self._on = False
        self._budget_s = minimum_s
        self._patience = 1.0
        self._holds = 0
        self._last = -math.inf
        self._clock = 0.0  # seconds that truly passed
        self._sign = 0.0  # the last sign of life, on `_clock`
        self._warned: float | None = None  # since when the warning runs, on `_clock`
        self._held = 0.0  # when somebody last began to hold, on `_clock`

    def show(self, now: float, words: int, factor: float) -> None:
        """What shows changed to a screen of `words` words; that is a sign of life."""
        self._pass_time(now)
        self._on = True
        self._budget_s = budget_s(words, factor, self._minimum_s)
        self._live()

    def touch(self, now: float) -> None:
        """Somebody gave a sign of life. During the warning it teaches patience, like `stay`."""
        if self.state(now) == "warning":
            self._patience = min(self._patience * _LEARN, _LEARN_MOST)
        self._live()

    def stay(self, now: float) -> None:
        """Somebody pressed "Ik ben er nog": the budget grows by half, at most to three times.

        Without a warning it is only a sign of life, so one gesture never teaches twice.
        """
        self.touch(now)

    def hold(self, now: float) -> None:
        """A finger rests or sound plays: not idle until the same number of `release`.

        A warning that shows stays, so that its button can be pressed, but its time stands still.
        Ten minutes of holding without any other sign are no finger: then time runs again.
        """
        if self.state(now) != "warning":
            self._live()
        self._held = self._clock
        self._holds += 1

    def release(self, now: float) -> None:
        """One of those that held let go: a sign of life like `touch`."""
        self.touch(now)
        self._holds = max(self._holds - 1, 0)

    def stop(self) -> None:
        """Nothing to watch (attract, farewell); what was learned is forgotten.

        Fingers stay counted, as they stay on the glass.
        """
        self._on = False
        self._patience = 1.0
        self._warned = None

    def state(self, now: float) -> IdleState:
        """How the visit stands; `over` asks for the reset and stays until `show` or `stop`."""
        self._pass_time(now)
        if not self._on:
            return "off"
        if self._warned is None:
            if self._reading_left() > _ROUNDING_S:
                return "reading"
            self._warned = self._clock
        return "warning" if self._warning_left() > _ROUNDING_S else "over"

    def next_change(self, now: float) -> float | None:
        """Seconds until the state or the next dot changes; None when only an event can do it."""
        match self.state(now):
            case "reading":
                return self._reading_left()
            case "warning" if self._hold_left() > 0.0:
                return self._hold_left()
            case "warning":
                dot_s = self._warning_s / DOTS
                return self._warning_left() - (self._dots_left() - 1) * dot_s
            case _:
                return None

    def dots(self, now: float) -> int:
        """Dots that the warning shows: 6 at its start, 0 when it is over; 6 outside it."""
        match self.state(now):
            case "warning":
                return self._dots_left()
            case "over":
                return 0
            case _:
                return DOTS

    def _pass_time(self, now: float) -> None:
        passed = now - self._last if now > self._last > -math.inf else 0.0
        self._last = now
        if self._warned is not None:
            self._warned += min(passed, self._hold_left())
        self._clock += passed

    def _live(self) -> None:
        self._sign = self._clock
        self._warned = None

    def _hold_left(self) -> float:
        """Seconds for which what holds still counts."""
        if not self._holds:
            return 0.0
        return max(self._held + _HOLD_LIMIT_S - self._clock, 0.0)

    def _reading_left(self) -> float:
        allowed = self._budget_s * self._patience + (_HOLD_LIMIT_S if self._holds else 0.0)
        return allowed - (self._clock - self._sign)

    def _warning_left(self) -> float:
        shown = 0.0 if self._warned is None else self._clock - self._warned
        return self._warning_s - shown

    def _dots_left(self) -> int:
        return math.ceil((self._warning_left() - _ROUNDING_S) * DOTS / self._warning_s)
