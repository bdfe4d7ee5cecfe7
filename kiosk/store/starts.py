"""Remembers when the kiosk started and how it ended, so that the next start knows why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from kiosk.store.files import UnreadableFileError, finite, read_small, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STARTS_FILE = "starts.json"

Why = Literal["asked", "daily", "stopped", "crash"]
Ended = Literal["first", "asked", "daily", "stopped", "crash", "power"]

_MOST_BYTES = 4_000
_CLEAN: tuple[Ended, ...] = ("asked", "daily", "stopped", "crash")
# Where a machine names no boot, its moment stands in for it, and that wavers by so many s.
_BOOT_WAVERS_S = 120


class Before(NamedTuple):
    """How the run before this one ended, and when (epoch seconds, 0: unknown)."""

    ended: Ended
    at: float = 0.0


class Starts:
    """Notes in the data folder that the kiosk runs, and at its end why it ends.

    A run without a note of its end crashed, or lost its power where the machine has started anew
    since. `before` says how the run before this one ended. A disk that refuses costs the note:
    `trouble` says why, and the next start knows less.
    """

    def __init__(self, folder: Path, boot: str, clock: Callable[[], float]) -> None:
        """`boot` is the same for as long as the machine runs (host.uptime), `clock` is the wall's.

        Reads and writes one small file: to be made after the first frame.
        """
        self._file = folder / STARTS_FILE
        self._boot = boot
        self._clock = clock
        self._since = clock()
        self.before = _before(_read(self._file), boot)
        self.trouble = self._write()

    def end(self, why: Why) -> None:
        """Note a clean end and its reason; "crash" for one that the kiosk itself gives up on."""
        self.trouble = self._write(why)

    def _write(self, why: str = "") -> str | None:
        note = {"boot": self._boot, "since": self._since, "ended": why, "at": self._clock()}
        return write_atomically(self._file, json.dumps(note).encode())


def _read(file: Path) -> dict[str, object] | None:
    """The note that was left, or None where there is none that can be read."""
    try:
        found: object = json.loads(read_small(file, _MOST_BYTES))
    except (FileNotFoundError, UnreadableFileError, ValueError, RecursionError):
        return None
    return cast("dict[str, object]", found) if isinstance(found, dict) else None


def _before(note: dict[str, object] | None, boot: str) -> Before:
    if note is None:
        return Before("first")
    at = finite(note.get("at")) or 0.0
    for why in _CLEAN:
        if note.get("ended") == why:
            return Before(why, at)
    return Before("crash" if _same_boot(note.get("boot"), boot) else "power", at)


def _same_boot(one: object, other: str) -> bool:
    if not isinstance(one, str):
        return False
    if one == other:
        return True
    try:
        return abs(float(one) - float(other)) <= _BOOT_WAVERS_S
    except ValueError:
        return False
