"""A picture of a code of return, and the toggle that chooses it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.paths import resource
from kiosk.ui.theme.drawings import Drawings
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control, Skin, card_skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph

# All nine have one accent: it is their shape that tells them apart.
ACCENT = "petrol"
PAD_MM = 2.5
GAP_MM = 1.0
BADGE_MM, BADGE_PAD_MM = 9.0, 4.0
CHOSEN_EDGE_MM, RIM_MM = 2.0, 1.5
LINE = 1.15

# The name of each picture, as a key of the interface's words.
NAMES = {
    "tree": "picture.tree",
    "fish": "picture.fish",
    "sun": "picture.sun",
    "house": "picture.house",
    "bicycle": "picture.bicycle",
    "boat": "picture.boat",
    "key": "picture.key",
    "cup": "picture.cup",
    "book": "picture.book",
}


def name_of(picture: str, look: Look) -> str:
    """What a picture shows, in the language shown."""
    return look.strings(NAMES[picture])


def code_drawings() -> Drawings:
    """Where the nine drawings come from; one that is missing is left out, its name stays."""
    return Drawings(_find, most=len(NAMES))


def drawn(drawings: Drawings, picture: str, look: Look, side: int) -> QPixmap:
    """The drawing of a picture, at most `side` px on each side."""
    return drawings.pixmap(picture, QSize(side, side), look.theme.drawing(ACCENT))


def _find(picture: str) -> Path:
    return resource(f"pictures/{picture}.svg")


class PictureCard(Control):
    """A real toggle: a drawing with its name below it; a tick and a thick edge while chosen.

    `touched()`: a finger, a key or a screen reader wants it chosen, or no longer.
    """

    touched = Signal()

    def __init__(self, parent: QWidget, picture: str, look: Look, drawings: Drawings) -> None:
        super().__init__(parent, f"return.picture.{picture}", look)
        self.picture = picture
        self._drawings = drawings
        self.setCheckable(True)
        self.set_accent(ACCENT)
        self.clicked.connect(self.touched)
        # What assistive technology calls "toggle" turns the state itself, and clicks nothing.
        self.toggled.connect(self.touched)

    def show_chosen(self, chosen: bool) -> None:
        """Show whether it is chosen."""
        self.blockSignals(True)
        self.setChecked(chosen)
        self.blockSignals(False)

    def nextCheckState(self) -> None:
        """Nothing: what is chosen is decided elsewhere, and told by `show_chosen`."""

    def skin(self) -> Skin:
        skin = card_skin(self.look, self.accent)
        if not self.isChecked():
            return skin
        look = self.look
        return skin._replace(edge=look.colour("emblem"), edge_px=look.metrics.mm(CHOSEN_EDGE_MM))

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        pad = mm(PAD_MM)
        style = Style.of(self.look.font(self.px, STRONG), LINE, centred=True)
        flow = Flow((paragraph(self.words),), style, round(box.width()) - 2 * pad)
        y = box.height() - pad - flow.height
        flow.paint(painter, pad, y, ink)
        # Clear of the edge that a chosen picture gets, so that it stays where it is.
        rim = mm(CHOSEN_EDGE_MM + RIM_MM)
        side = round(min(y - mm(GAP_MM) - rim, box.width() - 2 * pad))
        pixmap = drawn(self._drawings, self.picture, self.look, side)
        if not pixmap.isNull():
            x = (box.width() - pixmap.width()) / 2
            painter.drawPixmap(QPointF(x, rim + (side - pixmap.height()) / 2), pixmap)
        if self.isChecked():
            self._paint_tick(painter, QPointF(box.width(), 0))

    def _paint_tick(self, painter: QPainter, corner: QPointF) -> None:
        side, pad = self.look.metrics.mm(BADGE_MM), self.look.metrics.mm(BADGE_PAD_MM)
        disc = QRectF(corner.x() - pad - side, corner.y() + pad, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("emblem"))
        painter.drawEllipse(disc)
        pen = QPen(self.look.colour("on_emblem"), side * 0.13)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((0.27, 0.53), (0.44, 0.69), (0.74, 0.35))
        painter.drawPolyline(
            QPolygonF([QPointF(disc.x() + x * side, disc.y() + y * side) for x, y in points])
        )
