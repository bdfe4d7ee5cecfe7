"""Hands, time and silence in a talk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.talk.pace import Pace, Plan, expected_minutes, expected_s
from kiosk.domain.talk.quiet import QUIET_S, WARNING_S, Quiet
from kiosk.domain.talk.slides import Slide
from kiosk.domain.talk.tally import MOST_HANDS, Tally

SAID = Slide("p", 2, "page", "Kop", "Een lijn.", notes="woord " * 108)
TALK = (Slide("title", 1, "title", "Titel"), SAID, SAID, Slide("end", 4, "end", "Dank"))
PLAN = Plan((30.0, 60.0, 60.0, 60.0))


# -- hands -----------------------------------------------------------------------------------


def test_hands_go_up_are_set_and_are_undone() -> None:
    tally = Tally().raised(3, 0).raised(3, 0).set(3, 1, 7).raised(5, 0)
    assert [tally.of(3, 0), tally.of(3, 1), tally.of(5, 0), tally.of(9, 9)] == [2, 7, 1, 0]
    assert tally.most == 7
    undone = tally.undone().undone()
    assert [undone.of(3, 0), undone.of(3, 1)] == [2, 0]
    assert Tally().undone() == Tally()


def test_hands_have_bounds_and_nothing_new_is_no_step() -> None:
    assert Tally().set(0, 0, -4) == Tally()
    assert Tally().set(0, 0, 100_000).of(0, 0) == MOST_HANDS
    tally = Tally().set(0, 0, 4)
    assert tally.set(0, 0, 4) is tally


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 50)), max_size=30))
def test_every_step_can_be_undone(changes: list[tuple[int, int, int]]) -> None:
    tally = Tally()
    for slide, answer, count in changes:
        tally = tally.set(slide, answer, count)
    while tally.before:
        tally = tally.undone()
    assert tally == Tally()


# -- time ------------------------------------------------------------------------------------


def test_a_slide_takes_as_long_as_its_notes_are_said() -> None:
    """110 words a minute: 108 words of notes and 2 on the wall are a minute."""
    assert expected_s(SAID) == pytest.approx(60.0)
    assert expected_s(SAID._replace(notes="", text=("woord " * 53,))) == pytest.approx(30.0)
    assert expected_s(SAID._replace(notes="kort", line="")) > 20.0
    assert expected_minutes(TALK) == 5
    assert expected_minutes(()) == 1


def test_the_time_there_is_stretches_the_plan() -> None:
    own = Plan.over(TALK)
    twice = Plan.over(TALK, round(2 * own.whole / 60))
    assert twice.whole == pytest.approx(own.whole * 2, rel=0.1)
    assert twice.seconds[1] / twice.seconds[0] == pytest.approx(own.seconds[1] / own.seconds[0])


def test_the_clock_starts_at_the_second_slide() -> None:
    pace = Pace(PLAN).at(0, 500.0)
    assert pace.timing(0, 900.0) == "waiting"
    assert pace.elapsed(900.0) == 0.0
    started = pace.at(1, 900.0)
    assert started.elapsed(930.0) == 30.0
    assert started.at(0, 950.0).at(1, 960.0).started == 900.0


def test_ahead_on_time_and_behind() -> None:
    pace = Pace(PLAN).at(1, 0.0)
    assert pace.timing(1, 30.0) == "on_time"
    assert pace.timing(1, 60.0 + 44.0) == "on_time"
    assert pace.timing(1, 60.0 + 46.0) == "behind"
    assert pace.timing(3, 60.0) == "ahead"
    assert pace.lead(3, 60.0) == 60.0
    assert pace.lead(1, 90.0) == -30.0


def test_when_it_will_be_over() -> None:
    pace = Pace(PLAN)
    assert pace.left(0, 0.0) == 210.0
    started = pace.at(1, 0.0)
    assert started.left(1, 20.0) == pytest.approx(160.0)
    assert started.left(1, 300.0) == pytest.approx(120.0), "late: what is left takes its time"
    assert started.left(2, 0.0) == pytest.approx(120.0), "early: no slide takes more than planned"


# -- silence ---------------------------------------------------------------------------------


def test_a_talk_warns_and_then_ends_when_nobody_does_anything() -> None:
    """Issue 3: 30 min without input, warning first."""
    assert (QUIET_S, WARNING_S) == (1800.0, 60.0)
    quiet = Quiet(0.0)
    assert quiet.state(1739.0) == "running"
    assert quiet.state(1740.0) == "warning"
    assert quiet.state(1800.0) == "over"
    assert quiet.next_change(0.0) == 1740.0
    assert quiet.next_change(1750.0) == 50.0
    assert quiet.alive(1750.0).state(1751.0) == "running"


def test_a_covered_wall_never_ends_by_itself() -> None:
    covered = Quiet(0.0).cover(10.0, covered=True)
    assert covered.state(100_000.0) == "running"
    assert covered.next_change(100_000.0) is None
    after = covered.cover(100_000.0, covered=False)
    assert after.state(100_001.0) == "running"
    assert after.state(100_000.0 + QUIET_S) == "over"
    assert covered.cover(20.0, covered=True) is covered
