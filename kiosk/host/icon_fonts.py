"""Finds the icon fonts that qtawesome ships, without importing qtawesome (qt-facts.md 7)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

# The prefixes of qtawesome 1.4 and how its files begin, the largest first.
_FILES = {
    "mdi6": "materialdesignicons6-webfont",
    "mdi": "materialdesignicons5-webfont",
    "fa6s": "fontawesome6-solid-webfont",
    "fa6": "fontawesome6-regular-webfont",
    "fa6b": "fontawesome6-brands-webfont",
    "fa5s": "fontawesome5-solid-webfont",
    "fa5": "fontawesome5-regular-webfont",
    "fa5b": "fontawesome5-brands-webfont",
    "ei": "elusiveicons-webfont",
    "ph": "phosphor",
    "ri": "remixicon",
    "msc": "codicon",
}
# Older spellings that qtawesome still understands.
_SAME_AS = {"fa": "fa5", "fas": "fa5s", "fab": "fa5b"}


class IconFont:
    """One set of icons: its font file and, read when first asked for, its character map."""

    def __init__(self, file: Path, charmap: Path) -> None:
        self.file = file
        self._charmap = charmap
        self._codepoints: dict[str, int] | None = None

    def codepoint(self, name: str) -> int | None:
        """The character of an icon (`run`, without prefix), or None where there is none."""
        if self._codepoints is None:
            self._codepoints = _codepoints(self._charmap)
        return self._codepoints.get(name)


def is_icon_prefix(prefix: str) -> bool:
    """Whether qtawesome has a set of icons of this prefix, installed here or not."""
    return _SAME_AS.get(prefix, prefix) in _FILES


def find_icon_font(prefix: str, folder: Path | None = None) -> IconFont | None:
    """The icons of a prefix (`mdi6`), or None where there are none.

    `folder` is where qtawesome keeps its fonts; None looks for the installed one.
    """
    start = _FILES.get(_SAME_AS.get(prefix, prefix))
    folder = folder or fonts_folder()
    if start is None or folder is None:
        return None
    fonts = sorted(folder.glob(f"{start}-[0-9]*.ttf"))
    charmaps = sorted(folder.glob(f"{start}-charmap-[0-9]*.json"))
    return IconFont(fonts[-1], charmaps[-1]) if fonts and charmaps else None


def fonts_folder() -> Path | None:
    """Where the installed qtawesome keeps its fonts, or None where it is not installed."""
    from importlib.util import find_spec

    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "fonts"
    return folder if folder.is_dir() else None


def _codepoints(charmap: Path) -> dict[str, int]:
    """The character map of a font; empty where it cannot be read."""
    try:
        loaded: object = json.loads(charmap.read_bytes())
        codes = cast("dict[str, str]", loaded) if isinstance(loaded, dict) else {}
        return {name: int(code, 16) for name, code in codes.items()}
    except (OSError, ValueError, TypeError):
        return {}
