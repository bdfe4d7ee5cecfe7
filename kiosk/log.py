"""Writes what the kiosk's staff and makers need to know to a small file that never grows."""

from __future__ import annotations

import os
import time
from threading import RLock
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Level = Literal["debug", "info", "warning", "error"]

_RANKS = {"debug": 0, "info": 1, "warning": 2, "error": 3}
_LONGEST_ENTRY = 20_000
_PARTS = 3
_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_APPEND
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Log:
    """Owns kiosk.log in a folder, with its older parts kiosk.log.1 and kiosk.log.2.

    The standard library's logging costs 20 ms at start (qt-facts.md 7) and raises or prints where
    a disk is full; this does neither. Callers keep visitors out of it: nothing about a visit.
    An entry equal to the one before is counted and not written again, so that an error that
    returns with every frame fills no disk. `close()` writes that count.
    """

    def __init__(
        self,
        folder: Path | None,
        level: Level = "info",
        console: TextIO | None = None,
        clock: Callable[[], float] = time.time,
        part_bytes: int = 256_000,
    ) -> None:
        """With no folder nothing is kept. `console` also gets the first lines of warnings and errors."""
        self._file = None if folder is None else folder / "kiosk.log"
        self._lowest = _RANKS[level]
        self._console = console
        self._clock = clock
        self._part_bytes = part_bytes
        self._last = ("", "")
        self._repeats = 0
        # Reentrant: a signal handler that logs may interrupt a thread that is logging.
        self._lock = RLock()
        self.trouble: str | None = None
        """Why the last entry could not be kept, for staff; None when it was."""

    def debug(self, message: str) -> None:
        """For who looks for a fault."""
        self._enter("debug", message)

    def info(self, message: str) -> None:
        """Something expected that is worth knowing later."""
        self._enter("info", message)

    def warning(self, message: str) -> None:
        """Something is not as it should be, and the kiosk shows all the same."""
        self._enter("warning", message)

    def error(self, message: str) -> None:
        """Something is broken that staff should see to."""
        self._enter("error", message)

    def exception(self, message: str, error: BaseException) -> None:
        """An error with the places in the code that led to it."""
        from traceback import format_exception

        self._enter("error", f"{message}\n{''.join(format_exception(error))}".rstrip())

    def close(self) -> None:
        """Writes what is still counted. The log can be used again afterwards."""
        with self._lock:
            self._write_repeats()
            self._last = ("", "")

    def _enter(self, level: Level, message: str) -> None:
        if _RANKS[level] < self._lowest:
            return
        with self._lock:
            if (level, message) == self._last:
                self._repeats += 1
                return
            self._write_repeats()
            self._last = (level, message)
            self._write(level, message)

    def _write_repeats(self) -> None:
        if self._repeats:
            count, self._repeats = self._repeats, 0
            self._write("info", f"the entry above came {count} more times")

    def _write(self, level: Level, message: str) -> None:
        entry = f"{_moment(self._clock())} {level.upper():<7} {_tame(message)}\n"
        if self._console is not None and _RANKS[level] >= _RANKS["warning"]:
            # Where the file keeps it all, a console gets one line: no traceback on a terminal.
            spoken = entry if self._file is None else entry.split("\n")[0] + "\n"
            try:
                self._console.write(spoken)
                self._console.flush()
            except (OSError, ValueError):
                self._console = None
        if self._file is None:
            return
        try:
            self._append(self._file, entry.encode("utf-8", "backslashreplace"))
        except (OSError, ValueError) as error:
            self.trouble = str(error)
        else:
            self.trouble = None

    def _append(self, file: Path, entry: bytes) -> None:
        # Opened anew for each entry: entries are few, and no file is held where one may be
        # moved, deleted or on a stick that is pulled out.
        try:
            descriptor = os.open(file, _FLAGS, 0o600)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(file, _FLAGS, 0o600)
        try:
            if os.fstat(descriptor).st_size + len(entry) > self._part_bytes:
                os.close(descriptor)
                descriptor = -1
                self._make_room(file)
                descriptor = os.open(file, _FLAGS, 0o600)
            os.write(descriptor, entry)
        finally:
            if descriptor >= 0:
                os.close(descriptor)

    def _make_room(self, file: Path) -> None:
        for number in range(_PARTS - 1, 0, -1):
            older = file.with_name(f"{file.name}.{number}")
            newer = file.with_name(f"{file.name}.{number - 1}") if number > 1 else file
            if newer.exists():
                newer.replace(older)


def _moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S%z", time.localtime(seconds))


def _tame(message: str) -> str:
    """The message with its further lines indented, so that none can pass for an entry."""
    lines = message[:_LONGEST_ENTRY].split("\n")
    return "\n    ".join(
        "".join(sign if sign.isprintable() or sign == "\t" else repr(sign)[1:-1] for sign in line)
        for line in lines
    )
