"""Lets one picture of the glass become the next, once, and then costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.decoration import keep_for_the_eye

if TYPE_CHECKING:
    from collections.abc import Callable

# Frames of a fade: more look no smoother from a few metres, and cost an old computer more.
FRAME_MS: Final = 43


class Fade(QWidget):
    """Lies over a screen while it fades, and is hidden else. `close_fade()` ends it at once."""

    def __init__(self, parent: QWidget, clock: Callable[[], float]) -> None:
        """`clock` is monotonic, in seconds."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keep_for_the_eye(self)
        self._clock = clock
        self._before: QPixmap | None = None
        self._after: QPixmap | None = None
        self._began = 0.0
        self._lasts_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.hide()

    @property
    def runs(self) -> bool:
        """Whether it fades now."""
        return self._timer.isActive()

    def run(self, before: QPixmap, after: QPixmap, lasts_ms: int) -> None:
        """Show `before` becoming `after`; what lies under it shows when it is done."""
        self._before, self._after = before, after
        self._began, self._lasts_s = self._clock(), lasts_ms / 1000
        self.setGeometry(0, 0, after.width(), after.height())
        self.raise_()
        self.show()
        self._timer.start()

    def close_fade(self) -> None:
        """Show what lies under it, now."""
        self._timer.stop()
        self.hide()
        self._before = self._after = None

    def _on_frame(self) -> None:
        # The last frame is the screen itself: the fade never lasts longer than it may.
        if self._clock() - self._began + FRAME_MS / 1000 > self._lasts_s:
            self.close_fade()
        else:
            self._timer.start()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before is None or self._after is None:
            return
        done = (self._clock() - self._began + FRAME_MS / 2000) / self._lasts_s
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._before)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(min(max(done, 0.0), 1.0))
        painter.drawPixmap(0, 0, self._after)
        painter.end()
