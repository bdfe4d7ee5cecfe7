"""How long the gate stays shut (features.md section 2: 5 wrong = 30 s, doubling to 2 min)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lockout import FREE_TRIES, LONGEST_WAIT_S, Lockout

TIMES = st.floats(0.0, 1e7, allow_nan=False)


def missed(times: int, at: float = 100.0) -> Lockout:
    lockout = Lockout()
    for _ in range(times):
        lockout = lockout.missed(at)
    return lockout


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 120), (500, 120)],
)
def test_the_wait_after_so_many_wrong_tries(wrong: int, wait: float) -> None:
    lockout = missed(wrong)
    assert lockout.left_s(100.0) == wait
    assert lockout.left_s(100.0 + wait) == 0.0


def test_it_runs_down() -> None:
    lockout = missed(5)
    assert lockout.left_s(110.0) == 20.0
    assert lockout.left_s(129.5) == 0.5
    assert lockout.left_s(1000.0) == 0.0


def test_after_the_wait_one_more_wrong_try_costs_twice_as_much() -> None:
    assert missed(5).missed(200.0).left_s(200.0) == 60.0


@given(st.integers(0, 12), TIMES, TIMES)
def test_no_clock_makes_the_wait_longer_than_its_due(wrong: int, at: float, now: float) -> None:
    lockout = missed(wrong, at)
    assert 0.0 <= lockout.left_s(now) <= min(lockout.wait_s, LONGEST_WAIT_S)


@given(st.integers(FREE_TRIES, 12), TIMES, st.floats(0.0, 200.0), st.floats(0.0, 200.0))
def test_a_new_start_of_the_machine_skips_nothing(
    wrong: int, at: float, off_s: float, up_s: float
) -> None:
    """The clock counts from the machine's start: what was waited is at most what really passed."""
    before = missed(wrong, at)
    after = Lockout.read(before.line()).seen(up_s)
    really_passed = off_s + up_s if up_s < before.since else up_s - before.since
    assert after.left_s(up_s) >= before.wait_s - max(0.0, really_passed) - 0.01
    assert after.left_s(up_s + before.wait_s + 0.01) == 0.0


@given(st.integers(0, 2_000_000), TIMES)
def test_it_is_the_same_after_a_file(wrong: int, at: float) -> None:
    lockout = Lockout(min(wrong, 1_000_000), round(at, 3))
    again = Lockout.read(lockout.line())
    assert again.wrong == lockout.wrong
    assert again.since == pytest.approx(lockout.since, abs=0.001)


@pytest.mark.parametrize(
    "line",
    ["", "5", "5 1 1", "-1 0", "x 0", "5 nan", "5 inf", "5 -1", "5 x", "٥ 1", "9" * 30 + " 1"],
)
def test_other_lines_are_no_state(line: str) -> None:
    with pytest.raises(ValueError):
        Lockout.read(line)


def test_a_wrong_try_is_counted_to_the_end_of_days() -> None:
    assert Lockout(1_000_000).missed(1.0).wrong == 1_000_000
