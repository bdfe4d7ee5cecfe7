"""Keeps the machine awake and quiet while something shows that must stay: talk and display."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping

REASON = "Er loopt een voorstelling"


class _Held(Protocol):
    def close(self) -> None: ...


class Awake(QObject):
    """Holds off sleep, screen saver and notifications between `hold` and `release`.

    On Linux it asks logind and the desktop over their own sockets and the X server itself, on
    Windows the system. What is not there is no error; no answer is waited for. Whatever way the
    program ends, the system takes everything back.
    """

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        platform: str = sys.platform,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._environ = environ
        self._platform = platform
        self._held: list[_Held] = []
        self._holding = False

    @property
    def holding(self) -> bool:
        """Whether it was asked to hold; whether anybody listened is the machine's affair."""
        return self._holding

    def hold(self, reason: str = REASON) -> None:
        """Hold off from now on; a second time changes nothing."""
        if self._holding:
            return
        self._holding = True
        if self._platform == "win32":
            self._held = [_WindowsHold()]
        elif self._platform != "darwin":
            self._held = [*self._ask_buses(reason), *self._ask_x()]

    def release(self) -> None:
        """Let the machine do as it likes again."""
        self._holding = False
        held, self._held = self._held, []
        for one in held:
            one.close()

    def close(self) -> None:
        """Let go for good."""
        self.release()

    def _ask_buses(self, reason: str) -> list[_Held]:
        from kiosk.host.dbus_wire import session_socket, system_socket
        from kiosk.host.inhibitors import SESSION, SYSTEM, BusHold

        buses = (
            (session_socket(self._environ), SESSION),
            (system_socket(self._environ), SYSTEM),
        )
        found: list[_Held] = []
        for path, inhibitors in buses:
            if path is None:
                continue
            try:
                found.append(BusHold(path, inhibitors, reason, self))
            except (OSError, ValueError):
                continue
        return found

    def _ask_x(self) -> list[_Held]:
        from kiosk.host.x11_saver import SaverHold

        try:
            return [SaverHold(self._environ)]
        except OSError:
            return []


# Of SetThreadExecutionState (winbase.h).
_ES_CONTINUOUS = 0x8000_0000
_ES_SYSTEM_REQUIRED = 0x1
_ES_DISPLAY_REQUIRED = 0x2


class _WindowsHold:
    """Owns the thread's execution state: the GUI thread's, which lives as long as the program."""

    def __init__(self) -> None:
        _set_execution_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED)

    def close(self) -> None:
        """Give it back."""
        _set_execution_state(_ES_CONTINUOUS)


def _set_execution_state(flags: int) -> None:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is not None:
        windll.kernel32.SetThreadExecutionState(ctypes.c_uint(flags))
