"""A screen reader on the desk: Orca, and what it says."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.support.children import Child
from tests.journeys.support.waiting import pause_until, wait_for
from tools.orca import FOLDER, PYTHON

if TYPE_CHECKING:
    from tests.journeys.support.desk import Desk

ALOUD = Path(__file__).with_name("orca_aloud.py")
START_S = 30.0
TWICE_S = 0.6
"""Orca takes two presses within half a second for a double one."""
QUIET_S = 0.15


def is_there() -> bool:
    """Whether Orca can be run: unpacked by `./dev test`, or installed."""
    return PYTHON.exists() and (
        FOLDER.is_dir() or shutil.which("orca", path="/usr/bin") is not None
    )


class Orca:
    """Owns a running Orca on a desk; `close()` ends it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._hand = desk.hand
        self._log = folder / "said.jsonl"
        self._log.touch()
        self._heard = 0
        self._read_at = 0.0
        env = {**desk.environment(), **_paths(), "GSETTINGS_BACKEND": "memory"}
        # Without -P the modules beside that file would stand in for others.
        argv = [str(PYTHON), "-P", str(ALOUD), str(self._log)]
        self._process = Child(argv, log=folder / "orca.log", env=env)
        try:
            wait_for(self._greeted, "Orca's first words", timeout=START_S)
        except AssertionError as problem:
            self._process.stop()
            raise AssertionError(f"{problem}\n{self._process.output()}") from None

    def wait_for(self, words: str) -> None:
        """Wait until it says something that begins with these words."""

        def heard() -> bool:
            return any(line.startswith(words) for line in self._lines()[self._heard :])

        wait_for(heard, f"Orca to say {words!r}", timeout=5)
        self._heard = len(self._lines())

    def said(self) -> list[str]:
        """What it said since the last time, once it is quiet."""
        last, since = len(self._lines()), time.monotonic()

        def quiet() -> bool:
            nonlocal last, since
            now = len(self._lines())
            if now != last:
                last, since = now, time.monotonic()
            return time.monotonic() - since >= QUIET_S

        wait_for(quiet, "quiet")
        lines = self._lines()
        new, self._heard = lines[self._heard :], len(lines)
        return new

    def forget(self) -> None:
        """Leave out what was said until now."""
        self.said()

    def read_screen(self) -> list[str]:
        """Have it read all that shows, as its user does: KP_Add twice, its "flat review".

        KP_Subtract leaves that again: it would read the same screen the next time.
        """
        pause_until(self._read_at + TWICE_S)
        before = len(self._lines())
        self._heard = before
        for _ in range(2):
            self._hand.key("KP_Add")
        self._read_at = time.monotonic()
        wait_for(lambda: len(self._lines()) > before + 1, "Orca reading the screen")
        said = self.said()
        self._hand.key("KP_Subtract")
        wait_for(lambda: len(self._lines()) > self._heard, "Orca leaving what it read")
        if "Leaving" not in self._lines()[-1]:
            self._hand.key("KP_Subtract")
        self._heard = len(self._lines())
        return said

    def close(self) -> None:
        """End it."""
        self._process.stop()

    def _greeted(self) -> bool:
        if self._process.exit_code() is not None:
            raise AssertionError(f"Orca ended by itself:\n{self._process.output()}")
        return len(self._lines()) > 1

    def _lines(self) -> list[str]:
        return [json.loads(line) for line in self._log.read_text("utf-8").splitlines()]


def _paths() -> dict[str, str]:
    """Where an unpacked Orca finds itself; nothing for one that is installed."""
    if not FOLDER.is_dir():
        return {}
    libraries = next(iter((FOLDER / "usr/lib").glob("*-linux-*")))
    return {
        "PYTHONPATH": str(FOLDER / "usr/lib/python3/dist-packages"),
        "GI_TYPELIB_PATH": str(libraries / "girepository-1.0"),
        "LD_LIBRARY_PATH": str(libraries),
        "XDG_DATA_DIRS": f"{FOLDER / 'usr/share'}:/usr/local/share:/usr/share",
    }
