"""What the desk knows of the menu and of every sheet behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.ui.screen import Screen


class StaffSheet(Screen):
    """A screen for staff: the menu, or a sheet that was opened from it.

    `chosen(what)`: somebody pressed a control that means something to the kiosk, such as
    "staff.display" (its identifier). `left()`: back to the menu, and from the menu to what
    showed before the gate. The desk shows it, gives it a look whenever that changed, counts Esc
    as `back`, and closes it after three minutes without input.
    """

    chosen = Signal(str)
    left = Signal()

    def start(self) -> None:
        """It shows from now on: whatever moves may begin."""

    def back(self) -> None:
        """Esc was pressed; a sheet that can step back within itself does that instead."""
        self.left.emit()

    def gate_asked(self) -> None:
        """The gate was asked for while this shows, by corners or keys (it ends the cleaning)."""

    def close_sheet(self) -> None:
        """It shows no longer: stop timers, let go of files."""
