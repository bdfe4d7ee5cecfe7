"""A button of the staff's screens: a word button that can be locked or ask for attention."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.widgets.buttons import ROOMY_PAD_MM, WORD_PAD_MM, WordButton, roomy_px
from kiosk.ui.widgets.control import Skin

LOCK = "mdi6.lock-outline"
# The side of the lock in the corner of a button, in mm.
LOCK_MM = 7.0
LOCK_INSET_MM = 3.5


class StaffButton(WordButton):
    """An icon and a word; a lock says that it asks for the PIN of IT.

    `urgent` gives it the colours of a warning. Its words or its shape always say the same.
    """

    pad_mm = ROOMY_PAD_MM
    locked = False
    urgent = False

    def skin(self) -> Skin:
        skin = super().skin()
        if not self.urgent:
            return skin
        look = self.look
        return skin._replace(
            ground=look.colour("wrong_ground"),
            edge=look.colour("wrong_edge"),
            ink=look.colour("wrong_ink"),
            edge_px=look.metrics.strong_line,
        )

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        super().paint_content(painter, box, ink)
        if self.locked:
            mm = self.look.metrics.mm
            side, inset = mm(LOCK_MM), mm(LOCK_INSET_MM)
            corner = QRectF(box.width() - side - inset, inset, side, side)
            self.look.kit.icons.paint(painter, LOCK, corner, ink)


def fit_words(buttons: list[WordButton], width: int, height: int) -> None:
    """Give buttons of one size the largest letters at which all their words fit."""
    if not buttons:
        return
    high = height - 2 * buttons[0].look.metrics.mm(WORD_PAD_MM)
    px = roomy_px(buttons[0].look, [one.words for one in buttons], width, high)
    for button in buttons:
        button.set_px(px)
