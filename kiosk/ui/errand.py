"""Runs something slow away from the thread of the screen, and says when it is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Errand(QObject):
    """Emits `done(result)` in its own thread's turn for the last job that was started.

    A job that hangs on a dead stick holds up neither the show nor the end of the program; after
    `close()` its result reaches nobody. What a job raises is its result too.
    """

    done = Signal(object)
    _returned = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        # Queued: it is emitted by the job's thread.
        self._returned.connect(self._on_returned)

    def start(self, job: Callable[[], object]) -> None:
        """Run a job; the result of one that still runs is not waited for any more."""
        self._number += 1
        number = self._number

        def run() -> None:
            result: object
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - whoever waits must hear of an end
                result = error
            # Whoever asked may be gone by now.
            with suppress(RuntimeError):
                self._returned.emit(number, result)

        Thread(target=run, name="errand", daemon=True).start()

    def close(self) -> None:
        """Wait for nothing any more."""
        self._number += 1

    def _on_returned(self, number: int, result: object) -> None:
        if number == self._number:
            self.done.emit(result)
