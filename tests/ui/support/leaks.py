"""Finds windows and running timers that a test leaves behind (code-habits.md 19)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.ui.support.events import deliver

if TYPE_CHECKING:
    from collections.abc import Generator

    import pytest


@contextmanager
def no_leaks(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """Fail when the block leaves a window or a running timer behind."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    started: list[QTimer] = []
    begin = QTimer.start

    # A plain function: a mock of a Qt method can end the process (qt-facts.md section 8).
    def note_and_start(timer: QTimer, *arguments: int) -> None:
        started.append(timer)
        begin(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", note_and_start)
    yield
    deliver()
    windows = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert windows == [], "windows were left behind"
    running = [timer for timer in started if isValid(timer) and timer.isActive()]
    assert running == [], "timers were left running"
