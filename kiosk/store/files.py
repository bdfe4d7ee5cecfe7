"""Reads small files and writes them whole, on disks that may be read-only, full or hostile."""

from __future__ import annotations

import math
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Neither exists everywhere: a fifo must not block, and Windows must not translate line ends.
_PLAINLY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

# So many letters of a name, of up to 4 bytes each, stand in that of the file beside it.
_OF_NAME = 50


class UnreadableFileError(Exception):
    """A file that cannot be used; its text says why in plain words."""


def read_small(path: Path, limit: int) -> bytes:
    """The bytes of a plain file of at most `limit` bytes, symbolic links followed.

    Raises FileNotFoundError where nothing is, UnreadableFileError for everything else: not a
    plain file (a folder, a fifo, a device), larger than `limit`, or refused by the system.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _PLAINLY)
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(path) from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(_why(error)) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise UnreadableFileError("not a plain file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableFileError(_why(error)) from error
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise UnreadableFileError(f"larger than {limit // 1000} kB")
    return content


def finite(value: object) -> float | None:
    """A number that a file held, as a float; None for what is no number or too large for one."""
    try:
        found = float(value) if isinstance(value, int | float) else math.nan
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def write_atomically(path: Path, content: bytes, mode: int = 0o600) -> str | None:
    """Replaces a file, so that a power cut leaves the old content or the new; makes its folder.

    Returns None, or why it was not written: a disk that is read-only or full costs the write and
    nothing else. One thread of a process at a time may write a given file. `mode`: who may read
    it, as far as the umask lets them.
    """
    # No random name: what a killed process left behind is overwritten, not collected for years.
    # Cut short: a name of up to 255 bytes is allowed, and its companion's must be too.
    temporary = path.with_name(f".{path.name[:_OF_NAME]}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | _PLAINLY
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, flags, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            temporary.unlink()
        return _why(error)
    return None


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
