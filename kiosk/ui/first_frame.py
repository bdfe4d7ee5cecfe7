"""Tells when a widget was painted for the first time, so that the rest can wait for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

# A window that nobody can see is never painted; then the rest waits no longer than this, in ms.
PATIENCE_MS = 2000


class FirstFrame(QObject):
    """Emits `passed()` once, after the first frame or after `PATIENCE_MS`."""

    passed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget: QWidget | None = widget
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._pass)
        self._patience.start(PATIENCE_MS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint; what waits for it runs after it, from the event loop."""
        if event.type() == QEvent.Type.Paint:
            self._patience.start(0)
            watched.removeEventFilter(self)
        return False

    def _pass(self) -> None:
        if self._widget is not None:
            self._widget.removeEventFilter(self)
            self._widget = None
            self.passed.emit()
