"""What holds for any touches: exactly the gesture of staff passes (issue 3, item 1)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.corner_hold import HOLD_S, NEXT_S
from tests.domain.corner_support import LEFT, MIDDLE, RIGHT, WIDTH, Glass


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
