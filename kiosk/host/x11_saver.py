"""Suspends the X server's own screen saver and power saving for as long as it is held."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from kiosk.host.x11_address import parse_display
from kiosk.host.x11_wire import XConnection, XRefusedError, connect

_EXTENSION = b"MIT-SCREEN-SAVER"
_QUERY_VERSION, _SUSPEND = 0, 5


def query_extension(name: bytes) -> bytes:
    """QueryExtension."""
    words = 2 + (len(name) + 3) // 4
    return struct.pack("<BxHHxx", 98, words, len(name)) + name + b"\0" * (-len(name) % 4)


def suspend_saver(major: int, *, suspend: bool) -> tuple[bytes, bytes]:
    """QueryVersion and Suspend of the MIT-SCREEN-SAVER extension, version 1.1."""
    version = struct.pack("<BBHBBxx", major, _QUERY_VERSION, 2, 1, 1)
    return version, struct.pack("<BBHBxxx", major, _SUSPEND, 2, suspend)


def wake_screen() -> bytes:
    """ForceScreenSaver with mode Reset: what was blanked shows again."""
    return struct.pack("<BBH", 115, 0, 1)


class SaverHold:
    """Owns a connection to the X server; its screen saver and DPMS rest until `close()`.

    The server itself ends it when the connection ends, also of a killed program.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Raises OSError where there is no X server, or one that cannot do it."""
        address = parse_display(environ.get("DISPLAY", ""))
        if address is None:
            raise ConnectionRefusedError("no X display")
        try:
            self._connection = connect(address, environ)
        except XRefusedError as error:
            raise ConnectionRefusedError(str(error)) from error
        try:
            _suspend(self._connection)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Let the server save its screen again."""
        self._connection.close()


def _suspend(x: XConnection) -> None:
    (answer,) = x.ask(query_extension(_EXTENSION))
    if answer is None or not answer[8]:
        raise ConnectionRefusedError("the X server has no screen saver extension")
    version, suspend = suspend_saver(answer[9], suspend=True)
    x.ask(version)
    x.tell(suspend, wake_screen())
