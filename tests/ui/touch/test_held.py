"""Telling a key that repeats itself from one that is pressed again."""

from __future__ import annotations

import pytest

from kiosk.ui.touch.held import HeldKeys


def test_on_x_a_release_and_a_press_of_one_moment_are_a_repeat() -> None:
    held = HeldKeys(pairs=True)
    assert not held.press(1, 1000)
    held.release(1, 1500)
    assert held.press(1, 1500)
    held.release(1, 1540)
    assert held.press(1, 1540)
    held.release(1, 1580)
    assert not held.press(1, 1640)  # somebody let go and pressed again
    assert not held.press(2, 1640)


def test_a_key_pressed_twice_faster_than_any_keyboard_repeats_was_pressed_twice() -> None:
    """A PIN with "11", typed fast, or by a program."""
    held = HeldKeys(pairs=True)
    assert not held.press(1, 1000)
    held.release(1, 1003)
    assert not held.press(1, 1003)
    held.release(1, 1006)
    assert not held.press(1, 1006)
    # Held from here on, X begins to repeat it.
    held.release(1, 1666)
    assert held.press(1, 1666)
    held.release(1, 1706)
    assert held.press(1, 1706)


def test_what_qt_marks_is_a_repeat_unless_it_comes_sooner_than_any_keyboard_repeats() -> None:
    held = HeldKeys(pairs=True)
    assert not held.press(1, 1000)
    # Released and pressed again in one millisecond: Qt marks both, and the release is not told.
    assert not held.press(1, 1002, marked=True)
    held.release(1, 1003)
    assert not held.press(1, 1203)
    assert held.press(1, 1863, marked=True)
    assert held.press(1, 1888, marked=True)
    assert held.press(2, 1900, marked=True)  # it went down before this window had the keys


def test_a_mark_counts_where_time_is_not_known_or_says_nothing() -> None:
    for held, moment in ((HeldKeys(pairs=True, clock=lambda: 5), 0), (HeldKeys(pairs=False), 5)):
        assert not held.press(1, moment)
        assert held.press(1, moment, marked=True)


def test_elsewhere_time_says_nothing() -> None:
    held = HeldKeys(pairs=False)
    held.press(1, 5)
    held.release(1, 5)
    assert not held.press(1, 5)


@pytest.mark.parametrize("pairs", [True, False])
def test_keys_that_come_without_their_time_are_told_apart_by_their_arrival(pairs: bool) -> None:
    """Qt sends every key again, without its time, while a screen reader listens."""
    now = [1000]
    held = HeldKeys(pairs=pairs, clock=lambda: now[0])
    assert not held.press(1, 0)
    now[0] = 1400
    assert held.press(1, 0)
    held.release(1, 0)
    now[0] = 1401
    assert held.press(1, 0) == pairs  # one repeat of X, its halves apart
    held.release(1, 0)
    now[0] = 1480
    assert not held.press(1, 0)  # pressed again


def test_a_lost_release_does_not_lock_a_key() -> None:
    held = HeldKeys(pairs=True)
    assert not held.press(1, 1000)
    assert held.press(1, 1600)  # it repeats itself
    assert held.press(1, 1630)
    assert not held.press(1, 3700)  # nothing was heard of it for two seconds
    assert not HeldKeys(pairs=True).press(1, 1000)
