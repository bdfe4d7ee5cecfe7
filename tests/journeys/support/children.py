"""Starts helper processes that cannot outlive their test run, and ends them."""

from __future__ import annotations

import shutil
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE_S = 5.0
"""How long a process may take to end by itself before it is killed."""


class MissingToolError(RuntimeError):
    """A program the desk needs is not installed."""


def find_tool(name: str, *places: str) -> str:
    """Path of a program on PATH or at one of `places`.

    Raises MissingToolError with the name when it is nowhere.
    """
    found = shutil.which(name) or next((place for place in places if Path(place).exists()), None)
    if found is None:
        raise MissingToolError(f"{name} is missing: `./dev test` installs what the journeys need")
    return found


class Child:
    """Owns one process; its output goes to `log`."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        pass_fds: Sequence[int] = (),
    ) -> None:
        # setpriv lets the kernel end the child when this process dies, even by SIGKILL.
        tied = [find_tool("setpriv"), "--pdeathsig", "KILL", *argv]
        self.log = log
        self.patience_s = PATIENCE_S
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                tied,
                env=None if env is None else dict(env),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=tuple(pass_fds),
            )

    @property
    def pid(self) -> int:
        """Process id; setpriv replaces itself, so it is the program's own."""
        return self._process.pid

    def exit_code(self) -> int | None:
        """Exit code, or None while it runs."""
        return self._process.poll()

    def output(self) -> str:
        """What it has written so far."""
        return self.log.read_text("utf-8", "replace")

    def send(self, number: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        if self.exit_code() is None:
            self._process.send_signal(number)

    def wait(self, timeout: float) -> int:
        """Wait for its end and return the exit code; TimeoutExpired after `timeout` seconds."""
        return self._process.wait(timeout)

    def stop(self, first: signal.Signals = signal.SIGTERM) -> int:
        """End it: ask with `first`, kill after `patience_s`; returns the exit code."""
        self.send(first)
        try:
            return self._process.wait(self.patience_s)
        except subprocess.TimeoutExpired:
            self.send(signal.SIGKILL)
            return self._process.wait(PATIENCE_S)
