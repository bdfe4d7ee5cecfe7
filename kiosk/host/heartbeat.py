"""Tells a supervisor that the kiosk is ready, alive and ending (sd_notify), where one listens."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTIFY_SOCKET: Final = "NOTIFY_SOCKET"
WATCHDOG_USEC: Final = "WATCHDOG_USEC"
WATCHDOG_PID: Final = "WATCHDOG_PID"
SUPERVISED: Final = "KIOSK_SUPERVISED"
PIPE: Final = "KIOSK_HEARTBEAT"

# Twice within the supervisor's patience, as sd_watchdog_enabled(3) advises.
_PART: Final = 0.5
_SHORTEST_MS: Final = 100


def is_supervised(environ: Mapping[str, str]) -> bool:
    """Whether something starts the kiosk again when it ends with 75."""
    return bool(environ.get(SUPERVISED) or environ.get(NOTIFY_SOCKET))


class Heartbeat(QObject):
    """Owns the line to a supervisor and the timer of its beats; `close()` says goodbye.

    The timer is the event loop's: a loop that hangs beats no more, and is ended. Without a
    supervisor nothing is made, and nothing runs. A supervisor that does not hear is no error.
    """

    def __init__(self, environ: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = _socket_line(environ) or _pipe_line(environ)
        self._timer: QTimer | None = None
        patience_ms = _patience_ms(environ)
        if self._line is not None and patience_ms is not None:
            self._timer = QTimer(self)
            self._timer.setInterval(max(round(patience_ms * _PART), _SHORTEST_MS))
            self._timer.timeout.connect(self._beat)
            self._timer.start()

    def ready(self) -> None:
        """Something shows on the glass."""
        self._say("READY=1\nWATCHDOG=1")

    def close(self) -> None:
        """The kiosk ends; the supervisor waits for the end and no longer for beats."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._say("STOPPING=1")
        if self._line is not None:
            self._line.close()
            self._line = None

    def _beat(self) -> None:
        self._say("WATCHDOG=1")

    def _say(self, words: str) -> None:
        if self._line is not None:
            self._line.say(words.encode("ascii"))


class _SocketLine:
    """A datagram each time: nothing is connected, nothing waits, nothing is listened to."""

    def __init__(self, address: str) -> None:
        # Not `socket`, which builds on this: its import takes 5 ms of a start.
        import _socket

        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._socket = _socket.socket(_socket.AF_UNIX, _socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    def say(self, words: bytes) -> None:
        try:
            self._socket.sendto(words, self._address)
        except OSError:
            return

    def close(self) -> None:
        self._socket.close()


class _PipeLine:
    """The pipe of `kiosk supervise`."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        os.set_inheritable(descriptor, False)
        self._descriptor = descriptor

    def say(self, words: bytes) -> None:
        try:
            os.write(self._descriptor, words + b"\n")
        except OSError:
            return

    def close(self) -> None:
        os.close(self._descriptor)


def _socket_line(environ: Mapping[str, str]) -> _SocketLine | None:
    address = environ.get(NOTIFY_SOCKET, "")
    # Only sockets of this machine: a path or an abstract name, as sd_notify(3) has it.
    if not address.startswith(("/", "@")) or len(address) < 2:
        return None
    try:
        return _SocketLine(address)
    except (OSError, AttributeError):  # Windows has no such sockets
        return None


def _pipe_line(environ: Mapping[str, str]) -> _PipeLine | None:
    written = environ.get(PIPE, "")
    if not (written.isascii() and written.isdigit()):
        return None
    try:
        return _PipeLine(int(written))
    except (OSError, OverflowError):
        return None


def _patience_ms(environ: Mapping[str, str]) -> float | None:
    """How long the supervisor waits for a beat, in ms; None where it does not wait for ours."""
    written = environ.get(WATCHDOG_USEC, "")
    if not (written.isascii() and written.isdigit()) or len(written) > 15 or int(written) == 0:
        return None
    if environ.get(WATCHDOG_PID, str(os.getpid())) != str(os.getpid()):
        return None
    return int(written) / 1000
