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


class Poster(Control):
    """Attract's large flat area: a topic's title, kernel and picture; touching it opens it."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.title = ""
        self.kernel = ""
        self.picture: Picture | None = None

    def show_topic(self, title: str, kernel: str, accent: str, picture: Picture | None) -> None:
        """Show a topic's kernel as a poster."""
        self.title, self.kernel, self.picture = title, kernel, picture
        self.set_accent(accent)
        self.set_words(f"{title}\n{kernel}" if title else kernel)

    def skin(self) -> Skin:
        ground = self.look.colour("panel", self.accent)
        ink = self.look.colour("on_panel")
        return Skin(ground, ground, ink, ground, ink, 0)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.fillRect(box, self.skin().ground)
        metrics = self.look.metrics
        pad = metrics.margin + metrics.mm(4)
        if metrics.portrait:
            room = QRectF(pad, metrics.top, box.width() - 2 * pad, box.height() - 2 * metrics.top)
            self._paint_stacked(painter, room, ink)
        else:
            self._paint_beside(painter, box, pad, ink)

    def _flows(self, width: int, height: int) -> tuple[Flow, Flow]:
        kind, look = self.look.type, self.look
        title = Flow((paragraph(self.title),), Style.of(look.font(kind.label, STRONG), 1.2), width)
        room = height - title.height - look.metrics.mm(4)
        kernel = self._kernel(kind.poster, width)
        for px in range(kind.poster, kind.smallest - 1, -2):
            kernel = self._kernel(px, width)
            if kernel.height <= room and not kernel.broken_word:
                break
        return title, kernel

    def _kernel(self, px: int, width: int) -> Flow:
        return Flow((paragraph(self.kernel),), Style.of(self.look.font(px, HEAVY), 1.22), width)

    def _paint_beside(self, painter: QPainter, box: QRectF, pad: int, ink: QColor) -> None:
        metrics = self.look.metrics
        share = 7 if self.picture is not None else 12
        width = (
            metrics.column_x(share) - pad - metrics.gutter
            if share < 12
            else round(box.width() - 2 * pad)
        )
        top = metrics.top + metrics.mm(3)
        title, kernel = self._flows(width, round(box.height()) - 2 * top)
        gap = metrics.mm(4)
        y = max(top, (box.height() - title.height - gap - kernel.height) / 2)
        title.paint(painter, pad, y, ink)
        kernel.paint(painter, pad, y + title.height + gap, ink)
        x = metrics.column_x(share)
        self._paint_picture(painter, QRectF(x, top, box.width() - x - pad, box.height() - 2 * top))

    def _paint_stacked(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        width = round(room.width())
        gap = self.look.metrics.mm(4)
        title, kernel = self._flows(width, round(room.height() * 0.62))
        y = room.bottom() - title.height - gap - kernel.height
        title.paint(painter, room.x(), y, ink)
        kernel.paint(painter, room.x(), y + title.height + gap, ink)
        self._paint_picture(painter, QRectF(room.x(), room.y(), width, y - gap - room.y()))

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if self.picture is None or box.height() < self.look.metrics.mm(25):
            return
        colours = self.look.theme.drawing(self.accent)
        size = QSize(round(box.width()), round(box.height()))
        pixmap = self.look.kit.drawings.pixmap(self.picture.path, size, colours)
        x = box.x() + (box.width() - pixmap.width()) / 2
        y = box.y() + (box.height() - pixmap.height()) / 2
        painter.drawPixmap(QPointF(x, y), pixmap)
