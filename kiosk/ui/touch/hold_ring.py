"""Shows with a ring how long a finger has held a button that must be held (access.md M12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.widgets.ring import Ring

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kiosk.ui.touch.field import Motion, TouchField
    from kiosk.ui.window import KioskWindow

FRAME_MS: Final = 40
"""The ring moves 25 times a second, and only while it fills."""


class HoldRing(QObject):
    """A ring around the finger that came last. Owns a timer; `close()` ends it."""

    def __init__(self, window: KioskWindow, field: TouchField) -> None:
        super().__init__(window)
        self._window = window
        self._field = field
        self._contact: Hashable = None
        self._place = (0.0, 0.0)
        self._ring: Ring | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._show)
        field.add_watcher(self._on_contact)

    def close(self) -> None:
        """Show no ring any more."""
        self._timer.stop()
        self._field.remove_watcher(self._on_contact)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
        self.deleteLater()

    def _on_contact(self, contact: Hashable, motion: Motion, x: float, y: float) -> None:
        if motion == "down" and self._field.held(contact) is not None:
            self._contact = contact
            self._place = (x, y)
            self._show()
        elif contact != self._contact:
            return
        elif motion == "move":
            self._place = (x, y)
            # Not at once: the field has yet to see whether it still is on its button.
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._contact = None
            self._show()

    def _show(self) -> None:
        """Show how full it is now; nothing while the finger is beside its button."""
        share = None if self._contact is None else self._field.held(self._contact)
        screen = self._window.current
        if share is None or screen is None:
            if self._ring is not None:
                self._ring.hide()
        else:
            if self._ring is None:
                self._ring = Ring(self._window, screen.look)
            self._ring.show_at(screen.look, *self._place, share)
        if self._contact is None or share == 1.0:
            self._timer.stop()
        else:
            self._timer.start()
