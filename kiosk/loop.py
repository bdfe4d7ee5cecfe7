"""The Qt application, and the signals of the system that end its loop."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_BUS = "DBUS_SESSION_BUS_ADDRESS"


def make_application() -> QApplication:
    """The Qt application; the desktop's own style and settings have no say in a kiosk."""
    QGuiApplication.setDesktopSettingsAware(False)
    # Not by setStyle: that loads PySide's description of styles, 9 ms before the first frame.
    return QApplication(["kiosk", "-style", "Fusion"])


def start_no_bus(environ: MutableMapping[str, str], platform: str) -> None:
    """Where there is no session bus, keep Qt from starting one that would outlive the kiosk.

    To be called before the application is made. A bus that is there stays in use: screen readers
    reach the kiosk over it.
    """
    if not platform.startswith("linux") or environ.get(_BUS):
        return
    folder = environ.get("XDG_RUNTIME_DIR", "")
    with suppress(OSError, ValueError):
        if folder and Path(folder, "bus").is_socket():
            return
    environ[_BUS] = "disabled:"


class EndSignals(QObject):
    """Lets SIGTERM and SIGHUP end the event loop with code 0, also when they come before it runs.

    Qt's loop never returns to Python while nothing happens, so Python's handler alone is not
    enough: the system wakes the loop through a pipe. `close()` gives the signals back. Does
    nothing where there are no such signals (Windows).
    """

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[signal.Signals, object] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        if sys.platform == "win32":
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Who started us with nohup wants it ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, _wake)

    def close(self) -> None:
        """Let the signals do again what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler if callable(handler) else signal.SIG_DFL)
        self._before.clear()
        if self._pipe is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _on_signal(self) -> None:
        if self._pipe is None:
            return
        with suppress(BlockingIOError):
            if set(os.read(self._pipe[0], 64)) & set(self._before):
                # Not quit(): that asks the window first, and a kiosk's window never closes.
                QCoreApplication.exit(0)


def _wake(number: int, _frame: FrameType | None) -> None:
    """A handler in Python is what makes the system write into the pipe.

    A second signal ends the process at once, should the loop not be able to hear the first.
    """
    signal.signal(number, signal.SIG_DFL)
