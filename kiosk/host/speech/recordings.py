"""The recorded voice of a pack: one file a sentence, `audio/<language>/<topic>/<id>.ogg`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.domain.speaking import Utterance


class Recordings:
    """The recordings of one pack in one language. Most packs have none: then nothing is asked."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder / "audio" / language
        self._there = _is_folder(self._folder)

    def find(self, utterance: Utterance) -> Path | None:
        """The recording of a sentence of a topic, if there is one."""
        if not self._there or not utterance.topic:
            return None
        file = self._folder / utterance.topic / f"{utterance.id}.ogg"
        return file if _is_file(file) else None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False
