"""The disk of the data folder: its room, and whether what is written there stays."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.domain.health_facts import DiskFacts
from kiosk.host.mounts import mount_of
from kiosk.store.files import write_atomically

# What lies in memory is gone after a restart; so is what a frozen disk lays over itself.
_FORGETFUL = frozenset({"tmpfs", "ramfs", "overlay", "aufs", "unionfs"})
_TRIAL = "health"


def disk_facts(folder: Path) -> DiskFacts:
    """What is known of the disk of the data folder. Writes a small file and removes it.

    May take as long as a slow disk takes to write: not for the thread of the screen.
    """
    free, total = _room(folder)
    mount = mount_of(folder)
    kind = mount.kind if mount is not None else ""
    trouble = trial(folder)
    return DiskFacts(str(folder), free, total, kind, trouble, kind not in _FORGETFUL)


def trial(folder: Path) -> str:
    """Why nothing can be written in a folder, or "" where it can."""
    file = folder / _TRIAL
    trouble = write_atomically(file, b"")
    if trouble is not None:
        return trouble
    try:
        file.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _room(folder: Path) -> tuple[int | None, int | None]:
    """Free and whole size in MB of the disk that holds a folder, or would hold it."""
    for there in (folder, *folder.parents):
        try:
            usage = shutil.disk_usage(there)
        except FileNotFoundError:
            continue
        except OSError:
            break
        return usage.free // 1_000_000, usage.total // 1_000_000
    return None, None
