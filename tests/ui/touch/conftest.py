"""A window with buttons on a grid, a clock that stands still, and a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.ui.touch.field import TouchField
from kiosk.ui.touch.keys import KeyField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPointingDevice, QWindow
    from pytestqt.qtbot import QtBot

PX_PER_MM = 4.0
SIDE = 160  # 40 mm
STEP = 192  # and 8 mm between
LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


class Glass:
    """A window of 3 × 2 buttons `a` to `f`, its fields, and what they told."""

    def __init__(self, device: QPointingDevice) -> None:
        self.device = device
        self.clock = Clock()
        self.window = QWidget()
        self.window.resize(680, 480)
        self.log: list[str] = []
        self.signs: list[str | bool] = []
        self.buttons = {
            name: self.add(name, 40 + STEP * (place % 3), 40 + STEP * (place // 3))
            for place, name in enumerate("abcdef")
        }
        self.field = TouchField(self.window, lambda: PX_PER_MM, self.clock)
        self.keys = KeyField(self.window, self.field.everything)
        self.field.touched.connect(self._on_touched)
        self.field.rested.connect(self.signs.append)
        self._contacts: dict[int, QPoint] = {}

    def add(self, name: str, x: int, y: int, parent: QWidget | None = None) -> QPushButton:
        button = QPushButton(name, parent or self.window)
        button.setGeometry(x, y, SIDE, SIDE)
        button.clicked.connect(lambda: self.log.append(name))
        return button

    def _on_touched(self) -> None:
        self.signs.append("touched")

    @property
    def handle(self) -> QWindow:
        return self.window.windowHandle()

    def middle(self, name: str) -> QPoint:
        return self.buttons[name].geometry().center()

    def down(self) -> list[str]:
        return [name for name, button in self.buttons.items() if button.isDown()]

    def close(self) -> None:
        self.keys.close()
        self.field.close()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # The hand: several contacts may be down; the others are reported as resting.

    def press(self, at: QPoint, contact: int = 0) -> None:
        sequence = self._others(contact).press(contact, at, self.handle)
        self._contacts[contact] = at
        sequence.commit()

    def move(self, at: QPoint, contact: int = 0) -> None:
        sequence = self._others(contact).move(contact, at, self.handle)
        self._contacts[contact] = at
        sequence.commit()

    def lift(self, contact: int = 0) -> None:
        sequence = self._others(contact)
        sequence.release(contact, self._contacts.pop(contact), self.handle).commit()

    def tap(self, at: QPoint, contact: int = 0, hold_s: float = 0.1) -> None:
        self.press(at, contact)
        self.clock.wait(hold_s)
        self.lift(contact)

    def _others(self, contact: int) -> QTest.QTouchEventSequence:
        sequence = QTest.touchEvent(self.handle, self.device, autoCommit=False)
        for other in self._contacts:
            if other != contact:
                sequence.stationary(other)
        return sequence

    # The mouse.

    def mouse(
        self,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton = LEFT_BUTTON,
    ) -> None:
        where = QPointF(at)
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        self.send(QMouseEvent(kind, where, self.handle.mapToGlobal(where), button, pressed, NONE))

    def click(self, at: QPoint, button: Qt.MouseButton = LEFT_BUTTON) -> None:
        QTest.mouseClick(self.handle, button, NONE, at)

    # The keyboard.

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.handle, key, modifiers)

    def key_event(self, kind: QEvent.Type, key: Qt.Key, *, repeat: bool = False) -> None:
        self.send(QKeyEvent(kind, key, NONE, "", repeat))

    def focused(self) -> str | None:
        widget = self.window.focusWidget()
        return widget.text() if isinstance(widget, QPushButton) else None

    def send(self, event: QEvent) -> None:
        QCoreApplication.sendEvent(self.handle, event)


@pytest.fixture(scope="session")
def touch_device(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def glass(qtbot: QtBot, touch_device: QPointingDevice) -> Iterator[Glass]:
    made = Glass(touch_device)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close()
