"""What a finger on the wall means where no control lies: a tap, or holding and pointing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.talk.answer_bar import AnswerBar
from kiosk.ui.talk.strip import Strip
from kiosk.ui.touch.field import Motion, TouchField
from kiosk.ui.touch.targets import button_at

HOLD_MS: Final = 500
"""A finger that stays so long points: longer than any tap, short enough not to wonder."""
CORNER_MM: Final = 40.0
"""The top corners belong to the staff's gate (issue 3): there nothing is pointed at."""


class WallGestures(QObject):
    """Follows one finger on the wall. Owns a timer; `close()` stops it and lets go of the field.

    `tapped`: a short touch where no control is. `pointed(x, y)`: a held finger is there, in px.
    `lifted`: it no longer is. `slid(answer, part)`: a finger held on an answer's bar stands at
    this part of its width.
    """

    tapped = Signal()
    pointed = Signal(float, float)
    lifted = Signal()
    slid = Signal(int, float)

    def __init__(
        self,
        window: QWidget,
        field: TouchField,
        px_per_mm: Callable[[], float],
        shown: Callable[[], bool],
    ) -> None:
        """`shown` tells whether a slide is there to point at."""
        super().__init__(window)
        self._window = window
        self._field = field
        self._px_per_mm = px_per_mm
        self._shown = shown
        self._contact: Hashable | None = None
        self._at = (0.0, 0.0)
        self._bar: AnswerBar | None = None
        self._held = False
        self._points = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._on_held)
        field.add_watcher(self._watch)

    def close(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._field.remove_watcher(self._watch)
        self._end()
        self.deleteLater()

    def _watch(self, contact: Hashable, motion: Motion, x: float, y: float) -> None:
        if motion == "down" and self._contact is None:
            if self._shown():
                self._begin(contact, x, y)
        elif contact == self._contact:
            if motion == "move":
                self._at = (x, y)
                self._follow()
            else:
                self._finish(tap=motion == "up")

    def _begin(self, contact: Hashable, x: float, y: float) -> None:
        point = self._point(x, y)
        button = button_at(self._window, point)
        if self._on_strip(point):
            return
        if button is not None and not isinstance(button, AnswerBar):
            return
        self._contact, self._at = contact, (x, y)
        self._bar = button
        if self._bar is None:
            # A touch that is meant for the slide presses nothing that lies near it.
            self._field.forfeit(contact)
        self._timer.start()

    def _finish(self, *, tap: bool) -> None:
        short = not self._held
        on_slide = self._bar is None
        self._end()
        if tap and short and on_slide:
            self.tapped.emit()

    def _end(self) -> None:
        self._timer.stop()
        held, self._held = self._held, False
        self._contact = self._bar = None
        if held:
            self.lifted.emit()

    def _on_held(self) -> None:
        if self._contact is None or not self._shown():
            return
        self._held = True
        self._field.forfeit(self._contact)
        self._points = self._bar is not None or not self._in_corner(*self._at)
        self._follow()

    def _follow(self) -> None:
        if not self._held or not self._points:
            return
        x, y = (value * self._px_per_mm() for value in self._at)
        if self._bar is None:
            self.pointed.emit(x, y)
            return
        box = self._bar.geometry()
        part = (x - box.x()) / max(box.width(), 1)
        self.slid.emit(self._bar.answer, min(max(part, 0.0), 1.0))

    def _on_strip(self, point: QPoint) -> bool:
        """Whether a strip of controls lies there: beside a control its neighbour is meant."""
        strips = [strip for strip in self._window.findChildren(Strip) if strip.isVisible()]
        return any(strip.geometry().contains(point) for strip in strips)

    def _point(self, x: float, y: float) -> QPoint:
        scale = self._px_per_mm()
        return QPoint(round(x * scale), round(y * scale))

    def _in_corner(self, x: float, y: float) -> bool:
        width = self._window.width() / self._px_per_mm()
        return y < CORNER_MM and (x < CORNER_MM or x > width - CORNER_MM)
