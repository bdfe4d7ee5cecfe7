"""The clock on the wall: what it says, whether it is believed, and what goes by it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.clock_trust import ClockTrust, Doubt
from kiosk.domain.schedule import Local, Plan, State
from kiosk.local_time import local_clock

_MINUTE_S: Final = 60.0
# A timer that comes a little early would find the minute before.
_AFTER_S: Final = 0.02


class WallClock(QObject):
    """Owns one timer, which goes off as each minute begins; `close()` stops it.

    `minute()`: another minute, or the clock was set. `restart_due()`: the daily restart is due;
    it is said again each minute until somebody does it. While the clock is in doubt nothing goes
    by it: the screen is on, there is no today, and nothing is due.
    """

    minute = Signal()
    restart_due = Signal()

    def __init__(
        self,
        plan: Plan,
        trust: ClockTrust,
        keep: Callable[[float | None], None],
        clock: Callable[[], float] = time.time,
        local: Local | None = None,
        up: Callable[[], float | None] = lambda: None,
    ) -> None:
        """`keep` is told the last time that was believed (store/last_seen.py).

        `up` is for how many seconds the machine runs, sleep included; without it a clock that
        leaps ahead is believed.
        """
        super().__init__()
        self._plan = plan
        self._trust = trust
        self._keep = keep
        self._clock = clock
        self._local = local or local_clock()
        self._up = up
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._since: float | None = None

    def start(self) -> None:
        """Look at the clock now, and at each minute from now on."""
        self._look()
        self._wait()

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()

    @property
    def doubt(self) -> Doubt | None:
        """Why the clock cannot be right, as it was when it was last looked at."""
        return self._trust.doubt

    @property
    def wall(self) -> datetime | None:
        """The local time, or None while it is in doubt."""
        return None if self.doubt else self._local(self._clock())

    @property
    def today(self) -> date | None:
        """The local date, or None while it is in doubt."""
        wall = self.wall
        return None if wall is None else wall.date()

    @property
    def state(self) -> State:
        """Whether the screen is to be on, and dark."""
        # A clock that has leapt since the last minute must not switch the screen off.
        self._trust.look(self._clock(), self._up())
        wall = self.wall
        return State() if wall is None else self._plan.state(wall)

    def confirm(self) -> None:
        """Staff say that the clock is right."""
        self._trust.confirm(self._clock(), self._up())
        self._keep(self._trust.last_seen)
        self.minute.emit()

    def _look(self) -> None:
        now = self._clock()
        self._trust.look(now, self._up())
        if self.doubt is None:
            self._keep(self._trust.last_seen)
            if self._since is None or now < self._since:
                self._since = now
        else:
            # A clock that is set right later has not run through the hours between.
            self._since = None

    def _wait(self) -> None:
        left = _MINUTE_S - self._clock() % _MINUTE_S
        self._timer.start(round(1000 * (left + _AFTER_S)))

    def _on_time(self) -> None:
        self._look()
        self._wait()
        self.minute.emit()
        now = self._clock()
        if (
            self.doubt is None
            and self._since is not None
            and self._plan.restart_due(self._since, now, self._local)
        ):
            self.restart_due.emit()
