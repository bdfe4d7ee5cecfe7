"""Attract's poster: a large flat area that is looked at, and the control on it that is touched."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Picture
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.control import Control, Skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph


class Poster(Control):
    """What a touch of the poster means. It shows nothing of its own but that it is pressed.

    Its words are those of the panel under it. It lies within reach and off the edge of the
    glass, as every control does (access.md R1, M2); the panel need not.
    """

    def skin(self) -> Skin:
        ground = self.look.colour("panel", self.accent)
        ink = self.look.colour("on_panel")
        return Skin(ground, ground, ink, ground, ink, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isDown():
            wide = 2 * self.look.metrics.strong_line
            painter.setPen(QPen(self.skin().ink, wide))
            half = wide / 2
            radius = self.look.metrics.radius
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        self.paint_focus(painter, box)
        painter.end()


class _Way(NamedTuple):
    """One way to set the words: in so many columns, with a rim of `top` px above and below."""

    columns: int
    top: int
    title: Flow
    kernel: Flow


class PosterPanel(QWidget):
    """A topic's title, kernel and picture on its colour."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier("attract.poster")
        self.look = look
        self.accent = ""
        self.title = ""
        self.kernel = ""
        self.picture: Picture | None = None

    def show_topic(self, title: str, kernel: str, accent: str, picture: Picture | None) -> None:
        """Show a topic's kernel as a poster."""
        self.title, self.kernel, self.accent, self.picture = title, kernel, accent, picture
        self.update()

    def place(self, box: Rect) -> None:
        """Put the panel in a rectangle."""
        self.setGeometry(box.x, box.y, box.width, box.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ink = self.look.colour("on_panel")
        painter.fillRect(box, self.look.colour("panel", self.accent))
        metrics = self.look.metrics
        pad = self._pad
        if metrics.portrait:
            room = QRectF(pad, metrics.top, box.width() - 2 * pad, box.height() - 2 * metrics.top)
            self._paint_stacked(painter, room, ink)
        else:
            self._paint_beside(painter, box, ink)
        painter.end()

    def words_fit(self) -> bool:
        """Whether title and kernel stand on the panel without being cut."""
        box, metrics = self.rect(), self.look.metrics
        if metrics.portrait:
            title, kernel = self._flows(
                box.width() - 2 * self._pad, round(0.62 * (box.height() - 2 * metrics.top))
            )
            room = box.height() - 2 * metrics.top
        else:
            way = self._way(box.width(), box.height())
            title, kernel, room = way.title, way.kernel, box.height() - 2 * way.top
        return not kernel.broken_word and title.height + self._gap + kernel.height <= room

    @property
    def _pad(self) -> int:
        return self.look.metrics.margin + self.look.metrics.mm(4)

    @property
    def _gap(self) -> int:
        return self.look.metrics.mm(4)

    def _flows(self, width: int, height: int, *, titled: bool = True) -> tuple[Flow, Flow]:
        kind, look = self.look.type, self.look
        style = Style.of(look.font(kind.label, STRONG), 1.2)
        title = Flow((paragraph(self.title),) if titled else (), style, width)
        room = height - title.height - self._gap
        kernel = self._kernel(kind.poster, width)
        for px in range(kind.poster, kind.smallest - 1, -2):
            kernel = self._kernel(px, width)
            if kernel.height <= room and not kernel.broken_word:
                break
        return title, kernel

    def _kernel(self, px: int, width: int) -> Flow:
        return Flow((paragraph(self.kernel),), Style.of(self.look.font(px, HEAVY), 1.22), width)

    def _way(self, wide: int, high: int) -> _Way:
        """How the words are set beside the picture.

        Under a band on low glass the rim gives way, then the picture, then the title: a kernel
        is complete by itself.
        """
        metrics = self.look.metrics
        share = 7 if self.picture is not None else 12
        top, tight = metrics.top + metrics.mm(3), metrics.mm(4)
        ways = ((share, top, True), (share, tight, True), (12, tight, True), (12, tight, False))
        way: _Way | None = None
        for columns, rim, titled in ways:
            width = wide - 2 * self._pad
            if columns < 12:
                width = metrics.column_x(columns) - self._pad - metrics.gutter
            title, kernel = self._flows(width, high - 2 * rim, titled=titled)
            way = _Way(columns, rim, title, kernel)
            if title.height + self._gap + kernel.height <= high - 2 * rim:
                break
        assert way is not None, "there are ways"
        return way

    def _paint_beside(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        way = self._way(round(box.width()), round(box.height()))
        pad, gap = self._pad, self._gap
        high = way.title.height + gap + way.kernel.height
        y = max(way.top, (box.height() - high) / 2)
        way.title.paint(painter, pad, y, ink)
        way.kernel.paint(painter, pad, y + way.title.height + gap, ink)
        if way.columns == 12:
            return
        x = self.look.metrics.column_x(way.columns)
        room = QRectF(x, way.top, box.width() - x - pad, box.height() - 2 * way.top)
        self._paint_picture(painter, room)

    def _paint_stacked(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        width = round(room.width())
        gap = self._gap
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
