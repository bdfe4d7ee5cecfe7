"""The gesture of staff: top left held 2 s, then top right 2 s within 5 s (issue 3, item 1)."""

from __future__ import annotations

import pytest

from kiosk.domain.corner_hold import CORNER_MM, Sight
from tests.domain.corner_support import LEFT, MIDDLE, RIGHT, Glass


@pytest.fixture
def glass() -> Glass:
    return Glass()


def test_left_then_right_passes_once(glass: Glass) -> None:
    glass.press(LEFT, 2.1)
    glass.wait(1.0)
    glass.press(RIGHT, 2.1)
    assert glass.passed == 1
    glass.wait(10.0)
    assert glass.passed == 1


def test_the_ring_fills_while_it_is_held(glass: Glass) -> None:
    glass.down(LEFT)
    assert glass.wait(0.5)[:2] == ("left", pytest.approx(0.25, abs=0.02))
    assert glass.wait(1.0)[:2] == ("left", pytest.approx(0.75, abs=0.02))
    assert glass.filled == []
    glass.wait(0.5)
    assert glass.sight[:3] == ("left", 1.0, True)
    assert glass.filled == [0]
    glass.up()
    assert glass.wait(0.5) == Sight(waiting=True)
    glass.down(RIGHT, 1)
    assert glass.wait(1.0)[:2] == ("right", pytest.approx(0.5, abs=0.02))
    glass.wait(1.0)
    assert glass.passed == 1
    assert glass.filled == [0, 1]


@pytest.mark.parametrize("seconds", [0.05, 1.0, 1.9])
def test_a_shorter_hold_stays_an_ordinary_tap(glass: Glass, seconds: float) -> None:
    glass.press(LEFT, seconds)
    glass.wait(0.5)
    assert glass.filled == []
    assert glass.sight == Sight()
    glass.press(RIGHT, 3.0)
    assert not glass.passed


def test_the_right_corner_comes_second(glass: Glass) -> None:
    glass.press(RIGHT, 3.0)
    glass.press(LEFT, 3.0)
    assert not glass.passed
    assert glass.filled == [0]


def test_a_finger_that_lay_in_the_right_corner_before_does_not_count(glass: Glass) -> None:
    glass.down(RIGHT, 1)
    glass.press(LEFT, 2.1)
    glass.wait(3.0)
    assert not glass.passed


@pytest.mark.parametrize(("pause", "passes"), [(0.3, 1), (4.9, 1), (5.1, 0), (60.0, 0)])
def test_within_five_seconds(glass: Glass, pause: float, passes: int) -> None:
    glass.press(LEFT, 2.1)
    glass.wait(pause)
    glass.press(RIGHT, 2.1)
    assert glass.passed == passes


def test_after_five_seconds_nothing_waits(glass: Glass) -> None:
    glass.press(LEFT, 2.1)
    assert glass.wait(4.9).waiting
    assert not glass.wait(0.2).waiting


def test_a_right_hold_begun_in_time_may_end_later(glass: Glass) -> None:
    glass.press(LEFT, 2.1)
    glass.wait(4.9)
    glass.down(RIGHT)
    glass.wait(2.1)
    assert glass.passed == 1


def test_the_left_corner_may_stay_held(glass: Glass) -> None:
    """Two hands: the second corner while the first is still held; or the first for long."""
    glass.down(LEFT, 1)
    glass.wait(9.0)
    glass.press(RIGHT, 2.1, 2)
    assert glass.passed == 1


def test_a_resting_finger_elsewhere_breaks_nothing(glass: Glass) -> None:
    glass.down(MIDDLE, 7)
    glass.press(LEFT, 2.1)
    glass.press(MIDDLE, 0.2, 8)
    glass.press(RIGHT, 2.1)
    assert glass.passed == 1
    assert 7 not in glass.filled


def test_a_second_finger_in_the_same_corner_changes_nothing(glass: Glass) -> None:
    glass.down(LEFT)
    glass.wait(1.0)
    glass.press((20.0, 20.0), 0.2, 5)
    glass.wait(0.9)
    assert glass.filled == [0]


def test_a_slip_within_15_mm_is_tolerated_and_a_longer_one_is_not(glass: Glass) -> None:
    glass.down((28.0, 28.0))
    glass.wait(1.0)
    glass.move((CORNER_MM + 14.0, CORNER_MM + 14.0))
    glass.wait(0.9)
    assert glass.sight.corner == "left"
    glass.move((CORNER_MM + 16.0, 10.0))
    glass.wait(1.0)
    assert glass.filled == []


def test_a_finger_that_slides_in_holds_nothing(glass: Glass) -> None:
    glass.down(MIDDLE)
    glass.move(LEFT)
    glass.wait(3.0)
    assert glass.filled == []


def test_a_shaking_finger_that_bounces_goes_on(glass: Glass) -> None:
    for number in range(3):
        glass.press(LEFT, 0.5, number)
        glass.wait(0.12)
        assert glass.sight.corner == "left"
    glass.press(LEFT, 0.6, 3)
    assert glass.filled == [3]
    glass.press(RIGHT, 2.1, 4)
    assert glass.passed == 1


def test_a_bounce_after_the_corner_is_full_means_nothing_else(glass: Glass) -> None:
    glass.press(LEFT, 2.1, 1)
    glass.wait(0.1)
    glass.press(LEFT, 0.1, 2)
    assert glass.filled == [1, 2]
    glass.wait(0.5)
    glass.press(RIGHT, 2.1, 3)
    assert glass.passed == 1


def test_taps_are_no_hold(glass: Glass) -> None:
    """features.md G: must hold, not taps."""
    for number in range(60):
        glass.press(LEFT, 0.12, number)
        glass.wait(0.1)
    assert glass.filled == []


def test_a_look_that_comes_late_sees_all_the_same(glass: Glass) -> None:
    """No timer went off in between: the lift itself tells."""
    glass.down(LEFT)
    glass.now += 2.5
    glass.up()
    assert glass.filled == [0]
    glass.now += 1.0
    glass.down(RIGHT)
    glass.now += 2.5
    glass.up()
    assert glass.passed == 1


def test_a_clock_that_jumps_back_fills_nothing_early(glass: Glass) -> None:
    glass.down(LEFT)
    glass.now -= 30.0
    assert glass.see(glass.hold.look(glass.now)).progress == 0.0
    glass.up()
    assert glass.filled == []


def test_forgotten(glass: Glass) -> None:
    glass.press(LEFT, 2.1)
    glass.hold.forget()
    glass.press(RIGHT, 2.1)
    assert not glass.passed
