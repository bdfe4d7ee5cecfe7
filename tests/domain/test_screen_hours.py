"""Screen hours: what the settings say, and whether the screen is on at a local time."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.screen_hours import (
    ScreenHours,
    Span,
    parse_exceptions,
    parse_minute,
    parse_span,
    parse_weekdays,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def hours(weekdays: str, exceptions: str = "") -> ScreenHours:
    return ScreenHours(parse_weekdays(weekdays), parse_exceptions(exceptions))


OFFICE = hours("1-5 07:30-12:00 13:00-18:30; 6 09:00-12:00; 7 off")


@pytest.mark.parametrize(
    ("wall", "on"),
    [
        ("2026-11-23T07:29:59", False),  # a Monday
        ("2026-11-23T07:30", True),
        ("2026-11-23T12:00", False),
        ("2026-11-23T12:59", False),
        ("2026-11-23T13:00", True),
        ("2026-11-23T18:29:59", True),
        ("2026-11-23T18:30", False),
        ("2026-11-28T09:00", True),  # Saturday
        ("2026-11-28T13:00", False),
        ("2026-11-29T10:00", False),  # Sunday
    ],
)
def test_on_by_weekday(wall: str, on: bool) -> None:
    assert OFFICE.on(at(wall)) is on


def test_without_hours_the_screen_is_always_on() -> None:
    assert ScreenHours().always
    assert hours("").always
    assert ScreenHours().on(at("2026-11-29T03:00"))


def test_a_day_that_nobody_named_is_on_all_day() -> None:
    found = hours("1-5 08:00-18:00")
    assert found.on(at("2026-11-28T03:00"))
    assert not found.always


def test_a_date_goes_before_its_weekday() -> None:
    found = hours("1-7 08:00-18:00", "2026-12-25 off; 2026-12-26..2026-12-27 10:00-11:00")
    assert not found.on(at("2026-12-25T10:30"))
    assert found.on(at("2026-12-26T10:30"))
    assert not found.on(at("2026-12-27T09:00"))
    assert found.on(at("2026-12-28T09:00"))


def test_an_exception_may_put_the_screen_on() -> None:
    assert hours("7 off", "2026-11-29 on").on(at("2026-11-29T23:59"))


def test_a_span_past_midnight_belongs_to_the_day_it_starts_on() -> None:
    found = hours("1-7 off", "2026-12-31 20:00-02:00")
    assert found.on(at("2026-12-31T23:59"))
    assert found.on(at("2027-01-01T01:59"))
    assert not found.on(at("2027-01-01T02:00"))
    assert not found.on(at("2026-12-31T01:00"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("08:00-18:00", Span(480, 1080)),
        ("00:00-24:00", Span(0, 1440)),
        ("20:00-07:00", Span(1200, 1440 + 420)),
    ],
)
def test_spans(text: str, span: Span) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8 08:00-18:00", "no weekday"),
        ("0 off", "no weekday"),
        ("12 off", "no weekday"),
        ("5-1 off", "ends before it starts"),
        ("1", "has no hours"),
        ("1 soms", "not a time to a time"),
        ("1 08:00", "not a time to a time"),
        ("1 8:00-18:00", "not a time"),
        ("1 08:00-25:00", "no time of a day"),
        ("1 08:60-18:00", "no time of a day"),
        ("1 24:00-08:00", "no time of a day"),
        ("1 08:00-08:00", "ends where it starts"),
        ("1 08:00-18:00; 1-3 off", "two rules"),
        ("1 08:0０-18:00", "not a time"),
    ],
)
def test_weekdays_that_cannot_be_read_say_why(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_weekdays(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("25-12-2026 off", "no date"),
        ("2026-02-30 off", "no date"),
        ("2026-12-25", "has no hours"),
        ("2026-12-25 off; 2026-12-24..2026-12-26 off", "two rules"),
        ("2026-12-26..2026-12-25 off", "not 1 to 366 days"),
        ("2026-01-01..2027-12-31 off", "not 1 to 366 days"),
    ],
)
def test_exceptions_that_cannot_be_read_say_why(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_exceptions(text)


def test_too_many_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="more than"):
        parse_weekdays("1 off;" * 101)


def test_midnight_is_the_end_of_a_day_only() -> None:
    assert parse_minute("24:00", last=True) == 1440
    with pytest.raises(ValueError, match="no time of a day"):
        parse_minute("24:00")


MINUTES = st.integers(0, 1439)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), MINUTES, MINUTES, MINUTES)
def test_the_answer_changes_only_at_an_edge(day: date, minute: int, start: int, end: int) -> None:
    span = Span(start, end if end > start else end + 1440)
    found = ScreenHours(exceptions={day: (span,)})
    before = datetime(day.year, day.month, day.day, minute // 60, minute % 60)  # noqa: DTZ001 - local time without its zone
    if minute and minute not in found.edges(day):
        assert found.on(before) == found.on(
            before.replace(minute=(minute - 1) % 60, hour=(minute - 1) // 60)
        )


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (parse_weekdays, parse_exceptions, parse_span, parse_minute):
        said = "read"
        try:
            read(text)
        except ValueError as error:
            said = str(error)
        assert said
