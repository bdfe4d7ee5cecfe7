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
    after a rest `restart` is tried again.
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
        self._before = sys.excepthook
        sys.excepthook = self._on_error

    def close(self) -> None:
        """Let Python deal with uncaught errors again."""
        sys.excepthook = self._before

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._log.exception("unexpected error; starting over", error)
        now = self._clock()
        self._times = [time for time in self._times if now - time < WITHIN_S]
        self._times.append(now)
        if len(self._times) > MOST:
            # From the event loop: the error may have come out of the middle of a paint event.
            QTimer.singleShot(0, self._give_up)
            QTimer.singleShot(REST_MS, self._restart)
        else:
            QTimer.singleShot(0, self._restart)
