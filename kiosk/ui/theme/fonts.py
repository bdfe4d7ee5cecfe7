"""The one family of the kiosk, in three weights, and what stands in where it is blocked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

REGULAR = 400
STRONG = 600
HEAVY = 800

_STAND_INS = ("Atkinson Hyperlegible", "Noto Sans", "Segoe UI", "DejaVu Sans", "Sans Serif")


class Fonts:
    """Loads the bundled font files once and makes fonts in px.

    Where a hospital blocks fonts from files, the system's own sans serif stands in
    (qt-facts.md section 5); `loaded` says so for staff.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        families: list[str] = []
        self.loaded = True
        for file in files:
            number = QFontDatabase.addApplicationFont(str(file))
            names = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
            families.extend(name for name in names if name not in families)
            self.loaded = self.loaded and bool(names)
        self._families = [*families, *_STAND_INS]
        self._made: dict[tuple[int, int], QFont] = {}

    def font(self, px: int, weight: int = REGULAR) -> QFont:
        """The font at a size in px and a weight of 400, 600 or 800."""
        made = self._made.get((px, weight))
        if made is None:
            made = QFont(self._families)
            made.setPixelSize(px)
            made.setWeight(QFont.Weight(weight))
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
            self._made[px, weight] = made
        return made
