"""A very small X11 client in plain Python: the few requests the kiosk needs beside Qt's own."""

from __future__ import annotations

# Not `socket`, which builds on this: its import takes 5 ms of a start that has 120 to spend.
import _socket
import struct
from collections.abc import Mapping, Sequence

from kiosk.host.x11_address import (
    COOKIE,
    FAMILY_IP4,
    FAMILY_IP6,
    FAMILY_LOCAL,
    TCP_PORT,
    XAddress,
    cookie_for,
)

CONNECT_S = 3.0
"""How long a server may take to answer the greeting: a machine that is still booting is slow."""
ANSWER_S = 0.5
"""How long an answer may take later; the wait happens on the GUI thread."""

_ACCEPTED = 1
_ERROR, _REPLY = 0, 1
_GENERIC_EVENT = 35


class XRefusedError(Exception):
    """The server answered, but does not let this user in; the text is the server's reason."""


class XConnection:
    """Owns one socket to an X server. Every method may raise OSError: then close it.

    `root` is the root window of the first screen, `resource_mask` the bits of an id that its
    owner chooses (the others name the owner).
    """

    def __init__(self, link: _socket.socket, root: int, resource_mask: int) -> None:
        self._link = link
        self._link.settimeout(ANSWER_S)
        self._sequence = 0
        self._buffer = bytearray()
        self._events: list[bytes] = []
        self.root = root
        self.resource_mask = resource_mask

    def fileno(self) -> int:
        """The descriptor that becomes readable when the server has something to say."""
        return self._link.fileno()

    def close(self) -> None:
        """Leave the server."""
        self._link.close()

    def tell(self, *requests: bytes) -> None:
        """Send requests that have no reply."""
        self._sequence += len(requests)
        self._link.sendall(b"".join(requests))

    def ask(self, *requests: bytes) -> list[bytes | None]:
        """Send requests that have a reply and wait for all; None where the server objects."""
        first = self._sequence + 1
        self.tell(*requests)
        waiting = {(first + place) & 0xFFFF: place for place in range(len(requests))}
        replies: list[bytes | None] = [None] * len(requests)
        while waiting:
            packet = self._packet()
            kind, number = packet[0], int.from_bytes(packet[2:4], "little")
            if kind not in (_ERROR, _REPLY):
                self._events.append(packet)
            elif number in waiting:
                place = waiting.pop(number)
                replies[place] = packet if kind == _REPLY else None
        return replies

    def events(self) -> list[bytes]:
        """Everything the server reported so far, without waiting for more."""
        self._link.settimeout(0)
        try:
            while True:
                if len(self._buffer) < 32 or len(self._buffer) < self._length():
                    self._receive()
                    continue
                packet = self._take()
                if packet[0] not in (_ERROR, _REPLY):
                    self._events.append(packet)
        except BlockingIOError:
            pass
        finally:
            self._link.settimeout(ANSWER_S)
        seen, self._events = self._events, []
        return seen

    def _packet(self) -> bytes:
        while len(self._buffer) < 32 or len(self._buffer) < self._length():
            self._receive()
        return self._take()

    def _receive(self) -> None:
        data = self._link.recv(65536)
        if not data:
            raise ConnectionResetError("the X server closed the connection")
        self._buffer += data

    def _length(self) -> int:
        if self._buffer[0] not in (_REPLY, _GENERIC_EVENT):
            return 32
        return 32 + 4 * int.from_bytes(self._buffer[4:8], "little")

    def _take(self) -> bytes:
        length = self._length()
        packet = bytes(self._buffer[:length])
        del self._buffer[:length]
        return packet


def connect(address: XAddress, environ: Mapping[str, str]) -> XConnection:
    """Open a connection. OSError: nobody answers there; XRefusedError: not for this user."""
    link = _dial(address)
    try:
        link.settimeout(CONNECT_S)
        return XConnection(link, *_greet(link, _cookie(link, address, environ)))
    except BaseException:
        link.close()
        raise


def _dial(address: XAddress) -> _socket.socket:
    if address.host:
        from socket import create_connection

        return create_connection((address.host, TCP_PORT + address.number), CONNECT_S)
    # The abstract name first, as xcb does: it is there even where /tmp is private.
    try:
        return dial_unix("\0" + address.socket_path)
    except OSError:
        return dial_unix(address.socket_path)


def dial_unix(path: str) -> _socket.socket:
    """Connect to a unix socket; OSError when nobody answers there."""
    link = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    link.settimeout(CONNECT_S)
    try:
        link.connect(path)
    except BaseException:
        link.close()
        raise
    return link


def _cookie(link: _socket.socket, address: XAddress, environ: Mapping[str, str]) -> bytes:
    family, name = FAMILY_LOCAL, _socket.gethostname().encode()
    if link.family != _socket.AF_UNIX:
        peer = str(link.getpeername()[0])
        if peer not in ("127.0.0.1", "::1"):
            family = FAMILY_IP4 if link.family == _socket.AF_INET else FAMILY_IP6
            name = _socket.inet_pton(link.family, peer)
    return cookie_for(environ, family, name, address.number)


def _greet(link: _socket.socket, cookie: bytes) -> tuple[int, int]:
    name = COOKIE if cookie else b""
    hello = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie))
    link.sendall(hello + _padded(name) + _padded(cookie))
    head = _exactly(link, 8)
    rest = _exactly(link, 4 * int.from_bytes(head[6:8], "little"))
    if head[0] != _ACCEPTED:
        reason = rest[: head[1]] if head[0] == 0 else rest.rstrip(b"\0")
        raise XRefusedError(reason.decode("latin-1").strip())
    (mask,) = struct.unpack_from("<I", rest, 8)
    (vendor_bytes,) = struct.unpack_from("<H", rest, 16)
    formats = rest[21]
    first_screen = 32 + (vendor_bytes + 3) // 4 * 4 + 8 * formats
    (root,) = struct.unpack_from("<I", rest, first_screen)
    return root, mask


def _exactly(link: _socket.socket, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = link.recv(count - len(data))
        if not piece:
            raise ConnectionResetError("the X server hung up during its greeting")
        data += piece
    return bytes(data)


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


# Requests, by their numbers in the X11 core protocol.


def select_events(window: int, mask: int) -> bytes:
    """ChangeWindowAttributes with an event mask of this client's own."""
    return struct.pack("<BxHIII", 2, 4, window, 1 << 11, mask)


def window_attributes(window: int) -> bytes:
    """GetWindowAttributes."""
    return struct.pack("<BxHI", 3, 2, window)


def map_window(window: int) -> bytes:
    """MapWindow."""
    return struct.pack("<BxHI", 8, 2, window)


def raise_window(window: int) -> bytes:
    """ConfigureWindow: stack above all brothers and sisters."""
    return struct.pack("<BxHIHxxI", 12, 4, window, 1 << 6, 0)


def geometry(window: int) -> bytes:
    """GetGeometry."""
    return struct.pack("<BxHI", 14, 2, window)


def tree(window: int) -> bytes:
    """QueryTree."""
    return struct.pack("<BxHI", 15, 2, window)


def atom(name: str) -> bytes:
    """InternAtom."""
    raw = name.encode("ascii")
    return struct.pack("<BxHHxx", 16, 2 + (len(raw) + 3) // 4, len(raw)) + _padded(raw)


def longs_property(window: int, name: int, at_most: int = 64) -> bytes:
    """GetProperty, whatever its type."""
    return struct.pack("<BxHIIIII", 20, 6, window, name, 0, 0, at_most)


def focus(window: int) -> bytes:
    """SetInputFocus, as of now; falls back to whatever lies under the pointer."""
    return struct.pack("<BBHII", 42, 1, 3, window, 0)


def client_message(to: int, window: int, kind: int, data: Sequence[int]) -> bytes:
    """SendEvent of a ClientMessage, as a window manager expects it on the root window."""
    substructure = (1 << 19) | (1 << 20)
    words = [*data, 0, 0, 0, 0, 0][:5]
    message = struct.pack("<BBHII5I", 33, 32, 0, window, kind, *words)
    return struct.pack("<BxHII", 25, 11, to, substructure) + message
