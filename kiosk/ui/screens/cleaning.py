"""Cleaning: a light plain ground that shows smears, and how long the touch stays locked."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.letters import Letters
from kiosk.ui.staff.sheet import StaffSheet
from kiosk.ui.theme.fonts import HEAVY, REGULAR
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

# How long the touch is locked, in s (access.md P3: 30 to 60).
LOCKED_S = 60
# The number's letters are so large, relative to the shorter side of the glass.
COUNT_SHARE = 0.34

Taker = Callable[[QKeyEvent], bool]


class Keys(Protocol):
    """Who hands over the keys of the window first (`KeyField`)."""

    def add_taker(self, taker: Taker) -> None:
        """Ask it for every key from now on."""
        ...

    def remove_taker(self, taker: Taker) -> None:
        """Ask it no longer."""
        ...


class CleaningScreen(StaffSheet):
    """Has no control at all, so that whatever wipes over it presses nothing.

    Owns a timer and, from `start()` to `close_sheet()`, every key. Emits `left()` when
    the time is over, at any key, where the gate is asked for, or by `finish()`.
    """

    def __init__(
        self, parent: QWidget, look: Look, clock: Callable[[], float], keys: Keys | None = None
    ) -> None:
        """`clock` is monotonic, in seconds."""
        super().__init__(parent, "screen.cleaning", light(look), ())
        self._title = TextLabel(self, "cleaning.title")
        self._count = TextLabel(self, "cleaning.count")
        self._left = TextLabel(self, "cleaning.left")
        self._sooner = TextLabel(self, "cleaning.sooner")
        self._clock = clock
        self._keys = keys
        self._running = False
        self._until = 0.0
        self._seconds = LOCKED_S
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    # -- for the desk ----------------------------------------------------------------------------

    def start(self) -> None:
        """Lock the touch from now on."""
        self._until = self._clock() + LOCKED_S
        self._running = True
        if self._keys is not None:
            self._keys.add_taker(self._take_key)
        self.announce(f"{self._title.text()} {self._left.text()}")
        self._on_time()

    def back(self) -> None:
        self.finish()

    def gate_asked(self) -> None:
        self.finish()

    def close_sheet(self) -> None:
        self._timer.stop()
        if self._running and self._keys is not None:
            self._keys.remove_taker(self._take_key)
        self._running = False

    def finish(self) -> None:
        """Clean enough. Nothing happens when that was so before."""
        if self._running:
            self.close_sheet()
            self.left.emit()

    def set_look(self, look: Look) -> None:
        super().set_look(light(look))

    # -- its own ---------------------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> bool:
        self.finish()
        return True

    def _on_time(self) -> None:
        left = self._until - self._clock()
        if left <= 0:
            self.finish()
            return
        seconds = math.ceil(left)
        if seconds != self._seconds:
            self._seconds = seconds
            self.refresh()
        # To the moment at which the number changes; never earlier, or it would be asked twice.
        self._timer.start(max(1, math.ceil(1000 * (left - seconds + 1))))

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        content, ink = metrics.content, look.colour("ink")
        large = round(min(metrics.width, metrics.height) * COUNT_SHARE)
        text = Style.of(look.font(look.type.smallest, REGULAR), 1.3, balanced=True, centred=True)
        title = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True, centred=True)
        count = Style.of(look.font(large, HEAVY), 1.05, centred=True)
        say, seconds = look.strings, self._seconds
        left = say("cleaning.left_one") if seconds == 1 else say("cleaning.left", seconds=seconds)
        lines = (
            (self._title, say("cleaning.title"), title),
            (self._count, str(seconds), count),
            (self._left, left, text),
            (self._sooner, say("cleaning.sooner"), text),
        )
        for label, words, style in lines:
            label.show_text(words, style, ink)
            label.place_at(content.x, 0, content.width)
        high = sum(label.height() for label, _, _ in lines)
        y = max(metrics.top, (metrics.height - high) // 2)
        for label, _, _ in lines:
            label.move(content.x, y)
            y += label.height()

    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self.look.colour("plate"))


def light(look: Look) -> Look:
    """The look in light colours, whatever the visitor had: smears show on them."""
    return look._replace(letters=Letters(100))
