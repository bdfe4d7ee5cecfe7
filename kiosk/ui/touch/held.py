"""Knows which keys are down, so that a key that repeats itself is told from one pressed again."""

from __future__ import annotations

from typing import Final

STALE_MS: Final = 2000
"""A key that is held down repeats itself much sooner than this (X: 660 ms, then 40 a second). One
of which nothing was heard for longer was let go, and its release was lost on the way."""


class HeldKeys:
    """The keys that are down.

    X reports a key held down as a release and a press of the same moment, and Qt marks them as
    repeats only when both have arrived together; `pairs` says that this is such a platform.
    Times are those of the events, in milliseconds.
    """

    def __init__(self, *, pairs: bool) -> None:
        self._pairs = pairs
        self._down: dict[int, int] = {}
        self._released: dict[int, int] = {}

    def press(self, key: int, time_ms: int) -> bool:
        """Note a press; return whether the key repeats itself."""
        since = self._down.get(key)
        held = since is not None and 0 <= time_ms - since < STALE_MS
        repeats = held or (self._pairs and self._released.get(key) == time_ms)
        self._down[key] = time_ms
        return repeats

    def release(self, key: int, time_ms: int) -> None:
        """Note a release that is not marked as a repeat."""
        self._down.pop(key, None)
        if self._pairs:
            self._released[key] = time_ms

    def forget(self) -> None:
        """The keyboard was lost: whatever was down may be up."""
        self._down.clear()
        self._released.clear()
