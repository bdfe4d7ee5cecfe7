"""Keeps an X11 watch on the kiosk's window, where there is an X server, and survives its loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from kiosk.host.x11_address import parse_display
from kiosk.host.x11_window import Standing, XWindowWatch
from kiosk.host.x11_wire import XRefusedError, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RETRY_S = 30.0
"""How long a server that did not answer is left alone."""


class XGuard(QObject):
    """Owns the watch and its notifier; `stirred` says that looking is worth it.

    Without the connection `look` reports nothing wrong and `bring_back` does nothing: the guard
    then knows what Qt knows.
    """

    stirred = Signal()

    def __init__(
        self, environ: Mapping[str, str], clock: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._environ = environ
        self._clock = clock
        self._watch: XWindowWatch | None = None
        self._notifier: QSocketNotifier | None = None
        self._not_before = clock()

    def look(self, window: int) -> Standing:
        """How the server sees the window with this id."""
        watch = self._watching(window)
        if watch is None:
            return Standing()
        try:
            return watch.look()
        except OSError:
            self._lose()
            return Standing()

    def bring_back(self) -> None:
        """Ask server and window manager to put the window in front."""
        if self._watch is None:
            return
        try:
            self._watch.bring_back()
        except OSError:
            self._lose()

    def close(self) -> None:
        """Stop watching."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _watching(self, window: int) -> XWindowWatch | None:
        if self._watch is not None and self._watch.window != window:
            self.close()
        if self._watch is None and self._clock() >= self._not_before:
            self._watch = self._connect(window)
        return self._watch

    def _connect(self, window: int) -> XWindowWatch | None:
        address = parse_display(self._environ.get("DISPLAY", ""))
        try:
            if address is None:
                raise ConnectionRefusedError
            connection = connect(address, self._environ)
        except (OSError, XRefusedError):
            self._not_before = self._clock() + RETRY_S
            return None
        try:
            watch = XWindowWatch(connection, window)
        except OSError:
            connection.close()
            self._not_before = self._clock() + RETRY_S
            return None
        self._notifier = QSocketNotifier(watch.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        return watch

    def _on_readable(self) -> None:
        if self._watch is None:
            return
        try:
            stirred = self._watch.stirred()
        except OSError:
            self._lose()
            return
        if stirred:
            self.stirred.emit()

    def _lose(self) -> None:
        self.close()
        self._not_before = self._clock() + RETRY_S
