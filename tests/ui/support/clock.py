"""A clock that a test turns, and the timers of a window that go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QTimerEvent

if TYPE_CHECKING:
    from collections.abc import Iterator


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class _Turned(QTimerEvent):
    """A timer goes off by a test's clock."""


class _Gate(QObject):
    """Keeps real time away from timers: a slow machine must not turn a test's clock."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Timer:
            return not isinstance(event, _Turned)
        return super().eventFilter(watched, event)


def go_off(timer: QTimer) -> None:
    """Make a timer go off now, also one that `Timers` keep from real time."""
    QCoreApplication.sendEvent(timer, _Turned(timer.timerId()))


class Timers:
    """Makes the timers below some objects go off by a test's clock instead of by real time."""

    def __init__(self, clock: Clock, *owners: QObject) -> None:
        self._clock = clock
        self._owners = owners
        self._gate = _Gate()
        # By its id, which is another one after every start: when it goes off.
        self._due: dict[int, float] = {}

    def running(self) -> list[QTimer]:
        """The timers that would go off."""
        return [timer for timer in self._all() if timer.isActive()]

    def note(self) -> None:
        """Take note of timers that were started since; call it before the clock moves."""
        self._next()

    def wait(self, seconds: float) -> None:
        """Let time pass; what is due goes off in its turn."""
        end = self._clock.now + seconds
        while True:
            due, timer = self._next()
            if timer is None or due > end:
                break
            self._clock.now = max(self._clock.now, due)
            go_off(timer)
        self._clock.now = end

    def _all(self) -> Iterator[QTimer]:
        for owner in self._owners:
            for timer in owner.findChildren(QTimer):
                timer.installEventFilter(self._gate)
                yield timer

    def _next(self) -> tuple[float, QTimer | None]:
        first: tuple[float, QTimer | None] = (0.0, None)
        seen: dict[int, float] = {}
        for timer in self.running():
            due = self._due.get(timer.timerId(), self._clock.now + timer.interval() / 1000)
            seen[timer.timerId()] = due
            if first[1] is None or due < first[0]:
                first = (due, timer)
        self._due = seen
        return first
