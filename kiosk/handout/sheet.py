"""A sheet of A4 in the units that are painted in, and the faces of its type."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from kiosk.ui.strings import Strings
from kiosk.ui.theme.fonts import REGULAR, Fonts
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


class Face(NamedTuple):
    """How text is set: its font and line height in units, and its colour."""

    font: QFont
    line: int
    colour: QColor

    @property
    def size(self) -> int:
        """The font size in units."""
        return self.font.pixelSize()


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
        return Face(self.fonts.font(size, weight), round(size * factor), colour)
