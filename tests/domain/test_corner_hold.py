"""The gesture of staff: top left held 2 s, then top right 2 s within 5 s (issue 3, item 1)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.corner_hold import CORNER_MM, HOLD_S, NEXT_S, CornerHold, Sight

WIDTH = 476.0
LEFT, RIGHT, MIDDLE = (10.0, 10.0), (WIDTH - 10.0, 10.0), (238.0, 100.0)
FRAME_S = 0.04


class Glass:
    """A glass, a clock, and somebody who looks 25 times a second."""

    def __init__(self) -> None:
        self.hold = CornerHold()
        self.hold.resize(WIDTH)
        self.now = 50.0
        self.filled: list[object] = []
        self.passed = 0
        self.sight = Sight()

    def see(self, sight: Sight) -> Sight:
        self.filled += sight.filled
        self.passed += sight.passed
        self.sight = sight
        return sight

    def down(self, at: tuple[float, float], contact: int = 0) -> Sight:
        return self.see(self.hold.down(contact, *at, self.now))

    def move(self, at: tuple[float, float], contact: int = 0) -> Sight:
        return self.see(self.hold.move(contact, *at, self.now))

    def up(self, contact: int = 0) -> Sight:
        return self.see(self.hold.up(contact, self.now))

    def wait(self, seconds: float) -> Sight:
        end = self.now + seconds
        while self.now < end - 1e-9:
            self.now = min(end, self.now + FRAME_S)
            self.see(self.hold.look(self.now))
        return self.sight

    def press(self, at: tuple[float, float], seconds: float, contact: int = 0) -> None:
        self.down(at, contact)
        self.wait(seconds)
        self.up(contact)


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


class Touch(NamedTuple):
    """A contact that landed, rested for some time and was lifted, after a pause."""

    place: str
    pause_s: float
    hold_s: float


PLACES = {"left": LEFT, "right": RIGHT, "middle": MIDDLE}
TOUCHES = st.lists(
    st.builds(
        Touch,
        st.sampled_from(sorted(PLACES)),
        st.sampled_from([0.25, 1.0, NEXT_S - 0.1, NEXT_S + 0.1]),
        st.sampled_from([0.05, 1.0, HOLD_S - 0.1, HOLD_S + 0.1, 4.0]),
    ),
    max_size=8,
)


def expected(touches: list[Touch]) -> bool:
    """Whether two neighbours in the corners, long enough and soon enough, are among them.

    Between the two there may be touches elsewhere, and shorter ones in either corner.
    """
    held = [touch for touch in touches if touch.hold_s >= HOLD_S and touch.place != "middle"]
    times: dict[int, tuple[float, float]] = {}
    now = 0.0
    for touch in touches:
        now += touch.pause_s
        times[id(touch)] = (now, now + touch.hold_s)
        now += touch.hold_s
    return any(
        first.place == "left"
        and second.place == "right"
        and times[id(second)][0] - times[id(first)][1] <= NEXT_S
        for first, second in pairwise(held)
    )


@given(TOUCHES)
@example([Touch("left", 1.0, 2.1), Touch("middle", 0.25, 4.0), Touch("right", 0.25, 2.1)])
@example([Touch("left", 1.0, 2.1), Touch("left", 1.0, 1.0), Touch("right", 1.0, 2.1)])
def test_exactly_the_gesture_passes(touches: list[Touch]) -> None:
    glass = Glass()
    distinct = [Touch(*touch) for touch in touches]
    for touch in distinct:
        if glass.passed:
            break
        glass.wait(touch.pause_s)
        glass.press(PLACES[touch.place], touch.hold_s)
    assert bool(glass.passed) == expected(distinct)


@given(TOUCHES)
def test_only_corners_held_to_the_end_mean_something_else(touches: list[Touch]) -> None:
    glass = Glass()
    for number, touch in enumerate(touches):
        glass.wait(touch.pause_s)
        glass.press(PLACES[touch.place], touch.hold_s, number)
        assert 0.0 <= glass.sight.progress <= 1.0
    for number in glass.filled:
        assert isinstance(number, int)
        assert touches[number].place != "middle"
        assert touches[number].hold_s >= HOLD_S


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["down", "move", "up", "look"]),
            st.integers(0, 3),
            st.floats(-5.0, WIDTH + 5.0),
            st.floats(-5.0, 300.0),
            st.floats(-1.0, 3.0),
        ),
        max_size=30,
    )
)
def test_no_sequence_breaks_it(steps: list[tuple[str, int, float, float, float]]) -> None:
    glass = Glass()
    for kind, contact, x, y, seconds in steps:
        glass.now += seconds
        match kind:
            case "down":
                sight = glass.down((x, y), contact)
            case "move":
                sight = glass.move((x, y), contact)
            case "up":
                sight = glass.up(contact)
            case _:
                sight = glass.see(glass.hold.look(glass.now))
        assert 0.0 <= sight.progress <= 1.0
        assert sight.corner is not None or sight.progress == 0.0
