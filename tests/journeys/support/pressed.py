"""Which control of a running kiosk looks pressed while a real pointer lands on its glass."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.tremor import Box, Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.hand import Point
    from tests.journeys.support.kiosk import Kiosk

PX_PER_MM = 4.03
"""As the journeys' settings declare it."""

BLANK = (960, 8)
"""A spot further than any reach from everything that can be pressed."""

NOTHING_S = 0.25
"""When nothing looks pressed by then, nothing will: a press shows within 0.1 s (access.md M10)."""


class Glass:
    """What shows on one screen, and which of its controls looks pressed."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.hand, self.screen = kiosk.desk.hand, kiosk.desk.screen
        self.hand.move(BLANK)
        kiosk.still_picture()
        nodes = kiosk.settled().controls()
        self.boxes = [Box(n.identifier, *(side / PX_PER_MM for side in n.box)) for n in nodes]
        # Just inside the edge of each, where nothing but its ground is seen.
        spots = {n.identifier: (n.box[0] + 9, n.box[1] + n.box[3] // 2) for n in nodes}
        self.grounds = {name: (spot, self.screen.sample(*spot)) for name, spot in spots.items()}

    def pressed(self) -> str | None:
        """The control that looks pressed now."""
        for name, (spot, ground) in self.grounds.items():
            if self.screen.sample(*spot) != ground:
                return name
        return None

    def touch(self, down: Spot, up: Spot) -> str | None:
        """Press, slip, see what looks pressed, and slide off before lifting."""
        first, last = px(down), px(up)
        self.hand.move(first)
        self.hand.press()
        if last != first:
            self.hand.move(last)
        found = self._within(lambda: self.pressed() is not None)
        name = self.pressed() if found else None
        self.hand.move(BLANK)
        assert self._within(lambda: self.pressed() is None), f"{name} stays pressed"
        self.hand.release()
        return name

    def _within(self, look: Callable[[], bool]) -> bool:
        end = time.monotonic() + NOTHING_S
        while not look():
            if time.monotonic() >= end:
                return False
            time.sleep(0.001)
        return True


def px(spot: Spot) -> Point:
    return int(spot[0] * PX_PER_MM), int(spot[1] * PX_PER_MM)
