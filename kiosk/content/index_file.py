"""Reads a compiled pack record by record; every record is checked when it is read."""

from __future__ import annotations

import os
import stat
import zlib
from bisect import bisect_left
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from pathlib import Path

# Layout: MAGIC, the header's place, length and checksum, the file's length (8 bytes each, little
# end first), records, tables, header. A record is JSON; a place in the file is (offset, length,
# checksum). The table of topics has 16 bytes a topic, the table of ids 8 bytes, sorted.
MAGIC = b"KIOSKIX3"
PRELUDE = len(MAGIC) + 4 * 8
ROW = 16
ID_ROW = 8
MOST_HEADER = 1_000_000

Place = tuple[int, int, int]


class IndexDamagedError(Exception):
    """An index that is cut short, changed, or of another version."""


class Readable(Protocol):
    """The part of a binary file that an index needs."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Goes to a place."""
        ...

    def read(self, size: int = -1, /) -> bytes | None:
        """Reads on from there."""
        ...

    def close(self) -> None:
        """Gives the file back."""
        ...


def opened(path: Path) -> Readable:
    """A plain file, opened for reading. Raises OSError for anything else."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"):
        flags |= cast("int", getattr(os, name, 0))
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"not a plain file: {path}")
    return os.fdopen(descriptor, "rb", buffering=0)


class IndexFile:
    """Owns an open index; `close()` gives it back."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._size = PRELUDE
        try:
            self.header = self._read_header()
        except IndexDamagedError:
            file.close()
            raise
        self._ids: dict[int, memoryview] = {}

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __del__(self) -> None:
        # Whoever forgets close() must not get a warning from the collector on a patient's screen.
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

    def _read_header(self) -> dict[str, object]:
        prelude = self._bytes(0, PRELUDE)
        if prelude[: len(MAGIC)] != MAGIC:
            raise IndexDamagedError("another kind of file")
        start, length, checksum, size = (
            int.from_bytes(prelude[place : place + 8], "little")
            for place in range(len(MAGIC), PRELUDE, 8)
        )
        self._size = self._file.seek(0, os.SEEK_END)
        if length > MOST_HEADER or self._size != size:
            raise IndexDamagedError("cut short")
        header = self.record((start, length, checksum))
        if not isinstance(header, dict):
            raise IndexDamagedError("no header")
        return cast("dict[str, object]", header)

    def record(self, place: Place) -> object:
        """One JSON record. Raises IndexDamagedError when it is not what was written."""
        import json  # 1.6 ms, and only where an index is read

        data = self._bytes(place[0], place[1])
        if zlib.crc32(data) != place[2]:
            raise IndexDamagedError("changed since it was written")
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise IndexDamagedError("not JSON") from error

    def row(self, table: int, number: int) -> Place:
        """Where the record stands that the table at offset `table` has in this row."""
        data = self._bytes(table + number * ROW, ROW)
        return (
            int.from_bytes(data[:8], "little"),
            int.from_bytes(data[8:12], "little"),
            int.from_bytes(data[12:], "little"),
        )

    def candidates(self, table: Place, name: str) -> list[int]:
        """The rows whose name has the same checksum as `name`; nearly always one at most."""
        ids = self._ids.get(table[0])
        if ids is None:
            data = self._bytes(table[0], table[1])
            if zlib.crc32(data) != table[2]:
                raise IndexDamagedError("changed since it was written")
            ids = self._ids[table[0]] = memoryview(data).cast("Q")
        key = id_key(name, 0)
        place = bisect_left(ids, key)
        found: list[int] = []
        while place < len(ids) and ids[place] >> 32 == key >> 32:
            found.append(ids[place] & 0xFFFFFFFF)
            place += 1
        return found

    def _bytes(self, offset: int, length: int) -> bytes:
        if offset + length > self._size:
            raise IndexDamagedError("points past its end")
        try:
            self._file.seek(offset)
            data = self._file.read(length)
        except (OSError, ValueError, OverflowError) as error:
            raise IndexDamagedError(str(error)) from error
        if data is None or len(data) != length:
            raise IndexDamagedError("cut short")
        return data


def id_key(name: str, row: int) -> int:
    """What the sorted table of ids holds for a name: its checksum, then its row."""
    return zlib.crc32(name.encode()) << 32 | row
