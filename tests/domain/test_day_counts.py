"""Totals of each day: what is counted, what is told, what is dropped."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.day_counts import FEWEST_TOLD, MOST_DAYS, Counted, DayCounts, Total
from kiosk.domain.observer import Event

DAY = date(2026, 5, 4)
events = st.sampled_from(get_args(Event))
seen = st.tuples(st.integers(0, 3), events, st.sampled_from(["", "a", "b"]))


def test_small_numbers_are_not_told() -> None:
    counts = DayCounts()
    for _ in range(FEWEST_TOLD - 1):
        counts.add(DAY, "topic_opened", "a")
    assert list(counts.totals()) == [Total(DAY, "topic_opened", "a", "<10")]
    counts.add(DAY, "topic_opened", "a")
    assert list(counts.totals()) == [Total(DAY, "topic_opened", "a", "10")]


def test_the_end_of_a_visit_is_not_counted_beside_its_beginning() -> None:
    counts = DayCounts()
    assert counts.add(DAY, "visit_started")
    assert not counts.add(DAY, "visit_ended")
    assert [total.event for total in counts.totals()] == ["visit_started"]


@given(st.lists(seen, max_size=60))
def test_the_order_of_what_happened_leaves_no_trace(happened: list[tuple[int, Event, str]]) -> None:
    """Who reads the totals cannot tell one visitor's way from two visitors' ways."""
    forth, back = DayCounts(), DayCounts()
    for counts, order in ((forth, happened), (back, happened[::-1])):
        for later, event, subject in order:
            counts.add(DAY + timedelta(later), event, subject)
    assert list(forth.totals()) == list(back.totals())
    told = [total.day for total in forth.totals()]
    assert told == sorted(told)


def test_the_oldest_days_are_dropped() -> None:
    counts = DayCounts({DAY: {Counted("visit_started"): 9}})
    for later in range(1, MOST_DAYS + 1):
        counts.add(DAY + timedelta(later), "visit_started")
    assert len(counts.days) == MOST_DAYS
    assert DAY not in counts.days
