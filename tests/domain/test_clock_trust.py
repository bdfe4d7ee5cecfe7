"""Clock trust: when the computer's clock is not believed (features.md section 2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock_trust import ClockTrust, doubt

HOUR = 3600.0
DAY = 24 * HOUR
BUILT = 1_800_000_000.0
SEEN = BUILT + 100 * DAY


@pytest.mark.parametrize(
    ("now", "seen", "expected"),
    [
        (BUILT - 1, None, "before-build"),
        (BUILT, None, None),
        (0.0, SEEN, "before-build"),
        (SEEN - HOUR, SEEN, None),
        (SEEN - HOUR - 1, SEEN, "behind"),
        (SEEN + 365 * DAY, SEEN, None),
        (SEEN + 367 * DAY, SEEN, "ahead"),
        (BUILT + 5 * 365 * DAY, None, None),  # an old stick on a new computer
        (BUILT + 30 * 366 * DAY, None, "ahead"),
    ],
)
def test_doubts(now: float, seen: float | None, expected: str | None) -> None:
    assert doubt(now, BUILT, seen) == expected


def test_a_doubted_time_is_not_remembered() -> None:
    trust = ClockTrust(BUILT, SEEN)
    assert trust.look(SEEN + 400 * DAY) == "ahead"
    assert trust.look(SEEN + DAY) is None
    assert trust.last_seen == SEEN + DAY


def test_a_small_step_back_does_not_lower_what_was_seen() -> None:
    trust = ClockTrust(BUILT, SEEN)
    for step in range(1, 5):
        trust.look(SEEN - step * HOUR / 2)
    assert trust.last_seen == SEEN
    assert trust.doubt == "behind"


def test_who_says_that_the_clock_is_right_is_believed() -> None:
    trust = ClockTrust(BUILT, SEEN + 200 * DAY)
    assert trust.look(SEEN) == "behind"
    assert trust.confirm(SEEN) is None
    assert trust.look(SEEN + 60) is None


def test_nobody_can_confirm_a_time_before_the_build() -> None:
    assert ClockTrust(BUILT, SEEN).confirm(BUILT - DAY) == "before-build"


@given(st.lists(st.floats(0, 2 * BUILT), max_size=20))
def test_what_was_seen_never_goes_back(times: list[float]) -> None:
    trust = ClockTrust(BUILT)
    seen = 0.0
    for now in times:
        trust.look(now)
        assert (trust.last_seen or 0.0) >= seen
        seen = trust.last_seen or 0.0


# -- a clock that leaps while the program runs ---------------------------------------------------

UP = 10 * HOUR  # so long the machine runs already


def leapt(by: float) -> ClockTrust:
    """What was believed, and a minute later the clock is off by so much."""
    trust = ClockTrust(BUILT, SEEN)
    assert trust.look(SEEN, UP) is None
    trust.look(SEEN + 60 + by, UP + 60)
    return trust


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (HOUR, None),
        (HOUR + 1, "jumped"),
        (300 * DAY, "jumped"),
        (367 * DAY, "ahead"),
        (-HOUR, None),
        (-HOUR - 120, "behind"),
    ],
)
def test_a_leap_is_not_believed_at_first(by: float, expected: str | None) -> None:
    assert leapt(by).doubt == expected


def test_a_leap_that_is_undone_is_forgotten() -> None:
    trust = leapt(9 * HOUR)
    assert trust.look(SEEN + 120, UP + 120) is None
    assert trust.last_seen == SEEN + 120


def test_a_leap_that_holds_for_a_day_is_believed() -> None:
    trust = leapt(9 * HOUR)
    assert trust.look(SEEN + 9 * HOUR + DAY, UP + DAY) == "jumped"
    assert trust.look(SEEN + 9 * HOUR + DAY + 60, UP + DAY + 60) is None
    assert trust.look(SEEN + 9 * HOUR + DAY + 120, UP + DAY + 120) is None


def test_a_leap_after_a_leap_has_its_own_day() -> None:
    trust = leapt(9 * HOUR)
    assert trust.look(SEEN + 20 * HOUR + DAY / 2, UP + DAY / 2) == "jumped"
    assert trust.look(SEEN + 20 * HOUR + DAY + 60, UP + DAY + 60) == "jumped"


def test_staff_may_say_that_the_leap_is_right() -> None:
    trust = leapt(9 * HOUR)
    assert trust.confirm(SEEN + 9 * HOUR + 120, UP + 120) is None
    assert trust.look(SEEN + 9 * HOUR + 180, UP + 180) is None


def test_a_machine_that_slept_has_not_leapt() -> None:
    trust = ClockTrust(BUILT, SEEN)
    trust.look(SEEN, UP)
    assert trust.look(SEEN + 60 * HOUR, UP + 60 * HOUR) is None


def test_a_network_may_set_the_clock_soon_after_the_start() -> None:
    trust = ClockTrust(BUILT, SEEN)
    trust.look(SEEN, 30.0)
    assert trust.look(SEEN + 5 * HOUR, 90.0) is None


def test_without_an_uptime_a_leap_is_believed() -> None:
    trust = ClockTrust(BUILT, SEEN)
    trust.look(SEEN)
    assert trust.look(SEEN + 9 * HOUR) is None
