"""What every kiosk, display and talk of a test has: one window, and timers that a test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.support.events import deliver
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from kiosk.ui.window import KioskWindow
    from tests.ui.support.clock import Timers


class OneWindow:
    """Who inherits it makes the window, and the timers of what runs in it."""

    window: KioskWindow
    timers: Timers

    def widgets(self) -> dict[str, QWidget]:
        """What shows, by its identifier."""
        return shown_by_identifier(self.window)

    def shows(self, identifier: str) -> bool:
        return identifier in self.widgets()

    def wait(self, seconds: float) -> None:
        """Let time pass, without sleeping."""
        self.timers.wait(seconds)
        self.flush()

    def flush(self) -> None:
        """Deliver what was posted, and take note of timers that it started."""
        deliver()
        self.timers.note()

    @property
    def handle(self) -> QWindow:
        """What input is sent to."""
        handle = self.window.windowHandle()
        assert handle is not None, "the window shows"
        return handle
