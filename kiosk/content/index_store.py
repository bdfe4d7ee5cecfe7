"""Puts a compiled pack on the disk in one step, and keeps the number of indexes bounded."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.compiler import compile_folder
from kiosk.content.index_file import IndexDamagedError, IndexFile, opened

if TYPE_CHECKING:
    from kiosk.content.probe import Probe

# Sticks and slots come and go; indexes of packs that nobody shows any more are thrown away.
MOST_INDEXES = 12
_AN_HOUR = 3600


def compile_to_disk(
    folder: Path, probe: Probe, languages: Path, index: Path, key: str, *, wording: bool
) -> IndexFile | None:
    """Compiles a pack to `index`, which appears whole or not at all; None if the disk refuses.

    No fsync: an index that a power cut spoils is found out by its checksums and made again.
    """
    temporary = ""
    try:
        index.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=index.parent)
        with os.fdopen(descriptor, "wb") as file:
            compile_folder(folder, probe, languages, file, key, wording=wording)
        Path(temporary).replace(index)
        file = IndexFile(opened(index))
    except (OSError, ValueError, IndexDamagedError):
        with suppress(OSError):
            Path(temporary).unlink()
        return None
    _throw_away_old(index)
    return file


def _throw_away_old(index: Path) -> None:
    """Removes the oldest indexes, and what killed writers left; a writer at work is younger."""
    with suppress(OSError):
        now = index.stat().st_mtime
        found = sorted(index.parent.glob("*.index"), key=os.path.getmtime, reverse=True)
        remains = [p for p in index.parent.glob(".*.new") if now - p.stat().st_mtime > _AN_HOUR]
        for old in [*found[MOST_INDEXES:], *remains]:
            if old != index:
                old.unlink()
