"""The file systems that are mounted (Linux), as the kernel lists them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PROC_MOUNTS = Path("/proc/self/mounts")
_MOST_BYTES = 1_000_000


class Mount(NamedTuple):
    """A device on a folder; `writable` as it was mounted."""

    device: str
    folder: Path
    kind: str
    writable: bool


def mounts(listing: Path = PROC_MOUNTS) -> tuple[Mount, ...]:
    """Every mount, in the order in which they were made; none where there is no such list."""
    try:
        with listing.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "surrogateescape")
    except OSError:
        return ()
    found: list[Mount] = []
    for line in text.splitlines():
        parts = line.split(" ")
        if len(parts) >= 4:
            device, folder, kind, options = (_plain(part) for part in parts[:4])
            found.append(Mount(device, Path(folder), kind, "rw" in options.split(",")))
    return tuple(found)


def mount_of(folder: Path, listing: Path = PROC_MOUNTS) -> Mount | None:
    """The mount that a folder, which need not exist, lies on."""
    real = folder.resolve()
    fitting = [mount for mount in mounts(listing) if real.is_relative_to(mount.folder)]
    # Of two on the same folder the later one covers the other.
    return max(reversed(fitting), key=lambda mount: len(mount.folder.parts), default=None)


def _plain(text: str) -> str:
    """The text with its blanks, which the kernel writes as three digits after a backslash."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
