"""An X server that knows nothing but DPMS, and notes what it is asked."""

from __future__ import annotations

import socket
import struct
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAJOR = 150
NAMES = {1: "capable", 4: "enable", 5: "disable", 7: "info"}


class DpmsServer:
    """Listens on the socket of a display; `close()` ends it."""

    def __init__(self, folder: Path, *, knows: bool = True, capable: bool = True) -> None:
        self.knows, self.capable = knows, capable
        self.enabled = False
        self.asked: list[str] = []
        self.path = folder / "X7"
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(self.path))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            with link:
                self._greet(link)
                self._answer(link)

    def _greet(self, link: socket.socket) -> None:
        link.recv(12)
        screen = struct.pack("<I", 1) + b"\0" * 36
        rest = struct.pack("<IIIIHH", 0, 0x200000, 0x1FFFFF, 0, 0, 65535) + b"\0" * 12 + screen
        link.sendall(struct.pack("<BBHHH", 1, 0, 11, 0, len(rest) // 4) + rest)

    def _answer(self, link: socket.socket) -> None:
        number, buffer = 0, b""
        while data := link.recv(4096):
            buffer += data
            while len(buffer) >= 4 and len(buffer) >= 4 * struct.unpack_from("<H", buffer, 2)[0]:
                length = 4 * struct.unpack_from("<H", buffer, 2)[0]
                request, buffer = buffer[:length], buffer[length:]
                number += 1
                reply = self._reply(request)
                if reply is not None:
                    link.sendall(struct.pack("<BBHI", 1, 0, number, 0) + reply.ljust(24, b"\0"))

    def _reply(self, request: bytes) -> bytes | None:
        if request[0] == 98:
            return bytes([self.knows, MAJOR])
        if request[0] != MAJOR:
            return None
        if request[1] == 6:
            level = struct.unpack_from("<H", request, 4)[0]
            self.asked.append(f"level {level}" if self.enabled else "refused")
            return None
        name = NAMES[request[1]]
        if name in ("enable", "disable"):
            self.asked.append(name)
            self.enabled = name == "enable"
            return None
        return bytes([self.capable]) if name == "capable" else bytes([0, 0, self.enabled])
