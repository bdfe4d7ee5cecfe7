"""The clock on the wall: minutes, doubt, what was seen, and the daily restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from kiosk.domain.clock_trust import ClockTrust
from kiosk.domain.schedule import Plan
from kiosk.host.wall_clock import WallClock

EVENING = datetime(2026, 11, 23, 20, 0, 10, tzinfo=UTC).timestamp()
BUILT = EVENING - 86_400


class Bench:
    """A clock on the wall that a test sets."""

    def __init__(self, plan: Plan) -> None:
        self.now = EVENING
        self.kept: list[float | None] = []
        self.minutes = 0
        self.restarts: list[datetime] = []
        self.wall = WallClock(
            plan, ClockTrust(BUILT), self.kept.append, lambda: self.now, self.local
        )
        self.wall.minute.connect(self._on_minute)
        self.wall.restart_due.connect(lambda: self.restarts.append(self.local(self.now)))
        self.wall.start()

    @staticmethod
    def local(moment: float) -> datetime:
        return datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)

    def _on_minute(self) -> None:
        self.minutes += 1

    @property
    def timer(self) -> QTimer:
        (timer,) = self.wall.findChildren(QTimer)
        return timer

    def tick(self) -> None:
        """Let the timer's time pass."""
        self.now += self.timer.interval() / 1000
        QCoreApplication.sendEvent(self.timer, QTimerEvent(self.timer.timerId()))

    def pass_hours(self, hours: float) -> None:
        for _ in range(round(hours * 60)):
            self.tick()


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Bench]:
    found = Bench(Plan(restart=270))
    yield found
    found.wall.close()


def test_it_looks_as_each_minute_begins(bench: Bench) -> None:
    assert bench.timer.interval() == 50_020
    bench.tick()
    assert bench.local(bench.now).second == 0
    bench.tick()
    assert (bench.minutes, bench.timer.interval()) == (2, 60_000)


def test_it_tells_the_time_and_the_day(bench: Bench) -> None:
    wall = bench.wall.wall
    assert wall is not None
    assert f"{wall:%H:%M}" == "20:00"
    assert bench.wall.today == date(2026, 11, 23)


def test_in_doubt_there_is_no_time_and_nothing_is_kept(bench: Bench) -> None:
    bench.now = 100.0
    bench.tick()
    assert bench.wall.doubt == "before-build"
    assert bench.wall.wall is None
    assert bench.wall.today is None
    assert bench.kept == [EVENING]


def test_the_restart_is_due_in_its_hour_until_somebody_does_it(bench: Bench) -> None:
    bench.pass_hours(8.4)
    assert bench.restarts == []
    bench.pass_hours(4)
    first, last = bench.restarts[0], bench.restarts[-1]
    assert (first.hour, first.minute) == (4, 30)
    assert last.hour == 7
    assert len(bench.restarts) == 180


def test_a_clock_that_was_set_brings_no_restart(bench: Bench) -> None:
    bench.now = 100.0
    bench.tick()
    bench.now = EVENING + 9 * 3600.0  # set right at 5 in the morning
    bench.tick()
    bench.pass_hours(1)
    assert bench.restarts == []


def test_without_an_hour_there_is_none(qapp: QApplication) -> None:
    bench = Bench(Plan())
    bench.pass_hours(24)
    assert bench.restarts == []
    bench.wall.close()


def test_closed_it_looks_no_more(bench: Bench) -> None:
    bench.wall.close()
    assert not bench.timer.isActive()


def test_who_confirms_the_clock_is_believed(bench: Bench) -> None:
    bench.now = EVENING - 12 * 3600.0
    bench.tick()
    assert bench.wall.doubt == "behind"
    bench.wall.confirm()
    assert bench.wall.doubt is None
    assert bench.kept[-1] == bench.now
