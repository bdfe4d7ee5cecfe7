"""Ages: what is past its review date, and what the loop shows of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ageing import Age, AgeState, AtExpiry, Showing, age_of, ages, showing
from kiosk.domain.pack import Edition, Pack, Review, TopicList

TODAY = date(2026, 11, 22)


def review(until: str, reviewed: str = "2026-05-01") -> Review:
    return Review("Dr. Jansen", reviewed, until, "")


@pytest.mark.parametrize(
    ("until", "state", "left"),
    [
        ("2027-06-01", "fresh", 191),
        ("2027-01-22", "fresh", 61),
        ("2027-01-21", "due", 60),
        ("2026-11-22", "due", 0),
        ("2026-11-21", "expired", -1),
    ],
)
def test_ages(until: str, state: str, left: int) -> None:
    age = age_of("nl", review(until), TODAY)
    assert (age.state, age.days_left) == (state, left)
    assert age.is_for_staff == (state != "fresh")


def test_without_a_believable_today_nothing_expires() -> None:
    age = age_of("nl", review("2020-01-01"), None)
    assert (age.state, age.days_left) == ("fresh", None)
    assert age.reviewed_on == date(2026, 5, 1)


@pytest.mark.parametrize("until", ["", "soon", "2026-13-01"])
def test_a_date_that_is_none_never_expires(until: str) -> None:
    assert age_of("nl", review(until), TODAY).state == "fresh"


def test_words_that_nobody_reviewed() -> None:
    assert age_of("nl", None, TODAY) == Age("nl", "unreviewed")


def test_every_language_has_its_own_age() -> None:
    def edition(code: str, until: str) -> Edition:
        return Edition(code, "T", "", "", TopicList(()), (), {}, review(until))

    pack = Pack(
        "p", "1", None, {"nl": edition("nl", "2030-01-01"), "fr": edition("fr", "2020-01-01")}, ()
    )
    assert [age.state for age in ages(pack, TODAY)] == ["fresh", "expired"]


FRESH, OLD = Age("nl", "fresh"), Age("fr", "expired")


@pytest.mark.parametrize(
    ("at_expiry", "expected"),
    [
        ("warn", Showing(("nl", "fr"))),
        ("note", Showing(("nl", "fr"), frozenset({"fr"}))),
        ("leave-out", Showing(("nl",))),
    ],
)
def test_what_shows_of_expired_words(at_expiry: AtExpiry, expected: Showing) -> None:
    assert showing(("nl", "fr"), (FRESH, OLD), at_expiry) == expected


def test_the_loop_is_never_empty() -> None:
    assert showing(("fr",), (FRESH, OLD), "leave-out") == Showing(("fr",), frozenset({"fr"}))


CODES = st.sampled_from(["nl", "fr", "en"])
STATES: list[AgeState] = ["fresh", "due", "expired", "unreviewed"]
ACTIONS: list[AtExpiry] = ["warn", "note", "leave-out"]


@given(
    st.lists(CODES, min_size=1, unique=True),
    st.lists(st.builds(Age, CODES, st.sampled_from(STATES))),
    st.sampled_from(ACTIONS),
)
def test_something_always_shows(wanted: list[str], found: list[Age], at_expiry: AtExpiry) -> None:
    shown = showing(wanted, found, at_expiry)
    assert shown.languages
    assert set(shown.languages) <= set(wanted)
    assert shown.noted <= set(shown.languages)


def test_words_that_nobody_reviewed_do_not_stand_in_for_those_whose_review_is_over() -> None:
    found = [Age("nl", "expired"), Age("en", "unreviewed")]
    assert showing(("nl", "en"), found, "leave-out") == Showing(("nl", "en"), frozenset({"nl"}))
    assert showing(("en",), found, "leave-out") == Showing(("en",))
