"""Watches a window for what only staff do: two corners held, a key chord, a clicker's start key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.corner_hold import HOLD_S, NEXT_S, CornerHold, Sight
from kiosk.ui.widgets.ring import RING_MM, Ring

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.field import Motion
    from kiosk.ui.touch.hands import Hands

_Key = Qt.Key
_MENU_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# The keypad's keys say that they are the keypad's; a clicker's start key may come with Shift.
_START_MODIFIERS: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)

SHOW_AFTER_S: Final = 0.3
"""A tap is over sooner and shows no ring (docs/touch.md)."""

FRAME_MS: Final = 40
"""The ring moves 25 times a second while a corner is held; once it is full, only what somebody
does changes it."""


class GateWatch(QObject):
    """Emits `asked(goal)`: "menu" for the corners and Ctrl+Shift+F12, "talk" for F5 and Shift+F5.

    Owns the ring, a timer that runs while a corner is held, and its places in the window's hands;
    `close()` gives all of them up. A corner that was held for its 2 s does nothing else when it
    is let go; a shorter touch stays what it was.
    """

    asked = Signal(str)

    def __init__(
        self,
        window: QWidget,
        hands: Hands,
        look: Callable[[], Look],
        clock: Callable[[], float],
    ) -> None:
        """`clock` is monotonic, in seconds."""
        super().__init__(window)
        self._window = window
        self._hands = hands
        self._look = look
        self._clock = clock
        self._holding = CornerHold()
        self._ring: Ring | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        hands.field.add_watcher(self._on_contact)
        hands.keys.add_taker(self._on_key)

    def close(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._hands.field.remove_watcher(self._on_contact)
        self._hands.keys.remove_taker(self._on_key)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def _on_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        if event.key() == _Key.Key_F12 and modifiers & _MENU_CHORD == _MENU_CHORD:
            self.asked.emit("menu")
            return True
        if event.key() == _Key.Key_F5 and not modifiers & ~_START_MODIFIERS:
            self.asked.emit("talk")
            return True
        return False

    def _on_contact(self, contact: Hashable, motion: Motion, x: float, y: float) -> None:
        now = self._clock()
        match motion:
            case "down":
                # Asked at every touch, for the glass may have become another one.
                self._holding.resize(self._width_mm())
                self._follow(self._holding.down(contact, x, y, now))
            case "move":
                if self._timer.isActive():
                    self._follow(self._holding.move(contact, x, y, now))
            case _:
                self._follow(self._holding.up(contact, now))

    def _on_time(self) -> None:
        self._follow(self._holding.look(self._clock()))

    def _follow(self, sight: Sight) -> None:
        for contact in sight.filled:
            self._hands.field.forfeit(contact)
        self._time(sight)
        self._show(sight)
        if sight.passed:
            self.asked.emit("menu")

    def _time(self, sight: Sight) -> None:
        """Sleep while nothing can change by itself."""
        if sight.corner is not None and sight.progress < 1.0:
            self._start(FRAME_MS)
        elif sight.corner is not None:
            self._timer.stop()
        elif sight.waiting:
            self._start(round(1000 * NEXT_S) + FRAME_MS)
        else:
            self._timer.stop()

    def _start(self, milliseconds: int) -> None:
        if not self._timer.isActive() or self._timer.interval() != milliseconds:
            self._timer.start(milliseconds)

    def _show(self, sight: Sight) -> None:
        held_s = sight.progress * HOLD_S
        shows = sight.corner is not None and held_s >= SHOW_AFTER_S
        if sight.passed or not (shows or sight.waiting):
            if self._ring is not None:
                self._ring.hide()
            return
        if self._ring is None:
            self._ring = Ring(self._window, self._look())
        # With the left corner done, the right one shows an empty ring: that is where to go.
        at_left = sight.corner == "left"
        middle = RING_MM / 2
        x = middle if at_left else self._width_mm() - middle
        progress = 0.0 if sight.corner is None else sight.progress
        self._ring.show_at(self._look(), x, middle, progress)

    def _width_mm(self) -> float:
        return self._window.width() / self._look().metrics.px_per_mm
