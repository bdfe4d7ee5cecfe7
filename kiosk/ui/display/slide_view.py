"""The slide of the display: painted as it was set; its accessible name is every word on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.display.sheet import Sheet
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.label import PictureLabel
from kiosk.ui.widgets.mark import paint_verdict_mark


class DisplaySlide(PictureLabel):
    """Lies where its slide may stand; the ground behind it is the screen's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "display.slide")
        self._sheet: Sheet | None = None
        self._look: Look | None = None

    def show_sheet(self, sheet: Sheet, look: Look) -> None:
        """Show a sheet in a look."""
        self._sheet, self._look = sheet, look
        self.show_picture(QPixmap(), sheet.named(look.strings))
        self.place(sheet.room.box)
        self.update()

    @property
    def problems(self) -> list[str]:
        """What is cut or too small on it, for the walk through all screens."""
        if self._sheet is None or self._look is None:
            return ["display.slide shows nothing"]
        smallest = self._look.metrics.smallest
        small = [
            f"display.slide has letters of {words.flow.style.font.pixelSize()} px, "
            f"it needs {smallest}"
            for words in self._sheet.words
            if words.flow.style.font.pixelSize() < smallest
        ]
        return small if self._sheet.fits else [*small, "display.slide cuts its words"]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None or self._look is None:
            return
        painter = QPainter(self)
        painter.translate(-self.x(), -self.y())
        ink = self._look.colour("on_panel")
        for words in self._sheet.words:
            words.flow.paint(painter, words.x, words.y, ink)
        if self._sheet.mark is not None:
            paint_verdict_mark(painter, self._look, self._sheet.mark, right=True)
        if self._sheet.picture is not None:
            self._paint_picture(painter, self._look, self._sheet.picture)
        painter.end()

    def _paint_picture(self, painter: QPainter, look: Look, box: Rect) -> None:
        slide = self._sheet.slide if self._sheet is not None else None
        if slide is None or slide.picture is None:
            return
        colours = look.theme.drawing(slide.accent)
        size = QSize(box.width, box.height)
        pixmap = look.kit.drawings.pixmap(slide.picture.path, size, colours)
        x = box.x + (box.width - pixmap.width()) / 2
        y = box.y + (box.height - pixmap.height()) / 2
        painter.drawPixmap(QPointF(x, y), pixmap)
