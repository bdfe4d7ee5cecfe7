"""Makes the look of a window from its size, its screen's scale and the visitor's choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize

from kiosk.domain.letters import Letters
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Kit, Look
from kiosk.ui.theme.metrics import Metrics


class Glass(NamedTuple):
    """The settings of the glass: where it hangs and from how far it is read, in mm."""

    viewing_distance_mm: float = 600.0
    screen_bottom_mm: float = 0.0


class Looks:
    """Callable: letters, language and mirrored in, `Look` out, for the window as it is now."""

    def __init__(
        self,
        kit: Kit,
        glass: Glass,
        size: Callable[[], QSize],
        px_per_mm: Callable[[], float],
        strings: Callable[[str], Strings],
    ) -> None:
        self.kit = kit
        self._glass = glass
        self._size = size
        self.px_per_mm = px_per_mm
        self._strings = strings

    def __call__(self, letters: Letters, language: str, mirrored: bool) -> Look:
        size = self._size()
        metrics = Metrics(
            size.width(),
            size.height(),
            self.px_per_mm(),
            self._glass.viewing_distance_mm,
            self._glass.screen_bottom_mm,
            mirrored,
        )
        return Look(self.kit, metrics, letters, self._strings(language))
