"""The brake: three crashes in ten minutes, and the waits between starts (features.md section 2)."""

from __future__ import annotations

import pytest

from kiosk.domain.crash_brake import Crash, delay_s, is_braked, recent, wait_after_end


def crashes(*times: float, boot: str = "b") -> list[Crash]:
    return [Crash(boot, at) for at in times]


def test_three_in_ten_minutes_brake() -> None:
    assert not is_braked(crashes(100, 200), "b", 210)
    assert is_braked(crashes(100, 200, 210), "b", 210)
    assert is_braked(crashes(100, 200, 210), "b", 700)
    assert not is_braked(crashes(100, 200, 210), "b", 701)


def test_power_cuts_are_no_crashes() -> None:
    seen = [*crashes(5, 6, boot="one"), *crashes(5, boot="two"), *crashes(4, boot="three")]
    assert not is_braked(seen, "four", 7)
    assert len(recent(seen, "one", 7)) == 2


def test_where_runs_of_the_computer_look_the_same_the_future_is_of_another() -> None:
    assert recent(crashes(1000, 1001, 1002, boot=""), "", 30) == ()


@pytest.mark.parametrize(("count", "wait"), [(0, 0), (1, 2), (2, 5), (3, 15), (4, 60), (40, 60)])
def test_waits(count: int, wait: int) -> None:
    assert delay_s(count) == wait


def test_few_are_kept() -> None:
    assert len(recent(crashes(*range(100)), "b", 100)) == 20


@pytest.mark.parametrize(
    ("code", "lasted_s", "crashes", "wait"),
    [
        (0, 5, 1, None),
        (2, 0.1, 1, None),
        (75, 3600, 1, 0),
        (75, 5, 1, 2),  # it cannot be made: a crash in all but name
        (75, 5, 4, 60),
        (1, 3600, 1, 2),
        (-11, 5, 2, 5),
        (134, 5, 3, 15),
        (1, 5, 0, 2),
    ],
)
def test_what_follows_an_end(code: int, lasted_s: float, crashes: int, wait: int | None) -> None:
    assert wait_after_end(code, lasted_s, crashes) == wait
