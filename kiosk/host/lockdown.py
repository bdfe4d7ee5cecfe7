"""Keeps a visitor inside the kiosk's window, and the pointer out of sight while fingers are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.host.window_filter import WindowFilter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_Type = QEvent.Type
_Key = Qt.Key
_KEYS: Final = frozenset({_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride})
_SWALLOWED: Final = frozenset(
    {_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.DragLeave, _Type.Drop}
)
_PRESSES: Final = frozenset(
    {_Type.TouchBegin, _Type.TouchUpdate, _Type.MouseButtonPress, _Type.TabletPress}
)
_MENU_KEYS: Final = frozenset(
    {
        _Key.Key_Super_L,
        _Key.Key_Super_R,
        _Key.Key_Meta,
        _Key.Key_Menu,
        _Key.Key_F10,
        _Key.Key_F11,
    }
)
_WAYS_OUT: Final = frozenset(
    {
        (Qt.KeyboardModifier.AltModifier, _Key.Key_F4),
        (Qt.KeyboardModifier.ControlModifier, _Key.Key_Q),
        (Qt.KeyboardModifier.ControlModifier, _Key.Key_W),
        (Qt.KeyboardModifier.ControlModifier, _Key.Key_F4),
    }
)


class Lockdown(WindowFilter):
    """Ignores what would close, leave or disturb one window (access.md P4); see `allow_exit`.

    Owns the application's override cursor: the pointer is hidden at the start and after each
    touch or press, and shows once a real mouse moves. `close()` gives everything back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._exit_allowed = False
        self._cursor_hidden = False
        self._mouse_at: QPointF | None = None
        self._hide_cursor()

    def allow_exit(self) -> None:
        """Let the window be closed from now on: staff asked for it."""
        self._exit_allowed = True

    def close(self) -> None:
        """Let go of the window and show the pointer again."""
        self._show_cursor()
        super().close()

    def _on_input(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == _Type.MouseMove:
            self._on_mouse_move(cast("QMouseEvent", event))
        elif kind in _PRESSES:
            self._mouse_at = None
            self._hide_cursor()
        elif kind in _KEYS:
            return _leads_out(cast("QKeyEvent", event))
        elif kind == _Type.Close and not self._exit_allowed:
            event.ignore()
            return True
        return kind in _SWALLOWED

    def _on_window(self, event: QEvent) -> None:
        """Nothing: what reaches the window has passed its handle."""

    def _on_mouse_move(self, event: QMouseEvent) -> None:
        if event.buttons() or event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return
        before, self._mouse_at = self._mouse_at, event.globalPosition()
        # One place is no movement: a server tells where the pointer is when a window appears, and
        # a touch frame that poses as a mouse jumps to the finger before it presses.
        if before is not None and before != self._mouse_at:
            self._show_cursor()

    def _hide_cursor(self) -> None:
        if not self._cursor_hidden:
            self._cursor_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def _show_cursor(self) -> None:
        if self._cursor_hidden:
            self._cursor_hidden = False
            QGuiApplication.restoreOverrideCursor()


def _leads_out(event: QKeyEvent) -> bool:
    if event.key() in _MENU_KEYS:
        return True
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return any(modifiers == held and event.key() == key for held, key in _WAYS_OUT)
