"""A bar of blocks that shows how much of something there is; looked at, not pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect

BLOCKS = 10


class Bar(QWidget):
    """Ten blocks, the first of them filled. What it says stands in words beside it."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier(identifier)
        self.look = look
        self._filled = 0

    def show_share(self, percent: int, words: str) -> None:
        """Fill as many blocks as tens in `percent`, rounded; `words` are its accessible name."""
        self._filled = round(percent * BLOCKS / 100)
        self.setAccessibleName(words)
        self.update()

    def place(self, box: Rect) -> None:
        """Put the bar in a rectangle."""
        self.setGeometry(box.x, box.y, box.width, box.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.look.metrics
        gap, line = metrics.mm(2), metrics.line
        wide = (self.width() - (BLOCKS - 1) * gap) / BLOCKS
        painter.setPen(QPen(self.look.colour("ink"), line))
        for number in range(BLOCKS):
            filled = number < self._filled
            painter.setBrush(self.look.colour("ink") if filled else Qt.BrushStyle.NoBrush)
            box = QRectF(number * (wide + gap), 0, wide, self.height())
            painter.drawRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        painter.end()
