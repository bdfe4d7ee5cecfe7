"""Where an X display listens and which cookie opens it, read the way xcb reads them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kiosk.store.files import UnreadableFileError, read_small

COOKIE = b"MIT-MAGIC-COOKIE-1"
TCP_PORT = 6000
FAMILY_LOCAL = 256
FAMILY_WILD = 65535
FAMILY_IP4 = 0
FAMILY_IP6 = 6
MAX_AUTHORITY_BYTES = 1_000_000


class XAddress(NamedTuple):
    """One X display: `host` is empty for this machine's own unix socket."""

    host: str
    number: int

    @property
    def socket_path(self) -> str:
        """The unix socket; Linux servers also listen on its abstract twin."""
        return f"/tmp/.X11-unix/X{self.number}"


def parse_display(display: str) -> XAddress | None:
    """Read `[host]:number[.screen]`; None where no X client would understand it."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isascii() or not number.isdigit():
        return None
    if host == "unix" or host.endswith("/unix"):
        host = ""
    return XAddress(host.removeprefix("tcp/").strip("[]"), int(number))


def cookie_for(environ: Mapping[str, str], family: int, address: bytes, number: int) -> bytes:
    """The cookie xcb would send (the first entry that fits); empty when there is none."""
    wanted = str(number).encode()
    for its_family, fields in _entries(_authority(environ)):
        its_address, its_number, name, data = fields
        fits = FAMILY_WILD in (its_family, family) or (
            its_family == family and its_address == address
        )
        if fits and its_number in (b"", wanted) and name == COOKIE:
            return data
    return b""


def _authority(environ: Mapping[str, str]) -> bytes:
    path = environ.get("XAUTHORITY") or Path(environ.get("HOME", ""), ".Xauthority")
    try:
        return read_small(Path(path), MAX_AUTHORITY_BYTES)
    except (FileNotFoundError, UnreadableFileError):
        return b""


def _entries(raw: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Family, then address, display number, kind of cookie and cookie of each whole entry."""
    place = 0
    while place + 2 <= len(raw):
        (family,) = struct.unpack_from(">H", raw, place)
        place += 2
        fields: list[bytes] = []
        for _ in range(4):
            if place + 2 > len(raw):
                return
            (length,) = struct.unpack_from(">H", raw, place)
            fields.append(raw[place + 2 : place + 2 + length])
            place += 2 + length
        if place > len(raw):
            return
        yield family, fields
