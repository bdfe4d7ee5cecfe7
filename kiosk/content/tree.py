"""Lists what lies in a pack's folder, within bounds, and tells whether anything changed."""

from __future__ import annotations

import os
import stat
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# 10,000 topics in eight languages; a folder given by mistake (`/`, a home) is not walked for hours.
MOST_ENTRIES = 100_000
DEEPEST = 6

# From here on a pack is compiled beside the show instead of before it (DESIGN.md section 2).
LARGE = 300


class Tree(NamedTuple):
    """Everything below a folder: plain files with their sizes, and what is no plain file.

    Names are relative to the folder, with `/`. What begins with a dot is no part of a pack:
    version control, editors and other systems (`._10-x.md`) leave such things behind. `odd` says what each other thing is.
    `problem` is empty, or says why the listing is not complete.
    """

    files: Mapping[str, int]
    folders: frozenset[str]
    odd: Mapping[str, str]
    signature: str
    problem: str


# A name and what the system knows of it. Plain tuples: a start waits for 10,000 of them.
_Entry = tuple[str, os.stat_result]


class TreeError(Exception):
    """A folder that cannot be listed whole; its text says why."""


def real(folder: str | Path) -> str:
    """The folder itself, links to it followed; a name that no system allows stays as it is."""
    try:
        return os.path.realpath(folder)
    except (OSError, ValueError):
        return str(folder)


def signature(root: str | Path) -> str | None:
    """A short text that changes when anything below `root` does; None where it cannot be listed.

    It is made of names, sizes, times and inodes, not of the content: 4 microseconds a file.
    """
    try:
        return _digest([_line(name, status) for name, status in _entries(str(root))])
    except TreeError:
        return None


def tree(root: str | Path) -> Tree:
    """Everything below `root`; never raises."""
    files: dict[str, int] = {}
    folders: set[str] = set()
    odd: dict[str, str] = {}
    lines: list[str] = []
    problem = ""
    try:
        for name, status in _entries(str(root)):
            lines.append(_line(name, status))
            mode = status.st_mode
            if stat.S_ISREG(mode):
                files[name] = status.st_size
            elif stat.S_ISDIR(mode):
                folders.add(name)
            else:
                odd[name] = _kind(mode)
    except TreeError as error:
        problem = str(error)
    return Tree(files, frozenset(folders), odd, _digest(lines), problem)


def is_large(root: str | Path) -> bool:
    """Whether more than 300 files lie below `root`; stops counting there."""
    count = 0
    try:
        for _, status in _entries(str(root)):
            count += not stat.S_ISDIR(status.st_mode)
            if count > LARGE:
                return True
    except TreeError:
        return count > LARGE
    return False


def stamps(folder: str | Path, ending: str) -> str:
    """The same for the files right in a folder whose names end so."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(ending)]  # noqa: PTH208 - as in _entries
    except OSError:
        names = []
    return _digest([stamp(f"{folder}/{name}") for name in names])


def stamp(path: str | Path) -> str:
    """The same for one file; a missing one has a stamp too."""
    try:
        return _line(str(path), os.stat(path))  # noqa: PTH116 - as in _entries
    except (OSError, ValueError):
        return f"{path}\0missing"


def _line(name: str, status: os.stat_result) -> str:
    """What must stay the same for a file to count as unchanged."""
    return (
        f"{name}\0{status.st_mode}\0{status.st_size}\0{status.st_mtime_ns}"
        f"\0{status.st_ctime_ns}\0{status.st_ino}"
    )


def _digest(lines: list[str]) -> str:
    # Two checksums of zlib: hashlib would load OpenSSL, 3 ms, against nothing but accidents.
    lines.sort()
    data = "\n".join(lines).encode("utf-8", "surrogateescape")
    return f"{len(data):x}-{zlib.crc32(data):08x}-{zlib.adler32(data):08x}"


def _entries(root: str) -> Iterator[_Entry]:
    waiting = [""]
    count = 0
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(os.path.join(root, below) if below else root) as entries:  # noqa: PTH118 - strings are four times as fast as Path here
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    name = f"{below}/{entry.name}" if below else entry.name
                    status = entry.stat(follow_symlinks=False)
                    count += 1
                    yield name, status
                    if stat.S_ISDIR(status.st_mode):
                        waiting.append(name)
        except (OSError, ValueError) as error:
            raise TreeError(f"{below or 'the folder'} cannot be listed ({_why(error)})") from error
        if count > MOST_ENTRIES:
            raise TreeError(f"more than {MOST_ENTRIES} files and folders lie here")
        if below.count("/") >= DEEPEST:
            raise TreeError(f"folders lie more than {DEEPEST} deep ({below})")


def _kind(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
