"""Controls with words: the shelf's buttons, doors, answers and the idle warning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control, Skin, card_skin, plate_skin, primary_skin
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.said import SaidControl

LETTER_STEPS = 4
# Room between a word and the edge of its button, and the side of an icon, in mm.
WORD_PAD_MM = 1.5
# The same where a word has room to be clear of the edge.
ROOMY_PAD_MM = 3.0
# Room that an icon leaves above itself and below its word, in mm.
ICON_RIM_MM = 2.5
ICON_MM = 11.5
LEAST_ICON_MM = 5.0
# The same of an offer on a page.
OFFER_PAD_MM = 6.0
OFFER_ICON_MM = 15.0


class WordButton(Control):
    """An icon and a word, centred: above one another where the control is not wide.

    `pad_mm`: the room between words and edge, where the words fit so.
    """

    pad_mm = WORD_PAD_MM

    def __init__(self, parent: QWidget, identifier: str, look: Look, icon: str = "") -> None:
        super().__init__(parent, identifier, look)
        self.icon_name = icon
        self.primary = False
        self.beside = False
        self.dots: int | None = None

    def set_dots(self, step: int | None) -> None:
        """Four dots beside the icon, the one of `step` (from 0) filled; None for no dots."""
        if step != self.dots:
            self.dots = step
            self.update()

    def skin(self) -> Skin:
        return primary_skin(self.look, self.accent) if self.primary else plate_skin(self.look)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        icon = self.look.metrics.mm(ICON_MM)
        if self.beside:
            self._paint_beside(painter, box, ink, icon)
            return
        flow, pad = self.set_words_in(box)
        gap = self.look.metrics.mm(1.5)
        rims = 2 * self.look.metrics.mm(ICON_RIM_MM)
        icon = min(icon, round(box.height()) - flow.height - gap - rims)
        if icon < self.look.metrics.mm(LEAST_ICON_MM):
            flow.paint(painter, pad, (box.height() - flow.height) / 2, ink)
            return
        y = (box.height() - icon - gap - flow.height) / 2
        self._paint_icon_row(painter, QRectF(0, y, box.width(), icon), ink)
        flow.paint(painter, pad, y + icon + gap, ink)

    def set_words_in(self, box: QRectF) -> tuple[Flow, int]:
        """The words as they are set in a box, and how far from its sides, in px."""
        style = Style.of(self.look.font(self.px, STRONG), 1.15, balanced=True, centred=True)
        for pad_mm in (self.pad_mm, WORD_PAD_MM):
            pad = self.look.metrics.mm(pad_mm)
            flow = Flow((paragraph(self.words),), style, round(box.width()) - 2 * pad)
            if not flow.broken_word and flow.height <= box.height() - 2 * pad:
                break
        return flow, pad

    def _paint_icon_row(self, painter: QPainter, row: QRectF, ink: QColor) -> None:
        size = row.height()
        if self.dots is None:
            square = QRectF(row.center().x() - size / 2, row.y(), size, size)
            self.look.kit.icons.paint(painter, self.icon_name, square, ink)
            return
        dot = self.look.metrics.mm(3.2)
        step = dot * 1.55
        whole = size + dot + LETTER_STEPS * step
        x = row.center().x() - whole / 2
        square = QRectF(x, row.y(), size, size)
        self.look.kit.icons.paint(painter, self.icon_name, square, ink)
        x += size + dot
        for number in range(LETTER_STEPS):
            centre = QPointF(x + number * step + dot / 2, row.center().y())
            paint_dot(painter, centre, dot / 2, ink, filled=number == self.dots)

    def _paint_beside(self, painter: QPainter, box: QRectF, ink: QColor, icon: int) -> None:
        font = self.look.font(self.px, STRONG)
        metrics = QFontMetricsF(font)
        gap = self.look.metrics.mm(4) if self.icon_name else 0
        icon = icon if self.icon_name else 0
        wide = metrics.horizontalAdvance(self.words)
        x = (box.width() - icon - gap - wide) / 2
        square = QRectF(x, (box.height() - icon) / 2, icon, icon)
        self.look.kit.icons.paint(painter, self.icon_name, square, ink)
        painter.setFont(font)
        painter.setPen(ink)
        baseline = (box.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(x + icon + gap, baseline), self.words)

    def fit_beside(self, width: int) -> int:
        """The largest font size at which icon and word stand beside one another in a width."""
        mm = self.look.metrics.mm
        room = width - 2 * mm(3) - (mm(ICON_MM) + mm(4) if self.icon_name else 0)
        for px in reversed(self.look.label_sizes):
            if QFontMetricsF(self.look.font(px, STRONG)).horizontalAdvance(self.words) <= room:
                return px
        return self.look.metrics.floor


def roomy_px(look: Look, words: Sequence[str], width: int, height: int) -> int:
    """The largest letters in px at which all words fit clear of the sides of a control.

    Before they would be under the smallest lawful ones (access.md V1), words come near the edge,
    and no nearer than those letters need.
    """
    style = Style.of(look.font(look.type.label, STRONG), 1.15, balanced=True)
    sizes, smallest = look.label_sizes, look.metrics.smallest
    px = largest_px(
        sizes, words, room=(width - 2 * look.metrics.mm(ROOMY_PAD_MM), height), make=style
    )
    if px >= smallest:
        return px
    room = (width - 2 * look.metrics.mm(WORD_PAD_MM), height)
    return largest_px([one for one in sizes if one <= smallest], words, room=room, make=style)


def paint_dot(
    painter: QPainter, centre: QPointF, radius: float, ink: QColor, *, filled: bool
) -> None:
    """A dot, filled or as a ring."""
    wide = max(1.5, radius / 3)
    painter.setPen(QPen(ink, wide))
    painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius - wide / 2, radius - wide / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class DoorButton(WordButton):
    """A door of attract: it looks as the pages behind it will look."""

    def __init__(self, parent: QWidget, identifier: str, look: Look, *, other: bool) -> None:
        super().__init__(parent, identifier, look)
        self.beside = True
        self.other = other

    def skin(self) -> Skin:
        plain = plate_skin(self.look)
        if not self.other:
            return plain
        return plain._replace(
            ground=self.look.colour("other_ground"), ink=self.look.colour("other_ink")
        )


class AnswerButton(SaidControl):
    """An answer: a large plate with a strong edge and its words at the leading side."""

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=True)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        pad = answer_pad(self.look)
        style = Style.of(self.look.font(self.px, STRONG), 1.25)
        flow = Flow((paragraph(self.words),), style, round(box.width()) - 2 * pad)
        flow.paint(painter, pad, (box.height() - flow.height) / 2, ink, self.mark)


def answer_pad(look: Look) -> int:
    """The room between an answer's edge and its words, in px."""
    return look.metrics.mm(7)


class OfferButton(SaidControl):
    """An icon on the accent and words beside it: what a page offers below its text."""

    def __init__(self, parent: QWidget, identifier: str, look: Look, icon: str) -> None:
        super().__init__(parent, identifier, look)
        self.icon_name = icon

    def skin(self) -> Skin:
        return card_skin(self.look, self.accent)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        side = mm(OFFER_ICON_MM)
        square = QRectF(mm(OFFER_PAD_MM), (box.height() - side) / 2, side, side)
        self.look.kit.icons.paint(painter, self.icon_name, square, ink)
        x = beside_icon(self.look)
        style = Style.of(self.look.font(self.px, STRONG), 1.15, balanced=True)
        flow = Flow((paragraph(self.words),), style, round(box.width()) - x - mm(OFFER_PAD_MM))
        flow.paint(painter, x, (box.height() - flow.height) / 2, ink, self.mark)


def beside_icon(look: Look) -> int:
    """Where the words of an offer begin, in px from its edge."""
    return look.metrics.mm(2 * OFFER_PAD_MM + OFFER_ICON_MM)


class StayButton(Control):
    """The idle warning: as wide as the shelf, with dots that run out."""

    DOTS = 6

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look)
        self.left = self.DOTS
        self.px = look.type.label

    def set_left(self, left: int) -> None:
        """How many dots are still filled."""
        if left != self.left:
            self.left = left
            self.update()

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=True)._replace(
            ground=self.look.colour("wrong_ground"),
            edge=self.look.colour("wrong_edge"),
            ink=self.look.colour("wrong_ink"),
        )

    def dots_width(self) -> int:
        """The width of the dots with the room around them, in px."""
        return self.look.metrics.mm(self.DOTS * 9 + 10)

    def text_width(self) -> int:
        """The width that the words have, in px."""
        pad = self.look.metrics.mm(8)
        stacked = self.width() < self.look.metrics.mm(300)
        return self.width() - 2 * pad - (0 if stacked else self.dots_width())

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        pad = mm(8)
        style = Style.of(self.look.font(self.px, STRONG), 1.2)
        flow = Flow((paragraph(self.words),), style, self.text_width())
        stacked = self.text_width() == self.width() - 2 * pad
        row = mm(7)
        if stacked:
            y = (box.height() - flow.height - mm(4) - row) / 2
            flow.paint(painter, pad, y, ink)
            x, middle = pad + mm(3.5), y + flow.height + mm(4) + row / 2
        else:
            flow.paint(painter, pad, (box.height() - flow.height) / 2, ink)
            x, middle = box.width() - self.dots_width() + mm(5), box.height() / 2
        edge = self.look.colour("wrong_edge")
        for number in range(self.DOTS):
            centre = QPointF(x + number * mm(9), middle)
            paint_dot(painter, centre, row / 2, edge, filled=number < self.left)
