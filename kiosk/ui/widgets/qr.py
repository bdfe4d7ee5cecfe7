"""A QR code that a telephone reads from the glass; nothing is sent anywhere."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.text import plain
from kiosk.ui.theme.look import Look

# The light rim that the standard asks for (ISO/IEC 18004), in modules.
QUIET = 4
# A module is so large, in mm: the least that a telephone at 300 mm reads with ease, and enough.
LEAST_MODULE_MM, GOOD_MODULE_MM = 0.8, 1.1


class Code(NamedTuple):
    """The modules of a code, row by row: True is dark."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """The modules of one side, with the quiet zone around them."""
        return len(self.rows) + 2 * QUIET


def code_of(text: str, error: str = "m") -> Code:
    """The code of a text; more of it may be spoilt where that costs no larger code.

    `error`: how much of it may be spoilt at least: "l" 7 %, "m" 15 % (ISO/IEC 18004).
    """
    import segno  # 20 ms that no start waits for

    made = segno.make(text, error=error, micro=False, encoding="utf-8", boost_error=True)
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix))


class QrLabel(QLabel):
    """Paints a code dark on light, in whole px a module; its accessible name is its text.

    It is always dark on light, also in the dark theme: many readers know nothing else.
    """

    def __init__(
        self,
        parent: QWidget,
        identifier: str,
        look: Look,
        module_mm: tuple[float, float] = (LEAST_MODULE_MM, GOOD_MODULE_MM),
    ) -> None:
        """`module_mm`: the side of a module that is enough for a telephone, and a good one."""
        super().__init__(parent)
        self._module_mm = module_mm
        self.setAccessibleIdentifier(identifier)
        self._look = look
        self._code = Code(())
        self.module = 1
        """The side of a module in px."""

    def show_text(self, text: str, error: str = "m") -> None:
        """Make the code of a text; `error` as in `code_of`."""
        self._code = code_of(text, error)
        self.setText(text)
        self.setAccessibleName(plain(text))
        self.update()

    def place_in(self, look: Look, x: int, y: int, room: int) -> int:
        """Put it at (x, y) in at most `room` px, which may not do; returns its side in px.

        A module never gets smaller than is enough: where there is no room, `room` is not kept.
        """
        self._look = look
        ppm = look.metrics.px_per_mm
        least = math.ceil(self._module_mm[0] * ppm)
        most = max(least, math.floor(self._module_mm[1] * ppm))
        side = self._code.side
        self.module = max(least, min(most, room // side))
        self.setGeometry(x, y, side * self.module, side * self.module)
        return side * self.module

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        light, dark = self._look.kit.light.colour("plate"), self._look.kit.light.colour("ink")
        painter.fillRect(self.rect(), light)
        one = self.module
        for y, row in enumerate(self._code.rows, QUIET):
            for x, filled in enumerate(row, QUIET):
                if filled:
                    painter.fillRect(QRect(x * one, y * one, one, one), dark)
        painter.end()
