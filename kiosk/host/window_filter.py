"""Watches one window and its native handle, so that a filter sees input before any widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget


class WindowFilter(QObject):
    """Passes on the events of a window's handle and of the window itself.

    The handle (`QWindow`) gets touch, mouse, tablet and key events before Qt decides which widget
    they are for. A filter on the application would see every event of every object, in Python,
    at start and forever; this one costs nothing while nobody does anything. Qt may make a new
    handle (another screen, other flags): it is followed.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        window.installEventFilter(self)
        self._follow_handle()

    def close(self) -> None:
        """Let go of the window; input goes where Qt sends it."""
        if isValid(self._window):
            self._window.removeEventFilter(self)
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the two sources apart."""
        if watched is self._handle:
            return self._on_input(event)
        if watched is self._window:
            if event.type() in (QEvent.Type.WinIdChange, QEvent.Type.Show):
                self._follow_handle()
            self._on_window(event)
        return False

    def _on_input(self, event: QEvent) -> bool:
        """Handle an event of the handle; True keeps it from the widgets."""
        return False

    def _on_window(self, event: QEvent) -> None:
        """Note an event of the window."""

    def _follow_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is self._handle:
            return
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = handle
        if handle is not None:  # pyright: ignore[reportUnnecessaryComparison] - None before show
            handle.installEventFilter(self)
