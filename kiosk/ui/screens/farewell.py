"""Farewell: what was read is hidden at once; wipe it, or read on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

ACCENT = "petrol"


class FarewellScreen(Screen):
    """Emits `wipe_requested()` and `resume_requested()`."""

    wipe_requested = Signal()
    resume_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.farewell", look, ())
        self._title = TextLabel(self, "farewell.title")
        self._hidden = TextLabel(self, "farewell.hidden")
        self._hands = TextLabel(self, "farewell.hands")
        self._wipe = WordButton(self, "farewell.wipe", look, "mdi6.eraser")
        self._resume = WordButton(self, "farewell.resume", look, "mdi6.arrow-right")
        self._wipe.clicked.connect(self.wipe_requested)
        self._resume.clicked.connect(self.resume_requested)
        self._wipe.beside = self._resume.beside = True
        self._resume.primary = True
        self._resume.set_accent(ACCENT)

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        content = metrics.content
        self._arrange_buttons()
        ink = look.colour("on_panel")
        kind = look.type
        styles = (
            (self._title, "farewell.title", Style.of(look.font(kind.poster, HEAVY), 1.15)),
            (self._hidden, "farewell.hidden", Style.of(look.font(kind.body, REGULAR), 1.4)),
            (self._hands, "farewell.hands", Style.of(look.font(kind.body, STRONG), 1.4)),
        )
        x = content.x + metrics.mm(4)
        width = content.width - metrics.mm(8)
        heights: list[int] = []
        for label, key, style in styles:
            label.show_text(look.strings(key), style, ink)
            label.place_at(x, 0, width)
            heights.append(label.height())
        gap = metrics.mm(6)
        free = metrics.shelf.y - sum(heights) - 2 * gap
        y = max(content.y, free - gap if metrics.lowered else free // 2)
        for label, _, _ in styles:
            label.move(x, y)
            y += label.height() + gap

    def _arrange_buttons(self) -> None:
        look, metrics = self.look, self.look.metrics
        place = metrics.place(1)
        if metrics.portrait:
            width = metrics.content.width
            upper = metrics.place(4).y
            boxes = (
                Rect(metrics.margin, place.y, width, place.height),
                Rect(metrics.margin, upper, width, place.height),
            )
        else:
            width = metrics.span(4)
            boxes = (
                Rect(metrics.margin, place.y, width, place.height),
                Rect(metrics.column_x(8), place.y, width, place.height),
            )
        if metrics.mirrored:
            boxes = (metrics.flipped(boxes[0]), metrics.flipped(boxes[1]))
        self._wipe.set_words(look.strings("farewell.wipe"))
        self._resume.set_words(look.strings("farewell.resume"))
        px = min(button.fit_beside(width) for button in (self._wipe, self._resume))
        for button, box in zip((self._wipe, self._resume), boxes, strict=True):
            button.set_px(px)
            button.place(box)

    def paint_ground(self, painter: QPainter) -> None:
        metrics = self.look.metrics
        shelf = metrics.shelf
        painter.fillRect(0, 0, metrics.width, shelf.y, self.look.colour("panel", ACCENT))
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))
