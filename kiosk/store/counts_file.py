"""Keeps the totals of each day in the data folder, with nothing that tells when in the day."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from kiosk.domain.day_counts import Counted, DayCounts
from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

COUNTS_FILE: Final = "counts.json"

# 400 days of all events and a hundred topics, each in 40 bytes, take 1.7 MB.
_MOST_BYTES: Final = 8_000_000
_BETWEEN: Final = "/"
# Noon of a day long ago: a file's own time would tell when the last visit ended.
_NO_TIME_S: Final = 946_728_000.0


class CountsFile:
    """One file: `{"2026-11-22": {"visit_started": 3, "topic_opened/waarom-bewegen": 2}}`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / COUNTS_FILE

    def read(self) -> DayCounts:
        """The totals that were kept; none where there is no file.

        Raises UnreadableFileError for a file that is not one of these: its text says why.
        """
        try:
            found: object = json.loads(read_small(self._file, _MOST_BYTES))
        except FileNotFoundError:
            return DayCounts()
        except (ValueError, RecursionError):
            raise UnreadableFileError("not a file of counts") from None
        return DayCounts(_days(found))

    def write(self, counts: DayCounts) -> str | None:
        """Replace what was kept; None, or why that could not be done."""
        days = {
            day.isoformat(): {_name(what): number for what, number in totals.items()}
            for day, totals in counts.days.items()
        }
        trouble = write_atomically(self._file, json.dumps(days).encode())
        with suppress(OSError):
            os.utime(self._file, (_NO_TIME_S, _NO_TIME_S))
        return trouble

    def put_aside(self) -> None:
        """Keep a file that cannot be read under another name, for IT to look at."""
        with suppress(OSError):
            self._file.replace(self._file.with_suffix(".unreadable"))


def _name(what: Counted) -> str:
    return what.event + (_BETWEEN + what.subject if what.subject else "")


def _days(found: object) -> dict[date, dict[Counted, int]]:
    if not isinstance(found, dict):
        raise UnreadableFileError("not a file of counts")
    days: dict[date, dict[Counted, int]] = {}
    for day, totals in cast("dict[str, object]", found).items():
        try:
            days[date.fromisoformat(day)] = _totals(totals)
        except ValueError:
            raise UnreadableFileError(f"{day[:20]} is not a day with its counts") from None
    return days


def _totals(found: object) -> dict[Counted, int]:
    if not isinstance(found, dict):
        raise ValueError(found)
    totals: dict[Counted, int] = {}
    for name, number in cast("dict[str, object]", found).items():
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise ValueError(name)
        event, _, subject = name.partition(_BETWEEN)
        totals[Counted(event, subject)] = number
    return totals
