"""Knows which keys are down, so that a key that repeats itself is told from one pressed again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

STALE_MS: Final = 2000
"""A key that is held down repeats itself much sooner than this (X: 660 ms, then 40 a second). One
of which nothing was heard for longer was let go, and its release was lost on the way."""

RESENT_MS: Final = 15
"""While a screen reader listens, Qt shows it every key first and then sends it again, without its
time: a release and a press that arrive closer together than this are one repeat. No finger lifts
and presses as fast."""

SHORTEST_DELAY_MS: Final = 100
"""No keyboard repeats a key sooner after it went down (X: 660 ms, Windows and the desktops of
Linux from 250 down to 100): what comes back sooner was pressed twice, as a PIN's "11" typed fast."""


def _arrival_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class HeldKeys:
    """The keys that are down.

    X reports a key held down as a release and a press of the same moment, and Qt marks them as
    repeats only when both have arrived together; `pairs` says that this is such a platform.
    Times are those of the events, in milliseconds; 0 means unknown, and `clock` is asked when
    the event arrived.
    """

    def __init__(self, *, pairs: bool, clock: Callable[[], int] = _arrival_ms) -> None:
        self._pairs = pairs
        self._clock = clock
        self._down: dict[int, int] = {}
        self._released: dict[int, int] = {}
        self._began: dict[int, int] = {}

    def press(self, key: int, time_ms: int, *, marked: bool = False) -> bool:
        """Note a press; return whether the key repeats itself.

        `marked` is what Qt says. On X it marks a second press in the millisecond of the first's
        release too (PySide6 6.11.3): a remote control or a program that types at once.
        """
        now, apart = (time_ms, 0) if time_ms else (self._clock(), RESENT_MS)
        since, released = self._down.get(key), self._released.get(key)
        held = since is not None and 0 <= now - since < STALE_MS
        paired = self._pairs and released is not None and 0 <= now - released <= apart
        soon = self._is_soon(key, now)
        if marked and self._pairs and time_ms and soon:
            repeats = False
        else:
            repeats = marked or held or (paired and not soon)
        if not repeats:
            self._began[key] = now
        self._down[key] = now
        return repeats

    def release(self, key: int, time_ms: int) -> None:
        """Note a release that Qt does not mark as part of a repeat."""
        self._down.pop(key, None)
        if self._pairs:
            self._released[key] = time_ms or self._clock()

    def _is_soon(self, key: int, now: int) -> bool:
        """Whether the key went down so shortly before `now` that it cannot repeat itself yet."""
        began = self._began.get(key)
        return began is not None and 0 <= now - began < SHORTEST_DELAY_MS

    def forget(self) -> None:
        """The keyboard was lost: whatever was down may be up."""
        self._down.clear()
        self._released.clear()
        self._began.clear()
