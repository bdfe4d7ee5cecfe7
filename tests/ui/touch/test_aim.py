"""Which target a tap means, and what is learnt from it (access.md M3, M13, P2). Millimetres."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.ui.touch.aim import (
    LEAST_SPREAD_MM,
    MOST_OFFSET_MM,
    MOST_SPREAD_MM,
    MOST_STEP_MM,
    REACH_MM,
    SPREAD_MM,
    WIDEST_REACH_MM,
    Aim,
    Target,
)

# Two rows of targets of 40 mm, 8 mm apart; the last of each row loses something.
TARGETS = tuple(
    Target(row * 3 + column, 10 + 48 * column, 10 + 48 * row, 40, 40, column == 2)
    for row in range(2)
    for column in range(3)
)
A, B, C = TARGETS[:3]
MIDDLE_OF_A = (30.0, 30.0)
PLACES = st.tuples(st.floats(-20, 180), st.floats(-20, 130))
INSIDE = st.floats(-20, 19.9)
TAPS = st.lists(
    st.tuples(st.sampled_from(TARGETS), st.floats(-60, 60), st.floats(-60, 60)), max_size=60
)


def taught(taps: list[tuple[Target, float, float]]) -> Aim:
    aim = Aim()
    for target, right, down in taps:
        aim.learn(*beside(target, right, down), target)
    return aim


def beside(target: Target, right: float, down: float) -> tuple[float, float]:
    return target.x + target.width / 2 + right, target.y + target.height / 2 + down


def hand(spread: float, offset: tuple[float, float], taps: int, seed: int = 1) -> Aim:
    """What is known after some taps of a hand on the first four targets."""
    chance = random.Random(seed)
    aim = Aim()
    for _ in range(taps):
        target = chance.choice(TARGETS)
        right, down = (chance.gauss(axis, spread) for axis in offset)
        aim.learn(*beside(target, right, down), target)
    return aim


@given(on=st.sampled_from(TARGETS), right=INSIDE, down=INSIDE, taps=TAPS)
def test_where_a_finger_lies_on_a_target_that_is_meant_whatever_was_learnt(
    on: Target, right: float, down: float, taps: list[tuple[Target, float, float]]
) -> None:
    """So no target can become unreachable."""
    assert taught(taps).meant(*beside(on, right, down), TARGETS) is on


@given(at=PLACES)
def test_a_hand_that_nobody_knows_yet_means_the_nearest_when_clearly_nearest(
    at: tuple[float, float],
) -> None:
    """access.md M13, to the letter."""
    nearest, following = sorted(TARGETS, key=lambda target: target.distance(*at))[:2]
    near, far = nearest.distance(*at), following.distance(*at)
    clear = near == 0 or (near <= 10 and 1.5 * near <= far and not nearest.loses)
    assume(nearest.holds(*at) or near > 0)  # on an edge of two
    assert Aim().meant(*at, TARGETS) is (nearest if clear else None)


@given(at=PLACES, taps=TAPS)
def test_what_loses_something_wants_a_finger_on_it(
    at: tuple[float, float], taps: list[tuple[Target, float, float]]
) -> None:
    meant = taught(taps).meant(*at, TARGETS)
    assert meant is None or not meant.loses or meant.holds(*at)


@given(
    taps=TAPS, stray=st.tuples(st.sampled_from(TARGETS), st.floats(-500, 500), st.floats(0, 500))
)
def test_no_single_tap_changes_much(
    taps: list[tuple[Target, float, float]], stray: tuple[Target, float, float]
) -> None:
    aim = taught(taps)
    before, spread = aim.offset, aim.spread
    aim.learn(*beside(*stray), stray[0])
    moved = (abs(now - was) for now, was in zip(aim.offset, before, strict=True))
    assert max(moved) <= MOST_STEP_MM + 1e-9
    assert abs(aim.spread - spread) <= MOST_STEP_MM + 1e-9


@given(taps=TAPS)
def test_what_is_learnt_has_bounds(taps: list[tuple[Target, float, float]]) -> None:
    aim = taught(taps)
    assert max(abs(one) for one in aim.offset) <= MOST_OFFSET_MM
    assert LEAST_SPREAD_MM <= aim.spread <= MOST_SPREAD_MM
    assert REACH_MM <= aim.reach <= WIDEST_REACH_MM


@given(at=PLACES, taps=TAPS)
def test_nothing_is_meant_far_from_everything(
    at: tuple[float, float], taps: list[tuple[Target, float, float]]
) -> None:
    meant = taught(taps).meant(*at, TARGETS)
    assert meant is None or meant.distance(*at) <= WIDEST_REACH_MM + MOST_OFFSET_MM * 2**0.5


@given(at=PLACES, taps=TAPS)
def test_forgotten_is_as_new(
    at: tuple[float, float], taps: list[tuple[Target, float, float]]
) -> None:
    aim = taught(taps)
    aim.forget()
    assert (aim.offset, aim.spread, aim.reach) == ((0.0, 0.0), SPREAD_MM, REACH_MM)
    assert aim.meant(*at, TARGETS) == Aim().meant(*at, TARGETS)
    aim.learn(33, 33, A)
    assert aim.offset == taught([(A, 3, 3)]).offset


@pytest.mark.parametrize("offset", [(8, 0), (0, 8), (-8, 0), (4, -6), (0, 0)])
def test_twenty_taps_tell_how_far_beside_a_hand_lands(offset: tuple[float, float]) -> None:
    found = hand(SPREAD_MM, offset, 20).offset
    assert found == pytest.approx(offset, abs=2.5)


def test_five_taps_tell_most_of_it() -> None:
    assert hand(3.0, (0, 8), 5).offset[1] == pytest.approx(5.5, abs=1.5)


@pytest.mark.parametrize(("spread", "least", "most"), [(2, 3, 4), (8, 5, 9), (12, 8, 13)])
def test_taps_tell_how_a_hand_scatters(spread: float, least: float, most: float) -> None:
    assert least <= hand(spread, (0, 0), 60).spread <= most


def test_in_the_middle_of_a_gap_a_known_hand_means_what_it_always_misses_that_way() -> None:
    gap = (54.0, 30.0)
    assert Aim().meant(*gap, TARGETS) is None
    assert hand(4.0, (6, 0), 20).meant(*gap, TARGETS) is A
    assert hand(4.0, (-6, 0), 20).meant(*gap, TARGETS) is B


def test_a_hand_that_scatters_reaches_further_and_guesses_less_between_two() -> None:
    wide = hand(12.0, (0, 0), 60)
    above, between = (30.0, -2.0), (52.9, 30.0)
    assert wide.meant(*above, TARGETS) is A
    assert Aim().meant(*above, TARGETS) is None
    assert Aim().meant(*between, TARGETS) is A
    assert wide.meant(*between, TARGETS) is None


def test_a_surface_that_is_one_button_teaches_nothing() -> None:
    aim = Aim()
    aim.learn(10, 10, Target(9, 0, 0, 400, 300, whole=True))
    assert (aim.offset, aim.spread) == ((0.0, 0.0), SPREAD_MM)


def test_beside_nothing_at_all_nothing_is_meant() -> None:
    assert Aim().meant(*MIDDLE_OF_A, ()) is None
