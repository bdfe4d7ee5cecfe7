"""Tries the keys of a clicker before a talk, and learns what odd ones mean."""

from __future__ import annotations

from typing import Final, Literal

from kiosk.domain.talk.keys import Command, command_of, learnable

TAUGHT: Final[tuple[Command, ...]] = ("next", "back", "black")
"""What a key can be taught."""

Heard = Literal["works", "odd", "else"]

_SAME: Final[dict[Command, Command]] = {"down": "next", "up": "back"}
# Enter and Space press buttons, unless somebody taught them something else.
_FOR_BUTTONS: Final = frozenset({"Return", "Enter", "Space", "Select", "Backspace"})
_KEYS: Final[dict[Command, str]] = {
    "next": "prepare.heard_next",
    "back": "prepare.heard_back",
    "black": "prepare.heard_black",
}


class ClickerTest:
    """Adds to what was `learned`, by key. `odd` is the key that asks for a meaning."""

    def __init__(self, learned: dict[str, Command]) -> None:
        self.learned = learned
        self.odd = ""
        self.words = ""

    def begin(self) -> None:
        """A new test; what was learned stays."""
        self.odd = self.words = ""

    def hear(self, key: str) -> Heard:
        """A key went down; `words` is the key of what to say when it works."""
        if key in _FOR_BUTTONS and key not in self.learned:
            return "else"
        command = command_of(key, self.learned)
        if command is None:
            if not learnable(key):
                return "else"
            self.odd = key
            return "odd"
        command = _SAME.get(command, command)
        if command not in TAUGHT:
            return "else"
        self.words = _KEYS[command]
        return "works"

    def teach(self, number: int) -> None:
        """Give the odd key the meaning of this place in `TAUGHT`; any other number gives none."""
        if 0 <= number < len(TAUGHT):
            self.learned[self.odd] = TAUGHT[number]
            self.words = _KEYS[TAUGHT[number]]
        self.odd = ""
