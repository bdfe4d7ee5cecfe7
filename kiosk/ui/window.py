"""The kiosk's one window: shows exactly one screen and says when its size changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen


class KioskWindow(QWidget):
    """Owns the screen that shows. `resized()` is emitted when the glass became another size."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle("Kiosk")
        self._screen: Screen | None = None

    @property
    def current(self) -> Screen | None:
        """The screen that shows."""
        return self._screen

    def show_screen(self, screen: Screen) -> None:
        """Show a screen, yet to be arranged, instead of the one before, which is deleted."""
        before, self._screen = self._screen, screen
        if before is screen:
            return
        screen.show()
        screen.raise_()
        if before is not None:
            before.hide()
            before.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Seen only before the first screen and between two of another size.
        painter = QPainter(self)
        if self._screen is not None:
            painter.fillRect(self.rect(), self._screen.look.colour("paper"))
        painter.end()
