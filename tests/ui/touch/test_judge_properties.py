"""What holds for the judge whatever happens on the glass."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.touch.aim import MOST_OFFSET_MM, WIDEST_REACH_MM, Target
from kiosk.ui.touch.judge import REST_S, Activate, Down, Judge, Outcome, Up
from tests.ui.touch.plan import GUARD, ON_A, TARGETS, A, activated, press, release


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


# As far beside a target as a tap may land that means it: its reach, and what is corrected at most.
BESIDE_MM = WIDEST_REACH_MM + math.hypot(MOST_OFFSET_MM, MOST_OFFSET_MM)


def near(step: Step) -> set[int]:
    return {target.key for target in TARGETS if target.distance(step.x, step.y) <= BESIDE_MM}


@given(steps=STEPS)
def test_never_two_activations_within_the_guard(steps: list[Step]) -> None:
    times = [told.now for told in play(steps) if activated(told.outcomes)]
    assert all(later - earlier >= GUARD for earlier, later in itertools.pairwise(times))


@given(steps=STEPS)
def test_only_what_was_pressed_and_lifted_there_outside_the_guard_activates(
    steps: list[Step],
) -> None:
    landed: dict[int, tuple[float, set[int]]] = {}
    quiet_since = -10.0
    for now, step, outcomes in play(steps):
        for key in activated(outcomes):
            began, start = landed[step.contact]
            assert step.what == "release"
            assert key in start & near(step)
            assert began >= quiet_since  # nothing changed under it
        if step.what == "press":
            guarded = now - quiet_since < GUARD
            landed[step.contact] = (now, set() if guarded else near(step))
        if step.what == "changed" or activated(outcomes):
            quiet_since = now
            landed = {contact: (began, set()) for contact, (began, _) in landed.items()}


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
    looks = [look for contact in judge.contacts for look in judge.cancel(contact)]
    assert {look.key for look in looks} == pressed
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
