"""The judge: what contacts mean (access.md M4 to M8, M11). Millimetres and seconds."""

from __future__ import annotations

import pytest

from kiosk.ui.touch.aim import Target
from kiosk.ui.touch.judge import MOST_CONTACTS, REST_S, Activate, Down, Judge, Up
from tests.ui.touch.plan import (
    GAP,
    GUARD,
    ON_A,
    ON_B,
    ON_C,
    TARGETS,
    A,
    B,
    C,
    activated,
    press,
    release,
    tap,
)


def test_a_tap_presses_and_activates() -> None:
    judge = Judge(GUARD)
    assert press(judge, ON_A, 0.0) == (Down(A),)
    assert release(judge, ON_A, 0.1) == (Up(A), Activate(A))
    assert judge.contacts == ()


def test_a_tap_on_nothing_does_nothing() -> None:
    assert tap(Judge(GUARD), GAP, 0.0) == ()


def test_slid_off_does_nothing() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.move(0, *GAP) == (Up(A),)
    assert release(judge, GAP, 0.1) == ()


def test_a_release_elsewhere_without_a_move_between_does_nothing() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert release(judge, ON_B, 0.1) == (Up(A),)


def test_slid_in_does_nothing() -> None:
    judge = Judge(GUARD)
    press(judge, GAP, 0.0)
    assert judge.move(0, *ON_A) == ()
    assert release(judge, ON_A, 0.1) == ()


def test_out_and_back_in_activates() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.move(0, *ON_B) == (Up(A),)
    assert judge.move(0, *ON_A) == (Down(A),)
    assert release(judge, ON_A, 0.1) == (Up(A), Activate(A))


@pytest.mark.parametrize("hold_s", [0.0, 0.05, 0.5, 1.0, 5.0, 60.0])
@pytest.mark.parametrize("slip_mm", [0.0, 5.0, 15.0, 39.9])
def test_any_hold_and_any_slip_inside_activate_once(hold_s: float, slip_mm: float) -> None:
    judge = Judge(GUARD)
    press(judge, (10.0, 12.0), 0.0)
    outcomes = judge.move(0, 10.0 + slip_mm, 12.0)
    outcomes += release(judge, (10.0 + slip_mm, 12.0), hold_s)
    assert activated(outcomes) == [A]


def test_three_taps_within_the_guard_are_one_step() -> None:
    judge = Judge(GUARD)
    outcomes = tap(judge, ON_A, 0.060) + tap(judge, ON_A, 0.200) + tap(judge, ON_A, 0.330)
    assert activated(outcomes) == [A]


def test_a_press_within_the_guard_is_ignored_whole() -> None:
    judge = Judge(GUARD)
    tap(judge, ON_A, 0.0)
    assert press(judge, ON_B, 0.499) == ()
    assert release(judge, ON_B, 9.0) == ()


def test_a_press_after_the_guard_counts() -> None:
    judge = Judge(GUARD)
    tap(judge, ON_A, 0.0)
    assert activated(tap(judge, ON_B, 0.5)) == [B]


@pytest.mark.parametrize("gap", [0.06, 0.2, 0.33, 0.39])
def test_a_train_of_taps_is_one_step(gap: float) -> None:
    """Three taps, each `gap` seconds after the one before (access.md M6)."""
    judge = Judge(GUARD)
    found = [outcome for n in range(8) for outcome in activated(tap(judge, ON_A, n * gap))]
    assert found == [A]


def test_taps_twice_a_second_each_get_an_answer() -> None:
    judge = Judge(GUARD)
    found = [outcome for n in range(3) for outcome in activated(tap(judge, ON_A, n * 0.5))]
    assert found == [A, A, A]


def test_no_guard_when_the_clinic_wants_none() -> None:
    judge = Judge(0.0)
    assert activated(tap(judge, ON_A, 0.0) + tap(judge, ON_A, 0.0)) == [A, A]


def test_a_clock_that_jumps_back_does_not_lock_the_glass() -> None:
    judge = Judge(GUARD)
    tap(judge, ON_A, 1000.0)
    assert activated(tap(judge, ON_A, 1.0)) == [A]


def test_a_change_ends_what_is_down_and_starts_the_guard() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.changed(1.0) == (Up(A),)
    assert release(judge, ON_A, 2.0) == ()
    judge.changed(3.0)
    assert tap(judge, ON_A, 3.4) == ()
    assert activated(tap(judge, ON_A, 3.9)) == [A]


def test_a_cancelled_contact_does_nothing_and_starts_no_guard() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert judge.cancel(0) == (Up(A),)
    assert release(judge, ON_A, 0.1) == ()
    assert activated(tap(judge, ON_A, 0.2)) == [A]


def test_a_contact_that_lands_twice_lost_its_release() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0)
    assert press(judge, ON_B, 0.2) == (Up(A), Down(B))
    assert release(judge, ON_B, 0.3) == (Up(B), Activate(B))


def test_of_two_targets_that_overlap_the_first_counts() -> None:
    judge = Judge(GUARD)
    over = (Target(A, 0.0, 0.0, 10.0, 10.0), Target(B, 0.0, 0.0, 50.0, 50.0))
    judge.press(0, 5.0, 5.0, 0.0, over)
    assert activated(judge.release(0, 5.0, 5.0, 0.1)) == [A]
    judge.press(0, 20.0, 20.0, 1.0, over)
    assert judge.release(0, 5.0, 5.0, 1.1) == (Up(B),)  # slid onto the one in front
    judge.press(0, 20.0, 20.0, 2.0, over)
    assert activated(judge.release(0, 30.0, 20.0, 2.1)) == [B]


@pytest.mark.parametrize("lead_s", [0.05, 0.3, 0.99, 1.0, 5.0])
def test_a_palm_that_was_there_first_neither_blocks_nor_fires(lead_s: float) -> None:
    judge = Judge(GUARD)
    press(judge, ON_B, 0.0, contact=9)
    press(judge, ON_A, lead_s, contact=1)
    assert activated(release(judge, ON_A, lead_s + 0.1, contact=1)) == [A]
    assert release(judge, ON_B, lead_s + 2.0, contact=9) == ()


@pytest.mark.parametrize("lead_s", [0.05, 0.3, 0.99])
def test_a_palm_that_lands_during_a_tap_neither_blocks_nor_fires(lead_s: float) -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0, contact=1)
    press(judge, ON_B, lead_s, contact=9)
    assert activated(release(judge, ON_A, lead_s + 0.1, contact=1)) == [A]
    assert release(judge, ON_B, lead_s + 2.0, contact=9) == ()


def test_a_palm_that_rested_and_leaves_first_does_not_fire() -> None:
    judge = Judge(GUARD)
    press(judge, ON_B, 0.0, contact=9)
    assert press(judge, ON_A, REST_S, contact=1) == (Up(B), Down(A))
    assert release(judge, ON_B, REST_S + 0.05, contact=9) == ()
    assert activated(release(judge, ON_A, REST_S + 0.1, contact=1)) == [A]


def test_a_palm_beside_every_target_is_as_if_it_were_not_there() -> None:
    judge = Judge(GUARD)
    press(judge, GAP, 0.0, contact=9)
    for turn in range(5):
        assert activated(tap(judge, ON_A, 1.0 + turn)) == [A]
    assert release(judge, GAP, 9.0, contact=9) == ()


def test_a_palm_rests_through_many_taps_and_pages() -> None:
    judge = Judge(GUARD)
    press(judge, ON_B, 0.0, contact=9)
    for turn in range(5):
        assert activated(tap(judge, ON_A, 2.0 + turn)) == [A]
        judge.changed(2.1 + turn)
    assert release(judge, ON_B, 9.0, contact=9) == ()


def test_a_slow_press_survives_a_palm_beside_every_target() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0, contact=1)
    press(judge, GAP, 3.0, contact=9)
    assert activated(release(judge, ON_A, 4.0, contact=1)) == [A]


def test_two_fingers_on_one_target_are_one_tap() -> None:
    judge = Judge(GUARD)
    assert press(judge, ON_A, 0.0, contact=1) == (Down(A),)
    assert press(judge, (35.0, 30.0), 0.1, contact=2) == ()
    assert release(judge, ON_A, 0.2, contact=1) == (Up(A), Activate(A))
    assert release(judge, (35.0, 30.0), 0.3, contact=2) == ()


def test_a_finger_that_rested_on_the_same_target_still_counts() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0, contact=1)
    press(judge, ON_A, 2.0, contact=2)
    assert activated(release(judge, ON_A, 2.1, contact=1)) == [A]


def test_one_of_two_fingers_slides_off_and_the_target_stays_pressed() -> None:
    judge = Judge(GUARD)
    press(judge, ON_A, 0.0, contact=1)
    press(judge, ON_A, 0.1, contact=2)
    assert judge.move(1, *GAP) == ()
    assert activated(release(judge, ON_A, 0.2, contact=2)) == [A]


def test_nine_resting_contacts_leave_room_for_a_tap_and_an_eleventh_is_no_finger() -> None:
    judge = Judge(GUARD)
    for contact in range(10, 10 + MOST_CONTACTS - 1):
        press(judge, ON_B, 0.0, contact=contact)
    assert activated(tap(judge, ON_A, 2.0)) == [A]
    press(judge, ON_B, 3.0, contact=20)
    assert len(judge.contacts) == MOST_CONTACTS
    assert tap(judge, ON_A, 4.0) == ()
    assert len(judge.contacts) == MOST_CONTACTS


def test_with_ten_down_one_that_lands_again_still_counts() -> None:
    judge = Judge(GUARD)
    for contact in range(MOST_CONTACTS):
        press(judge, GAP, 0.0, contact=contact)
    assert press(judge, ON_A, 1.0, contact=0) == (Down(A),)
    assert activated(release(judge, ON_A, 1.1, contact=0)) == [A]


# -- what tallies ------------------------------------------------------------------------------

HANDS = tuple(one._replace(tallies=one.key != C) for one in TARGETS)


def tally(judge: Judge, at: tuple[float, float], now: float) -> list[int]:
    """A tap of 80 ms among two targets that tally and one that does not."""
    judge.press(0, *at, now, HANDS)
    return activated(judge.release(0, *at, now + 0.08))


def test_five_taps_a_second_on_what_tallies_all_count() -> None:
    judge = Judge(GUARD)
    counted = [tally(judge, ON_A, 0.2 * number) for number in range(10)]
    assert counted == [[A]] * 10


def test_a_quick_tap_on_the_next_that_tallies_counts_too() -> None:
    judge = Judge(GUARD)
    assert tally(judge, ON_A, 0.0) + tally(judge, ON_B, 0.2) + tally(judge, ON_A, 0.4) == [A, B, A]


def test_what_does_not_tally_keeps_its_guard_and_stops_no_counting() -> None:
    judge = Judge(GUARD)
    assert tally(judge, ON_A, 0.0) == [A]
    assert tally(judge, ON_C, 0.2) == []
    assert tally(judge, ON_A, 0.4) == [A]


def test_what_tallies_is_guarded_after_a_change_and_after_another_button() -> None:
    judge = Judge(GUARD)
    tally(judge, ON_A, 0.0)
    judge.changed(0.2)
    assert tally(judge, ON_A, 0.4) == []
    assert tally(judge, ON_C, 2.0) == [C]
    assert tally(judge, ON_A, 2.2) == []
