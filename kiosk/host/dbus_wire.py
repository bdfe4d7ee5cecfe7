"""A very small D-Bus client in plain Python that never waits: calls out, answers as they come."""

from __future__ import annotations

# Not `socket`, which builds on this: see x11_wire.
import _socket
import array
import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_CALL, _ANSWER, _ERROR, _SIGNAL = 1, 2, 3, 4
_NO_AUTO_START = 0x2
_PATH, _INTERFACE, _MEMBER, _REPLY_TO, _DESTINATION, _SIGNATURE, _FDS = 1, 2, 3, 5, 6, 8, 9
_MOST_FDS = 8
_MOST_BYTES = 1 << 20
"""No answer that this client asks for is nearly as long: a stream that says so is broken."""

_SESSION_FALLBACK = "bus"
_SYSTEM_SOCKET = "/run/dbus/system_bus_socket"


class Call(NamedTuple):
    """One method call. `arguments` are texts, whole numbers (sent as `u`) and empty dicts."""

    service: str
    path: str
    interface: str
    method: str
    arguments: tuple[str | int | dict[str, str], ...] = ()


class Message(NamedTuple):
    """What came in: an answer or an error to call number `reply_to`, or a signal (0)."""

    ok: bool
    reply_to: int
    member: str
    signature: str
    body: bytes
    fds: tuple[int, ...]

    def number(self) -> int | None:
        """The first argument, where it is a `u`."""
        if not self.signature.startswith("u") or len(self.body) < 4:
            return None
        return int.from_bytes(self.body[:4], "little")

    def texts(self) -> list[str]:
        """The leading arguments that are texts."""
        found: list[str] = []
        place = 0
        for kind in self.signature:
            if kind != "s":
                break
            place += -place % 4
            (length,) = struct.unpack_from("<I", self.body, place)
            found.append(self.body[place + 4 : place + 4 + length].decode("utf-8", "replace"))
            place += 4 + length + 1
        return found


def session_socket(environ: Mapping[str, str]) -> str | None:
    """The unix socket of the user's bus; None where there is none or it is no unix socket."""
    address = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return socket_of(address)
    folder = environ.get("XDG_RUNTIME_DIR", "")
    path = Path(folder, _SESSION_FALLBACK)
    return str(path) if folder and path.exists() else None


def system_socket(environ: Mapping[str, str]) -> str | None:
    """The unix socket of the machine's bus."""
    address = environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    return socket_of(address) if address else _SYSTEM_SOCKET


def socket_of(address: str) -> str | None:
    """The socket of the first unix address in a list; an abstract one starts with a null.

    Other transports, tcp above all, are never used (DESIGN.md section 7).
    """
    for entry in address.split(";"):
        kind, _, rest = entry.partition(":")
        if kind != "unix":
            continue
        values = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        if "path" in values:
            return _unescaped(values["path"])
        if "abstract" in values:
            return "\0" + _unescaped(values["abstract"])
    return None


class BusLink:
    """Owns one connection to a bus. Every method may raise OSError: then close it."""

    def __init__(self, path: str) -> None:
        """Connect and say hello; nothing is waited for, the answers come by `incoming`."""
        self._link = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        self._serial = 0
        self._greeted = False
        self._buffer = bytearray()
        self._fds: list[int] = []
        try:
            self._link.setblocking(False)
            self._link.connect(path)
            user = str(os.getuid()).encode().hex()
            hello = f"\0AUTH EXTERNAL {user}\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n"
            self._send(hello.encode())
            bus = "org.freedesktop.DBus"
            self.call(Call(bus, "/org/freedesktop/DBus", bus, "Hello"))
        except BaseException:
            self.close()
            raise

    def fileno(self) -> int:
        """The descriptor that becomes readable when the bus has something to say."""
        return self._link.fileno()

    def call(self, call: Call) -> int:
        """Send a call; services that do not run are not started. Returns the call's number."""
        self._serial += 1
        signature, body = _marshal(call.arguments)
        fields: list[tuple[int, str, bytes]] = [
            (_PATH, "o", _text(call.path)),
            (_INTERFACE, "s", _text(call.interface)),
            (_MEMBER, "s", _text(call.method)),
            (_DESTINATION, "s", _text(call.service)),
        ]
        if signature:
            fields.append((_SIGNATURE, "g", _signature(signature)))
        self._send(_message(self._serial, fields, body))
        return self._serial

    def incoming(self) -> list[Message]:
        """Everything that arrived, without waiting for more."""
        ended = False
        try:
            while not ended:
                ended = not self._receive()
        except BlockingIOError:
            pass
        messages = self._messages()
        if ended and not messages:
            raise ConnectionResetError("the bus closed the connection")
        return messages

    def close(self) -> None:
        """Leave the bus: whatever was held by this connection ends with it."""
        self._link.close()
        for descriptor in self._fds:
            os.close(descriptor)
        self._fds = []

    def _send(self, data: bytes) -> None:
        # A few hundred bytes always fit; a bus that takes none is as good as gone.
        if self._link.send(data) != len(data):
            raise ConnectionAbortedError("the bus does not read")

    def _receive(self) -> bool:
        room = _socket.CMSG_LEN(_MOST_FDS * array.array("i").itemsize)
        data, extra, _, _ = self._link.recvmsg(65536, room)
        for level, kind, payload in extra:
            if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
                fds = array.array("i")
                fds.frombytes(payload[: len(payload) - len(payload) % fds.itemsize])
                self._fds.extend(fds)
        self._buffer += data
        return bool(data)

    def _messages(self) -> list[Message]:
        while not self._greeted and b"\r\n" in self._buffer:
            line, _, rest = bytes(self._buffer).partition(b"\r\n")
            if line.startswith(b"REJECTED"):
                raise PermissionError("the bus does not let this user in")
            self._buffer[:] = rest
            self._greeted = line.startswith((b"AGREE_UNIX_FD", b"ERROR"))
        found: list[Message] = []
        while self._greeted and len(self._buffer) >= 16:
            length = _length(self._buffer)
            if len(self._buffer) < length:
                break
            packet = bytes(self._buffer[:length])
            del self._buffer[:length]
            found.append(self._parsed(packet))
        return found

    def _parsed(self, packet: bytes) -> Message:
        fields = _fields(packet)
        count = int(fields.get(_FDS, 0))
        mine, self._fds = self._fds[:count], self._fds[count:]
        (body_length,) = struct.unpack_from("<I", packet, 4)
        return Message(
            packet[1] in (_ANSWER, _SIGNAL),
            int(fields.get(_REPLY_TO, 0)),
            str(fields.get(_MEMBER, "")),
            str(fields.get(_SIGNATURE, "")),
            packet[len(packet) - body_length :],
            tuple(mine),
        )


def _unescaped(text: str) -> str:
    head, *parts = text.split("%")
    return head + "".join(chr(int(part[:2], 16)) + part[2:] for part in parts)


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack("<I", len(raw)) + raw + b"\0"


def _signature(text: str) -> bytes:
    return bytes([len(text)]) + text.encode() + b"\0"


def _marshal(arguments: Sequence[str | int | dict[str, str]]) -> tuple[str, bytes]:
    signature, body = "", b""
    for value in arguments:
        body += b"\0" * (-len(body) % 4)
        if isinstance(value, str):
            signature, body = signature + "s", body + _text(value)
        elif isinstance(value, int):
            signature, body = signature + "u", body + struct.pack("<I", value)
        else:
            signature, body = signature + "a{sv}", body + struct.pack("<I", 0)
            body += b"\0" * (-len(body) % 8)
    return signature, body


def _message(serial: int, fields: Sequence[tuple[int, str, bytes]], body: bytes) -> bytes:
    head = b""
    for code, kind, value in fields:
        head += b"\0" * (-len(head) % 8)
        head += bytes([code]) + _signature(kind) + value
    start = struct.pack("<cBBBIII", b"l", _CALL, _NO_AUTO_START, 1, len(body), serial, len(head))
    return start + head + b"\0" * (-len(head) % 8) + body


def _length(packet: bytearray) -> int:
    if packet[0] != ord("l"):
        raise ConnectionAbortedError("the bus speaks another byte order")
    body, _, head = struct.unpack_from("<III", packet, 4)
    length = 16 + head + -head % 8 + body
    if length > _MOST_BYTES:
        raise ConnectionAbortedError("a message that is no message")
    return int(length)


def _fields(packet: bytes) -> dict[int, str | int]:
    (end,) = struct.unpack_from("<I", packet, 12)
    place, end = 16, 16 + int(end)
    found: dict[int, str | int] = {}
    while place < end:
        place += -place % 8
        code, kind = packet[place], chr(packet[place + 2])
        place += 4
        if kind == "g":
            length = packet[place]
            found[code] = packet[place + 1 : place + 1 + length].decode()
            place += length + 2
        else:
            place += -place % 4
            (value,) = struct.unpack_from("<I", packet, place)
            place += 4
            found[code] = value
            if kind in "so":
                found[code] = packet[place : place + value].decode("utf-8", "replace")
                place += value + 1
    return found
