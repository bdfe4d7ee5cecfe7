"""Contacts that must be held (access.md M12), and frames that tell how large one is (M8)."""

from __future__ import annotations

import pytest

from kiosk.ui.touch.aim import Target
from kiosk.ui.touch.judge import PALM_MM, Down, Judge, Up
from tests.ui.touch.plan import GAP, GUARD, ON_A, ON_B, A, B, activated, press, release

HOLD = 0.6
FINGER, PALM = 9.0, PALM_MM + 5


@pytest.fixture
def patient() -> Judge:
    judge = Judge(GUARD)
    judge.hold_s = HOLD
    return judge


@pytest.mark.parametrize(("held_s", "acts"), [(0.1, []), (0.59, []), (0.6, [A]), (5.0, [A])])
def test_lifted_too_soon_does_nothing(patient: Judge, held_s: float, acts: list[int]) -> None:
    assert press(patient, ON_A, 0.0) == (Down(A),)
    outcomes = release(patient, ON_A, held_s)
    assert outcomes[0] == Up(A)
    assert activated(outcomes) == acts


def test_lifted_too_soon_starts_no_guard(patient: Judge) -> None:
    press(patient, ON_A, 0.0)
    release(patient, ON_A, 0.3)
    press(patient, ON_A, 0.4)
    assert activated(release(patient, ON_A, 1.1)) == [A]


def test_held_long_enough_and_slid_off_does_nothing(patient: Judge) -> None:
    press(patient, ON_A, 0.0)
    assert release(patient, GAP, 2.0) == (Up(A),)


def test_a_moment_beside_the_target_does_not_start_the_time_anew(patient: Judge) -> None:
    press(patient, ON_A, 0.0)
    patient.move(0, *GAP)
    assert patient.held(0, 0.2) is None
    patient.move(0, *ON_A)
    assert patient.held(0, 0.3) == pytest.approx(0.5)
    assert activated(release(patient, ON_A, 0.6)) == [A]


def test_it_tells_how_full_the_ring_is(patient: Judge) -> None:
    press(patient, ON_A, 0.0)
    assert [patient.held(0, now) for now in (0.0, 0.3, 0.6, 9.0)] == [0.0, 0.5, 1.0, 1.0]
    assert patient.held(7, 0.0) is None
    press(patient, GAP, 0.1, contact=7)
    assert patient.held(7, 0.2) is None
    patient.forfeit(0)
    assert patient.held(0, 0.3) is None


def test_a_surface_that_is_one_button_needs_no_hold(patient: Judge) -> None:
    whole = (Target(B, 0, 0, 160, 60, whole=True),)
    patient.press(0, *ON_A, 0.0, whole)
    assert patient.held(0, 0.1) is None
    assert activated(patient.release(0, *ON_A, 0.1)) == [B]


def test_without_a_hold_there_is_no_ring() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.held(0, 1.0) is None


def test_a_palm_that_came_first_and_leaves_first_does_not_fire() -> None:
    """Sooner than a second: only its size tells it from the finger."""
    judge = Judge(GUARD)
    press(judge, ON_B, 0.0, contact=9)
    judge.sized(9, PALM)
    press(judge, ON_A, 0.2)
    assert judge.sized(0, FINGER) == (Up(B),)
    assert release(judge, ON_B, 0.3, contact=9) == ()
    assert activated(release(judge, ON_A, 0.4)) == [A]


def test_a_palm_that_came_later_and_leaves_first_does_not_fire() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    judge.sized(0, FINGER)
    press(judge, ON_B, 0.1, contact=9)
    assert judge.sized(9, FINGER) == ()
    assert judge.sized(9, PALM) == (Up(B),)  # its print grew as it came down
    assert release(judge, ON_B, 0.2, contact=9) == ()
    assert activated(release(judge, ON_A, 0.3)) == [A]


def test_alone_a_large_contact_is_a_tap() -> None:
    """A frame that tells every finger too large must not lock the glass."""
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.sized(0, 60.0) == ()
    assert activated(release(judge, ON_A, 0.1)) == [A]


@pytest.mark.parametrize(
    "sizes", [(60.0, 60.0), (60.0, 0.0), (0.0, 60.0), (15.0, 5.0), (30.0, 16.0)]
)
def test_sizes_that_say_nothing_change_nothing(sizes: tuple[float, float]) -> None:
    judge = Judge(GUARD)
    press(judge, ON_B, 0.0, contact=9)
    judge.sized(9, sizes[0])
    press(judge, ON_A, 0.2)
    assert judge.sized(0, sizes[1]) == ()


def test_two_contacts_on_one_target_are_no_rivals() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    judge.sized(0, PALM)
    press(judge, (35.0, 30.0), 0.1, contact=1)
    assert judge.sized(1, FINGER) == ()


def test_a_palm_beside_all_targets_may_lie_there() -> None:
    judge = Judge(GUARD)
    press(judge, GAP, 0.0, contact=9)
    judge.sized(9, PALM)
    press(judge, ON_A, 0.1)
    assert judge.sized(0, FINGER) == ()
    assert activated(release(judge, ON_A, 0.2)) == [A]


def test_the_size_of_a_contact_that_is_not_there_says_nothing() -> None:
    assert Judge(GUARD).sized(3, PALM) == ()
