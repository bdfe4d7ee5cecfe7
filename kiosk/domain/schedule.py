"""What the display does by the clock: screen on or off, light or dark, and the daily restart.

Everything follows from the local time of a moment, so a display that starts in the middle of a
day, or whose clock is set, is right at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from kiosk.domain.screen_hours import DAY, ScreenHours, Span

Local = Callable[[float], datetime]
"""Seconds since 1970 to the local time, without its zone."""

_MINUTE_S: Final = 60.0
_DAY_S: Final = 86_400.0
# No exception is known further ahead, and a screen that stays as it is needs no next change.
_HORIZON_S: Final = 370 * _DAY_S
# A computer that slept through the hour must not blink in the middle of the morning.
_RESTART_WITHIN: Final = timedelta(hours=3)


class State(NamedTuple):
    """What shows at one moment; a screen that is off is neither light nor dark."""

    on: bool = True
    dark: bool = False


class Change(NamedTuple):
    """From a moment (seconds since 1970) on, this holds."""

    at: float
    state: State


class Plan(NamedTuple):
    """The settings that go by the clock: when on, when dark, and the minute of the restart."""

    hours: ScreenHours = ScreenHours()
    dark: Span | None = None
    restart: int | None = None

    def state(self, wall: datetime) -> State:
        """What shows at a local time."""
        if not self.hours.on(wall):
            return State(on=False)
        minute = wall.hour * 60 + wall.minute
        dark = self.dark is not None and (self.dark.has(minute) or self.dark.has(minute + DAY))
        return State(dark=dark)

    def next_change(self, now: float, local: Local) -> Change | None:
        """The first moment after `now` at which something changes; None where nothing ever does.

        Days of 23 and 25 hours included: where the clock is set forward or back between two
        edges, every minute between them is looked at.
        """
        state = self.state(local(now))
        moment, end = now, now + _HORIZON_S
        while moment < end:
            ahead = self._next_edge(moment, local)
            found = self._changed(moment, ahead, local, state)
            if found is not None:
                return found
            moment = ahead
        return None

    def changes(self, start: float, end: float, local: Local) -> Iterator[Change]:
        """Every change after `start` and up to `end`, in order."""
        change = self.next_change(start, local)
        while change is not None and change.at <= end:
            yield change
            change = self.next_change(change.at, local)

    def restart_due(self, since: float, now: float, local: Local) -> bool:
        """Whether the daily restart is due at `now` for a program that runs `since` then."""
        if self.restart is None:
            return False
        wall, began = local(now), local(since)
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        moment = midnight + timedelta(minutes=self.restart)
        if moment > wall:
            moment -= timedelta(days=1)
        return began < moment and wall - moment < _RESTART_WITHIN

    def _next_edge(self, moment: float, local: Local) -> float:
        """The next moment at which something may change, if no clock is set before it."""
        wall = local(moment)
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        edges = self.hours.edges(wall.date())
        if self.dark is not None:
            edges |= {minute % DAY for minute in self.dark}
        later = [midnight + timedelta(minutes=edge) for edge in edges]
        later.append(midnight + timedelta(days=1))
        return moment + (min(edge for edge in later if edge > wall) - wall).total_seconds()

    def _changed(self, start: float, end: float, local: Local, state: State) -> Change | None:
        """The first change from `state` after `start` and up to `end`."""
        if offset(start, local) == offset(end, local):
            after = self.state(local(end))
            return Change(end, after) if after != state else None
        moment = start - start % _MINUTE_S + _MINUTE_S
        while moment <= end:
            after = self.state(local(moment))
            if after != state:
                return Change(moment, after)
            moment += _MINUTE_S
        return None


def offset(moment: float, local: Local) -> float:
    """How far the local time is ahead of UTC, in seconds."""
    utc = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
    return (local(moment) - utc).total_seconds()


def next_clock_change(start: float, end: float, local: Local) -> float | None:
    """The first moment after `start` and up to `end` at which the local clock is set, if any.

    A zone's clocks are set on whole minutes, and never twice in a day.
    """
    before = start
    while before < end:
        after = min(before + _DAY_S, end)
        was = offset(before, local)
        if offset(after, local) != was:
            moment = before - before % _MINUTE_S + _MINUTE_S
            while moment < after and offset(moment, local) == was:
                moment += _MINUTE_S
            return moment
        before = after
    return None


def moment_of(wall: datetime, local: Local) -> float:
    """The first moment with a local time; where the clock skips it, a moment soon after."""
    as_utc = wall.replace(tzinfo=UTC).timestamp()
    offsets = (offset(as_utc - _DAY_S, local), offset(as_utc + _DAY_S, local))
    found = sorted(as_utc - ahead for ahead in offsets)
    return next((moment for moment in found if local(moment) == wall), found[-1])
