"""A quiet band at the top of a screen with the message that staff put up."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Flow, Style
from kiosk.ui.widgets.label import TextLabel

# Room above and below the words, in mm.
PAD_MM = 4.0
LINE = 1.15


class Band(TextLabel):
    """As wide as its screen, as high as its words. What it stands above gives way to it."""

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier)
        self._look = look

    def arrange(self, text: str, look: Look, px: int, width: int) -> int:
        """Show a text in letters of `px` at the top, `width` px wide; returns the y below it."""
        self._look = look
        style = Style.of(look.font(px, STRONG), LINE, balanced=True)
        self.show_text(text, style, look.colour("wrong_ink"))
        self.setGeometry(0, 0, width, 1)
        high = self.flow().height + 2 * look.metrics.mm(PAD_MM)
        self.setGeometry(0, 0, width, high)
        return high

    def flow(self) -> Flow:
        inner = self.width() - 2 * self._look.metrics.margin
        if self._flow is None or self._flow.width != inner:
            assert self._style is not None, "shown before it was given a text"
            self._flow = Flow(self._paragraphs, self._style, inner)
        return self._flow

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("wrong_ground"))
        line = look.metrics.strong_line
        edge = look.colour("wrong_edge")
        painter.fillRect(0, self.height() - line, self.width(), line, edge)
        flow = self.flow()
        y = (self.height() - flow.height) / 2
        flow.paint(painter, look.metrics.margin, y, look.colour("wrong_ink"))
        painter.end()
