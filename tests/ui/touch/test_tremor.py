"""Hands that shake on the screens themselves, by touch events (access.md M3a to M3c, M13)."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from benchmarks.tremor import HANDS, TAPS, Box, Hand, Spot, tally, taps
from kiosk.ui.touch.aim import Target
from tests.ui.support.kiosk import Kiosk, Plan
from tests.ui.support.tree import controls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPointingDevice

    from kiosk.content.packs import Loaded

SEED = 20
WAYS = {
    "home": ("attract.read",),
    "topic": ("attract.read", "home.topic.waarom-bewegen", "nav.next"),
    "question": ("attract.read", "home.quiz"),
}


class Patient:
    """A hand on one screen, which stays whatever is pressed; `last` is what acted last."""

    def __init__(self, kiosk: Kiosk, device: QPointingDevice) -> None:
        self.kiosk = kiosk
        self.device = device
        self.scale = kiosk.px_per_mm
        self.glass = (kiosk.window.width() / self.scale, kiosk.window.height() / self.scale)
        self.boxes: list[Box] = []
        self.last: str | None = None
        screen = kiosk.window.current
        assert screen is not None
        screen.blockSignals(True)
        for button in controls(kiosk.window):
            name = button.accessibleIdentifier()
            button.clicked.connect(self._noter(name))
            self.boxes.append(Box(name, *(side / self.scale for side in kiosk.box(name))))

    def _noter(self, name: str) -> Callable[[], None]:
        def note() -> None:
            self.last = name

        return note

    def box(self, name: str) -> Box:
        return next(box for box in self.boxes if box.name == name)

    def touch(self, down: Spot, up: Spot) -> str | None:
        """Land and lift a second after whatever was before; what acted, if anything."""
        self.kiosk.clock.now += 1.0
        self.last = None
        first, second = self._px(down), self._px(up)
        QTest.touchEvent(self.kiosk.handle, self.device).press(0, first, self.kiosk.handle).commit()
        self.kiosk.clock.now += 0.1
        if first != second:
            sequence = QTest.touchEvent(self.kiosk.handle, self.device)
            sequence.move(0, second, self.kiosk.handle).commit()
        sequence = QTest.touchEvent(self.kiosk.handle, self.device)
        sequence.release(0, second, self.kiosk.handle).commit()
        return self.last

    def tap(self, x: float, y: float) -> str | None:
        return self.touch((x, y), (x, y))

    def _px(self, spot: Spot) -> QPoint:
        # Not rounded: 0.6 px left of a target is not on it.
        return QPoint(*(math.floor(side * self.scale) for side in spot))


@pytest.fixture(params=list(WAYS))
def patient(
    request: pytest.FixtureRequest,
    start: Callable[[Plan], Kiosk],
    bundled: Loaded,
    touch_device: QPointingDevice,
) -> Iterator[Patient]:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack))
    kiosk.press(*WAYS[request.param])
    patient = Patient(kiosk, touch_device)
    kiosk.hands.field.forget()
    yield patient
    screen = kiosk.window.current
    assert screen is not None
    screen.blockSignals(False)


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.name)
def test_a_hand_that_shakes_reaches_what_it_means(patient: Patient, hand: Hand) -> None:
    shaken = taps(hand, patient.boxes, patient.glass, SEED, TAPS)
    found = tally(shaken, patient.touch)
    sys.stdout.write(f"{patient.kiosk.screen}, {hand.name}: {found}\n")
    assert found.intended >= hand.intended
    assert found.wrong <= hand.wrong


def test_what_was_learnt_of_a_hand_is_forgotten_with_its_visit(patient: Patient) -> None:
    kiosk = patient.kiosk
    button = patient.boxes[0]
    for _ in range(20):
        assert patient.tap(button.x + button.width / 2, button.y + button.height / 2 - 8.0)
    aim = kiosk.hands.field.aim
    assert aim.offset[1] < -4
    screen = kiosk.window.current
    assert screen is not None
    screen.blockSignals(False)
    kiosk.session.reset()
    assert aim.offset == (0.0, 0.0)


@pytest.mark.parametrize("patient", ["topic"], indirect=True)
def test_what_staff_taught_meanwhile_is_forgotten_too(patient: Patient) -> None:
    session, aim = patient.kiosk.session, patient.kiosk.hands.field.aim
    session.pause()
    aim.learn(30, 38, Target(1, 10, 10, 40, 40))
    assert aim.offset != (0.0, 0.0)
    session.resume()
    assert aim.offset == (0.0, 0.0)


@pytest.mark.parametrize("patient", ["topic"], indirect=True)
def test_a_tap_just_beside_a_button_is_one_on_it(patient: Patient) -> None:
    back = patient.box("nav.back")
    beside = {(20, -9): "nav.back", (20, 49): "nav.back", (-2.5, 20): "nav.back"}
    for (right, down), acts in {**beside, (-4, 20): None, (20, -11): None}.items():
        patient.kiosk.hands.field.forget()
        assert patient.tap(back.x + right, back.y + down) == acts


@pytest.mark.parametrize("patient", ["topic", "question"], indirect=True)
def test_a_tap_just_beside_what_loses_something_does_nothing(patient: Patient) -> None:
    name = "nav.done" if patient.kiosk.screen == "screen.topic" else "quiz.stop"
    done = patient.box(name)
    for right, down in ((20, -2), (-2, 20), (20, done.height + 2), (done.width + 2, 20)):
        assert patient.tap(done.x + right, done.y + down) is None
    assert patient.tap(done.x + 1, done.y + 1) == name


def test_every_control_that_ends_something_is_known_to(patient: Patient) -> None:
    ends = {"nav.done", "quiz.stop"}
    for button in controls(patient.kiosk.window):
        assert isinstance(button, QAbstractButton)
        assert getattr(button, "loses", None) is (button.accessibleIdentifier() in ends)
