"""Puts a finished file on a stick or in a folder: whole or not at all, over nothing else."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Refusal = Literal["full", "closed", "gone", "other"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}
# So many files of one name and day, and then the place counts as full.
_MOST_OF_A_NAME = 1000


class Delivered(NamedTuple):
    """The file that was written, or why there is none; `why` is what the system says."""

    file: Path | None
    refusal: Refusal | None = None
    why: str = ""


def deliver(
    folder: Path, name: str, write: Callable[[BinaryIO], None], *, stick: bool = False
) -> Delivered:
    """Write a file into a folder under its name, or with `-2`, `-3` … where that one is taken.

    `write` gets the open file; what it raises as OSError counts as the disk's. The file appears
    whole or not at all, and is on the disk when this returns. Another folder than a stick's is
    made; of a stick that was pulled out only the empty folder of its name may be left, on another
    disk: nothing is written there. May take as long as a slow stick: not for the screen's thread.
    """
    temporary = folder / f".{name}.{os.getpid()}.tmp"
    taken: Path | None = None
    try:
        if not stick:
            folder.mkdir(parents=True, exist_ok=True)
        _still_there(folder, stick=stick)
        with temporary.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _still_there(folder, stick=stick)
        taken = _take(folder, name)
        temporary.replace(taken)
        _settle(folder)
    except (OSError, ValueError) as error:
        for left in (temporary, taken):
            if left is not None:
                with suppress(OSError, ValueError):
                    left.unlink()
        return Delivered(None, _refusal(error), _why(error))
    return Delivered(taken)


def _still_there(folder: Path, *, stick: bool) -> None:
    if stick and not os.path.ismount(folder):
        raise OSError(errno.ENODEV, "nothing is mounted there")


def _take(folder: Path, name: str) -> Path:
    """Reserve the first free name with an empty file: sticks know no links to do it at once."""
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    for number in range(1, _MOST_OF_A_NAME):
        file = folder / (name if number == 1 else f"{stem}-{number}{dot}{suffix}")
        with suppress(FileExistsError):
            file.open("xb").close()
            return file
    raise OSError(errno.ENOSPC, "too many files of this name")


def _settle(folder: Path) -> None:
    """See to it that the folder's new entry is on the disk too, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems know no such thing
            os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(error: OSError | ValueError) -> Refusal:
    number = error.errno if isinstance(error, OSError) else None
    if number in _FULL:
        return "full"
    if number in _CLOSED:
        return "closed"
    return "gone" if number in _GONE else "other"


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
