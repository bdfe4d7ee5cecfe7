"""A sheet of A4 in the units that are painted in, and the faces of its type."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from kiosk.ui.strings import Strings
from kiosk.ui.theme.fonts import REGULAR, STRONG, Fonts
from kiosk.ui.theme.theme import Theme

# Ten units a point: fonts have whole sizes in units, and half points are asked for.
UNITS_PER_INCH = 720


def mm(length: float) -> int:
    """A length in mm as whole units."""
    return round(length * UNITS_PER_INCH / 25.4)


def pt(size: float) -> int:
    """A size in points as whole units."""
    return round(size * UNITS_PER_INCH / 72)


WIDTH, HEIGHT = mm(210), mm(297)
MARGIN = mm(17)
FOOT_MARGIN = mm(11)
COLUMN = WIDTH - 2 * MARGIN
HAIRLINE = pt(0.75)


# The style of the bundled file of weight 800.
HEAVIEST = "ExtraBold"


class Face(NamedTuple):
    """How text is set: its font and line height in units, and its colour."""

    font: QFont
    line: int
    colour: QColor

    @property
    def size(self) -> int:
        """The font size in units."""
        return self.font.pixelSize()

    @property
    def base(self) -> float:
        """Where its letters stand, below the top of a line."""
        metrics = QFontMetricsF(self.font)
        return (self.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()

    def wide(self, text: str) -> float:
        """How wide a text is on one line, in units."""
        return QFontMetricsF(self.font).horizontalAdvance(text)


class Stationery(NamedTuple):
    """What a handout is made with: fonts, the light theme, and words in its language."""

    fonts: Fonts
    theme: Theme
    words: Strings

    def face(
        self,
        points: float,
        weight: int = REGULAR,
        role: str = "ink",
        accent: str = "",
        factor: float = 1.4,
    ) -> Face:
        """A face in points, with a line height of `factor` times its size."""
        size = pt(points)
        colour = self.theme.colour(role, accent)
        font = self.fonts.font(size, min(weight, STRONG))
        if weight > STRONG:
            # Asked for by its weight, the heaviest face is drawn twice by Qt, for its file does
            # not say that it is bold: blurred on paper, and read out twice.
            font = QFont(font)
            font.setStyleName(HEAVIEST)
        return Face(font, round(size * factor), colour)
