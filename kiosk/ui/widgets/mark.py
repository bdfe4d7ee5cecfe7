"""The verdict's shape: a filled disc with a tick, or an outlined square with a cross."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect


def paint_panel(painter: QPainter, look: Look, box: Rect, ground: str, edge: str) -> None:
    """A flat area with an edge, in two roles of the theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = look.metrics.strong_line
    painter.setPen(QPen(look.colour(edge), wide))
    painter.setBrush(look.colour(ground))
    half = wide / 2
    area = QRectF(box.x, box.y, box.width, box.height).adjusted(half, half, -half, -half)
    radius = look.metrics.radius - half
    painter.drawRoundedRect(area, radius, radius)


def paint_verdict_mark(painter: QPainter, look: Look, box: Rect, *, right: bool) -> None:
    """Right and not right differ in shape, filling and sign, so that no colour is needed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(box.x, box.y, box.width, box.height)
    side = area.width()
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setWidthF(side * 0.11)

    def at(x: float, y: float) -> QPointF:
        return QPointF(area.x() + x * side, area.y() + y * side)

    if right:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("right_shape"))
        painter.drawEllipse(area)
        pen.setColor(look.colour("right_ground"))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([at(0.27, 0.53), at(0.44, 0.69), at(0.74, 0.35)]))
        return
    pen.setColor(look.colour("wrong_shape"))
    pen.setWidthF(side * 0.08)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rim = side * 0.04
    corner = side * 0.13
    painter.drawRoundedRect(area.adjusted(rim, rim, -rim, -rim), corner, corner)
    pen.setWidthF(side * 0.11)
    painter.setPen(pen)
    painter.drawLine(at(0.33, 0.33), at(0.67, 0.67))
    painter.drawLine(at(0.67, 0.33), at(0.33, 0.67))
