"""Keeps the last time of day that was believed, so that a clock that fell back is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

LAST_SEEN_FILE: Final = "last-seen"

_LONGEST: Final = 20
# 1 January 2200: what says more was not written by us.
_FARTHEST_S: Final = 7_258_118_400.0
# Six writes an hour wear no disk out, and the clock may be an hour off before it is doubted.
_EVERY_S: Final = 600.0


class LastSeen:
    """Owns one small file in the data folder. `trouble` says why it could not be written."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / LAST_SEEN_FILE
        self._written: float | None = None
        self.trouble: str | None = None

    def read(self) -> float | None:
        """The time that was kept, in seconds since 1970, or None where none can be read."""
        try:
            text = read_small(self._file, _LONGEST).decode("ascii").strip()
        except (FileNotFoundError, UnreadableFileError, UnicodeDecodeError):
            return None
        found = float(text) if text.isdigit() else 0.0
        return found if 0.0 < found < _FARTHEST_S else None

    def keep(self, seen: float | None) -> None:
        """Write a time that was believed, at most every ten minutes.

        A disk that refuses costs the write; it is tried again with the next one that is due.
        """
        if seen is None or not 0.0 < seen < _FARTHEST_S:
            return
        if self._written is None or abs(seen - self._written) >= _EVERY_S:
            self._written = seen
            self.trouble = write_atomically(self._file, f"{seen:.0f}".encode())
