"""The X server's own screen saver is asked to wait."""

from __future__ import annotations

import socket
import struct
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.host.awake import Awake
from kiosk.host.x11_saver import query_extension, suspend_saver, wake_screen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NO_BUS = {
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus",
    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/no",
}


class XServer(threading.Thread):
    """Answers as an X server does and notes what it hears after the greeting."""

    def __init__(self, path: Path, *, saver: bool) -> None:
        super().__init__(daemon=True)
        self.heard = b""
        self.left = False
        self._saver = saver
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen()
        self.start()

    def run(self) -> None:
        guest, _ = self._door.accept()
        guest.recv(4096)
        rest = bytearray(32 + 8 + 40)
        rest[21 - 8 + 8] = 0
        guest.sendall(struct.pack("<BxHHH", 1, 11, 0, len(rest) // 4) + rest)
        guest.recv(4096)
        guest.sendall(struct.pack("<BBHIBBBB20x", 1, 0, 1, 0, self._saver, 144, 0, 0))
        while data := guest.recv(4096):
            self.heard += data
            if data[:2] == bytes([144, 0]):
                guest.sendall(struct.pack("<BBHI24x", 1, 0, 2, 0))
        self.left = True
        guest.close()
        self._door.close()


@pytest.mark.parametrize("saver", [True, False])
def test_the_x_servers_own_saver(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, saver: bool
) -> None:
    server = XServer(tmp_path / "x", saver=saver)
    monkeypatch.setattr("kiosk.host.x11_address.XAddress.socket_path", str(tmp_path / "x"))
    awake = Awake({**NO_BUS, "DISPLAY": ":7"}, "linux")
    awake.hold()
    version, suspend = suspend_saver(144, suspend=True)
    if saver:
        qtbot.waitUntil(lambda: server.heard == version + suspend + wake_screen())
        assert not server.left
    awake.release()
    qtbot.waitUntil(lambda: server.left)
    assert saver or not server.heard


def test_requests_have_the_length_they_claim() -> None:
    for request in (query_extension(b"MIT-SCREEN-SAVER"), *suspend_saver(9, suspend=True)):
        assert len(request) == 4 * int.from_bytes(request[2:4], "little")
    assert len(wake_screen()) == 4
