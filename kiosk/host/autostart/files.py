"""Writes and removes the small files of autostart, and says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 100_000


class AutostartError(Exception):
    """It could not be done; the text says what and why."""


def put(file: Path, content: str) -> str:
    """Make a file be what it should be; returns what was done. Raises AutostartError."""
    raw = content.encode()
    try:
        if read_small(file, _MOST_BYTES) == raw:
            return f"{file} is as it should be"
        done = "written anew"
    except FileNotFoundError:
        done = "written"
    except UnreadableFileError:
        done = "written anew"
    trouble = write_atomically(file, raw)
    if trouble is not None:
        raise AutostartError(f"{file} cannot be written ({trouble})")
    return f"{file} {done}"


def take_away(file: Path) -> str:
    """Remove a file; returns what was done. Raises AutostartError."""
    try:
        file.unlink()
    except FileNotFoundError:
        return f"{file} was not there"
    except OSError as error:
        raise AutostartError(f"{file} cannot be removed ({error.strerror})") from error
    return f"{file} removed"
