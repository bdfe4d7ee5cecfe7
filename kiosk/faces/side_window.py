"""Another window of the kiosk, on a screen that only the public looks at."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.domain.talk.glass import wall_px
from kiosk.host.foreground import Foreground
from kiosk.host.lockdown import Lockdown
from kiosk.host.screens import Scale, scale_of
from kiosk.ui.talk.spot import Spot
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from kiosk.ui.theme.look import Look


class SideWindow:
    """Owns the window, its input and what keeps it in front and closed; `close()` ends them.

    It looks as the kiosk's own window does, in the millimetres of its own screen: the setting
    `px_per_mm` measures the kiosk's glass, not this one.
    """

    def __init__(
        self, target: Callable[[], QScreen], look: Callable[[], Look], passive_distance_mm: float
    ) -> None:
        """`target` is the screen to fill, asked each time that it matters."""
        self._target = target
        self._look = look
        self._distance_mm = passive_distance_mm
        self.window = KioskWindow()
        self.window.setGeometry(self._target().geometry())
        self._guard = Foreground(self.window, screen=self._target)
        self.hands = Hands(self.window, self._px_per_mm, time.monotonic)
        # After the input, as in the kiosk's own window: the filter made last sees it first.
        self._lockdown = Lockdown(self.window)
        self._guard.present()

    @property
    def spot(self) -> Spot:
        """The window as a talk uses it."""
        return Spot(self.window, self.hands, self._own_look, self._letters, self.close)

    def fitted(self, look: Look) -> Look:
        """A look of the kiosk's own window, in the size of this one."""
        size = self.window.size()
        metrics = look.metrics._replace(
            width=size.width(), height=size.height(), px_per_mm=self._px_per_mm()
        )
        return look._replace(metrics=metrics)

    def close(self) -> None:
        """Give the screen back."""
        self._lockdown.close()
        self._guard.close()
        self.hands.close()
        self.window.hide()
        self.window.deleteLater()

    def _scale(self) -> Scale:
        return scale_of(self.window.screen(), None)

    def _px_per_mm(self) -> float:
        return self._scale().px_per_mm

    def _own_look(self) -> Look:
        return self.fitted(self._look())

    def _letters(self, look: Look) -> int:
        return slide_letters(look, self._scale(), self._distance_mm)


def slide_letters(look: Look, scale: Scale, distance_mm: float) -> int:
    """The font size in px of slides: by the screen's size, unless nobody knows it (a projector).

    `distance_mm` as in the setting `passive_distance_mm`.
    """
    px_per_mm = None if scale.origin == "assumed" else scale.px_per_mm
    return wall_px(look.metrics.width, look.metrics.height, px_per_mm, distance_mm)
