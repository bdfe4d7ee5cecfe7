"""The one family of the kiosk, in three weights, and what stands in where it is blocked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

REGULAR = 400
STRONG = 600
HEAVY = 800

# A font whose file is cut off loads without a complaint, and draws nothing.
_MUST_SHOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\u00eb"
_TRIAL_PX = 16.0

_STAND_INS = ("Atkinson Hyperlegible", "Noto Sans", "Segoe UI", "DejaVu Sans", "Sans Serif")


class Fonts:
    """Loads the bundled font files once and makes fonts in px.

    Where a hospital blocks fonts from files, the system's own sans serif stands in
    (qt-facts.md section 5), and so it does for a file that draws nothing; `loaded` is False then,
    and where there is no file at all.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        families: list[str] = []
        results: list[bool] = []
        for file in files:
            names = _load(file)
            families.extend(name for name in names if name not in families)
            results.append(bool(names))
        self.loaded = bool(results) and all(results)
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


def _load(file: Path) -> list[str]:
    """The families of a file that Qt has loaded now; none where it cannot be used."""
    number = QFontDatabase.addApplicationFont(str(file))
    if number < 0:
        return []
    if _draws(file):
        return QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)
    return []


def _draws(file: Path) -> bool:
    raw = QRawFont(str(file), _TRIAL_PX)
    glyphs = raw.glyphIndexesForString(_MUST_SHOW)
    return bool(glyphs) and not any(raw.pathForGlyph(glyph).isEmpty() for glyph in glyphs)
