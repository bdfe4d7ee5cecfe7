"""`kiosk schedule`: what the display does at a moment, or over a range of them, with no wait."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from heapq import merge
from typing import TYPE_CHECKING, Final

from kiosk.built import BUILT
from kiosk.configuration.display_plan import plan_of
from kiosk.console import complain, say
from kiosk.domain.clock_trust import Doubt, doubt
from kiosk.domain.schedule import (
    Change,
    Local,
    Plan,
    State,
    moment_of,
    next_clock_change,
    offset,
)
from kiosk.local_time import local_clock
from kiosk.problems import has_errors
from kiosk.settings import load_settings

if TYPE_CHECKING:
    from datetime import tzinfo

    from kiosk.commands.options import ScheduleOptions

FINE, WRONG_USE = 0, 2

_DAY_S: Final = 86_400.0
_USUAL_S: Final = 7 * _DAY_S
# A year has every holiday and both changes of the clock.
_LONGEST_S: Final = 366 * _DAY_S
_MOST_LINES: Final = 2000
_DOUBTS: Final[dict[Doubt, str]] = {
    "before-build": "before this program was made",
    "behind": "behind the last time seen",
    "ahead": "far ahead",
    "jumped": "ahead of the time that passed",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def schedule(options: ScheduleOptions, clock: Callable[[], float] = time.time) -> int:
    """Say what would happen; 0, or 2 for a settings file, a zone or a range that cannot be used."""
    loaded = load_settings(options.settings)
    for problem in loaded.problems:
        complain(str(problem))
    if options.settings is not None and has_errors(loaded.problems):
        return WRONG_USE
    try:
        local = local_clock(_zone(options.zone))
    except ValueError as error:
        complain(str(error))
        return WRONG_USE
    plan = plan_of(loaded.settings)
    if options.at:
        lines = _at(plan, local, options.at)
    else:
        start = moment_of(options.start, local) if options.start else clock()
        end = moment_of(options.end, local) if options.end else start + _USUAL_S
        wrong = _wrong(start, end, local)
        if wrong:
            complain(wrong)
            return WRONG_USE
        lines = _range(plan, local, start, end)
    for line in lines:
        say(line)
    return FINE


def _wrong(start: float, end: float, local: Local) -> str:
    """What is wrong with a range, and what to write instead; empty for a good one."""
    if end <= start:
        example = _written(start + _USUAL_S, local)
        return (
            f"the range ends {_written(end, local)}, which is not after its start "
            f"{_written(start, local)}; write a later --to, such as {example}"
        )
    if end - start > _LONGEST_S:
        last = _written(start + _LONGEST_S, local)
        return (
            f"the range is {(end - start) / _DAY_S:.0f} days, at most {_LONGEST_S / _DAY_S:.0f}; "
            f"write --to {last} or sooner"
        )
    return ""


def _zone(name: str | None) -> tzinfo | None:
    """The zone of a name such as Europe/Brussels. Raises ValueError where there is none."""
    if name is None:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"there is no time zone {name!r} here, such as Europe/Brussels") from None


def _at(plan: Plan, local: Local, wall: datetime) -> Iterator[str]:
    moment = moment_of(wall, local)
    shown = local(moment)
    if shown != wall:
        yield f"{wall:%Y-%m-%d %H:%M} does not exist: the clock skips it"
    yield _now(plan, local, moment)
    if _doubt(moment) is None:
        change = plan.next_change(moment, local)
        yield f"next: {_change(change, local)}" if change else "next: nothing changes"
        yield from _restart(plan, local, moment)
        set_at = next_clock_change(moment, moment + _DAY_S, local)
        if set_at is not None:
            yield _clock_set(set_at, local)


def _range(plan: Plan, local: Local, start: float, end: float) -> Iterator[str]:
    yield _now(plan, local, start)
    # Judged at its end: a clock that runs out of doubt is believed from then on.
    if _doubt(end) is not None:
        if _doubt(start) is None:
            yield _now(plan, local, end)
        return
    start = max(start, BUILT)
    found = merge(
        ((change.at, _change(change, local)) for change in plan.changes(start, end, local)),
        ((at, _clock_set(at, local)) for at in _clock_changes(start, end, local)),
    )
    for number, (at, line) in enumerate(found):
        if number == _MOST_LINES:
            yield f"and more from {_said(at, local)}"
            return
        yield line
    yield f"{_said(end, local)}: end"


def _clock_changes(start: float, end: float, local: Local) -> Iterator[float]:
    at = next_clock_change(start, end, local)
    while at is not None:
        yield at
        at = next_clock_change(at, end, local)


def _clock_set(at: float, local: Local) -> str:
    by = (offset(at, local) - offset(at - 60, local)) / 60
    way = "forward" if by > 0 else "back"
    return f"{_said(at, local)}: the clock was set {way} by {abs(by):g} minutes"


def _now(plan: Plan, local: Local, moment: float) -> str:
    found = _doubt(moment)
    if found is not None:
        why = f"a clock that says this is {_DOUBTS[found]}, and is not believed"
        return f"{_said(moment, local)}: {_state(State())}; {why}: no hours, no expiry, no restart"
    return f"{_said(moment, local)}: {_state(plan.state(local(moment)))}"


def _doubt(moment: float) -> Doubt | None:
    return doubt(moment, BUILT, None)


def _change(change: Change, local: Local) -> str:
    return f"{_said(change.at, local)}: {_state(change.state)}"


def _restart(plan: Plan, local: Local, moment: float) -> Iterator[str]:
    if plan.restart is None:
        return
    wall = local(moment)
    at = wall.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=plan.restart)
    if at <= wall:
        at += timedelta(days=1)
    yield f"restart: {_said(moment_of(at, local), local)}, if nobody is there and something starts the kiosk again"


def _state(state: State) -> str:
    if not state.on:
        return "screen off"
    return f"screen on, {'white on black' if state.dark else 'light'}"


def _written(moment: float, local: Local) -> str:
    """A moment as it is written after --from and --to."""
    return f"{local(moment):%Y-%m-%dT%H:%M}"


def _said(moment: float, local: Local) -> str:
    """A moment as its local clock says it, with how far that is ahead of UTC."""
    wall = local(moment)
    hours, minutes = divmod(round(abs(offset(moment, local)) / 60), 60)
    ahead = f"{'-' if offset(moment, local) < 0 else '+'}{hours:02}:{minutes:02}"
    return f"{wall:%Y-%m-%d} {_DAYS[wall.weekday()]} {wall:%H:%M} (UTC{ahead})"
