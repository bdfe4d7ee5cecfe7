"""Watches a kiosk beside other journeys, for what takes minutes to happen."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk

EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class Sight:
    """What was first seen when."""

    at: float
    """Seconds since the lookout began."""
    screen: str
    warning: bool


class Lookout:
    """Owns a thread that looks at one kiosk twice a second; `close()` ends it.

    Nobody else may use that kiosk meanwhile: its connection serves one at a time.
    """

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._begun = time.monotonic()
        self._sights: list[Sight] = []
        self._announced: list[str] = []
        self._problem: Exception | None = None
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking; what the thread could not do is raised here."""
        self._end.set()
        self._thread.join()
        if self._problem is not None:
            raise self._problem

    def sights(self) -> list[Sight]:
        """Every change seen so far."""
        return list(self._sights)

    def announced(self) -> list[str]:
        """What was announced so far."""
        return list(self._announced)

    def _watch(self) -> None:
        try:
            while not self._end.wait(EVERY_S):
                self._look()
        except Exception as problem:  # noqa: BLE001 - handed to the journey by close()
            self._problem = problem

    def _look(self) -> None:
        snapshot = self._kiosk.snapshot()
        self._announced += self._kiosk.desk.tree.announcements()
        # A tree is read node by node: what was read amidst a change never showed.
        if self._kiosk.snapshot() != snapshot:
            return
        screens = [node.identifier for node in snapshot.starting("screen.")]
        if len(screens) == 1:
            warning = snapshot.find("idle.stay") is not None
            sight = Sight(time.monotonic() - self._begun, screens[0], warning)
            last = self._sights[-1] if self._sights else None
            if last is None or (last.screen, last.warning) != (sight.screen, sight.warning):
                self._sights.append(sight)
