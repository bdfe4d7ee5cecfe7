"""How often something happened on each day: totals, never who, when or in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from kiosk.domain.observer import Event

MOST_DAYS: Final = 400
"""A year and a month are enough to compare; older days are dropped."""
FEWEST_TOLD: Final = 10
"""A smaller number is told as "fewer than 10": of one visitor a day it would be about a person
(access.md P1)."""
# Each visit that began has ended: one of the two says it.
_SILENT: Final[frozenset[Event]] = frozenset({"visit_ended"})


class Counted(NamedTuple):
    """What is counted: an event, and the id of the topic it was about or ""."""

    event: str
    subject: str = ""


class Total(NamedTuple):
    """One line of the table: `number` is a count, or "<10"."""

    day: date
    event: str
    subject: str
    number: str


class DayCounts:
    """Owns the totals of the latest `MOST_DAYS` days that had any."""

    def __init__(self, days: Mapping[date, Mapping[Counted, int]] | None = None) -> None:
        self._days = {day: dict(totals) for day, totals in (days or {}).items()}
        self._drop_old()

    @property
    def days(self) -> Mapping[date, Mapping[Counted, int]]:
        """The totals, by day."""
        return self._days

    def add(self, day: date, event: Event, subject: str = "") -> bool:
        """Count an event; tell whether it is one that counts."""
        if event in _SILENT:
            return False
        totals = self._days.setdefault(day, {})
        what = Counted(event, subject)
        totals[what] = totals.get(what, 0) + 1
        self._drop_old()
        return True

    def totals(self) -> Iterator[Total]:
        """What may be told of each day, the oldest first."""
        for day, totals in sorted(self._days.items()):
            for what, number in sorted(totals.items()):
                told = str(number) if number >= FEWEST_TOLD else f"<{FEWEST_TOLD}"
                yield Total(day, what.event, what.subject, told)

    def _drop_old(self) -> None:
        for day in sorted(self._days)[:-MOST_DAYS]:
            del self._days[day]
