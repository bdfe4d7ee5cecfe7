"""A glass with two corners, and a clock, that a test touches."""

from __future__ import annotations

from kiosk.domain.corner_hold import CornerHold, Sight

WIDTH = 476.0
LEFT, RIGHT, MIDDLE = (10.0, 10.0), (WIDTH - 10.0, 10.0), (238.0, 100.0)
FRAME_S = 0.04


class Glass:
    """A glass, a clock, and somebody who looks 25 times a second."""

    def __init__(self) -> None:
        self.hold = CornerHold()
        self.hold.resize(WIDTH)
        self.now = 50.0
        self.filled: list[object] = []
        self.passed = 0
        self.sight = Sight()

    def see(self, sight: Sight) -> Sight:
        self.filled += sight.filled
        self.passed += sight.passed
        self.sight = sight
        return sight

    def down(self, at: tuple[float, float], contact: int = 0) -> Sight:
        return self.see(self.hold.down(contact, *at, self.now))

    def move(self, at: tuple[float, float], contact: int = 0) -> Sight:
        return self.see(self.hold.move(contact, *at, self.now))

    def up(self, contact: int = 0) -> Sight:
        return self.see(self.hold.up(contact, self.now))

    def wait(self, seconds: float) -> Sight:
        end = self.now + seconds
        while self.now < end - 1e-9:
            self.now = min(end, self.now + FRAME_S)
            self.see(self.hold.look(self.now))
        return self.sight

    def press(self, at: tuple[float, float], seconds: float, contact: int = 0) -> None:
        self.down(at, contact)
        self.wait(seconds)
        self.up(contact)
