"""What brings staff to their gate: corners held by any hand, a chord, a clicker's start key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.visit import TopicPlace
from kiosk.ui.screens.trouble import TroubleScreen
from tests.ui.support.tree import nodes

if TYPE_CHECKING:
    from PySide6.QtGui import QPointingDevice

    from tests.ui.staff.gate_support import Ward

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


def test_the_corners_ask_for_the_menu(ward: Ward) -> None:
    ward.hold("left", 2.1)
    ward.kiosk.wait(1.0)
    ward.hold("right", 2.1)
    assert ward.asked == ["menu"]
    assert ward.kiosk.screen == "screen.staff-pin"


def test_on_attract_a_corner_held_opens_no_topic(ward: Ward) -> None:
    assert ward.kiosk.screen == "screen.attract"
    ward.kiosk.wait(1.0)
    ward.hold("left", 2.1)
    assert ward.kiosk.screen == "screen.attract"
    ward.kiosk.wait(5.2)
    ward.hold("left", 1.0)
    assert ward.kiosk.screen == "screen.topic", "a shorter touch stays what it was"
    assert ward.asked == []


def test_the_finger_that_passed_presses_nothing_on_the_gate(ward: Ward) -> None:
    ward.hold("left", 2.1)
    ward.kiosk.wait(1.0)
    ward.kiosk.finger_down(ward.corner("right"))
    ward.kiosk.wait(2.1)
    assert ward.kiosk.screen == "screen.staff-pin"
    ward.kiosk.finger_up(ward.corner("right"))
    assert ward.kiosk.screen == "screen.staff-pin"


def test_it_works_on_every_screen(ward: Ward) -> None:
    kiosk, session = ward.kiosk, ward.kiosk.session

    def farewell() -> None:
        kiosk.press("nav.done")

    def warned() -> None:
        kiosk.press("attract.read")
        while not kiosk.shows("idle.stay"):
            kiosk.wait(5.0)

    def out_of_order() -> None:
        session.withdraw()
        screen = TroubleScreen(kiosk.window, kiosk.look)
        kiosk.window.show_screen(screen)
        screen.refresh()

    kiosk.press("attract.read")
    ways = {
        "screen.home": lambda: None,
        "screen.topic": lambda: session.navigator.go(TopicPlace("kaart-1")),
        "screen.farewell": farewell,
        "screen.attract": session.reset,
        "idle": warned,
        "screen.out-of-order": out_of_order,
    }
    for name, way in ways.items():
        way()
        kiosk.flush()
        assert name in (kiosk.screen, "idle")
        ward.asked.clear()
        ward.hold("left", 2.1)
        ward.hold("right", 2.1)
        assert ward.asked == ["menu"], name
        kiosk.press("staff.cancel")
        kiosk.wait(1.0)


def test_one_finger_may_rest_elsewhere(ward: Ward, device: QPointingDevice) -> None:
    kiosk = ward.kiosk
    rest = QPoint(960, 700)

    def touch() -> QTest.QTouchEventSequence:
        return QTest.touchEvent(kiosk.handle, device, autoCommit=False)

    touch().press(0, rest, kiosk.handle).commit()
    kiosk.flush()
    for corner in ("left", "right"):
        at = ward.corner(corner)
        touch().stationary(0).press(1, at, kiosk.handle).commit()
        kiosk.flush()
        kiosk.wait(2.1)
        touch().stationary(0).release(1, at, kiosk.handle).commit()
        kiosk.flush()
        kiosk.wait(0.5)
    assert ward.asked == ["menu"]
    touch().release(0, rest, kiosk.handle).commit()
    kiosk.flush()
    assert kiosk.screen == "screen.staff-pin", "what rested presses nothing"


def test_the_ring_fills_and_goes(ward: Ward) -> None:
    at = ward.corner("left")
    ward.kiosk.finger_down(at)
    ward.kiosk.wait(0.2)
    assert ward.ring is None, "a tap shows no ring"
    ward.kiosk.wait(0.8)
    ring = ward.ring
    assert ring is not None
    assert ring.progress == pytest.approx(0.5, abs=0.03)
    assert ring.x() < 100
    assert ring.geometry().contains(at)
    ward.kiosk.wait(1.1)
    ward.kiosk.finger_up(at)
    assert ward.ring is ring
    assert ring.progress == 0.0
    assert ring.x() > ward.kiosk.window.width() - 200, "the right corner is next"
    ward.kiosk.wait(5.2)
    assert ward.ring is None


def test_the_ring_is_nothing_to_press_or_to_hear(ward: Ward) -> None:
    before = nodes(ward.kiosk.window)
    ward.kiosk.finger_down(ward.corner("left"))
    ward.kiosk.wait(1.0)
    assert ward.ring is not None
    after = nodes(ward.kiosk.window)
    assert [node.identifier for node in after] == [node.identifier for node in before]
    at = ward.ring.geometry().center()
    assert ward.kiosk.window.childAt(at) is not ward.ring


def test_the_ring_lies_over_a_screen_that_came_after_it(ward: Ward) -> None:
    ward.kiosk.finger_down(ward.corner("left"))
    ward.kiosk.wait(1.0)
    ward.kiosk.session.navigator.begin()
    ward.kiosk.wait(0.1)
    assert ward.ring is not None
    assert ward.kiosk.window.children()[-1] is ward.ring


def test_no_timer_runs_while_nobody_holds_a_corner(ward: Ward) -> None:
    def running() -> bool:
        return any(timer.parent() is ward.gate for timer in ward.kiosk.timers.running())

    ward.kiosk.tap(QPoint(900, 500))
    assert not running()
    ward.kiosk.finger_down(ward.corner("left"))
    assert running()
    ward.kiosk.wait(2.2)
    assert not running(), "full: nothing changes by itself"
    ward.kiosk.finger_up(ward.corner("left"))
    ward.kiosk.wait(5.2)
    assert not running()


@pytest.mark.parametrize(
    ("key", "modifiers", "goals"),
    [
        (Qt.Key.Key_F12, CTRL_SHIFT, ["menu"]),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier, []),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, []),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, ["talk"]),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, ["talk"]),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier, []),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.AltModifier, []),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier, []),
    ],
)
def test_keys(ward: Ward, key: Qt.Key, modifiers: Qt.KeyboardModifier, goals: list[str]) -> None:
    QTest.keyClick(ward.kiosk.handle, key, modifiers)
    ward.kiosk.flush()
    assert ward.asked == goals
    assert (ward.kiosk.screen == "screen.staff-pin") == bool(goals)


def test_closed_it_asks_no_more(ward: Ward) -> None:
    ward.gate.close()
    ward.hold("left", 2.1)
    ward.hold("right", 2.1)
    QTest.keyClick(ward.kiosk.handle, Qt.Key.Key_F12, CTRL_SHIFT)
    assert ward.asked == []
    # The ward closes it again.
    ward.gate = type(ward.gate)(ward.kiosk.window, ward.kiosk.hands, ward.look, ward.kiosk.clock)
