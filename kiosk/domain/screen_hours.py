"""When the screen is on: hours for each weekday, other hours for single dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

DAY = 24 * 60
WEEK = 7
_MOST_RULES = 100
_ON, _OFF = "on", "off"


class Span(NamedTuple):
    """From one minute of a day to another; after 24:00 (1440) it goes on into the next day."""

    start: int
    end: int

    def has(self, minute: int) -> bool:
        """Whether a minute, counted from the midnight this span's day began with, lies in it."""
        return self.start <= minute < self.end


Spans = tuple[Span, ...]
WHOLE_DAY: Spans = (Span(0, DAY),)


class ScreenHours(NamedTuple):
    """Hours on by weekday (Monday first) and by date; a date goes before its weekday."""

    weekdays: tuple[Spans, ...] = (WHOLE_DAY,) * WEEK
    exceptions: Mapping[date, Spans] = {}

    def spans(self, day: date) -> Spans:
        """The hours of one day."""
        found = self.exceptions.get(day)
        return self.weekdays[day.isoweekday() - 1] if found is None else found

    def on(self, wall: datetime) -> bool:
        """Whether the screen is on at a local time."""
        minute = wall.hour * 60 + wall.minute
        today, before = wall.date(), wall.date() - timedelta(days=1)
        return any(span.has(minute) for span in self.spans(today)) or any(
            span.has(minute + DAY) for span in self.spans(before)
        )

    def edges(self, day: date) -> set[int]:
        """The minutes of a day at which the answer of `on` may become another."""
        found = {minute for span in self.spans(day) for minute in span}
        before = self.spans(day - timedelta(days=1))
        found |= {minute - DAY for span in before for minute in span}
        return {minute for minute in found if 0 <= minute < DAY}

    @property
    def always(self) -> bool:
        """Whether the screen is never off."""
        return all(spans == WHOLE_DAY for spans in (*self.weekdays, *self.exceptions.values()))


def parse_weekdays(text: str) -> tuple[Spans, ...]:
    """Hours by weekday from `1-5 07:30-12:00 13:00-18:30; 6 off`, days as in ISO 8601 (Monday 1).

    A day that no rule names is on all day: a schedule must never black out by being forgotten
    (features.md section 6). Raises ValueError, whose text says what is wrong.
    """
    week = [WHOLE_DAY] * WEEK
    named: set[int] = set()
    for rule in _rules(text):
        days, spans = _weekdays(rule[0]), _spans(rule)
        for day in days:
            if day in named:
                raise ValueError(f"day {day} has two rules")
            named.add(day)
            week[day - 1] = spans
    return tuple(week)


def parse_exceptions(text: str) -> dict[date, Spans]:
    """Hours by date from `2026-12-25 off; 2026-12-28..2026-12-31 09:00-12:00`.

    Raises ValueError, whose text says what is wrong.
    """
    found: dict[date, Spans] = {}
    for rule in _rules(text):
        spans = _spans(rule)
        for day in _dates(rule[0]):
            if day in found:
                raise ValueError(f"{day} has two rules")
            found[day] = spans
    return found


def parse_span(text: str) -> Span:
    """The span of `20:00-07:00`; one that ends before it starts goes on into the next day.

    Raises ValueError.
    """
    first, dash, last = text.partition("-")
    if not dash:
        raise ValueError(f"{text} is not a time to a time, such as 08:00-18:00")
    start, end = parse_minute(first), parse_minute(last, last=True)
    if start == end:
        raise ValueError(f"{text} ends where it starts; 00:00-24:00 is a whole day")
    return Span(start, end if end > start else end + DAY)


def parse_minute(text: str, *, last: bool = False) -> int:
    """The minute of the day of `04:30`; 24:00 only where `last`. Raises ValueError."""
    hours, colon, minutes = text.partition(":")
    plain = all(part.isascii() and part.isdigit() and len(part) == 2 for part in (hours, minutes))
    if not (colon and plain):
        raise ValueError(f"{text} is not a time, such as 08:00")
    minute = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or minute > DAY or (minute == DAY and not last):
        raise ValueError(f"{text} is no time of a day")
    return minute


def _rules(text: str) -> list[list[str]]:
    rules = [rule.split() for rule in text.split(";") if rule.strip()]
    if len(rules) > _MOST_RULES:
        raise ValueError(f"more than {_MOST_RULES} rules")
    return rules


def _spans(rule: list[str]) -> Spans:
    words = rule[1:]
    if words == [_OFF]:
        return ()
    if words == [_ON]:
        return WHOLE_DAY
    if not words:
        raise ValueError(f"{rule[0]} has no hours; write on, off or 08:00-18:00")
    return tuple(sorted(parse_span(word) for word in words))


def _weekdays(text: str) -> range:
    first, dash, last = text.partition("-")
    ends = (first, last if dash else first)
    if not all(end in "1234567" and len(end) == 1 for end in ends):
        raise ValueError(f"{text} is no weekday; write 1 (Monday) to 7 (Sunday), or 1-5")
    if int(ends[1]) < int(ends[0]):
        raise ValueError(f"{text} ends before it starts")
    return range(int(ends[0]), int(ends[1]) + 1)


def _dates(text: str) -> list[date]:
    first, dots, last = text.partition("..")
    try:
        start = date.fromisoformat(first)
        end = date.fromisoformat(last) if dots else start
    except ValueError:
        raise ValueError(f"{text} is no date, such as 2026-12-25") from None
    count = (end - start).days + 1
    if not 1 <= count <= 366:
        raise ValueError(f"{text} is not 1 to 366 days")
    return [start + timedelta(days=number) for number in range(count)]
