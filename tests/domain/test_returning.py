"""Codes of three pictures: never two alike, hard to open by mistake, gone at midnight."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.quiz import QuizRound
from kiosk.domain.returning import CODES, MOST, PICKS, PICTURES, Code, Codes, Kept, toggled
from kiosk.domain.visit import QuestionPlace, TopicPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2026, 5, 4)
KEPT = Kept(TopicPlace("waarom", "abc"), None, "nl")


class Day:
    """A calendar that a test turns."""

    def __init__(self) -> None:
        self.today = DAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def day() -> Day:
    return Day()


def kept(number: int) -> Kept:
    return Kept(QuestionPlace(number), QuizRound((0, 1)).answered(0, 1), "fr")


def test_there_are_eighty_four_codes_of_three_pictures_out_of_nine() -> None:
    assert len(PICTURES) == len(set(PICTURES)) == 9
    assert len(set(CODES)) == 84
    assert {len(code) for code in CODES} == {PICKS} == {3}


def test_a_code_brings_back_what_was_kept_whatever_the_order(day: Day) -> None:
    codes = Codes(day)
    code = codes.give(kept(4))
    assert code is not None
    for order in (sorted(code), sorted(code, reverse=True)):
        assert codes.find(order) == kept(4)


def test_a_code_can_be_used_again_and_leads_to_the_newest_place(day: Day) -> None:
    codes = Codes(day)
    code = codes.give(kept(1))
    assert code is not None
    codes.find(code)
    assert codes.give(kept(2), code) == code
    assert codes.find(code) == kept(2)
    assert len(codes) == 1


@pytest.mark.parametrize("days", [1, 2, 400, -1])
def test_another_day_forgets_everything(day: Day, days: int) -> None:
    codes = Codes(day)
    code = codes.give(KEPT)
    assert code is not None
    day.today += timedelta(days=days)
    assert len(codes) == 0
    assert codes.find(code) is None
    day.today = DAY
    assert codes.find(code) is None, "it is gone, not hidden"


def test_a_dropped_code_opens_nothing(day: Day) -> None:
    codes = Codes(day)
    first, second = codes.give(kept(1)), codes.give(kept(2))
    assert first is not None
    assert second is not None
    codes.drop(first)
    codes.drop(first)
    codes.drop(None)
    assert codes.find(first) is None
    assert codes.find(second) == kept(2)
    codes.forget()
    assert len(codes) == 0


def test_a_code_of_yesterday_is_not_given_again(day: Day) -> None:
    codes = Codes(day, lambda free: free[0])
    old = codes.give(KEPT)
    day.today += timedelta(days=1)
    codes.give(kept(1))
    assert old is not None
    new = codes.give(kept(2), frozenset(PICTURES[-PICKS:]))
    assert new is not None
    assert codes.find(new) == kept(2)


def test_no_more_than_the_most_live_and_none_that_lives_is_given_up(day: Day) -> None:
    codes = Codes(day)
    given_codes = [codes.give(kept(number)) for number in range(MOST)]
    assert codes.give(KEPT) is None
    for number, code in enumerate(given_codes):
        assert code is not None
        assert codes.find(code) == kept(number)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=MOST))
def test_codes_are_never_alike_and_the_first_seven_differ_in_two_pictures(
    chance: list[int],
) -> None:
    """Of seven codes no two share more than one picture: one wrong picture opens nothing."""
    draws = iter(chance)

    def choose(free: Sequence[Code]) -> Code:
        return free[next(draws) % len(free)]

    codes = Codes(Day(), choose)
    found = [codes.give(kept(number)) for number in range(len(chance))]
    alive = [code for code in found if code is not None]
    assert len(set(alive)) == len(chance) == len(codes)
    assert all(len(one & other) <= 1 for one, other in combinations(alive[:7], 2))


@given(st.lists(st.sampled_from(PICTURES), max_size=12))
def test_a_picture_touched_twice_is_as_if_never_touched(touches: list[str]) -> None:
    picks: tuple[str, ...] = ()
    for picture in touches:
        assert toggled(toggled(picks, picture), picture) in (
            picks,
            (*(one for one in picks if one != picture), picture),
        )
        picks = toggled(picks, picture)
    odd = {picture for picture in touches if touches.count(picture) % 2}
    assert set(picks) == odd
    assert len(picks) == len(odd)
