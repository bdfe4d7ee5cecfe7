"""A visitor cannot leave the window, and the pointer shows only where a mouse really moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.host.lockdown import Lockdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
REAL = Qt.MouseEventSource.MouseEventNotSynthesized
BY_QT = Qt.MouseEventSource.MouseEventSynthesizedByQt


class Keys(QLineEdit):
    """Takes the focus and notes which keys arrive."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seen: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.seen.append(event.key())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(400, 300)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def lockdown(window: QWidget, qtbot: QtBot) -> Iterator[Lockdown]:
    lockdown = Lockdown(window)
    window.show()
    qtbot.waitExposed(window)
    yield lockdown
    lockdown.allow_exit()
    lockdown.close()


def send(window: QWidget, event: QEvent) -> bool:
    """Whether the window's handle took the event."""
    QCoreApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def move(
    window: QWidget,
    x: float,
    *,
    source: Qt.MouseEventSource = REAL,
    held: Qt.MouseButton = Qt.MouseButton.NoButton,
) -> None:
    at = QPointF(x, 50)
    no_button = Qt.MouseButton.NoButton
    send(window, QMouseEvent(QEvent.Type.MouseMove, at, at, at, no_button, held, NONE, source))


def arrived(window: QWidget, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> list[int]:
    """What a widget with the focus sees when a key is pressed."""
    keys = Keys(window)
    keys.show()
    keys.setFocus()
    QTest.keyClick(window.windowHandle(), key, modifiers)
    return keys.seen


def pointer_shows() -> bool:
    return QGuiApplication.overrideCursor() is None


def test_the_window_stays_whatever_asks_it_to_close(window: QWidget, lockdown: Lockdown) -> None:
    assert not send(window, QCloseEvent())
    assert window.isVisible()
    window.windowHandle().close()
    assert window.isVisible()


def test_staff_may_close_it(window: QWidget, lockdown: Lockdown) -> None:
    lockdown.allow_exit()
    window.windowHandle().close()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("modifiers", "key"),
    [
        (NONE, Qt.Key.Key_F11),
        (NONE, Qt.Key.Key_F10),
        (NONE, Qt.Key.Key_Menu),
        (NONE, Qt.Key.Key_Super_L),
        (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10),
        (ALT, Qt.Key.Key_F4),
        (CTRL, Qt.Key.Key_Q),
        (CTRL, Qt.Key.Key_W),
        (CTRL, Qt.Key.Key_F4),
    ],
)
def test_keys_that_lead_out_do_not_arrive(
    window: QWidget, lockdown: Lockdown, modifiers: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    assert key not in arrived(window, modifiers, key)
    assert window.isVisible()


@pytest.mark.parametrize(
    ("modifiers", "key"),
    [(NONE, Qt.Key.Key_Q), (NONE, Qt.Key.Key_F4), (CTRL, Qt.Key.Key_A), (ALT, Qt.Key.Key_Q)],
)
def test_other_keys_arrive(
    window: QWidget, lockdown: Lockdown, modifiers: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    assert key in arrived(window, modifiers, key)


class Basket(QWidget):
    """Would take whatever is dragged over it."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.accept()


def test_nothing_can_be_dropped_on_it(qtbot: QtBot) -> None:
    basket = Basket()
    basket.setAcceptDrops(True)
    basket.resize(400, 300)
    qtbot.addWidget(basket)
    lockdown = Lockdown(basket)
    basket.show()
    qtbot.waitExposed(basket)
    data = QMimeData()
    data.setText("a file")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(5, 5), copy, data, left, NONE)
    event.ignore()
    assert not send(basket, event)
    lockdown.close()
    assert send(basket, event), "it would take it"


def test_no_menu_opens(window: QWidget, lockdown: Lockdown) -> None:
    asked: list[QPoint] = []
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    window.customContextMenuRequested.connect(asked.append)
    at = QPoint(5, 5)
    send(window, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at, NONE))
    assert asked == []


def test_the_pointer_is_hidden_until_a_mouse_really_moves(
    window: QWidget, lockdown: Lockdown
) -> None:
    assert not pointer_shows()
    move(window, 10)
    assert not pointer_shows(), "where a pointer stands is no movement"
    move(window, 10)
    assert not pointer_shows()
    move(window, 11)
    assert pointer_shows()


def test_a_touch_hides_it_and_its_echo_as_a_mouse_does_not_show_it(
    window: QWidget, lockdown: Lockdown
) -> None:
    move(window, 10)
    move(window, 20)
    device = QTest.createTouchDevice()
    QTest.touchEvent(window.windowHandle(), device).press(0, QPoint(30, 30), window.windowHandle())
    assert not pointer_shows()
    for x in (30, 40, 50):
        move(window, x, source=BY_QT)
    assert not pointer_shows()


def test_a_touch_frame_that_poses_as_a_mouse_shows_no_pointer(
    window: QWidget, lockdown: Lockdown
) -> None:
    for x in (10, 200, 90):
        move(window, x)
        assert not pointer_shows(), "it jumps to the finger"
        QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(x, 50))
        for slip in (3, 6, 9):
            move(window, x + slip, held=Qt.MouseButton.LeftButton)
        QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(x, 50))
        assert not pointer_shows()


def test_closing_gives_everything_back(window: QWidget, lockdown: Lockdown) -> None:
    lockdown.close()
    assert pointer_shows()
    window.windowHandle().close()
    assert not window.isVisible()
