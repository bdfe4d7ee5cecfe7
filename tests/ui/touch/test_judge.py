"""The judge: what contacts mean (access.md M4 to M8, M11). Millimetres and seconds."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.touch.judge import (
    MOST_CONTACTS,
    REST_S,
    Activate,
    Down,
    Judge,
    Outcome,
    Target,
    Up,
)

GUARD = 0.5
A, B, C = 1, 2, 3
# 40 mm targets with 8 mm between them, as on the shelf.
TARGETS = (
    Target(A, 10.0, 10.0, 40.0, 40.0),
    Target(B, 58.0, 10.0, 40.0, 40.0),
    Target(C, 106.0, 10.0, 40.0, 40.0),
)
ON_A, ON_B, ON_C, GAP = (30.0, 30.0), (78.0, 30.0), (126.0, 30.0), (54.0, 30.0)


def press(
    judge: Judge, at: tuple[float, float], now: float, contact: int = 0
) -> tuple[Outcome, ...]:
    return judge.press(contact, *at, now, TARGETS)


def release(
    judge: Judge, at: tuple[float, float], now: float, contact: int = 0
) -> tuple[Outcome, ...]:
    return judge.release(contact, *at, now)


def tap(judge: Judge, at: tuple[float, float], now: float) -> tuple[Outcome, ...]:
    return (*press(judge, at, now), *release(judge, at, now))


def activated(outcomes: tuple[Outcome, ...]) -> list[int]:
    return [outcome.key for outcome in outcomes if isinstance(outcome, Activate)]


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


def test_an_ignored_press_does_not_prolong_the_guard() -> None:
    judge = Judge(GUARD)
    tap(judge, ON_A, 0.0)
    tap(judge, ON_A, 0.4)
    assert activated(tap(judge, ON_A, 0.6)) == [A]


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
    assert activated(tap(judge, ON_A, 3.5)) == [A]


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


class Step(NamedTuple):
    """One thing that happens to a contact, after `wait` seconds."""

    what: str
    contact: int
    x: float
    y: float
    wait: float


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(["press", "press", "move", "release", "release", "cancel", "changed"]),
        st.integers(0, 11),
        st.floats(0.0, 160.0),
        st.floats(0.0, 60.0),
        st.one_of(st.just(0.0), st.floats(0.0, 1.5)),
    ),
    max_size=40,
)


class Happened(NamedTuple):
    """What a judge said at one step."""

    now: float
    step: Step
    outcomes: tuple[Outcome, ...]


def see(
    judge: Judge, step: Step, now: float, targets: tuple[Target, ...] = TARGETS, shift: int = 0
) -> tuple[Outcome, ...]:
    contact = step.contact + shift
    match step.what:
        case "press":
            return judge.press(contact, step.x, step.y, now, targets)
        case "move":
            return judge.move(contact, step.x, step.y)
        case "release":
            return judge.release(contact, step.x, step.y, now)
        case "cancel":
            return judge.cancel(contact)
        case _:
            return judge.changed(now)


def play(
    steps: list[Step], targets: tuple[Target, ...] = TARGETS, shift: int = 0
) -> list[Happened]:
    """Let a fresh judge see the steps; the numbers of the contacts are shifted."""
    judge, now = Judge(GUARD), 0.0
    told: list[Happened] = []
    for step in steps:
        now += step.wait
        told.append(Happened(now, step, see(judge, step, now, targets, shift)))
    return told


def hit(step: Step) -> int | None:
    return next((target.key for target in TARGETS if target.holds(step.x, step.y)), None)


@given(steps=STEPS)
def test_never_two_activations_within_the_guard(steps: list[Step]) -> None:
    times = [told.now for told in play(steps) if activated(told.outcomes)]
    assert all(later - earlier >= GUARD for earlier, later in itertools.pairwise(times))


@given(steps=STEPS)
def test_only_what_was_pressed_and_lifted_there_outside_the_guard_activates(
    steps: list[Step],
) -> None:
    landed: dict[int, tuple[float, int | None]] = {}
    quiet_since = -10.0
    for now, step, outcomes in play(steps):
        for key in activated(outcomes):
            began, start = landed[step.contact]
            assert step.what == "release"
            assert start == key == hit(step)
            assert began >= quiet_since  # nothing changed under it
        if step.what == "press":
            guarded = now - quiet_since < GUARD
            landed[step.contact] = (now, None if guarded else hit(step))
        if step.what == "changed" or activated(outcomes):
            quiet_since = now
            landed = {contact: (began, None) for contact, (began, _) in landed.items()}


@given(steps=STEPS)
def test_looks_balance_and_nothing_stays_pressed(steps: list[Step]) -> None:
    judge, pressed, now = Judge(GUARD), set[int](), 0.0
    for step in steps:
        now += step.wait
        for outcome in see(judge, step, now):
            match outcome:
                case Down(key):
                    assert key not in pressed
                    pressed.add(key)
                case Up(key):
                    pressed.remove(key)
                case Activate(key):
                    assert key not in pressed
    assert {outcome.key for outcome in judge.cancel_all()} == pressed
    assert judge.contacts == ()


@given(steps=STEPS, order=st.permutations(TARGETS), shift=st.integers(0, 100))
def test_neither_the_order_of_targets_nor_the_numbers_of_contacts_matter(
    steps: list[Step], order: list[Target], shift: int
) -> None:
    plain = [told.outcomes for told in play(steps)]
    other = [told.outcomes for told in play(steps, tuple(order), shift)]
    assert plain == other


INSIDE_A = st.tuples(st.floats(10.0, 49.9), st.floats(10.0, 49.9))
ANYWHERE = st.tuples(st.floats(0.0, 160.0), st.floats(0.0, 60.0))


@given(
    start=INSIDE_A,
    path=st.lists(ANYWHERE, max_size=10),
    end=INSIDE_A,
    hold_s=st.floats(0.0, 60.0),
)
def test_any_way_from_a_target_back_to_it_activates_once(
    start: tuple[float, float],
    path: list[tuple[float, float]],
    end: tuple[float, float],
    hold_s: float,
) -> None:
    judge = Judge(GUARD)
    outcomes = press(judge, start, 0.0)
    for at in path:
        outcomes += judge.move(0, *at)
    outcomes += release(judge, end, hold_s)
    assert activated(outcomes) == [A]


@given(
    palm=st.lists(st.tuples(st.floats(58.0, 146.0), st.floats(10.0, 49.9)), min_size=1, max_size=9),
    lead_s=st.floats(REST_S, 30.0),
    hold_s=st.floats(0.0, 5.0),
    lifts_before=st.booleans(),
)
def test_a_resting_hand_never_matters(
    palm: list[tuple[float, float]], lead_s: float, hold_s: float, lifts_before: bool
) -> None:
    judge = Judge(GUARD)
    outcomes: tuple[Outcome, ...] = ()
    for contact, at in enumerate(palm, start=10):
        outcomes += press(judge, at, 0.0, contact)
    outcomes += press(judge, ON_A, lead_s)
    if lifts_before:
        for contact, at in enumerate(palm, start=10):
            outcomes += release(judge, at, lead_s, contact)
    outcomes += release(judge, ON_A, lead_s + hold_s)
    if not lifts_before:
        for contact, at in enumerate(palm, start=10):
            outcomes += release(judge, at, lead_s + hold_s + 1.0, contact)
    assert activated(outcomes) == [A]
