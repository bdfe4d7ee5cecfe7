"""Compiles a large pack beside the show: modestly, one at a time, never longer than the show."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.content.packs import compile_into, fresh
from kiosk.store.lock import AlreadyRunningError, InstanceLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.commands.options import CompileOptions
    from kiosk.content.probe import Probe

DONE, REFUSED = 0, 2

# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1

_LOOK_AGAIN_S = 0.5


def compile_beside(
    options: CompileOptions,
    probe: Callable[[], Probe],
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Compiles a pack for a later `fresh`: 0 done, 1 the store refused, 2 the pack has errors.

    Waits while another process compiles into the same store, and takes what that one made.
    """
    with suppress(AttributeError, OSError):
        os.nice(10)  # the show beside it goes first
    lock = _alone(options.store, wait)
    try:
        found = fresh(options.pack, options.store)
        if found is None:
            return compile_into(options.pack, options.store, probe())
        usable = found.pack is not None
        found.close()
        return DONE if usable else REFUSED
    finally:
        lock.close()


def end_with_parent() -> None:
    """Have the system end this process when its parent ends, even by SIGKILL; Linux only."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import signal

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))


def _alone(store: Path, wait: Callable[[float], None]) -> InstanceLock:
    while True:
        try:
            return InstanceLock(store)
        except AlreadyRunningError:
            wait(_LOOK_AGAIN_S)
