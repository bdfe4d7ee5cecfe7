"""Cards: a topic's face on home and result, the quiz card, and the poster of attract."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Picture
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control, Skin, card_skin, plate_skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph

# Line height of titles on cards (LOOK.md, Type).
TITLE_LINE = 1.15
# Under this height a picture on a card says nothing, in mm.
SMALLEST_PICTURE_MM = 16.0


def card_pad(look: Look) -> int:
    """The room between a card's edge and its title, in px."""
    return look.metrics.mm(4.0)


def title_style(look: Look, px: int) -> Style:
    """How the title of a card is set."""
    return Style.of(look.font(px, STRONG), TITLE_LINE, balanced=True)


class TopicCard(Control):
    """A topic: its drawing above its title; the drawing gives way to the words."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.px = look.type.label
        self.picture: Picture | None = None
        self.icon_name = ""
        self.pictured = True

    def show_topic(self, title: str, accent: str, picture: Picture | None, icon: str) -> None:
        """Show a topic's title, colour and drawing (its icon where it has no drawing)."""
        self.set_words(title)
        self.set_accent(accent)
        self.picture, self.icon_name = picture, icon

    def set_px(self, px: int) -> None:
        """The font size of the title."""
        self.px = px
        self.update()

    def skin(self) -> Skin:
        return card_skin(self.look, self.accent)

    def room_for_picture(self) -> int:
        """The height in px that the title leaves to the drawing."""
        pad = card_pad(self.look)
        return self.height() - self._title().height - 2 * pad - self.look.metrics.mm(2)

    def _title(self) -> Flow:
        width = self.width() - 2 * card_pad(self.look)
        return Flow((paragraph(self.words),), title_style(self.look, self.px), width)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        pad = card_pad(self.look)
        flow = self._title()
        if not self.pictured:
            flow.paint(painter, pad, (box.height() - flow.height) / 2, ink)
            return
        room = self.room_for_picture()
        self._paint_picture(painter, QRectF(pad, pad, box.width() - 2 * pad, room), ink)
        flow.paint(painter, pad, box.height() - pad - flow.height, ink)

    def _paint_picture(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        kit = self.look.kit
        side = round(box.height())
        if self.picture is None:
            kit.icons.paint(painter, self.icon_name, QRectF(box.x(), box.y(), side, side), ink)
            return
        colours = self.look.theme.drawing(self.accent)
        size = QSize(round(box.width()), side)
        pixmap = kit.drawings.pixmap(self.picture.path, size, colours)
        painter.drawPixmap(QPointF(box.x(), box.y()), pixmap)


def picture_all_or_none(cards: Sequence[TopicCard]) -> None:
    """Let every card show its drawing, or none where one of them has no room for it."""
    least = min((card.room_for_picture() for card in cards), default=0)
    for card in cards:
        card.pictured = least >= card.look.metrics.mm(SMALLEST_PICTURE_MM)
        card.update()


class QuizCard(Control):
    """The way to the quiz: a question mark on a warm disc, and words."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.px = look.type.label

    def set_px(self, px: int) -> None:
        """The font size of the words."""
        self.px = px
        self.update()

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=True)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        pad = card_pad(self.look)
        flat = box.height() < box.width() * 0.6
        side = min(box.height() - 2 * pad, mm(34))
        disc = QRectF(pad, (box.height() - side) / 2, side, side)
        x = disc.right() + mm(6) if flat else pad
        width = round(box.width() - x - pad)
        flow = Flow((paragraph(self.words),), title_style(self.look, self.px), width)
        if flat:
            flow.paint(painter, x, (box.height() - flow.height) / 2, ink)
        else:
            y = box.height() - pad - flow.height
            flow.paint(painter, x, y, ink)
            side = min(box.width() - 2 * pad, y - 2 * pad, mm(60))
            disc = QRectF(pad, pad, side, side)
        if disc.width() >= mm(SMALLEST_PICTURE_MM):
            self._paint_mark(painter, disc)

    def _paint_mark(self, painter: QPainter, disc: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("emblem"))
        painter.drawEllipse(disc)
        font = self.look.font(round(disc.height() * 0.72), HEAVY)
        painter.setFont(font)
        painter.setPen(self.look.colour("on_emblem"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")
