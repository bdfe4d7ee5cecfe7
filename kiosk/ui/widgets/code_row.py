"""The three pictures of a code, in a row below the words that say what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import PictureLabel, TextLabel
from kiosk.ui.widgets.picture_card import code_drawings, drawn, name_of

# Between the words and the pictures, in mm.
GAP_MM = 3.0
# Between two pictures with their names, in mm: the least, and enough to be seen as one row.
BETWEEN_MM, APART_MM = 4.0, 12.0
# No name is so wide, in px.
WIDE = 100_000


class CodeRow:
    """Labels on a screen, which owns them: a line, and each picture with its name below it."""

    def __init__(self, parent: QWidget, count: int) -> None:
        self._line = TextLabel(parent, "farewell.return")
        self._pictures = [
            PictureLabel(parent, f"farewell.picture.{number}") for number in range(1, count + 1)
        ]
        self._names = [
            TextLabel(parent, f"farewell.name.{number}") for number in range(1, count + 1)
        ]
        self._drawings = code_drawings()
        for label in (self._line, *self._pictures, *self._names):
            label.show()

    def place(
        self, look: Look, pictures: Sequence[str], box: tuple[int, int, int], px: int, side: int
    ) -> int:
        """Put it at (x, y) in a width, words in `px`, pictures of `side` px; returns the y below."""
        x, y, width = box
        ink, mm = look.colour("on_panel"), look.metrics.mm
        style = Style.of(look.font(px, STRONG), 1.3, balanced=True)
        self._line.show_text(look.strings("farewell.return"), style, ink)
        y = self._line.place_at(x, y, width) + mm(GAP_MM)
        names = [name_of(picture, look) for picture in pictures]
        side = min(side, (width - (len(names) - 1) * mm(BETWEEN_MM)) // len(names))
        style, widths = _row(look, names, px, side, width)
        # The row begins where the words above it begin, and is evenly spaced.
        gap = min(mm(APART_MM), (width - sum(widths)) // max(1, len(widths) - 1))
        left, bottom = x, y
        rows = zip(pictures, names, widths, self._pictures, self._names, strict=True)
        for picture, name, wide, label, words in rows:
            label.show_picture(drawn(self._drawings, picture, look, side), name)
            label.place(Rect(left, y, wide, side))
            words.show_text(name, style, ink)
            bottom = words.place_at(left, y + side + mm(1), wide)
            left += wide + gap
        return bottom


def _row(
    look: Look, names: Sequence[str], px: int, side: int, width: int
) -> tuple[Style, list[int]]:
    """Letters of `px`, or smaller lawful ones, at which names and pictures stand in a width in px.

    With the width of each: a short name leaves its room to a long one.
    """
    room = width - (len(names) - 1) * look.metrics.mm(BETWEEN_MM)
    style, widths = _names(look, names, px, side)
    while sum(widths) > room and px > look.metrics.smallest:
        px -= 1
        style, widths = _names(look, names, px, side)
    return style, widths


def _names(look: Look, names: Sequence[str], px: int, side: int) -> tuple[Style, list[int]]:
    style = Style.of(look.font(px, STRONG), 1.2, centred=True)
    return style, [max(side, _width(name, style)) for name in names]


def _width(name: str, style: Style) -> int:
    """How wide a name is on one line, in px."""
    return ceil(Flow((paragraph(name),), style, WIDE).widest) + 2
