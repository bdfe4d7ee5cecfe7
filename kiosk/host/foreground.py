"""Keeps the kiosk's window full screen, in front and on its screen, whatever happens around it."""

from __future__ import annotations

import math
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.host.screens import pick_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from kiosk.host.x11_guard import XGuard
    from kiosk.host.x11_window import Standing

FIRST_LOOK_MS = 1000
"""The guard itself starts when the first screen stands: a start does not wait for it."""

SOON_MS = 100
"""How long a change may settle before it is judged: window managers work in several steps."""

REST_S = 1.0
"""At least this long between two attempts, so that two programs that both want the front do not
flicker; back within 2 s (issue 2) leaves room for two attempts."""

PATIENT_TRIES, LONGEST_REST_S = 5, 10.0
"""After so many attempts without success the rest doubles each time, up to this."""

HEARTBEAT_MS = 30_000
"""A look for its own sake, should a change ever go unreported."""

_CAN_RAISE = frozenset({"xcb", "windows", "cocoa"})
"""Where Qt can raise a window; elsewhere it would write a warning each time."""

_TELLING = frozenset(
    {
        QEvent.Type.Hide,
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.WindowStateChange,
        QEvent.Type.WindowDeactivate,
    }
)


class Foreground(QObject):
    """Owns the guard of one window; `present()` shows it, `close()` lets go of it.

    It works on reports, of Qt and of the X server, and costs nothing between them. A development
    window (`--windowed`) simply has no Foreground.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        screen_index: int | None = None,
        screen: Callable[[], QScreen] | None = None,
        clock: Callable[[], float] = time.monotonic,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """`screen_index` counts from 0; None, -1 and missing ones mean the primary screen.

        `screen` says it instead, each time that it matters: for a window whose screen may change.
        """
        super().__init__(window)
        self._window = window
        self._target = screen or (lambda: pick_screen(screen_index))
        self._clock = clock
        self._environ = environ
        self._platform = QGuiApplication.platformName()
        self._x: XGuard | None = None
        self._unsure = True
        self._last_try = float("-inf")
        self._tries = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.check)
        self._heartbeat = QTimer(self)
        self._heartbeat.timeout.connect(self._on_change)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)

    def present(self) -> None:
        """Show the window over its whole screen and guard it from now on."""
        self._place()
        self._to_front()
        self._window.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screen_added)
            application.screenRemoved.connect(self._on_change)
            application.primaryScreenChanged.connect(self._on_change)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_change)
        self._heartbeat.start(HEARTBEAT_MS)
        self._soon.start(FIRST_LOOK_MS)

    def move(self) -> None:
        """Fill another screen at once: `screen` names it from now on."""
        self._place()
        self._to_front()
        self._on_change()

    def close(self) -> None:
        """Leave the window as it is from now on."""
        self._heartbeat.stop()
        self._soon.stop()
        self._window.removeEventFilter(self)
        if self._x is not None:
            self._x.close()
            self._x = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what happens to the window; takes nothing away from it."""
        if event.type() in _TELLING:
            self._on_change()
        return super().eventFilter(watched, event)

    def check(self) -> None:
        """Look whether the window stands in front, and bring it back when it does not."""
        amiss = self._amiss()
        standing = self._look() if amiss or self._unsure else None
        if not amiss and not any(standing or ()):
            self._unsure = False
            self._tries = 0
            return
        self._unsure = True
        rest = self._last_try + self._rest_s() - self._clock()
        if rest <= 0:
            self._last_try = self._clock()
            self._tries += 1
            self._bring_back(standing)
            rest = self._rest_s()
        self._soon.start(math.ceil(rest * 1000))

    def _amiss(self) -> bool:
        return not self._shows() or not self._has_input() or self._off_screen()

    def _has_input(self) -> bool:
        # Of two windows of the kiosk, wall and speaker's, one has the keys and both are in front.
        return self._window.isActiveWindow() or QGuiApplication.focusWindow() is not None  # pyright: ignore[reportUnnecessaryComparison] - Qt returns None

    def _shows(self) -> bool:
        window = self._window
        return window.isVisible() and window.isFullScreen() and not window.isMinimized()

    def _off_screen(self) -> bool:
        target = self._target()
        if self._platform == "wayland":
            # The compositor decides about places, and stretches a kiosk over all outputs.
            return False
        return self._window.screen() != target or self._window.geometry() != target.geometry()

    def _look(self) -> Standing | None:
        if self._platform != "xcb":
            return None
        if self._x is None:
            # Imported once the first screen stands: a start does not wait for it.
            from kiosk.host.x11_guard import XGuard

            self._x = XGuard(self._environ, self._clock, self)
            self._x.stirred.connect(self._on_change)
        return self._x.look(int(self._window.winId()))

    def _bring_back(self, standing: Standing | None) -> None:
        if standing is not None and standing.withdrawn:
            self._window.hide()
        self._place()
        if self._x is not None:
            self._x.bring_back()
        self._to_front()

    def _to_front(self) -> None:
        if self._platform in _CAN_RAISE:
            self._window.raise_()
        if not self._has_input():
            self._window.activateWindow()

    def _place(self) -> None:
        # Without a window manager nobody makes a full-screen window large (qt-facts.md 6); with
        # one, a window that already stands on its screen is mapped there.
        target = self._target()
        if self._window.screen() != target:
            self._window.hide()
            self._window.setScreen(target)
        if self._window.geometry() != target.geometry():
            self._window.setGeometry(target.geometry())
        if not self._shows():
            self._window.showFullScreen()

    def _rest_s(self) -> float:
        impatience = max(0, self._tries - PATIENT_TRIES)
        return min(REST_S * 2**impatience, LONGEST_REST_S)

    def _on_change(self) -> None:
        self._unsure = True
        if not self._soon.isActive() or self._soon.remainingTime() > SOON_MS:
            self._soon.start(SOON_MS)

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_change)
        self._on_change()
