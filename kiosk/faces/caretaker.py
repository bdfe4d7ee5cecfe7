"""Looks after what outlasts a visitor: the clock on the wall, counts, how the program ends."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.built import BUILT
from kiosk.configuration.display_plan import plan_of
from kiosk.domain.clock_trust import ClockTrust
from kiosk.domain.observer import Nobody, Observer
from kiosk.faces.counting import DayCounter
from kiosk.host.heartbeat import Heartbeat, is_supervised
from kiosk.host.uptime import boot_id, machine_up_s
from kiosk.host.wall_clock import WallClock
from kiosk.settings import Settings
from kiosk.store.last_seen import LastSeen
from kiosk.store.loop_place import LoopPlaceFile
from kiosk.store.starts import Starts, Why


class Caretaker(QObject):
    """Owns the clock on the wall, the counts, the heartbeat and the notes of starts; `close()` ends them.

    To be made after the first frame: it reads a few small files, and says that something shows.
    """

    def __init__(self, settings: Settings, data: Path, environ: Mapping[str, str]) -> None:
        super().__init__()
        self._since = time.monotonic()
        seen = LastSeen(data)
        self.wall = WallClock(
            plan_of(settings), ClockTrust(BUILT, seen.read()), seen.keep, up=machine_up_s
        )
        counter = DayCounter(data, lambda: self.wall.today) if settings.counts else None
        self._counter = counter
        self.observer: Observer = counter or Nobody()
        """What hears of visits."""
        self.starts = Starts(data, boot_id(), time.time)
        self.loop_place = LoopPlaceFile(data)
        self.supervised = is_supervised(environ)
        """Whether something starts the program again when it ends with 75."""
        self.why: Why = "stopped"
        """Why the program ends, once it does."""
        self._heartbeat = Heartbeat(environ, self)
        self._heartbeat.ready()
        self.wall.start()

    def up_s(self) -> float:
        """How long the program runs, in s."""
        return time.monotonic() - self._since

    def close(self) -> None:
        """Note the end."""
        if self._counter is not None:
            self._counter.close()
        self.wall.close()
        self._heartbeat.close()
        self.starts.end(self.why)
