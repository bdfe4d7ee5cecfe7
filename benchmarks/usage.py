"""What a program with all its child processes uses: processor time and memory."""

from __future__ import annotations

import os
from pathlib import Path

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
STAT_PARENT, STAT_USER, STAT_SYSTEM, STAT_DEAD_USER, STAT_DEAD_SYSTEM = 1, 11, 12, 13, 14
"""Places in /proc/PID/stat after the name."""


def processes(pid: int) -> list[int]:
    """Process `pid` and everything below it that still runs."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[STAT_PARENT]), []).append(int(entry.name))
    found = [pid]
    for process in found:
        found += children.get(process, [])
    return found


def cpu_s(pid: int) -> float:
    """Processor seconds of the tree so far, ended children included; in steps of a clock tick."""
    ticks = 0
    for process in processes(pid):
        if fields := _stat(process):
            places = (STAT_USER, STAT_SYSTEM, STAT_DEAD_USER, STAT_DEAD_SYSTEM)
            ticks += sum(int(fields[place]) for place in places)
    return ticks * TICK_S


def precise_cpu_s(pid: int) -> float:
    """Processor seconds of the threads that run now, to the nanosecond.

    For differences over a quiet time: what ends in between is lost. Falls back on `cpu_s` where
    the kernel keeps no such account.
    """
    total = 0
    for process in processes(pid):
        for thread in Path(f"/proc/{process}/task").glob("*/schedstat"):
            try:
                total += int(thread.read_text().split()[0])
            except (OSError, IndexError):
                continue
    return total / 1e9 if total else cpu_s(pid)


def pss_mb(pid: int) -> float:
    """Memory of the tree in MB (10^6 bytes): private pages and its share of shared ones."""
    total = 0
    for process in processes(pid):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue  # it ended meanwhile
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / 1e6


def _stat(pid: int) -> list[str] | None:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return text[text.rindex(")") + 2 :].split()
