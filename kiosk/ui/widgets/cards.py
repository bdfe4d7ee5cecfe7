"""Cards: a topic's face on home and result, the quiz card, and the poster of attract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Picture
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.control import Skin, card_skin, plate_skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.said import SaidControl

# Line height of titles on cards (LOOK.md, Type).
TITLE_LINE = 1.15
Placement = Literal["none", "above", "beside"]
_PLACEMENTS: Final[tuple[Placement, ...]] = ("above", "beside")
# Under this height a picture on a card says nothing, in mm.
SMALLEST_PICTURE_MM = 16.0
# The question mark of a flat quiz card, the largest first, and its distance from the words.
MARKS_MM: Final = (34.0, 26.0, SMALLEST_PICTURE_MM)
MARK_GAP_MM = 6.0
# A title with a drawing beside it leaves it this width.
BESIDE_MM = 26.0
# The bookmark of "Ik was hier al": its side, and how much of it is empty at its left.
RETURN_ICON_MM = 22.0
# Under this side it looks like a speck.
LEAST_BOOKMARK_MM = 9.0
ICON_MARGIN = 5 / 24


def card_pad(look: Look) -> int:
    """The room between a card's edge and its title, in px."""
    return look.metrics.mm(4.0)


def title_style(look: Look, px: int) -> Style:
    """How the title of a card is set."""
    return Style.of(look.font(px, STRONG), TITLE_LINE, balanced=True)


class TopicCard(SaidControl):
    """A topic: its title, and its drawing above it or beside it, where the title leaves room."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.picture: Picture | None = None
        self.icon_name = ""
        self.drawing: Placement = "above"
        self.drawing_px: float | None = None

    def show_topic(self, title: str, accent: str, picture: Picture | None, icon: str) -> None:
        """Show a topic's title, colour and drawing (its icon where it has no drawing)."""
        self.set_words(title)
        self.set_accent(accent)
        self.picture, self.icon_name = picture, icon

    def skin(self) -> Skin:
        return card_skin(self.look, self.accent)

    @property
    def pictured(self) -> bool:
        """Whether there is room for the drawing."""
        return self.drawing != "none"

    def room(self, placement: Placement) -> QRectF:
        """What the title leaves to the drawing above it, or at its trailing side, in px."""
        pad, mm = card_pad(self.look), self.look.metrics.mm
        title = self._title(placement)
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        if placement == "above":
            room = inner.adjusted(0, 0, 0, -title.height - mm(2))
            if self.drawing_px is not None:
                room.setHeight(min(room.height(), self.drawing_px))
            return room
        more_lines = title.lines > max(2, self._title("above").lines)
        if more_lines or title.broken_word or title.height > inner.height():
            return QRectF()
        return inner.adjusted(title.widest + mm(4), 0, 0, 0)

    def _title(self, placement: Placement) -> Flow:
        width = self.width() - 2 * card_pad(self.look)
        if placement == "beside":
            width -= self.look.metrics.mm(BESIDE_MM + 4)
        return Flow((paragraph(self.words),), title_style(self.look, self.px), width)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        pad = card_pad(self.look)
        flow = self._title(self.drawing)
        y = (box.height() - flow.height) / 2
        if self.drawing == "above":
            y = box.height() - pad - flow.height
        flow.paint(painter, pad, y, ink, self.mark)
        if self.drawing != "none":
            self._paint_picture(painter, self.room(self.drawing), ink)

    def _paint_picture(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Paint the drawing at the leading side above the title, in the middle beside it."""
        kit = self.look.kit
        beside = self.drawing == "beside"
        if self.picture is None:
            side = min(box.width(), box.height())
            place = QRectF(box.x(), box.y(), side, side)
            if beside:
                place.moveCenter(box.center())
            kit.icons.paint(painter, self.icon_name, place, ink)
            return
        colours = self.look.theme.drawing(self.accent)
        size = QSize(round(box.width()), round(box.height()))
        pixmap = kit.drawings.pixmap(self.picture.path, size, colours)
        place = QRectF(pixmap.rect())
        place.moveTopLeft(box.topLeft())
        if beside:
            place.moveCenter(box.center())
        painter.drawPixmap(place.topLeft(), pixmap)


def place_drawings(cards: Sequence[TopicCard]) -> None:
    """Let every card show its drawing where all have most room for it, or none."""
    best: Placement = "none"
    most = 0.0
    for card in cards:
        card.drawing_px = None
    if cards:
        most = cards[0].look.metrics.mm(SMALLEST_PICTURE_MM)
        for placement in _PLACEMENTS:
            rooms = [card.room(placement) for card in cards]
            least = min(min(room.width(), room.height()) for room in rooms)
            if least >= most:
                best, most = placement, least
    # A short title leaves its card more room, but drawings in a row are of one height.
    lowest = min((card.room("above").height() for card in cards), default=0.0)
    for card in cards:
        card.drawing = best
        card.drawing_px = lowest if best == "above" else None
        card.update()


def is_flat(width: int, height: int) -> bool:
    """Whether the quiz's words stand beside its question mark, not below."""
    return height < width * 0.6


def quiz_mark(look: Look, width: int, height: int, words: str) -> int:
    """The side in px of the question mark beside the words of a flat card.

    It gives way before they are smaller than is lawful (access.md V1); 0: it gives up its place.
    """
    pad, mm = card_pad(look), look.metrics.mm
    style = title_style(look, look.metrics.smallest)
    for least in MARKS_MM:
        side = min(height - 2 * pad, mm(least))
        flow = Flow((paragraph(words),), style, width - 2 * pad - side - mm(MARK_GAP_MM))
        if not flow.broken_word and flow.height <= height - 2 * pad:
            return side
    return 0


class ReturnCard(WordButton):
    """The way back to a place: it stands with the quiz card, and is set as that is."""

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=True)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        flow, x, y, icon = self._spots(box)
        flow.paint(painter, x, y, ink)
        if icon.height() >= self.look.metrics.mm(LEAST_BOOKMARK_MM):
            self.look.kit.icons.paint(painter, self.icon_name, icon, ink)

    def icon_box(self) -> QRectF:
        """Where its icon stands, in px; what is too low is left out."""
        return self._spots(QRectF(self.rect()))[-1]

    def _spots(self, box: QRectF) -> tuple[Flow, float, float, QRectF]:
        """The words, their place, and that of the icon: above them, else beside them."""
        pad, mm = card_pad(self.look), self.look.metrics.mm
        side = float(mm(RETURN_ICON_MM))
        flow = self._flow(box.width() - 2 * pad)
        x, y, top = float(pad), box.height() - pad - flow.height, float(pad)
        above = min(side, y - pad - mm(2))
        flat = is_flat(round(box.width()), round(box.height()))
        if flat or above < mm(SMALLEST_PICTURE_MM):
            # The empty edges of the icon are no part of it.
            taken = side * (1 - 2 * ICON_MARGIN) + mm(MARK_GAP_MM if flat else 4)
            beside = self._flow(box.width() - 2 * pad - taken)
            fits = not beside.broken_word and beside.height <= box.height() - pad
            if fits:
                flow, x = beside, pad + taken
            else:
                side = 0.0 if flat else above
            if flat or fits:
                y, top = (box.height() - flow.height) / 2, (box.height() - side) / 2
        else:
            side = above
        # An icon has an empty edge: its line stands where the words of the quiz begin.
        return flow, x, y, QRectF(pad - side * ICON_MARGIN, top, side, side)

    def _flow(self, width: float) -> Flow:
        return Flow((paragraph(self.words),), title_style(self.look, self.px), round(width))


class QuizCard(SaidControl):
    """The way to the quiz: a question mark on a warm disc, and words."""

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=True)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        pad = card_pad(self.look)
        size = (round(box.width()), round(box.height()))
        flat = is_flat(*size)
        side = quiz_mark(self.look, *size, self.words)
        disc = QRectF(pad, (box.height() - side) / 2, side, side)
        x = disc.right() + mm(MARK_GAP_MM) if flat and side else pad
        width = round(box.width() - x - pad)
        flow = Flow((paragraph(self.words),), title_style(self.look, self.px), width)
        if flat:
            flow.paint(painter, x, (box.height() - flow.height) / 2, ink, self.mark)
        else:
            y = box.height() - pad - flow.height
            flow.paint(painter, x, y, ink, self.mark)
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
