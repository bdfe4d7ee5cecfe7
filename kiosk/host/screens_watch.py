"""How many pictures the machine shows beside the kiosk's own, as screens come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

if TYPE_CHECKING:
    from collections.abc import Callable

SAME_PART = 0.5
"""Screens that share more than this of the smaller one show the same picture (a cloned one)."""


class ScreensWatch(QObject):
    """Tells which screen the public has. `changed()`: a screen came, went or changed its size.

    `own` is the screen of the kiosk's touch glass; the wall is the first other picture, by
    preference one that is not the primary screen: a projector is plugged in beside a desk.
    """

    changed = Signal()

    def __init__(self, own: Callable[[], QScreen], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._followed: set[QScreen] = set()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_added)
            application.screenRemoved.connect(self._on_removed)
            application.primaryScreenChanged.connect(self.changed)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def close(self) -> None:
        """Watch no longer."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.disconnect(self._on_added)
            application.screenRemoved.disconnect(self._on_removed)
            application.primaryScreenChanged.disconnect(self.changed)
        for screen in self._followed:
            screen.geometryChanged.disconnect(self.changed)
        self._followed.clear()

    @property
    def own(self) -> QScreen:
        """The screen of the touch glass; the primary one where that has just gone."""
        own, there = self._own(), QGuiApplication.screens()
        return own if own in there else QGuiApplication.primaryScreen()

    @property
    def wall(self) -> QScreen | None:
        """The screen that only the public looks at; None while there is no other picture."""
        primary = QGuiApplication.primaryScreen()
        return min(self.others, key=lambda screen: screen is primary, default=None)

    @property
    def others(self) -> list[QScreen]:
        """One screen for every other picture than that of the kiosk's own."""
        found = [self.own]
        for screen in QGuiApplication.screens():
            if not any(same_picture(screen.geometry(), one.geometry()) for one in found):
                found.append(screen)
        return found[1:]

    @property
    def mirrored(self) -> bool:
        """Whether another screen shows the same picture as the kiosk's own, and no other does."""
        return self.wall is None and len(QGuiApplication.screens()) > 1

    def _follow(self, screen: QScreen) -> None:
        self._followed.add(screen)
        screen.geometryChanged.connect(self.changed)

    def _on_added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.changed.emit()

    def _on_removed(self, screen: QScreen) -> None:
        if screen in self._followed:
            self._followed.discard(screen)
            screen.geometryChanged.disconnect(self.changed)
        self.changed.emit()


def same_picture(one: QRect, other: QRect) -> bool:
    """Whether two screens show the same part of the desktop."""
    shared = one.intersected(other)
    smaller = min(one.width() * one.height(), other.width() * other.height())
    return smaller > 0 and shared.width() * shared.height() > SAME_PART * smaller
