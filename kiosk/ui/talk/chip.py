"""A word in a box of its own at the top of the wall: what somebody types."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.mark import paint_panel


class Chip(TextLabel):
    """Words at the end of the top edge, on a plate, as large as the wall's letters."""

    _look: Look | None = None

    def show_chip(self, text: str, wall: Wall) -> None:
        """Show a few words."""
        self._look = wall.look
        metrics, pad = wall.look.metrics, wall.em(0.3)
        style = Style.of(wall.look.font(wall.px, HEAVY), 1.2, centred=True)
        most = metrics.width - 2 * metrics.margin
        flow = Flow((paragraph(text),), style, most)
        width = min(round(flow.widest) + 2 * pad, most)
        self.show_text(text, style, wall.look.colour("ink"))
        self.centre_vertically()
        self.place(Rect(metrics.width - metrics.margin - width, metrics.margin, width, flow.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            paint_panel(
                painter, self._look, Rect(0, 0, self.width(), self.height()), "plate", "ink"
            )
            painter.end()
        super().paintEvent(event)
