"""The keys of a talk, row by row (features.md section 3)."""

from __future__ import annotations

import pytest

from kiosk.domain.talk.keys import Command, command_of, learnable

ROWS: dict[Command, tuple[str, ...]] = {
    "next": ("PageDown", "Right", "Space"),
    "down": ("Down",),
    "back": ("PageUp", "Left"),
    "up": ("Up",),
    "start": ("F5",),
    "escape": ("Escape",),
    "black": ("Period", "B", "V"),
    "white": ("W", "Comma"),
    "first": ("Home",),
    "last": ("End",),
    "enter": ("Return", "Enter"),
    "overview": ("Tab",),
    "help": ("Question", "F1"),
}


@pytest.mark.parametrize(("command", "keys"), ROWS.items())
def test_every_row_of_the_table(command: Command, keys: tuple[str, ...]) -> None:
    assert [command_of(key) for key in keys] == [command] * len(keys)


def test_digits_are_themselves() -> None:
    assert [command_of(str(digit)) for digit in range(10)] == [str(digit) for digit in range(10)]


@pytest.mark.parametrize(
    "key", ["VolumeUp", "VolumeDown", "VolumeMute", "Alt", "Shift", "Q", "F4", "F11", "", "Delete"]
)
def test_other_keys_mean_nothing(key: str) -> None:
    """Volume and Alt+Tab of some clickers; no single key quits (features.md section 6)."""
    assert command_of(key) is None


def test_a_learned_key_comes_first() -> None:
    learned: dict[str, Command] = {"MediaNext": "next", "B": "back"}
    assert command_of("MediaNext", learned) == "next"
    assert command_of("B", learned) == "back"
    assert command_of("V", learned) == "black"


def test_esc_and_digits_cannot_be_taught() -> None:
    assert command_of("Escape", {"Escape": "next"}) == "escape"
    assert [learnable(key) for key in ("Escape", "5", "", "MediaNext", "B")] == [
        False,
        False,
        False,
        True,
        True,
    ]
