"""`python -m benchmarks.taps_window`: shaking hands on real screens, off screen, as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from benchmarks.oracle import best
from benchmarks.taps import SEEDS, SHELF, Row
from benchmarks.tremor import HANDS, TAPS, Box, Hand, Tally, tally, taps
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
from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPointingDevice

    from benchmarks.tremor import Spot

_SHELF_NAMES = ("nav.", "quiz.stop")
HARD = tuple(hand for hand in HANDS if hand.spread == max(one.spread for one in HANDS))
"""On other glass than the usual only this one is near its bar."""


class Panel:
    """A window that is touched, and what was pressed in it last."""

    def __init__(self, window: QWidget, device: QPointingDevice, scale: float) -> None:
        self.window = window
        self.scale = scale
        self.now = 0.0
        self.pressed: str | None = None
        self._device = device

    @property
    def glass(self) -> Spot:
        """Its width and height in mm."""
        return self.window.width() / self.scale, self.window.height() / self.scale

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


def _rows(pane: int) -> Iterator[Row]:
    """What each hand reaches on each screen of a pane."""
    ready()
    device = QTest.createTouchDevice()
    bundle, folder = Bundle(None), resource("packs/bewegen-bij-ms")
    loaded = load(folder, None, QtProbe)
    if loaded.pack is None:
        raise SystemExit("the bundled pack cannot be loaded")
    content = Content(loaded.pack, folder, bundle.strings, ("nl",), "nl")
    kit = bundle.kit(lambda path: folder / path)
    kiosk = Offscreen(PANES[pane], Letters(125), content, kit)
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
    loses: set[str] = set()
    for button, rect in shown_buttons(kiosk.window):
        identifier = button.accessibleIdentifier()
        button.clicked.connect(panel.note(identifier))
        if isinstance(button, Control) and button.loses:
            loses.add(identifier)
        place = (rect.x(), rect.y(), rect.width(), rect.height())
        boxes.append(Box(identifier, *(side / scale for side in place)))
    plain = _plain(boxes, kiosk, device)
    shelf = [box for box in boxes if box.name.startswith(_SHELF_NAMES)]
    try:
        if kiosk.pane == PANES[0]:
            yield from _hands(name, boxes, (panel, plain), field)
            yield from _hands(f"{name}, {SHELF}", shelf, (panel, plain), field)
        else:
            for row in _hands(name, boxes, (panel, plain), field, HARD):
                yield row._replace(best=_best(boxes, frozenset(loses), panel))
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


def _best(boxes: list[Box], loses: frozenset[str], panel: Panel) -> float:
    """What the best model could reach for the hand that shakes most."""
    hand = HARD[0]
    return best(boxes, loses, panel.glass, hand.spread, hand.wrong).intended


def _hands(
    title: str,
    aims: list[Box],
    panels: tuple[Panel, Panel],
    field: TouchField,
    hands: Sequence[Hand] = HANDS,
) -> Iterator[Row]:
    """What hands reach on the kiosk and on plain buttons."""
    panel, plain = panels
    for hand in hands:
        ours, theirs = Tally(), Tally()
        for seed in SEEDS:
            field.forget()
            ours += tally(taps(hand, aims, panel.glass, seed, TAPS), panel.touch)
            theirs += tally(taps(hand, aims, panel.glass, seed, TAPS), plain.touch)
        shares = [(found.intended, found.wrong) for found in (ours, theirs)]
        yield Row(title, hand.name, shares[0], shares[1], ours.passes(hand))


def main() -> int:
    """Print the rows as JSON."""
    pane = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    json.dump(list(_rows(pane)), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
