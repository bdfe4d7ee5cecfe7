"""The idle watch: when a visit counts as left (features.md section 2, access.md K1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.idle import DOTS, IdleWatch, budget_s

LETTERS = 1.25


def reading(words: int = 10, *, minimum_s: float = 120.0, warning_s: float = 30.0) -> IdleWatch:
    watch = IdleWatch(minimum_s, warning_s)
    watch.show(0.0, words, LETTERS)
    return watch


@pytest.mark.parametrize(
    ("words", "factor", "expected"),
    [
        (0, 1.0, 120.0),
        (40, 1.25, 120.0),  # 45 + 50: the minimum is larger
        (60, 1.25, 120.0),  # 45 + 75: as large
        (100, 1.25, 170.0),
        (100, 1.5, 195.0),
    ],
)
def test_the_budget_is_the_larger_of_two(words: int, factor: float, expected: float) -> None:
    assert budget_s(words, factor, 120.0) == expected


def test_nothing_is_watched_before_a_screen_shows() -> None:
    watch = IdleWatch()
    assert watch.state(1e6) == "off"
    assert watch.next_change(1e6) is None


def test_reading_then_a_warning_then_over() -> None:
    watch = reading()
    assert watch.state(119.9) == "reading"
    assert watch.state(120.0) == "warning"
    assert watch.state(149.9) == "warning"
    assert watch.state(150.0) == "over"
    assert watch.state(151.0) == "over"


def test_more_words_give_more_time() -> None:
    watch = reading(words=200)  # 45 + 250
    assert watch.state(294.0) == "reading"
    assert watch.state(295.0) == "warning"


@pytest.mark.parametrize("sign", ["touch", "show", "hold and release"])
def test_a_sign_of_life_starts_the_budget_anew(sign: str) -> None:
    watch = reading()
    match sign:
        case "touch":
            watch.touch(100.0)
        case "show":
            watch.show(100.0, 10, LETTERS)
        case _:
            watch.hold(90.0)
            watch.release(100.0)
    assert watch.state(219.0) == "reading"
    assert watch.state(220.0) == "warning"


def test_a_wake_up_at_each_change_walks_through_all_dots() -> None:
    watch = reading()
    now, seen = 0.0, list[tuple[str, int, float]]()
    while len(seen) < 20 and (wait := watch.next_change(now)) is not None:
        now += wait
        seen.append((watch.state(now), watch.dots(now), now))
    assert seen == [
        ("warning", 6, pytest.approx(120.0)),
        ("warning", 5, pytest.approx(125.0)),
        ("warning", 4, pytest.approx(130.0)),
        ("warning", 3, pytest.approx(135.0)),
        ("warning", 2, pytest.approx(140.0)),
        ("warning", 1, pytest.approx(145.0)),
        ("over", 0, pytest.approx(150.0)),
    ]


@given(
    start=st.floats(0, 1e9),
    warning_s=st.floats(20, 300),
    late=st.floats(0, 0.5),
)
def test_a_timer_never_spins(start: float, warning_s: float, late: float) -> None:
    watch = IdleWatch(120.0, warning_s)
    watch.show(start, 10, LETTERS)
    now, wakes = start, 0
    while wakes < 20 and (wait := watch.next_change(now)) is not None:
        assert wait > 0.0
        now += wait + late
        wakes += 1
    assert wakes <= DOTS + 1
    assert watch.state(now) == "over"


def test_a_touch_in_the_warning_extends() -> None:
    watch = reading()
    assert watch.state(140.0) == "warning"
    watch.touch(140.0)
    assert watch.state(140.0) == "reading"
    assert watch.dots(140.0) == DOTS


def test_staying_teaches_patience_up_to_three_times_until_the_visit_ends() -> None:
    watch = reading()
    now = 0.0
    for budget in (120.0, 180.0, 270.0, 360.0, 360.0):
        assert watch.state(now + budget - 1.0) == "reading"
        now += budget
        assert watch.state(now) == "warning"
        watch.stay(now)
    watch.stop()
    watch.show(now, 10, LETTERS)
    assert watch.state(now + 120.0) == "warning"


def test_one_gesture_teaches_once() -> None:
    watch = reading()
    assert watch.state(121.0) == "warning"
    watch.hold(121.0)  # the finger lands
    watch.touch(121.0)
    watch.release(121.2)
    watch.stay(121.2)  # and the button is clicked
    assert watch.state(121.2 + 180.0 - 0.1) == "reading"
    assert watch.state(121.2 + 180.0) == "warning"


def test_a_touch_while_reading_teaches_nothing() -> None:
    watch = reading()
    watch.touch(50.0)
    watch.stay(60.0)
    assert watch.state(180.0) == "warning"


def test_patience_lasts_over_the_pages_of_a_visit() -> None:
    watch = reading()
    assert watch.state(120.0) == "warning"
    watch.stay(120.0)
    watch.show(130.0, 10, LETTERS)
    assert watch.state(130.0 + 179.0) == "reading"


def test_never_idle_while_something_holds() -> None:
    watch = reading()
    watch.hold(10.0)
    watch.hold(11.0)
    watch.release(12.0)
    assert watch.state(500.0) == "reading"
    watch.release(500.0)
    assert watch.state(619.0) == "reading"
    assert watch.state(620.0) == "warning"


def test_a_finger_on_the_warning_stops_its_time_and_its_release_extends() -> None:
    watch = reading()
    assert watch.state(120.0) == "warning"
    watch.hold(144.0)  # two dots are left
    assert watch.dots(144.0) == 2
    assert watch.state(200.0) == "warning"
    assert watch.dots(200.0) == 2
    watch.release(200.0)
    assert watch.state(379.0) == "reading"  # it taught patience: 180 s
    assert watch.state(380.0) == "warning"


def test_what_leans_on_the_warning_holds_it_ten_minutes() -> None:
    watch = reading()
    assert watch.state(120.0) == "warning"
    watch.hold(140.0)
    now, wakes = 140.0, 0
    while wakes < 20 and (wait := watch.next_change(now)) is not None:
        now, wakes = now + wait, wakes + 1
    assert watch.state(now) == "over"
    assert now == pytest.approx(140.0 + 600.0 + 10.0)
    assert wakes <= 3


def test_what_leans_on_the_glass_holds_no_visit_open_for_ever() -> None:
    watch = reading()
    watch.hold(0.0)
    assert watch.state(719.0) == "reading"
    assert watch.next_change(719.0) == pytest.approx(1.0)
    assert watch.state(720.0) == "warning"
    assert watch.state(750.0) == "over"


def test_a_finger_that_stays_down_over_the_end_still_counts() -> None:
    watch = reading()
    watch.hold(0.0)
    watch.stop()
    watch.show(5.0, 10, LETTERS)
    assert watch.state(400.0) == "reading"
    watch.release(400.0)
    assert watch.state(520.0) == "warning"


def test_a_release_too_many_does_no_harm() -> None:
    watch = reading()
    watch.release(1.0)
    watch.hold(2.0)
    assert watch.state(500.0) == "reading"


def test_stop_ends_the_watch_at_once() -> None:
    watch = reading()
    assert watch.state(120.0) == "warning"
    watch.stop()
    assert watch.state(121.0) == "off"
    assert watch.next_change(121.0) is None
    watch.touch(122.0)
    assert watch.state(1e5) == "off"


def test_after_a_sleep_the_warning_still_lasts_its_whole_time() -> None:
    watch = reading()
    assert watch.state(36_000.0) == "warning"
    assert watch.dots(36_000.0) == DOTS
    assert watch.state(36_029.0) == "warning"
    assert watch.state(36_030.0) == "over"


def test_a_clock_that_jumps_back_stood_still() -> None:
    watch = reading()
    assert watch.state(100.0) == "reading"
    assert watch.state(-5000.0) == "reading"
    assert watch.next_change(-5000.0) == pytest.approx(20.0)
    assert watch.state(-4980.0) == "warning"


_CALLS = st.lists(
    st.tuples(
        st.sampled_from(["show", "touch", "stay", "hold", "release", "stop", "state", "dots"]),
        st.floats(-1e4, 1e4),
    ),
    max_size=30,
)


@given(calls=_CALLS)
def test_any_order_and_any_clock_keeps_its_promises(calls: list[tuple[str, float]]) -> None:
    watch = IdleWatch()
    for name, now in calls:
        match name:
            case "show":
                watch.show(now, 30, LETTERS)
            case "stop":
                watch.stop()
            case _:
                getattr(watch, name)(now)
        assert 0 <= watch.dots(now) <= DOTS
        if name in ("show", "touch", "stay", "release"):
            assert watch.state(now) in ("off", "reading")
        if name == "hold":
            assert watch.state(now) in ("off", "reading", "warning")


@given(signs=st.lists(st.floats(0.0, 1000.0), min_size=1, max_size=10).map(sorted))
def test_nobody_is_warned_within_120_s_of_a_sign_of_life(signs: list[float]) -> None:
    watch = reading()
    for sign in signs:
        watch.touch(sign)
    assert watch.state(signs[-1] + 119.0) == "reading"
