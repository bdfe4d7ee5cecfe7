"""Icons as shapes from qtawesome's font, without importing qtawesome (qt-facts.md section 7)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRawFont, QTransform

from kiosk.host.icon_fonts import IconFont, find_icon_font

_EM = 512.0


class IconSet(NamedTuple):
    """One set of icons, and its opened font."""

    font: IconFont
    raw: QRawFont


class Icons:
    """Draws icons by their qtawesome names; one that cannot be found is simply not drawn.

    No control depends on its icon: each has a word (access.md X5).
    """

    def __init__(self) -> None:
        self._sets: dict[str, IconSet | None] = {}
        self._shapes: dict[str, QPainterPath] = {}

    def paint(self, painter: QPainter, name: str, box: QRectF, colour: QColor) -> bool:
        """Paint an icon centred in a box; says whether there was one."""
        shape = self._shape(name)
        if shape.isEmpty():
            return False
        scale = min(box.width(), box.height()) / _EM
        turn = QTransform()
        turn.translate(box.center().x(), box.center().y())
        turn.scale(scale, scale)
        painter.fillPath(turn.map(shape), colour)
        return True

    def _shape(self, name: str) -> QPainterPath:
        shape = self._shapes.get(name)
        if shape is None:
            shape = self._shapes[name] = self._read(name)
        return shape

    def _read(self, name: str) -> QPainterPath:
        prefix, _, short = name.partition(".")
        if prefix not in self._sets:
            self._sets[prefix] = _open(prefix)
        icons = self._sets[prefix]
        point = icons.font.codepoint(short) if icons is not None else None
        if icons is None or point is None:
            return QPainterPath()
        raw = icons.raw
        glyphs = raw.glyphIndexesForString(chr(point))
        if not glyphs or not glyphs[0]:
            return QPainterPath()
        shape = raw.pathForGlyph(glyphs[0])
        # The font draws on its own em square: centre that square, not the ink.
        middle = (raw.descent() - raw.ascent()) / 2
        advance = raw.advancesForGlyphIndexes(glyphs)
        across = advance[0].x() / 2 if advance else _EM / 2
        return QTransform.fromTranslate(-across, -middle).map(shape)


def _open(prefix: str) -> IconSet | None:
    font = find_icon_font(prefix)
    if font is None:
        return None
    raw = QRawFont(str(font.file), _EM)
    return IconSet(font, raw) if raw.isValid() else None
