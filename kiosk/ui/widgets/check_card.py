"""A card that is chosen or not: a tick in a box, a title and a line below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control, Skin, card_skin, plate_skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.held import NO_BREAK

PAD_MM = 4.0
BOX_MM = 9.0
GAP_MM = 3.0
LINE = 1.15


class CheckCard(Control):
    """A real toggle; filled with its topic's colour while chosen, a plain plate otherwise.

    `marked` draws the edge of the card that was touched last: what moves, when moving is asked.
    """

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.setCheckable(True)
        self.px = look.type.label
        self.marked = False
        self._title = ""
        self._below = ""

    def show_texts(self, title: str, below: str) -> None:
        """The title, and the line below it ("" for none); both are the accessible name."""
        self._title, self._below = title, below
        words = f"{title}\n{below}" if below else title
        self.set_words(words.replace(NO_BREAK, " "))

    def set_px(self, px: int) -> None:
        """The font size of both."""
        self.px = px
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: what is chosen is decided elsewhere, and told by `setChecked`."""

    def skin(self) -> Skin:
        look = self.look
        skin = card_skin(look, self.accent) if self.isChecked() else plate_skin(look)
        if not self.marked:
            return skin
        return skin._replace(edge=look.colour("emblem"), edge_px=look.metrics.mm(2.0))

    def text_width(self) -> int:
        """The width that the words have, in px."""
        mm = self.look.metrics.mm
        return self.width() - 2 * mm(PAD_MM) - mm(BOX_MM) - mm(GAP_MM)

    def flows(self, px: int) -> tuple[Flow, ...]:
        """Title and line, set at a font size in px."""
        weights = ((self._title, STRONG), (self._below, REGULAR))
        return tuple(
            Flow(
                (paragraph(text),),
                Style.of(self.look.font(px, weight), LINE),
                self.text_width(),
            )
            for text, weight in weights
            if text
        )

    def fits(self, px: int) -> bool:
        """Whether everything fits at a font size, without breaking a word."""
        flows = self.flows(px)
        room = self.height() - 2 * self.look.metrics.mm(2.5)
        high = sum(flow.height for flow in flows)
        return high <= room and not any(flow.broken_word for flow in flows)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        side = mm(BOX_MM)
        square = QRectF(mm(PAD_MM), (box.height() - side) / 2, side, side)
        self._paint_box(painter, square, ink)
        flows = self.flows(self.px)
        x = square.right() + mm(GAP_MM)
        y = (box.height() - sum(flow.height for flow in flows)) / 2
        for flow in flows:
            flow.paint(painter, x, y, ink)
            y += flow.height

    def _paint_box(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        wide = self.look.metrics.line * 1.4
        pen = QPen(ink, wide)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half, corner = wide / 2, box.width() * 0.16
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), corner, corner)
        if not self.isChecked():
            return
        pen.setWidthF(wide * 1.5)
        painter.setPen(pen)
        points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
        side = box.width()
        tick = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in points]
        painter.drawPolyline(QPolygonF(tick))


def fit_cards(cards: list[CheckCard]) -> None:
    """Give cards of one size the largest letters at which all their words fit."""
    if not cards:
        return
    sizes = cards[0].look.label_sizes
    px = next((px for px in reversed(sizes) if all(card.fits(px) for card in cards)), sizes[0])
    for card in cards:
        card.set_px(px)
