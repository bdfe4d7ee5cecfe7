"""Holds the message that staff put up, and takes it down when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.message import Message


class MessageBoard(QObject):
    """Owns one timer, which runs only while a message is up; `close()` stops it.

    `changed()`: another message is up, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None, clock: Callable[[], float]) -> None:
        """`clock` is monotonic, in seconds."""
        super().__init__(parent)
        self._clock = clock
        self._message = Message()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def text(self) -> str:
        """The text that is up now; "" when there is none."""
        return self._message.now(self._clock())

    @property
    def minutes_left(self) -> int:
        """How many minutes it stays, rounded up."""
        return self._message.minutes_left(self._clock())

    def put(self, text: str, minutes: int) -> None:
        """Put a message up instead of the one before."""
        self._message = Message.put(text, minutes, self._clock())
        self._wait()
        self.changed.emit()

    def take_away(self) -> None:
        """Take down what is up."""
        self._timer.stop()
        self._message = Message()
        self.changed.emit()

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()

    def _wait(self) -> None:
        left = self._message.until - self._clock()
        self._timer.start(max(1, ceil(1000 * left)))

    def _on_time(self) -> None:
        if self.text:
            # The machine slept, or its timers are early: it stays up for all of its time.
            self._wait()
        else:
            self.take_away()
