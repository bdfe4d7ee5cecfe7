"""Runs the kiosk: one at a time, with its log, until it is ended."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk import paths
from kiosk.app import Kiosk
from kiosk.log import Log
from kiosk.loop import EndSignals, make_application, start_no_bus
from kiosk.options import RunOptions
from kiosk.settings import LoadedSettings, load_settings
from kiosk.store.lock import AlreadyRunningError, InstanceLock

WRONG_USE = 2
RESTART = 75  # asks a supervisor to start it again (DESIGN.md section 2)


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
    start_no_bus(os.environ, sys.platform)
    application = make_application()
    # A window for development ends the program; nothing closes a kiosk (host/lockdown.py).
    application.setQuitOnLastWindowClosed(options.windowed is not None)
    signals = EndSignals()
    code = _shown(options, loaded, data, log)
    signals.close()
    log.close()
    lock.close()
    return code


def _refuse(why: str) -> int:
    """Say in one line why nothing starts; the log belongs to another kiosk, or is nowhere."""
    if sys.stderr is not None:
        print(f"kiosk: {why}", file=sys.stderr)  # noqa: T201 - see above
    return WRONG_USE


def _shown(options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> int:
    """Runs the kiosk to its end; the exit code."""
    try:
        kiosk = Kiosk(options, loaded, data, log)
    except Exception as error:
        log.exception("the kiosk cannot be made", error)
        return RESTART
    kiosk.show()
    # Qt's loop never returns to Python's own handler while nothing happens.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = QCoreApplication.exec()
    kiosk.close()
    return code
