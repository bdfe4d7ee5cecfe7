"""A display in a window off screen, whose clocks, glass and computer a test moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk.domain.clock_trust import ClockTrust
from kiosk.domain.schedule import Plan as Hours
from kiosk.host.wall_clock import WallClock
from kiosk.ui.content import Content
from kiosk.ui.display.desk import DisplayDesk
from kiosk.ui.display.manner import Manner
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.manners import Manners
from kiosk.ui.session import Session
from kiosk.ui.theme.look import Keyboard
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.support.clock import Clock, Timers, go_off
from tests.ui.support.events import deliver
from tests.ui.support.kiosk import FULL_HD, Diary, Size
from tests.ui.support.one_window import OneWindow
from tests.ui.support.tree import box_of

if TYPE_CHECKING:
    from kiosk.domain.loop import LoopPlace
    from kiosk.domain.pack import Pack
    from kiosk.ui.screens.display import DisplayScreen
    from kiosk.ui.strings import Strings
    from kiosk.ui.theme.look import Kit

# A Monday morning; what the wall says when the test's clock says 1000 s.
MORNING = datetime(2026, 11, 23, 10, 0, 30, tzinfo=UTC).timestamp()
BUILT = MORNING - 30 * 86_400


class Plan(NamedTuple):
    """What a test's display is made of."""

    pack: Pack
    manner: Manner = Manner()
    hours: Hours = Hours()
    size: Size = FULL_HD
    languages: tuple[str, ...] = ("nl",)
    folder: Path = Path("nowhere")
    place: LoopPlace | None = None
    wall: float = MORNING
    seen: float | None = None
    local: Callable[[float], datetime] = lambda moment: datetime.fromtimestamp(moment, UTC).replace(
        tzinfo=None
    )
    knows_uptime: bool = False  # whether the machine says how long it runs


class Computer:
    """The power of its screens and what keeps it awake, as they were asked for."""

    def __init__(self) -> None:
        self.on_now = True
        self.awake = False

    def off(self) -> bool:
        self.on_now = False
        return True

    def on(self) -> None:
        self.on_now = True

    def hold(self) -> None:
        self.awake = True

    def release(self) -> None:
        self.awake = False


class Display(OneWindow):
    """A display with the visits that it leads to, as the program wires them."""

    def __init__(self, kit: Kit, strings: Callable[[str], Strings], plan: Plan) -> None:
        self.plan = plan
        self.clock = Clock()
        self.wall_ahead = plan.wall - self.clock.now
        self.window = KioskWindow()
        self.window.resize(plan.size.width, plan.size.height)
        self.scale = plan.size.px_per_mm
        kit = kit._replace(keyboard=Keyboard())
        self.looks = Looks(kit, Glass(), self.window.size, lambda: self.scale, strings)
        self.content = Content(plan.pack, plan.folder, strings, plan.languages, "nl")
        self.hands = Hands(self.window, lambda: self.scale, self.clock)
        self.kept: list[float | None] = []
        self.wall = WallClock(
            plan.hours,
            ClockTrust(BUILT, plan.seen),
            self.kept.append,
            self.epoch,
            plan.local,
            self.clock if plan.knows_uptime else lambda: None,
        )
        self.computer = Computer()
        self.message = ""
        self.session = Session(
            self.hands, self.window, self.content, self.looks, Manners(), self.clock, Diary()
        )
        self.session.elsewhere = True
        self.wall.start()
        self.desk = DisplayDesk(
            self.window,
            self.hands,
            lambda: self.content,
            self.looks,
            plan.manner,
            self.wall,
            self.clock,
            self.computer,
            self.computer,
            lambda: self.message,
            plan.place,
        )
        self.touches = 0
        self.desk.touched.connect(self._on_touched)
        self.session.over.connect(self.desk.begin)
        self.timers = Timers(self.clock, self.window, self.wall)
        self.window.show()
        self.desk.begin()
        self.flush()

    def close(self) -> None:
        self.desk.close()
        self.wall.close()
        self.session.close()
        self.hands.close()
        self.window.close()
        self.window.deleteLater()
        deliver()

    def epoch(self) -> float:
        """What the clock on the wall says."""
        return self.clock.now + self.wall_ahead

    def _on_touched(self) -> None:
        self.touches += 1
        self.desk.withdraw()
        self.session.begin_visit()

    # -- what shows --------------------------------------------------------------------------

    @property
    def identifier(self) -> str:
        current = self.window.current
        return "" if current is None else current.accessibleIdentifier()

    @property
    def screen(self) -> DisplayScreen:
        screen = self.desk.screen
        assert screen is not None, "the display does not show"
        return screen

    def name(self, identifier: str = "display.slide") -> str:
        return self.widgets()[identifier].accessibleName()

    def box(self, identifier: str = "display.slide") -> tuple[int, int, int, int]:
        box = box_of(self.widgets()[identifier], self.window)
        return box.x(), box.y(), box.width(), box.height()

    def sheets(self, count: int) -> list[str]:
        """The names of the next sheets, each shown for as long as it shows."""
        found: list[str] = []
        for _ in range(count):
            found.append(self.name())
            self.next_sheet()
        return found

    # -- what happens ------------------------------------------------------------------------

    def next_sheet(self) -> None:
        """Wait until another sheet shows, and until it has faded in."""
        before = self.name()
        for _ in range(3600):
            self.wait(0.5)
            if self.name() != before:
                return
        raise AssertionError(f"nothing follows {before!r}")

    def hour_passes(self) -> None:
        """An hour goes by in which only its last minute is noticed; slides stand still."""
        self.clock.now += 3600.0
        for timer in self.wall.findChildren(QTimer):
            go_off(timer)

    def another(self) -> None:
        """The time of the sheet that shows is over."""
        for timer in self.desk.findChildren(QTimer):
            go_off(timer)

    def set_wall(self, text: str) -> None:
        """Set the clock on the wall; the next minute is noticed when it begins."""
        wall = datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()
        self.wall_ahead = wall - self.clock.now

    def touch(self, at: QPoint | None = None) -> None:
        """Press and lift a finger."""
        place = at or QPoint(self.plan.size.width // 2, self.plan.size.height // 2)
        self.timers.note()
        QTest.mousePress(self.handle, Qt.MouseButton.LeftButton, pos=place)
        self.flush()
        self.clock.now += 0.1
        QTest.mouseRelease(self.handle, Qt.MouseButton.LeftButton, pos=place)
        self.flush()

    def key(self, key: Qt.Key) -> None:
        self.timers.note()
        QTest.keyClick(self.handle, key)
        self.flush()
