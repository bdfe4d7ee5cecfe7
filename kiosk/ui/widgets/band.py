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
    """As wide as its screen, as high as its words. What it stands above gives way to it.

    `dark` swaps its colours: on a display a bright bar that stays for hours burns in.
    """

    def __init__(self, parent: QWidget, identifier: str, look: Look, *, dark: bool = False) -> None:
        super().__init__(parent, identifier)
        self._look = look
        self._roles = ("wrong_ink", "wrong_ground") if dark else ("wrong_ground", "wrong_ink")
        self._shift = (0, 0)

    def arrange(
        self, text: str, look: Look, px: int, width: int, shift: tuple[int, int] = (0, 0)
    ) -> int:
        """Show a text in letters of `px` at the top, `width` px wide; returns the y below it.

        `shift` moves words and lower edge by so many px to the right and down.
        """
        self._look, self._shift = look, shift
        style = Style.of(look.font(px, STRONG), LINE, balanced=True)
        self.show_text(text, style, look.colour(self._roles[1]))
        self.setGeometry(0, 0, width, 1)
        high = self.flow().height + 2 * look.metrics.mm(PAD_MM)
        self.setGeometry(0, 0, width, high + shift[1])
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
        painter.fillRect(self.rect(), look.colour(self._roles[0]))
        line = look.metrics.strong_line
        edge = look.colour("wrong_edge")
        painter.fillRect(0, self.height() - line, self.width(), line, edge)
        flow = self.flow()
        right, down = self._shift
        y = (self.height() + down - flow.height) / 2
        flow.paint(painter, look.metrics.margin + right, y, look.colour(self._roles[1]))
        painter.end()
