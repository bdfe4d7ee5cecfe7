"""Counts what visitors open, per day, and keeps the totals now and then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from kiosk.domain.day_counts import DayCounts
from kiosk.store.counts_file import CountsFile
from kiosk.store.files import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from kiosk.domain.observer import Event

EVERY_S: Final = 600.0
"""The totals are written at most so often, and never while somebody is there: no write tells when
a visit ended, none delays a page, and a disk is not worn out."""


class DayCounter:
    """An observer that keeps totals of each day; `close()` writes what was not written yet.

    A file that cannot be read is put aside; a disk that refuses costs the totals, not the show.
    While the clock is in doubt (`today` is None) nothing is counted.
    """

    def __init__(
        self,
        folder: Path,
        today: Callable[[], date | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = CountsFile(folder)
        self._today = today
        self._clock = clock
        self._counts: DayCounts | None = None
        self._unwritten = False
        self._written_at: float | None = None
        self.trouble: str | None = None
        """Why the totals could not be written, the last time."""

    def saw(self, event: Event, subject: str = "") -> None:
        """Count it for today."""
        today = self._today()
        if today is not None and self._totals.add(today, event, subject):
            self._unwritten = True
        if event == "visit_ended" and self._is_due():
            self._write()

    def close(self) -> None:
        """Write what was not written yet."""
        self._write()

    @property
    def _totals(self) -> DayCounts:
        """Read when the first visit begins: no start waits for it."""
        if self._counts is None:
            try:
                self._counts = self._file.read()
            except UnreadableFileError:
                self._file.put_aside()
                self._counts = DayCounts()
        return self._counts

    def _is_due(self) -> bool:
        return self._written_at is None or self._clock() - self._written_at >= EVERY_S

    def _write(self) -> None:
        if self._unwritten and self._counts is not None:
            self._written_at = self._clock()
            self.trouble = self._file.write(self._counts)
            self._unwritten = self.trouble is not None
