"""Runs something slow away from the thread of the screen, and says when it is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class Errand(QObject):
    """Emits `done(result)` in its own thread's turn for the last job that was started.

    A job that hangs on a dead stick holds up neither the show nor the end of the program; after
    `close()` its result reaches nobody. What a job raises is its result too.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0

    def start(self, job: Callable[[], object]) -> None:
        """Run a job; the result of one that still runs is not waited for any more."""
        self._number += 1
        courier = _Courier(QCoreApplication.instance())
        courier.returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)
        Thread(target=_run, args=(job, self._number, courier), name="errand", daemon=True).start()

    def close(self) -> None:
        """Wait for nothing any more."""
        self._number += 1

    def _on_returned(self, number: int, result: object) -> None:
        if number == self._number:
            self.done.emit(result)


class _Courier(QObject):
    """All that a job's thread knows of whoever waits; the application's, which outlives both.

    A thread that held the errand itself could be the last to hold it, and would free it while
    the screen's thread hands it the result: that ends the program (measured: within seconds).
    """

    returned = Signal(int, object)


def _run(job: Callable[[], object], number: int, courier: _Courier) -> None:
    """Do a job, in its own thread, and bring back what comes of it."""
    result: object
    try:
        result = job()
    except Exception as error:  # noqa: BLE001 - whoever waits must hear of an end
        result = error
    with suppress(RuntimeError):  # the application has ended
        courier.returned.emit(number, result)
        courier.deleteLater()
