"""Ends a process without waiting for it."""

from __future__ import annotations

from PySide6.QtCore import QProcess


def let_go(process: QProcess) -> None:
    """End a process, whatever state it is in; nobody hears of it any more."""
    if process.state() is QProcess.ProcessState.NotRunning:
        process.deleteLater()
    else:
        # Freed when it is gone: freeing it now would wait for that.
        process.finished.connect(process.deleteLater)
        process.kill()
