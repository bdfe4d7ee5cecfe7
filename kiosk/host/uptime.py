"""How long the machine runs, and a name for this run of it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_UPTIME = Path("/proc/uptime")


def boot_id(file: Path = _BOOT_ID) -> str:
    """The same for as long as the machine runs; where it has no name, the moment of its start.

    That moment is in epoch seconds and wavers by some; "" where nothing is known.
    """
    try:
        named = file.read_text("ascii").strip()
    except (OSError, ValueError):
        named = ""
    up = None if named else machine_up_s()
    return named if up is None else f"{time.time() - up:.0f}"


def machine_up_s(file: Path = _UPTIME) -> int | None:
    """How long the machine runs in s, or None where it cannot be asked."""
    if sys.platform == "win32":
        import ctypes

        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
        kernel.GetTickCount64.restype = ctypes.c_uint64
        return int(kernel.GetTickCount64()) // 1000
    try:
        return int(float(file.read_text("ascii").split()[0]))
    except (OSError, ValueError, IndexError):
        return None
