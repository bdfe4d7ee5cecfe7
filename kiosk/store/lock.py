"""Lets one kiosk at a time use a data folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOCK_FILE = "kiosk.lock"


class AlreadyRunningError(Exception):
    """Another kiosk uses this data folder."""


class InstanceLock:
    """Owns the lock on one data folder; `close()` gives it back, and so does any end of process.

    The system holds the lock, not the file's content: what a killed kiosk or a power cut left
    behind never blocks the next start.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises AlreadyRunningError.

        A folder that cannot be written or a file system without locks costs the lock, never the
        show: `held` is then False.
        """
        self._handle: int | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder / LOCK_FILE, _FLAGS, 0o600)
        except (OSError, ValueError):
            return
        try:
            free = _try_lock(handle)
        except OSError:
            os.close(handle)
            return
        if not free:
            os.close(handle)
            raise AlreadyRunningError(f"another kiosk uses {folder}")
        self._handle = handle

    @property
    def held(self) -> bool:
        """Whether the lock is really there."""
        return self._handle is not None

    def close(self) -> None:
        """Give the lock back; the file stays, as removing it would race with the next start."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


# A fifo or a symbolic link in the file's place must neither hold the start nor be followed.
_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOINHERIT", 0)
)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            # Not lockf: it lets go when anything in this process closes the same file.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
