"""The picture wanders a little each minute, within its margin, and everywhere in it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pixel_shift import Shift, shift_at


@given(st.integers(0, 10**9), st.integers(0, 40))
def test_it_stays_within_its_margin(minute: int, most: int) -> None:
    place = shift_at(minute, most)
    assert -most <= place.x <= most
    assert -most <= place.y <= most


@given(st.integers(0, 10**9), st.integers(1, 40))
def test_a_minute_moves_it_by_a_few_pixels(minute: int, most: int) -> None:
    before, after = shift_at(minute, most), shift_at(minute + 1, most)
    assert abs(before.x - after.x) <= 3
    assert abs(before.y - after.y) <= 2


def test_it_hardly_ever_stands_still() -> None:
    day = [shift_at(minute, 8) for minute in range(24 * 60)]
    assert sum(before == after for before, after in pairwise(day)) < len(day) / 100


def test_in_a_day_it_has_stood_everywhere() -> None:
    day = {shift_at(minute, 8) for minute in range(24 * 60)}
    assert {place.x for place in day} == set(range(-8, 9))
    assert {place.y for place in day} == set(range(-8, 9))
    assert len(day) > 17 * 17 / 2


def test_without_a_margin_it_stays() -> None:
    assert {shift_at(minute, 0) for minute in range(100)} == {Shift(0, 0)}
