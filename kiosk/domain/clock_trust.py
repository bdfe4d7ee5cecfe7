"""Whether the computer's clock can be believed; when in doubt, the show goes on without it."""

from __future__ import annotations

from typing import Final, Literal

Doubt = Literal["before-build", "behind", "ahead"]

# features.md section 2: more than 1 h behind the last time seen, more than 1 year ahead of it.
_BEHIND_S: Final = 3600.0
_AHEAD_S: Final = 366 * 86_400.0
# On a first start no time was seen yet, and a stick with the program may be some years old.
_AHEAD_OF_BUILD_S: Final = 20 * _AHEAD_S


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
    """Holds the last time that was believed, and what is wrong with the clock now."""

    def __init__(self, built: float, last_seen: float | None = None) -> None:
        self._built = built
        self.last_seen = last_seen
        self.doubt: Doubt | None = None

    def look(self, now: float) -> Doubt | None:
        """Judge the clock's time; one that is believed is the last time seen from now on."""
        self.doubt = doubt(now, self._built, self.last_seen)
        if self.doubt is None:
            self.last_seen = now if self.last_seen is None else max(now, self.last_seen)
        return self.doubt

    def confirm(self, now: float) -> Doubt | None:
        """Somebody says that the clock is right: believe it, unless it is before the build."""
        self.last_seen = None
        return self.look(now)
