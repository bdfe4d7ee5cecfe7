"""The schedule: days of 23 and 25 hours, starts in mid-day, and the daily restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.schedule import (
    Change,
    Local,
    Plan,
    State,
    moment_of,
    next_clock_change,
    offset,
)
from kiosk.domain.screen_hours import ScreenHours, Span, parse_exceptions, parse_weekdays

DAY_S = 86_400.0


def clock_of(zone: str) -> Local:
    place = ZoneInfo(zone)
    return lambda moment: datetime.fromtimestamp(moment, place).replace(tzinfo=None)


BRUSSELS = clock_of("Europe/Brussels")


def utc(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def plan(weekdays: str = "", exceptions: str = "", dark: Span | None = None) -> Plan:
    return Plan(ScreenHours(parse_weekdays(weekdays), parse_exceptions(exceptions)), dark)


def walls(found: list[Change], local: Local = BRUSSELS) -> list[tuple[str, bool]]:
    return [(local(change.at).isoformat(timespec="minutes"), change.state.on) for change in found]


def test_a_week_of_a_clinic() -> None:
    found = plan("1-5 08:00-18:00; 6-7 off").changes(
        utc("2026-11-20T12:00"), utc("2026-11-24T12:00"), BRUSSELS
    )
    assert walls([*found]) == [
        ("2026-11-20T18:00", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T18:00", False),
        ("2026-11-24T08:00", True),
    ]


def test_hours_keep_to_the_wall_clock_over_both_changes() -> None:
    nights = plan("1-7 08:00-18:00")
    for month in ("2027-03-27", "2027-10-30"):
        found = [
            *nights.changes(utc(f"{month}T00:00"), utc(f"{month}T00:00") + 3 * DAY_S, BRUSSELS)
        ]
        assert {wall[11:] for wall, _ in walls(found)} == {"08:00", "18:00"}
        assert len(found) == 6


def test_an_edge_that_the_clock_skips_comes_when_it_is_set_forward() -> None:
    (change,) = plan("1-6 on; 7 02:30-24:00").changes(
        utc("2027-03-28T00:00"), utc("2027-03-28T12:00"), BRUSSELS
    )
    assert change == Change(utc("2027-03-28T01:00"), State(on=True))
    assert BRUSSELS(change.at).isoformat() == "2027-03-28T03:00:00"


def test_an_hour_that_comes_twice_is_followed_twice() -> None:
    found = [
        *plan("7 00:00-02:30").changes(utc("2027-10-30T22:30"), utc("2027-10-31T06:00"), BRUSSELS)
    ]
    assert walls(found) == [
        ("2027-10-31T02:30", False),
        ("2027-10-31T02:00", True),
        ("2027-10-31T02:30", False),
    ]
    assert [change.at for change in found] == [
        utc("2027-10-31T00:30"),
        utc("2027-10-31T01:00"),
        utc("2027-10-31T01:30"),
    ]


def test_a_screen_that_is_always_on_has_no_next_change() -> None:
    assert Plan().next_change(utc("2026-11-22T12:00"), BRUSSELS) is None


def test_an_exception_months_ahead_is_found() -> None:
    found = plan("", "2027-08-15 off").next_change(utc("2026-11-22T12:00"), BRUSSELS)
    assert found is not None
    assert walls([found]) == [("2027-08-15T00:00", False)]


def test_dark_hours_follow_the_clock_too() -> None:
    evening = plan(dark=Span(20 * 60, 31 * 60))
    assert evening.state(datetime.fromisoformat("2026-11-22T19:59")) == State(dark=False)
    assert evening.state(datetime.fromisoformat("2026-11-22T20:00")) == State(dark=True)
    assert evening.state(datetime.fromisoformat("2026-11-23T06:59")) == State(dark=True)
    found = [*evening.changes(utc("2026-11-22T12:00"), utc("2026-11-23T12:00"), BRUSSELS)]
    assert [BRUSSELS(change.at).hour for change in found] == [20, 7]


SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(
        lambda ends: Span(ends[0], ends[1] if ends[1] > ends[0] else ends[1] + 1440)
    ),
    max_size=2,
).map(tuple)
ZONES = st.sampled_from(
    ["Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"]
)
# Around the nights in which clocks are set in the north and the south, in minutes.
STARTS = st.sampled_from(["2027-03-27T12:00", "2027-10-30T12:00", "2027-04-03T06:00"])


@settings(deadline=None, max_examples=60)
@given(ZONES, STARTS, st.integers(0, 1440), SPANS, SPANS)
def test_changes_are_those_that_each_minute_shows(
    zone: str, start: str, later: int, weekday: tuple[Span, ...], weekend: tuple[Span, ...]
) -> None:
    local = clock_of(zone)
    found = Plan(ScreenHours((weekday,) * 5 + (weekend,) * 2))
    begin = utc(start) + later * 60
    minutes = [begin + 60 * number for number in range(36 * 60)]
    states = [(moment, found.state(local(moment))) for moment in minutes]
    seen = [Change(moment, now) for (_, before), (moment, now) in pairwise(states) if before != now]
    assert [*found.changes(begin, minutes[-1], local)] == seen


@pytest.mark.parametrize(
    ("since", "now", "due"),
    [
        ("2026-11-21T20:00", "2026-11-22T03:29", False),
        ("2026-11-21T20:00", "2026-11-22T03:30", True),  # 04:30 in Brussels
        ("2026-11-21T20:00", "2026-11-22T06:29", True),  # a visit lasted until then
        ("2026-11-21T20:00", "2026-11-22T06:31", False),  # too late for a blink
        ("2026-11-22T03:31", "2026-11-22T05:00", False),  # started after it
        ("2026-11-20T20:00", "2026-11-22T03:40", True),
    ],
)
def test_the_daily_restart(since: str, now: str, due: bool) -> None:
    assert Plan(restart=270).restart_due(utc(since), utc(now), BRUSSELS) is due


def test_no_hour_no_restart() -> None:
    assert not Plan().restart_due(utc("2026-11-21T20:00"), utc("2026-11-22T03:40"), BRUSSELS)


def test_a_restart_in_the_hour_that_comes_twice_comes_once() -> None:
    night = Plan(restart=150)
    first = utc("2027-10-31T00:30")
    assert night.restart_due(first - DAY_S, first, BRUSSELS)
    assert not night.restart_due(first + 5, first + 3600, BRUSSELS)


def test_a_restart_in_the_hour_that_is_skipped_comes_right_after() -> None:
    assert Plan(restart=150).restart_due(utc("2027-03-27T12:00"), utc("2027-03-28T01:00"), BRUSSELS)


def test_moments_of_local_times() -> None:
    for text, moment in [
        ("2027-03-28T01:59", "2027-03-28T00:59"),
        ("2027-03-28T03:00", "2027-03-28T01:00"),
        ("2027-10-31T02:30", "2027-10-31T00:30"),  # the first of two
        ("2027-10-31T03:30", "2027-10-31T02:30"),
    ]:
        assert moment_of(datetime.fromisoformat(text), BRUSSELS) == utc(moment)
    skipped = moment_of(datetime.fromisoformat("2027-03-28T02:30"), BRUSSELS)
    assert BRUSSELS(skipped).isoformat() == "2027-03-28T03:30:00"


def test_the_offset_is_that_of_the_moment() -> None:
    assert offset(utc("2026-11-22T12:00"), BRUSSELS) == 3600
    assert offset(utc("2027-07-01T12:00"), BRUSSELS) == 7200


def test_a_simulated_year_of_hours_is_right_each_hour() -> None:
    found = plan("1-5 07:30-18:30; 6 09:00-12:00; 7 off", "2026-12-25 off")
    start = utc("2026-01-01T00:00")
    changes = [*found.changes(start, start + 365 * DAY_S, BRUSSELS)]
    on, at = found.state(BRUSSELS(start)).on, 0
    for hour in range(8760):
        moment = start + hour * 3600
        while at < len(changes) and changes[at].at <= moment:
            on, at = changes[at].state.on, at + 1
        assert on == found.state(BRUSSELS(moment)).on
    christmas = datetime.fromisoformat("2026-12-25T10:00")
    assert not found.state(christmas).on
    assert found.state(christmas - timedelta(days=1)).on


@given(st.floats(0, 40 * DAY_S), st.floats(1, 40 * DAY_S))
def test_the_clock_is_set_at_one_moment(before: float, after: float) -> None:
    moment = utc("2027-03-28T01:00")
    start = moment - before - 1
    assert next_clock_change(start, moment + after, BRUSSELS) == moment
    assert next_clock_change(start, moment - 1, BRUSSELS) is None
    assert next_clock_change(moment, moment + after, BRUSSELS) is None
