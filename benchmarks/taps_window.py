"""`python -m benchmarks.taps_window`: shaking hands on real screens, off screen, as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from benchmarks.taps import SEEDS, SHELF, Row
from benchmarks.tremor import HANDS, TAPS, Box, Tally, tally, taps
from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.domain.letters import Letters
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import QuestionPlace, TopicPlace
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.proving.offscreen import PANES, Offscreen, ready
from kiosk.ui.content import Content
from kiosk.ui.touch.field import TouchField
from kiosk.ui.touch.targets import shown_buttons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPointingDevice

    from benchmarks.tremor import Spot

_SHELF_NAMES = ("nav.", "quiz.stop")


class Panel:
    """A window that is touched, and what was pressed in it last."""

    def __init__(self, window: QWidget, device: QPointingDevice, scale: float) -> None:
        self.window = window
        self.scale = scale
        self.now = 0.0
        self.pressed: str | None = None
        self._device = device

    def note(self, name: str) -> Callable[[], None]:
        """What a button's `clicked` is connected to."""

        def pressed() -> None:
            self.pressed = name

        return pressed

    def touch(self, down: Spot, up: Spot) -> str | None:
        """Land, slip and lift, a second after the last time."""
        handle = self.window.windowHandle()
        self.now += 1.0
        self.pressed = None
        first, last = (QPoint(*(int(side * self.scale) for side in spot)) for spot in (down, up))
        QTest.touchEvent(handle, self._device).press(0, first, handle).commit()
        if last != first:
            QTest.touchEvent(handle, self._device).move(0, last, handle).commit()
        QTest.touchEvent(handle, self._device).release(0, last, handle).commit()
        return self.pressed


def _rows() -> Iterator[Row]:

    ready()
    device = QTest.createTouchDevice()
    bundle, folder = Bundle(None), resource("packs/bewegen-bij-ms")
    loaded = load(folder, None, QtProbe)
    if loaded.pack is None:
        raise SystemExit("the bundled pack cannot be loaded")
    content = Content(loaded.pack, folder, bundle.strings, ("nl",), "nl")
    kit = bundle.kit(lambda path: folder / path)
    kiosk = Offscreen(PANES[0], Letters(125), content, kit)
    try:
        for name, show in _screens(kiosk).items():
            show()
            yield from _screen(name, kiosk, device)
    finally:
        kiosk.close()
        loaded.close()


def _screens(kiosk: Offscreen) -> dict[str, Callable[[], None]]:

    navigator = kiosk.navigator
    navigator.begin()

    def question() -> None:
        assert navigator.visit is not None
        navigator.visit.quiz = QuizRound.over(navigator.edition.questions)
        navigator.go(QuestionPlace(0))

    topic = navigator.edition.topics[0].id
    return {
        "home": navigator.render,
        "question": question,
        "topic": lambda: navigator.go(TopicPlace(topic)),
    }


def _screen(name: str, kiosk: Offscreen, device: QPointingDevice) -> Iterator[Row]:
    """The rows of the screen that shows; after the last one those of its shelf alone."""
    scale = kiosk.pane.scale
    panel = Panel(kiosk.window, device, scale)
    field = TouchField(kiosk.window, lambda: scale, lambda: panel.now)
    kiosk.screen.blockSignals(True)
    boxes: list[Box] = []
    for button, rect in shown_buttons(kiosk.window):
        identifier = button.accessibleIdentifier()
        button.clicked.connect(panel.note(identifier))
        place = (rect.x(), rect.y(), rect.width(), rect.height())
        boxes.append(Box(identifier, *(side / scale for side in place)))
    plain = _plain(boxes, kiosk, device)
    shelf = [box for box in boxes if box.name.startswith(_SHELF_NAMES)]
    try:
        for title, aims in ((name, boxes), (f"{name}, {SHELF}", shelf)):
            yield from _hands(title, aims, panel, plain, field)
    finally:
        kiosk.screen.blockSignals(False)
        field.close()
        plain.window.close()


def _plain(boxes: list[Box], kiosk: Offscreen, device: QPointingDevice) -> Panel:
    """Plain QPushButtons in the same places."""
    window = QWidget()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(kiosk.pane.width, kiosk.pane.height)
    panel = Panel(window, device, kiosk.pane.scale)
    for box in boxes:
        button = QPushButton(box.name, window)
        button.setGeometry(*(round(side * panel.scale) for side in box[1:]))
        button.clicked.connect(panel.note(box.name))
    window.show()
    return panel


def _hands(
    title: str, aims: list[Box], panel: Panel, plain: Panel, field: TouchField
) -> Iterator[Row]:
    size = (panel.window.width() / panel.scale, panel.window.height() / panel.scale)
    for hand in HANDS:
        ours, theirs = Tally(), Tally()
        for seed in SEEDS:
            field.forget()
            ours += tally(taps(hand, aims, size, seed, TAPS), panel.touch)
            theirs += tally(taps(hand, aims, size, seed, TAPS), plain.touch)
        shares = [(found.intended, found.wrong) for found in (ours, theirs)]
        yield Row(title, hand.name, shares[0], shares[1], ours.passes(hand))


def main() -> int:
    """Print the rows as JSON."""
    json.dump(list(_rows()), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
