"""What mice, pens and platforms send besides taps, and what they fail to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QInputDevice,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.touch.conftest import Glass

Press = QEvent.Type.MouseButtonPress
DoubleClick = QEvent.Type.MouseButtonDblClick
Release = QEvent.Type.MouseButtonRelease
Move = QEvent.Type.MouseMove
NO_BUTTON = Qt.MouseButton.NoButton


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_mouse_buttons_do_nothing(glass: Glass, button: Qt.MouseButton) -> None:
    glass.click(glass.middle("a"), button)
    glass.mouse(DoubleClick, glass.middle("a"), button)
    assert (glass.log, glass.down()) == ([], [])
    assert "touched" in glass.signs


def test_a_double_click_is_one_step(glass: Glass) -> None:
    QTest.mouseDClick(glass.handle, Qt.MouseButton.LeftButton, pos=glass.middle("a"))
    assert glass.log == ["a"]
    assert glass.signs == [True, "touched", False, True, "touched", False]


def test_a_press_that_comes_only_as_a_double_click_is_a_press(glass: Glass) -> None:
    glass.mouse(DoubleClick, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]


class Nosy(QPushButton):
    """Notes the pointer events that reach it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seen: list[QEvent.Type] = []

    def event(self, e: QEvent) -> bool:
        if e.isPointerEvent() or e.type() in (
            QEvent.Type.Enter,
            QEvent.Type.HoverEnter,
            QEvent.Type.ContextMenu,
        ):
            self.seen.append(e.type())
        return super().event(e)


def test_no_widget_ever_gets_a_pointer_event(glass: Glass) -> None:
    nosy = Nosy(glass.window)
    nosy.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    nosy.setGeometry(400, 400, 200, 80)
    nosy.show()
    at = nosy.geometry().center()
    where, world = QPointF(at), QPointF(nosy.mapToGlobal(nosy.rect().center()))
    glass.tap(at)
    glass.clock.wait(1.0)
    QTest.mouseDClick(glass.handle, Qt.MouseButton.LeftButton, pos=at)
    glass.click(at, Qt.MouseButton.RightButton)
    glass.mouse(Move, at, NO_BUTTON)
    glass.send(QEnterEvent(where, where, world))
    glass.send(
        QWheelEvent(
            where,
            world,
            QPoint(),
            QPoint(0, 120),
            NO_BUTTON,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert nosy.seen == []


def pen(glass: Glass, kind: QEvent.Type, at: QPoint) -> None:
    device = QPointingDevice(
        "pen",
        77,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    where = QPointF(at)
    left = Qt.MouseButton.LeftButton
    glass.send(
        QTabletEvent(
            kind,
            device,
            where,
            glass.handle.mapToGlobal(where),
            0.5,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            left,
            NO_BUTTON if kind == QEvent.Type.TabletRelease else left,
        )
    )


def test_a_pen_presses_too_and_its_mouse_echo_counts_once(glass: Glass) -> None:
    pen(glass, QEvent.Type.TabletPress, glass.middle("a"))
    glass.mouse(Press, glass.middle("a"))
    assert glass.down() == ["a"]
    pen(glass, QEvent.Type.TabletRelease, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]


@pytest.mark.parametrize("echo", ["during", "after"])
def test_a_touch_that_comes_as_a_mouse_too_counts_once(glass: Glass, echo: str) -> None:
    glass.press(glass.middle("a"))
    if echo == "during":
        glass.mouse(Press, glass.middle("a"))
    glass.lift()
    if echo == "after":
        glass.mouse(Press, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]
    assert glass.signs == [True, "touched", False]
    glass.clock.wait(0.6)
    glass.click(glass.middle("a"))
    assert glass.log == ["a", "a"]


def lose_by_hiding(glass: Glass) -> None:
    glass.window.hide()


def lose_by_deactivation(glass: Glass) -> None:
    QCoreApplication.sendEvent(glass.window, QEvent(QEvent.Type.WindowDeactivate))


def lose_by_cancel(glass: Glass) -> None:
    glass.send(QTouchEvent(QEvent.Type.TouchCancel, glass.device))


@pytest.mark.parametrize("lose", [lose_by_hiding, lose_by_deactivation, lose_by_cancel])
def test_no_button_stays_down(glass: Glass, lose: Callable[[Glass], None]) -> None:
    glass.press(glass.middle("a"))
    lose(glass)
    assert glass.down() == []
    assert glass.signs[-1] is False
    glass.window.show()
    glass.lift()
    assert glass.log == []


def test_a_new_touch_ends_one_that_lost_its_release(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    QTest.touchEvent(glass.handle, glass.device).press(5, glass.middle("b"), glass.handle).commit()
    assert glass.down() == ["b"]


def test_a_button_that_is_deleted_while_pressed(glass: Glass) -> None:
    extra = glass.add("x", 420, 420)
    extra.show()
    glass.press(QPoint(440, 440))
    extra.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    glass.lift()
    assert glass.log == []
    glass.clock.wait(0.5)
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]


@pytest.mark.parametrize("gone", ["disabled", "hidden"])
def test_a_button_that_goes_away_while_pressed_does_nothing(glass: Glass, gone: str) -> None:
    button = glass.buttons["a"]
    glass.press(glass.middle("a"))
    button.setEnabled(gone != "disabled")
    button.setVisible(gone != "hidden")
    glass.lift()
    assert (glass.log, glass.down()) == ([], [])
