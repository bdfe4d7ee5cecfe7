"""A button of the staff's screens: a word button that can be locked or ask for attention."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.buttons import ROOMY_PAD_MM, WORD_PAD_MM, WordButton
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


def roomy_px(look: Look, words: Sequence[str], width: int, height: int) -> int:
    """The largest letters in px at which all words fit clear of the sides of a control.

    Before they would be under the smallest lawful ones (access.md V1), words come near the edge.
    """
    style = Style.of(look.font(look.type.label, STRONG), 1.15, balanced=True)
    px = 0
    for pad_mm in (ROOMY_PAD_MM, WORD_PAD_MM):
        room = (width - 2 * look.metrics.mm(pad_mm), height)
        px = largest_px(look.label_sizes, words, room=room, make=style)
        if px >= look.metrics.smallest:
            break
    return px
