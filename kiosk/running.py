"""Runs the kiosk: one at a time, with its log, until it is ended."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk import paths
from kiosk.app import Kiosk
from kiosk.commands.run_options import RunOptions
from kiosk.domain.crash_brake import LIMIT, RESTART, WINDOW_S
from kiosk.host.uptime import boot_id
from kiosk.log import Log
from kiosk.loop import EndSignals, make_application, start_no_bus
from kiosk.problems import Problem
from kiosk.settings import LoadedSettings, Settings, load_settings
from kiosk.store.crashes import CrashNotes
from kiosk.store.lock import AlreadyRunningError, InstanceLock

WRONG_USE = 2
# So long the collector of garbage rests after a start (`kiosk.cli`), in ms.
COLLECTOR_RESTS_MS = 3000


def run(options: RunOptions) -> int:
    """Show the kiosk until it is ended; returns the exit code (DESIGN.md section 4)."""
    try:
        data = paths.data_dir(options.data_dir)
        lock = InstanceLock(data)
    except FileNotFoundError:
        return _refuse(f"the folder that {options.data_dir} starts from is gone; give a full path")
    except AlreadyRunningError as error:
        return _refuse(str(error))
    loaded = load_settings(options.settings)
    log = Log(data, loaded.settings.log_level, sys.stderr)
    notes = CrashNotes(data, boot_id(), time.monotonic)
    if notes.braked:
        options, loaded = braked(options, loaded)
    start_no_bus(os.environ, sys.platform)
    application = make_application()
    # A window for development ends the program; nothing closes a kiosk (host/lockdown.py).
    application.setQuitOnLastWindowClosed(options.windowed is not None)
    signals = EndSignals()
    code = _shown(options, loaded, data, log)
    signals.close()
    if code is not None:
        notes.end()
    log.close()
    lock.close()
    return RESTART if code is None else code


def braked(options: RunOptions, loaded: LoadedSettings) -> tuple[RunOptions, LoadedSettings]:
    """What is safest, after too many crashes: the bundled pack and the default settings.

    The mode stays, for a display must not become a kiosk, and so do the PINs.
    """
    known = loaded.settings
    settings = Settings(
        mode=options.mode or known.mode, pin_hash=known.pin_hash, it_pin_hash=known.it_pin_hash
    )
    what = f"the program fell {LIMIT} times in {WINDOW_S / 60:.0f} minutes"
    to_do = "the bundled pack and the default settings show; mend the cause, and start it again"
    told = Problem("crashes", 0, "error", what, to_do)
    return options._replace(safe=True), loaded._replace(
        settings=settings, problems=(*loaded.problems, told)
    )


def _collect_again() -> None:
    """Let the collector look at what is made from now on, and not at what the start made."""
    gc.freeze()
    gc.enable()


def _refuse(why: str) -> int:
    """Say in one line why nothing starts; the log belongs to another kiosk, or is nowhere."""
    if sys.stderr is not None:
        print(f"kiosk: {why}", file=sys.stderr)  # noqa: T201 - see above
    return WRONG_USE


def _shown(options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> int | None:
    """Runs the kiosk to its end; the exit code, or None where it could not even be made."""
    try:
        kiosk = Kiosk(options, loaded, data, log)
    except Exception as error:
        log.exception("the kiosk cannot be made", error)
        return None
    kiosk.show()
    QTimer.singleShot(COLLECTOR_RESTS_MS, _collect_again)
    # Qt's loop never returns to Python's own handler while nothing happens.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = QCoreApplication.exec()
    kiosk.close()
    return code
