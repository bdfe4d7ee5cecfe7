"""Tells a screen reader what a window of a talk shows (access.md X3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.ui.screen import Screen


class Telling:
    """Announces what one window says, once: not what only looks different now."""

    def __init__(self) -> None:
        self._told = ""

    def tell(self, screen: Screen, words: str = "") -> None:
        """Announce these words, or without any what the screen itself tells, if they are new."""
        told = words or screen.told()
        if told and told != self._told:
            screen.announce(told)
        self._told = told

    def forget(self) -> None:
        """Something else had the window: what shows next is told again."""
        self._told = ""
