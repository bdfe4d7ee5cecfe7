"""The ring that fills while staff hold a corner of the glass."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QWidget

from kiosk.ui.theme.look import Look

# Around a fingertip, which covers some 20 mm: the ring must show beside it.
RING_MM = 34.0
WIDE_MM = 3.0
_TURN = 360 * 16  # Qt counts sixteenths of a degree


class Ring(QFocusFrame):
    """Lies over whatever shows, takes no input, and says nothing to a screen reader.

    A `QFocusFrame` because Qt leaves that out of the accessibility tree and of the mouse; it is
    given no widget to frame.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self.progress = 0.0
        self.hide()

    def show_at(self, look: Look, x_mm: float, y_mm: float, progress: float) -> None:
        """Show it around a place of the glass, full from 0 to 1."""
        scale = look.metrics.px_per_mm
        side = round(RING_MM * scale)
        self._look = look
        self.progress = progress
        self.setGeometry(round(x_mm * scale - side / 2), round(y_mm * scale - side / 2), side, side)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self._look.metrics.px_per_mm
        wide = WIDE_MM * scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        # A band of paper with an edge of ink shows on every ground; ink fills it clockwise.
        ink, paper = self._look.colour("ink"), self._look.colour("paper")
        painter.setPen(QPen(ink, wide + 2 * self._look.metrics.line))
        painter.drawEllipse(box)
        painter.setPen(QPen(paper, wide))
        painter.drawEllipse(box)
        pen = QPen(ink, wide + self._look.metrics.line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, _TURN // 4, -round(_TURN * self.progress))
        painter.end()
