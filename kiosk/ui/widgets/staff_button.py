"""A button of the staff's screens: a word button that can be locked or ask for attention."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.widgets.buttons import WORD_PAD_MM, WordButton
from kiosk.ui.widgets.control import Skin
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style

LOCK = "mdi6.lock-outline"
# The side of the lock in the corner of a button, in mm.
LOCK_MM = 7.0
LOCK_INSET_MM = 3.5


class StaffButton(WordButton):
    """An icon and a word; a lock says that it asks for the PIN of IT.

    `urgent` gives it the colours of a warning. Its words or its shape always say the same.
    """

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
    look = buttons[0].look
    pad = look.metrics.mm(WORD_PAD_MM)
    style = Style.of(look.font(look.type.label, STRONG), 1.15, balanced=True)
    room = (width - 2 * pad, height - 2 * pad)
    px = largest_px(look.label_sizes, [one.words for one in buttons], room=room, make=style)
    for button in buttons:
        button.set_px(px)
