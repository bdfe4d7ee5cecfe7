"""What happens after an unexpected error: it is logged, and the visitor sees a calm screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QTimer

from kiosk.log import Log

# So many errors within so many seconds mean that starting over does not help.
MOST = 3
WITHIN_S = 10.0
REST_MS = 30_000


class Rescue:
    """Takes the place of Python's hook for uncaught errors; `close()` puts that back.

    `restart` starts over at attract; `give_up` shows the screen that says "out of order", and
    after a rest `restart` is tried again. Owns the timer of that rest, `rest`.
    """

    def __init__(
        self,
        restart: Callable[[], None],
        give_up: Callable[[], None],
        log: Log,
        clock: Callable[[], float],
    ) -> None:
        self._restart = restart
        self._give_up = give_up
        self._log = log
        self._clock = clock
        self._times: list[float] = []
        # From the event loop: the error may have come out of the middle of a paint event.
        self._soon = _timer(0, self._act)
        self.rest = _timer(REST_MS, restart)
        self._before = sys.excepthook
        sys.excepthook = self._on_error

    def close(self) -> None:
        """Let Python deal with uncaught errors again."""
        self._soon.stop()
        self.rest.stop()
        sys.excepthook = self._before

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._log.exception("unexpected error; starting over", error)
        if self.rest.isActive():
            return  # "out of order" shows already; an error there must not start a circle
        now = self._clock()
        self._times = [time for time in self._times if now - time < WITHIN_S]
        self._times.append(now)
        self._soon.start()

    def _act(self) -> None:
        if len(self._times) > MOST:
            self._times.clear()
            self.rest.start()
            self._give_up()
        else:
            self._restart()


def _timer(milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
