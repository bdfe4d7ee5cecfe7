"""A light that follows the finger over the slide, while all else is dim."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.widgets.decoration import keep_for_the_eye

_RADIUS_EM = 2.1
_DIM = 0.74


class Spotlight(QWidget):
    """Dims the wall but for a disc around a point; hidden while nobody points."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keep_for_the_eye(self)
        self._wall: Wall | None = None
        self._at = QPointF()
        self.hide()

    def light(self, wall: Wall, x: float, y: float) -> None:
        """Light what lies around a point of the window, in px."""
        self._wall, self._at = wall, QPointF(x, y)
        self.setGeometry(0, 0, wall.width, wall.look.metrics.height)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wall is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = QPainterPath()
        dark.addRect(self.rect())
        disc = QPainterPath()
        radius = self._wall.em(_RADIUS_EM)
        disc.addEllipse(self._at, radius, radius)
        colour = self._wall.look.colour("cover_black")
        colour.setAlphaF(_DIM)
        painter.fillPath(dark.subtracted(disc), colour)
        painter.end()
