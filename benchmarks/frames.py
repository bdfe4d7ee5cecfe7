"""Tells from outside when a program has drawn: first full frame, last change, first change."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.framebuffer import Box, Framebuffer, LastFrame

GRID = (16, 9)
SLOW_POLL_S = 0.003
FAST_POLL_S = 0.0003


class TooSlowError(RuntimeError):
    """What was waited for did not happen in time."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When a program had drawn the whole screen, and when it changed last (monotonic seconds)."""

    full: float
    settled: float


@dataclass(slots=True)
class Gaps:
    """Time between two looks at the screen: what the measurement cannot resolve."""

    seconds: list[float] = field(default_factory=list[float])
    _last: float = 0.0

    def start(self) -> None:
        """Begin a series of looks."""
        self._last = time.monotonic()

    def look(self) -> float:
        """Note a look; returns the moment (monotonic seconds)."""
        now = time.monotonic()
        self.seconds.append(now - self._last)
        self._last = now
        return now


class Watch:
    """Watches one screen by its memory; asks nothing of the display or the program."""

    def __init__(self, screen: Framebuffer, root_colour: int) -> None:
        self._screen = screen
        self._root = root_colour.to_bytes(4, "little")
        columns, rows = GRID
        self._spots = [
            (screen.width * (2 * column + 1) // (2 * columns), screen.height * (2 * row + 1) // 18)
            for column in range(columns)
            for row in range(rows)
        ]
        self.frame_gaps = Gaps()
        self.press_gaps = Gaps()

    def is_empty(self) -> bool:
        """Whether only the root window shows, as far as the grid of spots tells."""
        return all(self._is_root(spot) for spot in self._spots)

    def opening(self, *, quiet_s: float = 1.0, timeout: float = 60.0) -> Opening:
        """Watch a program start on an empty screen until nothing changed for `quiet_s`.

        Raises TooSlowError when that takes longer than `timeout` seconds.
        """
        last = self._screen.keep()
        full = changed = 0.0
        for now in self._looks(self.frame_gaps, timeout, SLOW_POLL_S):
            if last.renew():
                changed = now
                if not full and self._is_full():
                    full = now
            elif full and now - changed >= quiet_s:
                return Opening(full, changed)
        raise TooSlowError("no full frame" if not full else "it keeps changing")

    def before(self) -> LastFrame:
        """What shows now, to give to `settled`."""
        return self._screen.keep()

    def settled(
        self, last: LastFrame, since: float, *, quiet_s: float = 0.3, timeout: float = 10.0
    ) -> float | None:
        """Moment of the last change, once something changed and then nothing for `quiet_s`.

        `last` is the screen before, `since` the moment of the cause (monotonic seconds). None
        when nothing changes at all within a second.
        """
        changed = 0.0
        for now in self._looks(self.frame_gaps, timeout, SLOW_POLL_S):
            if last.renew():
                changed = now
            elif changed and now - changed >= quiet_s:
                return changed
            elif not changed and now - since >= 1.0:
                return None
        raise TooSlowError("it keeps changing")

    def rows(self, box: Box) -> bytes:
        """The pixels of all rows that `box` touches."""
        return self._screen.rows(box[1], box[3])

    def first_change(self, box: Box, before: bytes, timeout: float = 2.0) -> float:
        """Moment at which the rows of `box` no longer are `before` (monotonic seconds)."""
        for now in self._looks(self.press_gaps, timeout, FAST_POLL_S):
            if self.rows(box) != before:
                return now
        raise TooSlowError(f"no pixel changed within {timeout:g} s")

    def _looks(self, gaps: Gaps, timeout: float, every: float) -> Iterator[float]:
        gaps.start()
        deadline = time.monotonic() + timeout
        while (now := gaps.look()) < deadline:
            yield now
            time.sleep(every)

    def _is_full(self) -> bool:
        if any(self._is_root(spot) for spot in self._spots):
            return False
        return not self._screen.holds(self._root[:3])

    def _is_root(self, spot: tuple[int, int]) -> bool:
        # The fourth byte is padding, and programs leave different things in it.
        return self._screen.sample(*spot)[:3] == self._root[:3]
