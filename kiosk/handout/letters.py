"""Repairs what a PDF of Qt says of its letters, so that its text can be searched and copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from PySide6.QtGui import QFont, QRawFont

# Qt 6.11 writes a tab or nothing for a space, and nothing for the letter that is a font's first
# glyph ("A" in the kiosk's own).
_WRONG = {"0009": "0020"}
_RANGE = re.compile(r"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[([^\]]*)\])")
_CODE = re.compile(r"<(\w+)>")
_MOST_CHARACTERS = 100  # in one section of a character map (PDF 32000-1, 9.7.5.4)
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def lost_letters(font: QFont) -> dict[str, float]:
    """What Qt may leave out of character maps, with its width in thousands of an em."""
    raw = QRawFont.fromFont(font)
    letters = [chr(point) for point in range(0x21, 0x250)]
    first = [one for one in letters if list(raw.glyphIndexesForString(one)) == [1]]
    widths: dict[str, float] = {}
    for letter in [" ", *first[:1]]:
        advance = raw.advancesForGlyphIndexes(raw.glyphIndexesForString(letter))
        if advance and raw.pixelSize() > 0:
            widths[letter] = 1000 * advance[0].x() / raw.pixelSize()
    return widths


def repair(writer: PdfWriter, lost: Mapping[str, float]) -> None:
    """Gives every font a whole character map, and a name that is the same every time."""
    for number, font in enumerate(_fonts(writer)):
        descendant = cast("Any", font["/DescendantFonts"])[0].get_object()
        widths = [float(width) for width in descendant["/W"][1]]
        stream = cast("StreamObject", font["/ToUnicode"].get_object())
        known = _read(stream.get_data().decode("latin-1"))
        for code in range(1, len(widths)):
            if code not in known and lost:
                known[code] = f"{ord(_nearest(lost, widths[code])):04X}"
        stream.set_data(_written(known).encode("latin-1"))
        # Qt's own tag before the name is another one every time.
        name = str(font["/BaseFont"]).removeprefix("/").split("+")[-1]
        tagged = NameObject(f"/{_tag(number)}+{name}")
        font[NameObject("/BaseFont")] = tagged
        descendant[NameObject("/BaseFont")] = tagged
        descendant["/FontDescriptor"].get_object()[NameObject("/FontName")] = tagged


def _nearest(lost: Mapping[str, float], width: float) -> str:
    """The letter of this width: a space is far narrower than a capital."""
    return min(lost, key=lambda letter: abs(lost[letter] - width))


def _fonts(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Every composite font with a character map, each once."""
    seen: set[int] = set()
    for page in writer.pages:
        resources = cast("Any", page["/Resources"]).get_object()
        for name in sorted(resources.get("/Font", {})):
            font = resources["/Font"].raw_get(name)
            if font.idnum not in seen:
                seen.add(font.idnum)
                found = font.get_object()
                if "/DescendantFonts" in found and "/ToUnicode" in found:
                    yield found


def _read(cmap: str) -> dict[int, str]:
    known: dict[int, str] = {}
    for low, high, first, listed in _RANGE.findall(cmap.partition("beginbfrange")[2]):
        codes = range(int(low, 16), int(high, 16) + 1)
        if first:
            texts = [f"{int(first, 16) + place:04X}" for place in range(len(codes))]
        else:
            texts = _CODE.findall(listed)
        known.update(
            (code, _WRONG.get(text, text)) for code, text in zip(codes, texts, strict=False)
        )
    return known


def _written(known: dict[int, str]) -> str:
    entries = [f"<{code:04X}> <{text}>\n" for code, text in sorted(known.items())]
    body = ""
    for start in range(0, len(entries), _MOST_CHARACTERS):
        part = entries[start : start + _MOST_CHARACTERS]
        body += f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n"
    return _HEAD + body + _TAIL


def _tag(number: int) -> str:
    """Six capitals, as a subset of a font has before its name."""
    return "AAAA" + chr(ord("A") + number // 26 % 26) + chr(ord("A") + number % 26)
