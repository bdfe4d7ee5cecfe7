"""Does to the kiosk's window what a window manager and other programs can do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from Xlib import X, Xutil
from Xlib.display import Display
from Xlib.protocol import event

from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from Xlib.xobject.drawable import Window

    from tests.journeys.support.xserver import Size

INTRUDER_COLOUR = 0x00FF66
"""What another program's window shows: no colour of the kiosk."""

ADD = 1
SOURCE_PAGER = 2


class Manager:
    """Owns a connection to the display and an intruding window; `close()` removes both.

    Its requests are those of a pager or a task bar (EWMH), which a window manager obeys.
    """

    def __init__(self, display: str, size: Size) -> None:
        self._display = Display(display)
        self._size = size
        self._root = self._display.screen().root
        self._intruder: Window | None = None

    def window_of(self, pid: int) -> Window:
        """The window of this process. Raises AssertionError when it has none."""
        return wait_for(lambda: self._find(pid), f"a window of process {pid}")

    def manager_runs(self) -> bool:
        """Whether a window manager has taken the display."""
        return self._property(self._root, "_NET_SUPPORTING_WM_CHECK") is not None

    def cover(self) -> None:
        """Show another program's window over the whole screen, on top and with the focus."""
        screen = self._display.screen()
        window = self._root.create_window(
            0, 0, *self._size, 0, screen.root_depth, background_pixel=INTRUDER_COLOUR
        )
        window.set_wm_name("intruder")
        hints = Xutil.PPosition | Xutil.PSize
        width, height = self._size
        window.set_wm_normal_hints(flags=hints, x=0, y=0, width=width, height=height)
        window.map()
        window.raise_window()
        self._display.sync()
        self._intruder = window
        if self.manager_runs():
            self._ask(window, "_NET_ACTIVE_WINDOW", SOURCE_PAGER, X.CurrentTime, 0)

    def uncover(self) -> None:
        """Close the other program's window."""
        if self._intruder is not None:
            self._intruder.destroy()
            self._intruder = None
            self._display.sync()

    def minimise(self, window: Window) -> None:
        """Turn the window into an icon."""
        self._ask(window, "WM_CHANGE_STATE", Xutil.IconicState)

    def shade(self, window: Window) -> None:
        """Roll the window up to its title bar."""
        self._ask_state(window, "_NET_WM_STATE_SHADED")

    def leave_full_screen(self, window: Window) -> None:
        """Take the full-screen state away."""
        self._ask_state(window, "_NET_WM_STATE_FULLSCREEN", action=0)

    def keep_below(self, window: Window) -> None:
        """Put the window under all others, for good."""
        self._ask_state(window, "_NET_WM_STATE_BELOW")

    def move(self, window: Window) -> None:
        """Shift the window and make it small."""
        window.configure(x=300, y=200, width=400, height=300)
        self._display.sync()

    def lower(self, window: Window) -> None:
        """Put the window under all others."""
        window.configure(stack_mode=X.Below)
        self._display.sync()

    def hide(self, window: Window) -> None:
        """Unmap the window, as a program that plays tricks does."""
        window.unmap()
        self._display.sync()

    def send_to_desktop(self, window: Window, number: int) -> None:
        """Send the window to another desktop."""
        self._ask(window, "_NET_WM_DESKTOP", number, SOURCE_PAGER)

    def go_to_desktop(self, number: int) -> None:
        """Show another desktop."""
        self._ask(self._root, "_NET_CURRENT_DESKTOP", number, X.CurrentTime)

    def show_desktop(self) -> None:
        """Hide all windows, as Super+D does."""
        self._ask(self._root, "_NET_SHOWING_DESKTOP", 1)

    def close(self) -> None:
        """Remove the intruder and disconnect."""
        self.uncover()
        self._display.close()

    def _ask_state(self, window: Window, state: str, *, action: int = ADD) -> None:
        atom = self._display.intern_atom(state)
        self._ask(window, "_NET_WM_STATE", action, atom, 0, SOURCE_PAGER)

    def _ask(self, window: Window, what: str, *data: int) -> None:
        body = [*data, 0, 0, 0, 0][:5]
        message = event.ClientMessage(
            window=window, client_type=self._display.intern_atom(what), data=(32, body)
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self._root.send_event(message, event_mask=mask)
        self._display.sync()

    def _find(self, pid: int) -> Window | None:
        for window in self._below(self._root):
            owner = self._property(window, "_NET_WM_PID")
            shown = window.get_attributes().map_state == X.IsViewable
            if owner == pid and shown:
                return window
        return None

    def _below(self, window: Window) -> Iterator[Window]:
        for child in window.query_tree().children:
            yield child
            yield from self._below(child)

    def _property(self, window: Window, name: str) -> int | None:
        found = window.get_full_property(self._display.intern_atom(name), X.AnyPropertyType)
        return int(found.value[0]) if found is not None and len(found.value) else None
