"""Makes what Qt draws of letters depend on nothing that was drawn before."""

from __future__ import annotations

from itertools import chain, product

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG

# Small letters in sizes that no screen has: none of them is in Qt's cache before it is asked for.
# One process that runs every test takes some 750 of these 2,860.
_UNSEEN = product(range(2, 12), map(chr, chain(range(0x21, 0x7F), range(0xC0, 0x180))))


def settle_letters() -> None:
    """Put one more letter of each weight into Qt's cache, from the start of a pixel.

    Qt draws letters of more than 64 px from their outline, and that outline keeps the fraction of
    a pixel by which the letter was moved that came into the cache last (PySide6 6.11.3).
    """
    px, letter = next(_UNSEEN)
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for weight in (REGULAR, STRONG, HEAVY):
        font = QFont("Atkinson Hyperlegible Next", weight=weight)
        font.setPixelSize(px)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.setFont(font)
        painter.drawText(QPointF(0, 12), letter)
    painter.end()
