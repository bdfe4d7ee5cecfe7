"""One visit: where somebody is and how they came there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.letters import Letters
from kiosk.domain.visit import (
    TRAIL,
    AboutPlace,
    HomePlace,
    Place,
    QuestionPlace,
    ResultPlace,
    TopicPlace,
    ViewPlace,
    Visit,
)

places = st.sampled_from(
    [
        HomePlace(),
        HomePlace(1),
        TopicPlace("een"),
        TopicPlace("een", "zin"),
        TopicPlace("twee"),
        QuestionPlace(0),
        ResultPlace(),
        ViewPlace(),
        AboutPlace(),
    ]
)


def visit() -> Visit:
    return Visit(Letters(), "nl")


def test_it_begins_at_home_with_nothing_chosen() -> None:
    fresh = visit()
    assert fresh.place == HomePlace()
    assert fresh.quiz is None
    assert not fresh.mirrored


def test_back_leads_where_one_came_from() -> None:
    there = visit()
    there.go(TopicPlace("een"))
    there.go(TopicPlace("een", "zin"))
    assert there.back() == TopicPlace("een")
    assert there.back() == HomePlace()
    assert there.back() == HomePlace()


def test_the_same_place_again_is_no_step() -> None:
    there = visit()
    there.go(TopicPlace("een"))
    there.go(TopicPlace("een"))
    assert there.back() == HomePlace()


def test_home_forgets_the_way() -> None:
    there = visit()
    there.go(TopicPlace("een"))
    there.go(HomePlace())
    assert there.back() == HomePlace()


def test_another_name_of_the_same_place_is_no_step() -> None:
    there = visit()
    there.go(TopicPlace("een"))
    there.stay_at(TopicPlace("een", "zin"))
    assert there.place == TopicPlace("een", "zin")
    assert there.back() == HomePlace()


def test_a_long_visit_stays_small() -> None:
    there = visit()
    for number in range(TRAIL + 50):
        there.go(QuestionPlace(number))
    seen = [there.back() for _ in range(TRAIL)]
    assert seen[0] == QuestionPlace(TRAIL + 48)
    assert there.back() == HomePlace()


def test_places_of_different_kinds_never_equal_one_another() -> None:
    """A tuple equals any tuple of the same values: the kind keeps them apart."""
    all_places: list[Place] = [HomePlace(), QuestionPlace(0), AboutPlace(), ViewPlace()]
    all_places += [ResultPlace(), TopicPlace("")]
    assert len(set(all_places)) == len(all_places)


@given(st.lists(places, max_size=30))
def test_going_back_long_enough_always_leads_home(way: list[Place]) -> None:
    there = visit()
    for place in way:
        there.go(place)
    for _ in range(len(way) + 1):
        there.back()
    assert there.place == HomePlace()


def test_holding_goes_through_its_steps_and_is_off_again() -> None:
    there = visit()
    seen = [there.hold_s]
    for _ in range(4):
        there.hold_longer()
        seen.append(there.hold_s)
    assert seen == [0.0, 0.3, 0.6, 1.0, 0.0]
