"""What the keys of keyboards and clickers mean in a talk (features.md section 3)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Command = Literal[
    "next",
    "back",
    "down",
    "up",
    "first",
    "last",
    "enter",
    "erase",
    "black",
    "white",
    "freeze",
    "overview",
    "help",
    "hands",
    "undo",
    "swap",
    "notes",
    "escape",
    "start",
    "end",
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
]
Learned = Mapping[str, Command]
NOTHING_LEARNED: Learned = MappingProxyType({})

# "down" and "up" are next and back that in the overview go a row further.
_KEYS: Mapping[str, Command] = MappingProxyType(
    {
        "PageDown": "next",
        "Right": "next",
        "Space": "next",
        "N": "next",
        "Down": "down",
        "PageUp": "back",
        "Left": "back",
        "P": "back",
        "Backspace": "erase",
        "Up": "up",
        "Home": "first",
        "End": "last",
        "Return": "enter",
        "Enter": "enter",
        "Period": "black",
        "B": "black",
        "V": "black",
        "Comma": "white",
        "W": "white",
        "F": "freeze",
        "S": "swap",
        "T": "notes",
        "H": "hands",
        "Z": "undo",
        "Tab": "overview",
        "Question": "help",
        "F1": "help",
        "F5": "start",
        "Escape": "escape",
        "0": "0",
        "1": "1",
        "2": "2",
        "3": "3",
        "4": "4",
        "5": "5",
        "6": "6",
        "7": "7",
        "8": "8",
        "9": "9",
    }
)


def command_of(key: str, learned: Learned = NOTHING_LEARNED) -> Command | None:
    """What a key means; None for one that means nothing (volume, for instance).

    `key` is the name of a key as Qt has it, without `Key_`. What was learned comes first, so
    that a clicker with odd keys can be taught; Esc stays Esc.
    """
    if key == "Escape":
        return "escape"
    return learned.get(key) or _KEYS.get(key)


def learnable(key: str) -> bool:
    """Whether a key may be taught another meaning: not Esc, not the digits."""
    return bool(key) and key != "Escape" and not (len(key) == 1 and key.isdigit())
