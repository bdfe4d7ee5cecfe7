"""`kiosk supervise`: runs the kiosk, and starts it again when it falls, hangs or asks for it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Final

from kiosk.console import complain
from kiosk.domain.crash_brake import WINDOW_S, wait_after_end
from kiosk.host.autostart.systemd import start_unit
from kiosk.own_command import own_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.commands.options import SuperviseOptions

# A loop that says nothing for so long hangs; the unit of systemd has the same number.
PATIENCE_S: Final = 60
# A slow computer that is still starting up may take longer for its first word.
START_PATIENCE_S: Final = 180
_LOOK_S: Final = 1.0
_END_S: Final = 8.0
ENDED: Final = 0


def supervise(options: SuperviseOptions) -> int:
    """Run the kiosk until it ends for good; returns its last exit code."""
    if options.systemd and start_unit(os.environ):
        return ENDED
    return Supervisor([*own_command(sys.argv), "run", *options.run]).run()


class Supervisor:
    """Owns one kiosk at a time. SIGTERM and SIGHUP end it with its kiosk."""

    def __init__(
        self,
        command: Sequence[str],
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._command = list(command)
        self._clock = clock
        self._wait = wait or self._nap
        self._patience_s = patience_s
        self._crashes: list[float] = []
        self._ending = False

    def run(self) -> int:
        """Start the kiosk again and again, until it is not to be."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)
        while True:
            began = self._clock()
            code = self._run_once()
            if self._ending:
                return ENDED
            now = self._clock()
            if code != ENDED:
                self._crashes = [at for at in self._crashes if now - at <= WINDOW_S]
            wait = wait_after_end(code, now - began, len(self._crashes) + 1)
            if wait is None:
                return code
            if wait:
                self._crashes.append(now)
                complain(f"the kiosk ended with {code}; it starts again in {wait} s")
                self._wait(wait)
            if self._ending:
                return ENDED

    def end(self) -> None:
        """Have the kiosk ended, and start none any more."""
        self._ending = True

    def _run_once(self) -> int:
        """Run one kiosk to its end, or end one that hangs; its exit code."""
        environ = {**os.environ, "KIOSK_SUPERVISED": "1"}
        if os.name != "posix":
            return subprocess.call(self._command, env=environ)
        ours, theirs = os.pipe()
        environ["KIOSK_HEARTBEAT"] = str(theirs)
        environ["WATCHDOG_USEC"] = str(round(self._patience_s * 1e6))
        environ.pop("WATCHDOG_PID", None)
        try:
            child = subprocess.Popen(self._command, env=environ, pass_fds=(theirs,))
        except OSError as error:
            complain(f"the kiosk cannot be started ({error.strerror})")
            os.close(ours)
            return 1
        finally:
            os.close(theirs)
        try:
            return self._watch(child, ours)
        finally:
            os.close(ours)

    def _watch(self, child: subprocess.Popen[bytes], beats: int) -> int:
        heard = self._clock()
        patience = max(START_PATIENCE_S, self._patience_s)
        listening = True
        while child.poll() is None:
            if self._ending:
                return _end(child)
            if not listening:
                with suppress(subprocess.TimeoutExpired):
                    child.wait(_LOOK_S)
                continue
            if select.select([beats], [], [], min(_LOOK_S, patience))[0]:
                words = os.read(beats, 4096)
                heard, patience = self._clock(), self._patience_s
                # Nobody holds the other end any more, or it says that it will beat no more.
                listening = bool(words) and b"STOPPING=1" not in words
            elif self._clock() - heard > patience:
                complain("the kiosk hangs; it is ended")
                child.kill()
                return child.wait()
        return child.returncode

    def _nap(self, seconds: float) -> None:
        """Wait, in slices: Python goes on sleeping after a signal that only notes the end."""
        while seconds > 0 and not self._ending:
            time.sleep(min(seconds, _LOOK_S))
            seconds -= _LOOK_S

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.end()


def _end(child: subprocess.Popen[bytes]) -> int:
    """End the kiosk as a visitor would want it, and if it does not hear, at once."""
    child.terminate()
    try:
        return child.wait(_END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()
