"""Text and pictures that are read, not pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.text import plain
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Mark, Paragraph, Style, paragraph


class TextLabel(QLabel):
    """Paragraphs painted by `Flow`; its accessible name is the whole text it shows."""

    def __init__(self, parent: QWidget, identifier: str = "") -> None:
        super().__init__(parent)
        if identifier:
            self.setAccessibleIdentifier(identifier)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._style: Style | None = None
        self._colour = QColor()
        self._flow: Flow | None = None
        self._middle = False
        self._mark: Mark | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What it shows."""
        return self._paragraphs

    def set_mark(self, mark: Mark | None) -> None:
        """Mark the sentence that sounds now (access.md S6), or none."""
        if mark != self._mark:
            self._mark = mark
            self.update()

    def show_text(self, text: str, style: Style, colour: QColor) -> None:
        """Show one paragraph of plain text."""
        self.show_paragraphs((paragraph(text),) if text else (), style, colour)

    def show_paragraphs(
        self, paragraphs: Sequence[Paragraph], style: Style, colour: QColor
    ) -> None:
        """Show paragraphs in a style and colour."""
        self._paragraphs = tuple(paragraphs)
        self._mark = None
        self._style = style
        self._colour = colour
        self._flow = None
        text = plain("\n".join(part.text for part in self._paragraphs))
        if self.text() != text:
            self.setText(text)
            self.setAccessibleName(text)
        self.update()

    def name_after(self, words: str) -> None:
        """Name it after other visible words and its own, where its own may stand elsewhere too."""
        name = "\n".join(filter(None, (plain(words), self.text())))
        if self.accessibleName() != name:
            self.setAccessibleName(name)

    def centre_vertically(self) -> None:
        """Set the text in the middle of the label's height."""
        self._middle = True

    def place(self, box: Rect) -> None:
        """Put the label in a rectangle."""
        self.setGeometry(box.x, box.y, box.width, box.height)

    def place_at(self, x: int, y: int, width: int) -> int:
        """Put the label at (x, y) in a width, as high as its text; returns the y below it."""
        self.setGeometry(x, y, width, 1)
        height = self.flow().height
        self.setGeometry(x, y, width, height)
        return y + height

    def flow(self) -> Flow:
        """The text as it is set in the label's width."""
        if self._flow is None or self._flow.width != self.width():
            assert self._style is not None, "shown before it was given a text"
            self._flow = Flow(self._paragraphs, self._style, self.width())
        return self._flow

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._flow = None
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return self.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._paragraphs:
            return
        flow = self.flow()
        y = (self.height() - flow.height) / 2 if self._middle else 0.0
        painter = QPainter(self)
        flow.paint(painter, 0.0, y, self._colour, self._mark)
        painter.end()


class PictureLabel(QLabel):
    """A picture of the pack on its own ground; its accessible name says what it shows."""

    def __init__(self, parent: QWidget, identifier: str = "") -> None:
        super().__init__(parent)
        if identifier:
            self.setAccessibleIdentifier(identifier)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_picture(self, pixmap: QPixmap, alt: str) -> None:
        """Show a pixmap, centred."""
        self.setPixmap(pixmap)
        self.setAccessibleName(plain(alt))

    def place(self, box: Rect) -> None:
        """Put the picture in a rectangle."""
        self.setGeometry(box.x, box.y, box.width, box.height)
