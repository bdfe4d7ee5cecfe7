"""The sticks and cards that are in the machine now, ready to be written on."""

from __future__ import annotations

import os
import string
import sys
from pathlib import Path
from typing import NamedTuple

from kiosk.host.mounts import PROC_MOUNTS, Mount, mounts

# Where desktops and administrators mount what comes and goes.
_PLACES = (Path("/media"), Path("/run/media"), Path("/mnt"))
_BLOCKS = Path("/sys/class/block")
_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW


class Stick(NamedTuple):
    """A stick: its folder, the name that people know it by, and whether it can be written."""

    folder: Path
    name: str
    writable: bool = True


def sticks() -> tuple[Stick, ...]:
    """The sticks that are in the machine, in the order in which they came. Asks no stick itself."""
    if sys.platform == "win32":
        return _windows_sticks()
    return linux_sticks()


def linux_sticks(
    listing: Path = PROC_MOUNTS, blocks: Path = _BLOCKS, places: tuple[Path, ...] = _PLACES
) -> tuple[Stick, ...]:
    """The mounted sticks; `listing`, `blocks` and `places` stand in for the machine in tests."""
    found: dict[Path, Stick] = {}
    for mount in mounts(listing):
        if _comes_and_goes(mount, blocks) and any(
            place in mount.folder.parents for place in places
        ):
            found[mount.folder] = Stick(mount.folder, _shown(mount.folder.name), mount.writable)
    return tuple(found.values())


def _comes_and_goes(mount: Mount, blocks: Path) -> bool:
    """Whether a mount's device can be pulled out: a stick, a card, or any disk on USB."""
    if not mount.device.startswith("/dev/"):
        return False
    try:
        block = (blocks / os.path.realpath(mount.device).rpartition("/")[2]).resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    if any(part.startswith("usb") for part in block.parts):
        return True
    # Of a partition the whole disk says it, one folder up.
    return any(_says_one(folder / "removable") for folder in (block, block.parent))


def _shown(name: str) -> str:
    """A name without what cannot be shown: sticks are named in any way."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)


def _says_one(file: Path) -> bool:
    try:
        return file.read_text("ascii").strip() == "1"
    except (OSError, ValueError):
        return False


def _windows_sticks() -> tuple[Stick, ...]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    letters = int(kernel.GetLogicalDrives())
    drives = [
        f"{letter}:\\"
        for number, letter in enumerate(string.ascii_uppercase)
        if letters >> number & 1
    ]
    return tuple(
        Stick(Path(drive), drive[:2])
        for drive in drives
        if kernel.GetDriveTypeW(ctypes.c_wchar_p(drive)) == _REMOVABLE
    )
