"""Whether the computer's clock can be believed; when in doubt, the show goes on without it."""

from __future__ import annotations

from typing import Final, Literal

Doubt = Literal["before-build", "behind", "ahead", "jumped"]

# features.md section 2: more than 1 h behind the last time seen, more than 1 year ahead of it.
_BEHIND_S: Final = 3600.0
_AHEAD_S: Final = 366 * 86_400.0
# On a first start no time was seen yet, and a stick with the program may be some years old.
_AHEAD_OF_BUILD_S: Final = 20 * _AHEAD_S
# As far ahead of the time that really passed as it may be behind, where nobody said why.
_JUMP_S: Final = 3600.0
# A jump that held for a day was no slip: a clock that IT set is believed without anybody's word.
_SETTLED_S: Final = 86_400.0
# So long after the machine's start a network may still set its clock.
_SETTING_S: Final = 900.0


def doubt(now: float, built: float, last_seen: float | None) -> Doubt | None:
    """Why the clock's time `now` cannot be right, or None; all in seconds since 1970.

    `built` is when the program was made, `last_seen` the last time that was believed.
    In doubt, schedules and expiries do not count (features.md section 2).
    """
    if now < built:
        return "before-build"
    if last_seen is None:
        return "ahead" if now - built > _AHEAD_OF_BUILD_S else None
    if last_seen - now > _BEHIND_S:
        return "behind"
    return "ahead" if now - last_seen > _AHEAD_S else None


class ClockTrust:
    """Holds the last time that was believed, and what is wrong with the clock now.

    A clock that leaps ahead by more than an hour while the program runs ("jumped") is believed
    when it is back where it would be, when somebody says so, or after a day of that time.
    """

    def __init__(self, built: float, last_seen: float | None = None) -> None:
        self._built = built
        self._believed: tuple[float, float] | None = None
        self._jump: tuple[float, float] | None = None
        self.last_seen = last_seen
        self.doubt: Doubt | None = None

    def look(self, now: float, up: float | None = None) -> Doubt | None:
        """Judge the clock's time; one that is believed is the last time seen from now on.

        `up` is for how many seconds the machine runs, sleep included; None where nobody knows.
        """
        self.doubt = doubt(now, self._built, self.last_seen)
        if self.doubt is None and up is not None and self._jumped(now, up):
            self.doubt = "jumped"
        if self.doubt is None:
            self.last_seen = now if self.last_seen is None else max(now, self.last_seen)
            self._believed = None if up is None else (now, up)
            self._jump = None
        return self.doubt

    def confirm(self, now: float, up: float | None = None) -> Doubt | None:
        """Somebody says that the clock is right: believe it, unless it is before the build."""
        self.last_seen = self._believed = None
        return self.look(now, up)

    def _jumped(self, now: float, up: float) -> bool:
        """Whether the clock ran ahead of the time that passed since it was last believed."""
        if self._believed is None or up < _SETTING_S:
            return False
        then, up_then = self._believed
        if (now - then) - (up - up_then) <= _JUMP_S:
            return False
        ahead = now - up
        if self._jump is None or abs(ahead - self._jump[0]) > _JUMP_S:
            self._jump = (ahead, up)
        return up - self._jump[1] < _SETTLED_S
