"""The loop on the screens beside the kiosk's own, which never show a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, QRect, QSizeF, Qt, Signal
from PySide6.QtTest import QTest

from kiosk.domain.schedule import Plan as Hours
from kiosk.domain.screen_hours import ScreenHours, parse_weekdays
from kiosk.faces.other_screens import OtherScreens
from kiosk.ui.display.beside import NoMachine, SideLoop
from kiosk.ui.display.desk import DisplayDesk
from kiosk.ui.touch.gate import GateWatch
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.display.display_support import Display, Plan
from tests.ui.support.events import deliver
from tests.ui.support.packs import pack_of
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QScreen

    from kiosk.host.screens_watch import ScreensWatch


class Wall:
    """A second screen that loops beside a display, without its machine."""

    def __init__(self, display: Display) -> None:
        self.display = display
        self.touches = 0
        self.given_back = False
        self.window = KioskWindow()
        self.window.resize(640, 480)
        self.window.show()
        self.hands = Hands(self.window, lambda: 2.0, display.clock)
        desk = DisplayDesk(
            self.window,
            self.hands,
            lambda: display.content,
            display.looks,
            display.plan.manner,
            display.wall,
            display.clock,
            NoMachine(),
            NoMachine(),
            lambda: display.message,
        )
        self.loop = SideLoop(
            self.window, self.hands, desk, display.hands, self._on_touched, self._give_back
        )
        deliver()

    def _on_touched(self) -> None:
        self.touches += 1

    def _give_back(self) -> None:
        self.given_back = True

    @property
    def identifier(self) -> str:
        current = self.window.current
        return "" if current is None else current.accessibleIdentifier()

    def close(self) -> None:
        self.loop.close()
        self.hands.close()
        self.window.close()
        self.window.deleteLater()
        deliver()


@pytest.fixture
def wall(display: Display) -> Iterator[Wall]:
    wall = Wall(display)
    yield wall
    wall.close()


def test_it_loops_and_a_touch_leaves_it_as_it_is(wall: Wall) -> None:
    assert wall.identifier == "screen.display"
    before = wall.window.current
    QTest.mouseClick(wall.window.windowHandle(), Qt.MouseButton.LeftButton)
    deliver()
    assert wall.touches == 1
    assert wall.window.current is before


def test_a_visit_on_the_own_screen_leaves_it_looping(wall: Wall) -> None:
    wall.display.touch()
    assert wall.display.identifier == "screen.home"
    wall.display.wait(60.0)
    assert wall.identifier == "screen.display"


def test_keys_of_staff_reach_the_gate_and_others_begin_a_visit(wall: Wall) -> None:
    display = wall.display
    asked: list[str] = []
    gate = GateWatch(display.window, display.hands, lambda: display.screen.look, display.clock)
    gate.asked.connect(asked.append)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(wall.window.windowHandle(), Qt.Key.Key_F12, modifiers)
    QTest.keyClick(wall.window.windowHandle(), Qt.Key.Key_F5)
    assert asked == ["menu", "talk"]
    assert wall.touches == 0
    QTest.keyClick(wall.window.windowHandle(), Qt.Key.Key_A)
    assert wall.touches == 1
    gate.close()


def test_its_hours_are_those_of_the_kiosk(put_up: Callable[[Plan], Display]) -> None:
    off = Hours(ScreenHours(weekdays=parse_weekdays("1 off")))
    display = put_up(Plan(pack_of(), hours=off))
    wall = Wall(display)
    assert wall.identifier == "screen.display"
    assert not shown_by_identifier(wall.window).keys() & {"display.slide"}
    assert not display.computer.on_now, "a loop beside it wakes no screen"
    wall.close()
    assert not display.computer.on_now


class Glass:
    """As much of a screen as the loop on it asks for."""

    def __init__(self, *box: int, mm: tuple[int, int] = (0, 0)) -> None:
        self.box = QRect(*box)
        self.mm = mm

    def geometry(self) -> QRect:
        return self.box

    def physicalSize(self) -> QSizeF:
        return QSizeF(*self.mm)


class Watch(QObject):
    """The screens of a machine, as a test plugs them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.others: list[Glass] = []

    def close(self) -> None:
        self.others = []


class Loop:
    def __init__(self, screen: Glass) -> None:
        self.screen = screen
        self.closed = 0

    def show_again(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


class Machine:
    """Two screens beside the kiosk's own, and the loops that are made for them."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.made: list[Loop] = []
        self.touch: list[Callable[[], None]] = []
        self.others = OtherScreens(cast("ScreensWatch", self.watch), self._make)

    def _make(self, screen: QScreen, touched: Callable[[], None]) -> SideLoop:
        self.made.append(Loop(cast("Glass", screen)))
        self.touch.append(touched)
        return cast("SideLoop", self.made[-1])

    def plug(self, *screens: Glass) -> None:
        self.watch.others = list(screens)
        self.watch.changed.emit()

    @property
    def open(self) -> list[Glass]:
        return [loop.screen for loop in self.made if not loop.closed]


LEFT, RIGHT = Glass(-640, 0, 640, 480), Glass(1920, 0, 1280, 720)


def test_screens_that_come_and_go_are_followed_while_the_loop_is_wanted() -> None:
    machine = Machine()
    machine.plug(LEFT)
    assert machine.open == []
    machine.others.show(wanted=True)
    assert machine.open == [LEFT]
    machine.plug(LEFT, RIGHT)
    assert machine.open == [LEFT, RIGHT]
    machine.plug(RIGHT)
    assert machine.open == [RIGHT]
    machine.others.show(wanted=True)
    assert len(machine.made) == 2, "one that stays is left as it is"
    machine.others.show(wanted=False)
    assert machine.open == []
    machine.plug(LEFT)
    assert machine.open == []
    assert [loop.closed for loop in machine.made] == [1, 1]


def test_a_screen_whose_size_became_known_gets_other_letters() -> None:
    machine = Machine()
    screen = Glass(0, 0, 1920, 1080)
    machine.others.show(wanted=True)
    machine.plug(screen)
    screen.mm = (476, 268)
    machine.watch.changed.emit()
    assert machine.open == [screen]
    assert len(machine.made) == 2


def test_a_touch_on_any_of_them_is_told_and_the_end_closes_all() -> None:
    machine = Machine()
    told: list[bool] = []
    machine.others.touched.connect(lambda: told.append(True))
    machine.others.show(wanted=True)
    machine.plug(LEFT, RIGHT)
    for touch in machine.touch:
        touch()
    assert told == [True, True]
    machine.others.close()
    assert machine.open == []
