"""Keeps where the display's loop was, so that a daily restart goes on there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.domain.loop import LoopPlace
from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

LOOP_PLACE_FILE: Final = "loop-place"

_LONGEST: Final = 40
_MOST: Final = 1_000_000


class LoopPlaceFile:
    """One small file in the data folder; a disk that refuses costs the place, not the show."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / LOOP_PLACE_FILE

    def keep(self, place: LoopPlace | None) -> str | None:
        """Write a place; None, or why that could not be done."""
        if place is None:
            return None
        return write_atomically(self._file, f"{place.turn} {place.step}\n".encode("ascii"))

    def take(self) -> LoopPlace | None:
        """The place that was kept, once: the next start begins at the first slide again."""
        try:
            text = read_small(self._file, _LONGEST).decode("ascii")
            self._file.unlink()
        except (FileNotFoundError, UnreadableFileError, UnicodeDecodeError, OSError):
            return None
        parts = text.split()
        if len(parts) != 2 or not all(part.isdigit() for part in parts):
            return None
        turn, step = (int(part) for part in parts)
        return LoopPlace(turn, step) if max(turn, step) < _MOST else None
