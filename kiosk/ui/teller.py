"""Tells a screen reader what a new page says (access.md X3)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject

from kiosk.ui.screen import Screen

if TYPE_CHECKING:
    from kiosk.domain.visit import Visit
    from kiosk.ui.navigator import Navigator


class Teller(QObject):
    """Announces each page that a visit shows, once: not what only looks different now."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator = navigator
        self._told = ""
        # Weak: what a visit leaves behind is wiped with it.
        self._visit: ReferenceType[Visit] | None = None
        navigator.shown.connect(self._tell)

    def _tell(self, screen: Screen) -> None:
        visit = self._navigator.visit
        if visit is None:
            return
        if self._visit is None or self._visit() is not visit:
            self._visit, self._told = ref(visit), ""
        words = screen.told()
        if words and words != self._told:
            screen.announce(words)
        self._told = words
