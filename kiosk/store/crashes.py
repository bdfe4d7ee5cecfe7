"""Remembers crashes from one start to the next, for the brake on a kiosk that keeps crashing."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final, cast

from kiosk.domain.crash_brake import Crash, is_braked, recent
from kiosk.store.files import UnreadableFileError, finite, read_small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CRASHES_FILE: Final = "crashes.json"

_MOST_BYTES: Final = 10_000
_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)


class CrashNotes:
    """Notes in the data folder that the kiosk runs; who finds the note at its start, crashed.

    `recent` are the crashes that count now, the one just found among them, and `braked` says
    that there were too many. `trouble` says why the note could not be written: then the next
    start knows nothing of a crash.
    """

    def __init__(self, folder: Path, boot: str, clock: Callable[[], float]) -> None:
        """`boot` names this run of the computer ("": no name), `clock` counts its seconds.

        To be made before anything that may crash: it reads one small file and writes it, and
        waits for no disk. A crash leaves what was written; a power cut is no crash.
        """
        self._file = folder / CRASHES_FILE
        self._boot = boot
        now = clock()
        found, running = _read(self._file)
        if running is not None and running.boot == boot and running.at <= now:
            found.append(Crash(boot, now))
        self.recent = recent(found, boot, now)
        self.braked = is_braked(self.recent, boot, now)
        self.trouble = self._write(Crash(boot, now))

    def end(self) -> None:
        """The kiosk ends as it should: nothing that came before counts any more.

        Not to be called when the kiosk gives up, whatever its exit code.
        """
        self.recent = ()
        self.trouble = self._write(None)

    def _write(self, running: Crash | None) -> str | None:
        note = {"running": running, "crashes": self.recent}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._file, _FLAGS, 0o600)
        except (OSError, ValueError) as error:
            return str(error)
        try:
            os.write(descriptor, json.dumps(note).encode())
        except OSError as error:
            return str(error)
        finally:
            os.close(descriptor)
        return None


def _read(file: Path) -> tuple[list[Crash], Crash | None]:
    """The crashes noted and the run that was never ended; whatever cannot be read is none."""
    try:
        found: object = json.loads(read_small(file, _MOST_BYTES))
    except (FileNotFoundError, UnreadableFileError, ValueError, RecursionError):
        return [], None
    if not isinstance(found, dict):
        return [], None
    note = cast("dict[str, object]", found)
    listed = note.get("crashes")
    entries = cast("list[object]", listed) if isinstance(listed, list) else []
    crashes = [crash for entry in entries if (crash := _crash(entry)) is not None]
    return crashes, _crash(note.get("running"))


def _crash(entry: object) -> Crash | None:
    if not isinstance(entry, list):
        return None
    match cast("list[object]", entry):
        case [str() as boot, at] if (seconds := finite(at)) is not None:
            return Crash(boot, seconds)
        case _:
            return None
