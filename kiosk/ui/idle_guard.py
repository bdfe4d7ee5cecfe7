"""Turns the idle policy of the domain into signals: a warning, dots that run out, the end."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.idle import IdleWatch


class IdleGuard(QObject):
    """Owns one timer, which sleeps until the next thing can happen; `close()` stops it.

    `warned(on)`, `dots_left(number)`, `left()`: the visitor is gone.
    """

    warned = Signal(bool)
    dots_left = Signal(int)
    left = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float], watch: IdleWatch) -> None:
        super().__init__(parent)
        self._clock = clock
        self._watch = watch
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def show(self, words: int, factor: float) -> None:
        """A screen of this many words shows, read in letters of this factor."""
        self._watch.show(self._clock(), words, factor)
        self.look()

    def touch(self) -> None:
        """Somebody gave a sign of life; it ends a warning."""
        self._watch.touch(self._clock())
        self.look()

    def rest(self, down: bool) -> None:
        """A finger rests on the glass, or no longer does."""
        if down:
            self._watch.hold(self._clock())
        else:
            self._watch.release(self._clock())
        self.look()

    def stay(self) -> None:
        """Somebody answered the warning."""
        self._watch.stay(self._clock())
        self.look()

    def stop(self) -> None:
        """Nothing to watch."""
        self._watch.stop()
        self.look()

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()

    def look(self) -> None:
        """See how the visit stands, tell it, and sleep until it can change."""
        now = self._clock()
        state = self._watch.state(now)
        if (state == "warning") != self._warning:
            self._warning = state == "warning"
            self.warned.emit(self._warning)
        if self._warning:
            self.dots_left.emit(self._watch.dots(now))
        pause = self._watch.next_change(now)
        if pause is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, math.ceil(1000 * pause)))
        if state == "over":
            self.left.emit()
