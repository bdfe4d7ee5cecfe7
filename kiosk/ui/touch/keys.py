"""Lets a keyboard or a two-key switch do everything: focus by arrows, activation by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from kiosk.host.window_filter import WindowFilter
from kiosk.ui.touch.arrows import DOWN, LEFT, RIGHT, UP, Box, nearest
from kiosk.ui.touch.held import HeldKeys
from kiosk.ui.touch.targets import clipped, shown_buttons

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


_Key = Qt.Key
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Select})
_TABS: Final = frozenset({_Key.Key_Tab, _Key.Key_Backtab})
_ARROWS: Final = {
    _Key.Key_Left: LEFT,
    _Key.Key_Right: RIGHT,
    _Key.Key_Up: UP,
    _Key.Key_Down: DOWN,
}
# The keypad's keys say that they are the keypad's; Shift+Tab arrives as Backtab with Shift.
_HARMLESS: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_LOST: Final = frozenset({QEvent.Type.Hide, QEvent.Type.WindowDeactivate, QEvent.Type.Close})


class KeyField(WindowFilter):
    """The keys of one window.

    `escape`: Esc was pressed. `typed`: any key went down, a sign of life. `keyboard_used(True)`:
    from now on the focus must be visible; `keyboard_used(False)`: no longer.
    """

    escape = Signal()
    typed = Signal()
    keyboard_used = Signal(bool)

    def __init__(
        self, window: QWidget, everything: Callable[[], QAbstractButton | None] | None = None
    ) -> None:
        """`everything` tells which button any key counts for (`TouchField.everything`)."""
        super().__init__(window)
        self._everything = everything
        self._held = HeldKeys(pairs=QGuiApplication.platformName() == "xcb")
        self._ours: set[int] = set()
        self._takers: list[Callable[[QKeyEvent], bool]] = []
        self._in_use = False

    def pointer_used(self) -> None:
        """Somebody uses finger or mouse: connect it to `TouchField.touched`."""
        self._set_in_use(False)

    def add_taker(self, taker: Callable[[QKeyEvent], bool]) -> None:
        """Ask this first for every key that goes down, before earlier takers; True takes it."""
        self._takers.insert(0, taker)

    def remove_taker(self, taker: Callable[[QKeyEvent], bool]) -> None:
        """Ask it no longer."""
        self._takers.remove(taker)

    def offer(self, event: QKeyEvent) -> bool:
        """Ask the takers about a key that went down in another window; True takes it."""
        return any(taker(event) for taker in tuple(self._takers))

    def _on_window(self, event: QEvent) -> None:
        if event.type() in _LOST:
            self._held.forget()
            self._ours.clear()

    def _on_input(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress:
                return self._on_press(cast("QKeyEvent", event))
            case QEvent.Type.KeyRelease:
                return self._on_release(cast("QKeyEvent", event))
            case _:
                return False

    def _on_press(self, event: QKeyEvent) -> bool:
        key = event.key()
        repeated = self._held.press(key, event.timestamp(), marked=event.isAutoRepeat())
        if repeated:
            return self._on_repeat(key)
        self._ours.discard(key)
        if self.offer(event):
            self._ours.add(key)
            self.typed.emit()
            return True
        # Asked first, for the sign of life may end what everything counts for.
        everything = self._everything() if self._everything is not None else None
        self.typed.emit()
        if everything is not None:
            self._ours.add(key)
            everything.click()
            return True
        if event.modifiers() & ~_HARMLESS:
            return False
        return self._on_plain_key(key)

    def _on_plain_key(self, key: int) -> bool:
        if key == _Key.Key_Escape:
            self._ours.add(key)
            self.escape.emit()
            return True
        if key in _TABS or key in _ARROWS or key in _ENTER:
            self._set_in_use(True)
        if key in _ARROWS:
            return self._on_arrow(key)
        return key in _ENTER and self._on_enter(key)

    def _on_repeat(self, key: int) -> bool:
        """A key held down steps through the buttons, but it never presses one again."""
        if key in self._ours:
            return True
        return self._on_arrow(key) if key in _ARROWS else key in _ENTER

    def _on_enter(self, key: int) -> bool:
        button = self._focused()
        if button is None:
            return False
        self._ours.add(key)
        button.click()
        return True

    def _on_release(self, event: QKeyEvent) -> bool:
        key = event.key()
        ours = key in self._ours
        if not event.isAutoRepeat():
            self._held.release(key, event.timestamp())
        return ours

    def _on_arrow(self, key: int) -> bool:
        buttons = [shown for shown in shown_buttons(self._window) if _takes_focus(shown.button)]
        start = self._window.focusWidget()
        if start is None or not start.isVisible():  # pyright: ignore[reportUnnecessaryComparison] - Qt returns None
            first = self._first(frozenset(shown.button for shown in buttons))
        else:
            others = [shown for shown in buttons if shown.button is not start]
            box = _box(clipped(start, self._window))
            place = nearest(box, [_box(shown.rect) for shown in others], _ARROWS[_Key(key)])
            first = None if place is None else others[place].button
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _first(self, buttons: frozenset[QAbstractButton]) -> QWidget | None:
        """The button that Tab would reach first."""
        widget = self._window.nextInFocusChain()
        while widget is not None and widget is not self._window:
            if widget in buttons:
                return widget
            widget = widget.nextInFocusChain()
        return None

    def _focused(self) -> QAbstractButton | None:
        """The button with the focus, if it can be pressed."""
        widget = self._window.focusWidget()
        if isinstance(widget, QAbstractButton) and widget.isVisible() and widget.isEnabled():
            return widget
        return None

    def _set_in_use(self, in_use: bool) -> None:
        if in_use != self._in_use:
            self._in_use = in_use
            self.keyboard_used.emit(in_use)


def _takes_focus(button: QAbstractButton) -> bool:
    return button.focusPolicy() != Qt.FocusPolicy.NoFocus


def _box(rect: QRect) -> Box:
    return Box(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height())
