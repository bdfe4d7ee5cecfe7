"""Whoever touches the display is home at once, and the touch does nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk.proving.fit import problems
from kiosk.ui.display.manner import Manner
from kiosk.ui.touch.gate import GateWatch
from tests.ui.display.display_support import Display, Plan
from tests.ui.support.kiosk import FULL_HD
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("at", [(0, 0), (1919, 1079), (400, 400), (960, 1000), (1700, 950)])
def test_a_touch_anywhere_opens_home_and_presses_nothing(
    display: Display, at: tuple[int, int]
) -> None:
    display.touch(QPoint(*at))
    assert display.identifier == "screen.home"
    assert display.touches == 1


def test_home_is_there_before_the_finger_lifts(display: Display) -> None:
    QTest.mousePress(display.handle, Qt.MouseButton.LeftButton, pos=QPoint(960, 540))
    assert display.identifier == "screen.home"
    QTest.mouseRelease(display.handle, Qt.MouseButton.LeftButton, pos=QPoint(960, 540))
    assert display.identifier == "screen.home"


def test_a_hand_that_shakes_presses_nothing_on_home(display: Display) -> None:
    display.touch(QPoint(400, 400))
    for _ in range(3):
        display.clock.now += 0.2
        display.touch(QPoint(400, 400))
    assert display.identifier == "screen.home"
    display.wait(2.0)
    display.touch(QPoint(400, 400))
    assert display.identifier == "screen.topic"


def test_the_touch_comes_in_the_middle_of_a_fade(display: Display) -> None:
    display.wait(12.1)
    assert display.screen.fades
    display.touch()
    assert display.identifier == "screen.home"
    assert not [timer for timer in display.timers.running() if timer.interval() < 100]


def test_after_the_visit_the_loop_goes_on_where_it_was(display: Display) -> None:
    display.next_sheet()
    before = display.name()
    display.touch()
    display.session.reset()
    display.flush()
    assert display.identifier == "screen.display"
    assert display.name() == before
    display.next_sheet()
    assert display.name() != before


def test_a_visitor_who_leaves_gives_the_loop_back(display: Display) -> None:
    display.touch()
    display.wait(600.0)
    assert display.identifier == "screen.display"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_A]
)
def test_a_key_opens_home_and_presses_nothing(display: Display, key: Qt.Key) -> None:
    display.session.navigator.stage.look(None).kit.keyboard.in_use = True
    display.key(key)
    assert display.identifier == "screen.home"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_F5, Qt.Key.Key_F12]
)
def test_keys_of_staff_wake_nobody(display: Display, key: Qt.Key) -> None:
    display.key(key)
    assert display.identifier == "screen.display"


def test_staff_get_in_over_the_display(display: Display) -> None:
    asked: list[str] = []
    gate = GateWatch(display.window, display.hands, lambda: display.screen.look, display.clock)
    gate.asked.connect(asked.append)
    QTest.keyClick(
        display.handle,
        Qt.Key.Key_F12,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    QTest.keyClick(display.handle, Qt.Key.Key_F5)
    assert asked == ["menu", "talk"]
    assert display.touches == 0
    gate.close()


def test_corners_that_are_held_open_the_gate(display: Display) -> None:
    asked: list[str] = []
    gate = GateWatch(
        display.window,
        display.hands,
        lambda: display.session.navigator.stage.look(None),
        display.clock,
    )
    gate.asked.connect(asked.append)
    for at in (QPoint(20, 20), QPoint(1900, 20)):
        display.timers.note()
        QTest.mousePress(display.handle, Qt.MouseButton.LeftButton, pos=at)
        display.flush()
        for _ in range(60):
            display.clock.now += 0.04
            for timer in gate.findChildren(QTimer):
                timer.timeout.emit()
        QTest.mouseRelease(display.handle, Qt.MouseButton.LeftButton, pos=at)
        display.flush()
    assert asked == ["menu"]
    gate.close()


def test_without_a_touchscreen_nothing_is_said_of_touching(display: Display) -> None:
    seen = [display.widgets().keys() for _ in range(3)]
    assert not any("display.line" in shown for shown in seen)


def test_with_one_it_is_said(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(says_touch=True)))
    assert display.name("display.line") == "Raak het scherm aan en lees."


def test_where_it_hangs_takes_turns_with_touching(put_up: Callable[[Plan], Display]) -> None:
    zone = "Wachtzaal twee, naast de ingang"
    manner = Manner(says_touch=True, zone=zone, clinic="Ziekenhuis")
    display = put_up(Plan(pack_of(), manner))
    seen: set[str] = set()
    for _ in range(6):
        if display.shows("display.line"):
            seen.add(display.name("display.line"))
        assert problems(display.screen) == []
        display.next_sheet()
    assert seen == {zone, "Raak het scherm aan en lees."}


def test_clinic_and_zone_stand_together_where_they_fit(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(clinic="Huis", zone="Zaal 2")))
    assert display.name("display.clinic") == "Huis · Zaal 2"
    assert not display.shows("display.line")


def test_a_name_that_is_far_too_long_never_crowds_out_the_slide(
    put_up: Callable[[Plan], Display],
) -> None:
    display = put_up(Plan(pack_of(), Manner(clinic="Een heel lange naam " * 12)))
    assert not display.shows("display.clinic")
    assert problems(display.screen) == []


def test_a_message_stands_above_and_hides_nothing(display: Display) -> None:
    before = display.name()
    display.message = "Het spreekuur loopt 30 minuten uit."
    display.desk.show_again()
    assert display.name("display.message") == display.message
    assert display.name() == before
    x, y, width, height = display.box("display.message")
    assert (x, y, width) == (0, 0, FULL_HD.width)
    assert display.box()[1] >= height
    assert problems(display.screen) == []
    display.message = ""
    display.desk.show_again()
    assert not display.shows("display.message")


def test_while_something_else_has_the_window_it_stays_away(display: Display) -> None:
    display.desk.pause()
    display.message = "Even geduld."
    display.desk.show_again()
    display.touch()
    display.key(Qt.Key.Key_A)
    assert display.touches == 0
    assert not [timer for timer in display.timers.running() if timer.interval() < 30_000]
    display.desk.resume()
    assert display.name("display.message") == "Even geduld."
