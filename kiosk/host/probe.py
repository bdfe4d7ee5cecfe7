"""Answers the pack checker's questions with what Qt and the shipped fonts really can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.host.font_characters import font_characters
from kiosk.host.icon_fonts import IconFont, find_icon_font, is_icon_prefix
from kiosk.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

MOST_MEGAPIXELS = 40
MOST_MEGABYTES = 20

# White space and the soft hyphen need no glyph to be shown well.
_NO_GLYPH = "\t\n \u00a0\u00ad\u202f\u200c\u200d"


class QtProbe:
    """Looks at pictures with Qt's readers and at fonts by their character maps.

    Needs no running application: `kiosk check` must work where there is no display.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._fonts = fonts or _shipped_fonts()
        self._characters: frozenset[int] | None = None
        self._icons: dict[str, IconFont | None] = {}

    def picture(self, path: Path) -> str | None:
        """What is wrong with a picture, or None; its size is known before room is made for it."""
        try:
            size = path.stat().st_size
        except (OSError, ValueError):
            return "cannot be read"
        if size > MOST_MEGABYTES * 1_000_000:
            return f"has more than {MOST_MEGABYTES} MB"
        return _drawing(path) if path.suffix.lower() == ".svg" else _image(path)

    def missing_characters(self, text: str) -> str:
        """The characters that one of the shipped fonts lacks, each once, in order."""
        if self._characters is None:
            self._characters = _shared(self._fonts)
        known = self._characters
        return "".join(
            sign for sign in dict.fromkeys(text) if ord(sign) not in known and sign not in _NO_GLYPH
        )

    def has_icon(self, name: str) -> bool:
        """Whether an icon of this qtawesome name exists.

        Where a set of icons is blocked or missing nothing can be said against a name: the pack
        is shown without icons (access.md X5).
        """
        prefix, _, icon = name.partition(".")
        if prefix not in self._icons:
            self._icons[prefix] = find_icon_font(prefix)
        font = self._icons[prefix]
        if font is None:
            return is_icon_prefix(prefix)
        return font.codepoint(icon) is not None


def _shipped_fonts() -> Path | None:
    try:
        return resource("fonts")
    except ValueError:  # a link that leads out of the resources
        return None


def _shared(fonts: Path | None) -> frozenset[int]:
    """What every weight can write; everything, where no font is shipped that could be read."""
    shared: frozenset[int] | None = None
    for file in sorted(fonts.glob("*.ttf")) if fonts is not None else ():
        if not file.is_file():  # a pipe would hold the start
            continue
        try:
            characters = font_characters(file)
        except (OSError, ValueError):
            continue
        shared = characters if shared is None else shared & characters
    return frozenset(range(0x110000)) if shared is None else shared


def _image(path: Path) -> str | None:
    from PySide6.QtGui import QImageReader

    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.isEmpty():
        return "is broken, or of a kind that Qt cannot read"
    if size.width() * size.height() > MOST_MEGAPIXELS * 1_000_000:
        return f"has {size.width()} × {size.height()} pixels"
    if reader.read().isNull():
        return f"is broken ({reader.errorString()})"
    return None


def _drawing(path: Path) -> str | None:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(path))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        return "is broken, or draws nothing"
    if renderer.animated():
        return "moves"
    return None
