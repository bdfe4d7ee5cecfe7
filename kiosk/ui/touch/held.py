"""Knows which keys are down, so that a key that repeats itself is told from one pressed again."""

from __future__ import annotations


class HeldKeys:
    """The keys that are down.

    X reports a key held down as a release and a press of the same moment, and Qt marks them as
    repeats only when both have arrived together; `pairs` says that this is such a platform.
    Times are those of the events, in milliseconds.
    """

    def __init__(self, *, pairs: bool) -> None:
        self._pairs = pairs
        self._down: set[int] = set()
        self._released: dict[int, int] = {}

    def press(self, key: int, time_ms: int) -> bool:
        """Note a press; return whether the key repeats itself."""
        repeats = key in self._down or (self._pairs and self._released.get(key) == time_ms)
        self._down.add(key)
        return repeats

    def release(self, key: int, time_ms: int) -> None:
        """Note a release that is not marked as a repeat."""
        self._down.discard(key)
        if self._pairs:
            self._released[key] = time_ms

    def forget(self) -> None:
        """The keyboard was lost: whatever was down may be up."""
        self._down.clear()
        self._released.clear()
