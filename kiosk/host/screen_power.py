"""Puts the screens to standby outside their hours and wakes them, where the system can do that."""

from __future__ import annotations

import os
import struct
import sys
from typing import TYPE_CHECKING, Final

from kiosk.host.x11_address import parse_display
from kiosk.host.x11_saver import query_extension, wake_screen
from kiosk.host.x11_wire import XConnection, XRefusedError, connect

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXTENSION: Final = b"DPMS"
_CAPABLE, _ENABLE, _DISABLE, _FORCE_LEVEL, _INFO = 1, 4, 5, 6, 7
_ON, _OFF = 0, 3


class ScreenPower:
    """Switches the power of the screens by DPMS on X and by its own call on Windows.

    Where neither is there (Wayland, a display that cannot), nothing happens: the picture is
    black then, and that is enough. Nothing is held between two calls, so whatever way the
    program ends, the next touch or start wakes the screens.
    """

    def __init__(
        self, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
    ) -> None:
        self._environ = environ
        self._platform = platform
        self._was_enabled = True
        self.is_off = False
        """Whether the system was asked to switch them off, and did not refuse."""

    def off(self) -> bool:
        """Switch the screens off; False where that cannot be done."""
        if self._platform == "win32":
            self.is_off = _post_monitor_power(2)
        elif self._platform != "darwin":
            self.is_off = self._force(_OFF)
        return self.is_off

    def on(self) -> None:
        """Wake the screens, if they were switched off here."""
        if not self.is_off:
            return
        self.is_off = False
        if self._platform == "win32":
            _post_monitor_power(-1)
        else:
            self._force(_ON)

    def close(self) -> None:
        """Leave no screen off."""
        self.on()

    def _force(self, level: int) -> bool:
        try:
            x = self._connect()
        except OSError:
            return False
        try:
            return self._told(x, level)
        except OSError:
            return False
        finally:
            x.close()

    def _connect(self) -> XConnection:
        address = parse_display(self._environ.get("DISPLAY", ""))
        # Under Wayland the X server is a guest, whose DPMS switches nothing.
        if address is None or self._environ.get("WAYLAND_DISPLAY"):
            raise ConnectionRefusedError("no X server of its own")
        try:
            return connect(address, self._environ)
        except XRefusedError as error:
            raise ConnectionRefusedError(str(error)) from error

    def _told(self, x: XConnection, level: int) -> bool:
        (answer,) = x.ask(query_extension(_EXTENSION))
        if answer is None or not answer[8]:
            return False
        major = answer[9]
        capable, info = x.ask(_request(major, _CAPABLE), _request(major, _INFO))
        if capable is None or not capable[8]:
            return False
        if level == _OFF:
            # A level can only be forced while DPMS is on; who switched it off gets that back.
            self._was_enabled = info is None or bool(info[10])
            x.tell(_request(major, _ENABLE), force_level(major, level))
        else:
            last = [] if self._was_enabled else [_request(major, _DISABLE)]
            x.tell(force_level(major, level), wake_screen(), *last)
        # An answer means that everything before it was done, before the line is closed.
        x.ask(_request(major, _INFO))
        return True


def force_level(major: int, level: int) -> bytes:
    """DPMSForceLevel: 0 on, 3 off."""
    return struct.pack("<BBHHxx", major, _FORCE_LEVEL, 2, level)


def _request(major: int, number: int) -> bytes:
    return struct.pack("<BBH", major, number, 1)


# Of winuser.h.
_HWND_BROADCAST, _WM_SYSCOMMAND, _SC_MONITORPOWER = 0xFFFF, 0x0112, 0xF170
_MOUSEEVENTF_MOVE = 0x0001


def _post_monitor_power(level: int) -> bool:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return False
    user = windll.user32
    if level < 0:
        # A monitor that sleeps wakes for input more surely than for the message.
        user.mouse_event(_MOUSEEVENTF_MOVE, 0, 0, 0, 0)
    return bool(user.PostMessageW(_HWND_BROADCAST, _WM_SYSCOMMAND, _SC_MONITORPOWER, level))
