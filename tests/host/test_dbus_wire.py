"""The bus of a machine: which sockets are taken, and a message that comes in pieces."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

import pytest

from kiosk.host.dbus_wire import BusLink, Call, session_socket, socket_of, system_socket

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_an_answer_in_pieces(tmp_path: Path, qtbot: QtBot) -> None:
    """A message is taken when its last byte is there."""
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(tmp_path / "door"))
    door.listen()
    link = BusLink(str(tmp_path / "door"))
    guest, _ = door.accept()
    number = link.call(Call("a.b", "/", "a.b", "C"))
    head = struct.pack("<cBBBIII", b"l", 2, 0, 1, 4, 1, 8 + 7) + bytes([5, 1]) + b"u\0"
    head += struct.pack("<I", number) + bytes([8, 1]) + b"g\0" + b"\x01u\0" + b"\0"
    packet = b"OK 1\r\nAGREE_UNIX_FD\r\n" + head + struct.pack("<I", 99)
    for piece in (packet[:5], packet[5:40], packet[40:-1]):
        guest.sendall(piece)
        assert link.incoming() == []
    guest.sendall(packet[-1:])
    (message,) = link.incoming()
    assert (message.ok, message.reply_to, message.number()) == (True, number, 99)
    guest.close()
    with pytest.raises(OSError):
        link.incoming()
    link.close()
    door.close()


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("unix:path=/run/user/1/bus", "/run/user/1/bus"),
        ("unix:abstract=/tmp/x%20y,guid=1", "\0/tmp/x y"),
        ("tcp:host=example.org,port=1;unix:path=/b", "/b"),
        ("tcp:host=example.org,port=1", None),
        ("unix:tmpdir=/tmp", None),
        ("autolaunch:", None),
        ("", None),
    ],
)
def test_only_sockets_of_this_machine_are_used(address: str, path: str | None) -> None:
    assert socket_of(address) == path


def test_where_the_buses_are(tmp_path: Path) -> None:
    assert session_socket({}) is None
    assert session_socket({"XDG_RUNTIME_DIR": str(tmp_path)}) is None
    (tmp_path / "bus").touch()
    assert session_socket({"XDG_RUNTIME_DIR": str(tmp_path)}) == str(tmp_path / "bus")
    assert system_socket({}) == "/run/dbus/system_bus_socket"
    assert system_socket({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/s"}) == "/s"
