"""Makes resources/fonts/ from the npm package of the font; docs/fonts.md says how to run it.

The package holds one WOFF file for each weight and script subset. Qt on Windows wants TrueType, and
one file a weight is simpler to ship and to check, so the two Latin subsets are merged.
"""

# fontTools ships inline code without types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
VERSION = "5.3.0"
STYLES = {400: "Regular", 600: "SemiBold", 800: "ExtraBold"}
SUBSETS = ("latin", "latin-ext")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

# Characters that the subsets leave out, though their glyph is there under another one: soft hyphen
# and non-breaking hyphen (hyphen), narrow no-break space (thin space). Without them Qt would take
# these from some other font in the middle of a word.
SAME_GLYPH = {0x00AD: 0x002D, 0x2011: 0x002D, 0x202F: 0x2009}

# Name table: Windows, Unicode, American English (OpenType specification, `name`).
PLATFORM = (3, 1, 0x409)


def main(arguments: list[str]) -> int:
    """Write one TTF a weight and the licence; the one argument is the .tgz made by npm pack."""
    if len(arguments) != 1:
        print("usage: python -m tools.make_fonts fontsource-atkinson-hyperlegible-next-5.3.0.tgz")
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(arguments[0]) as package:
        package.extractall(unpacked, filter="data")
        folder = Path(unpacked) / "package"
        for weight, style in STYLES.items():
            target = TARGET / f"AtkinsonHyperlegibleNext-{style}.ttf"
            _make(folder / "files", weight, style, target)
            print(f"{target.name}: {target.stat().st_size} bytes")
        (TARGET / "OFL.txt").write_bytes((folder / "LICENSE").read_bytes())
    return 0


def _make(folder: Path, weight: int, style: str, target: Path) -> None:
    parts = [
        str(folder / f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff")
        for subset in SUBSETS
    ]
    made = TTFont(parts[0])["head"]
    font = Merger(Options(drop_tables=["DSIG"])).merge(parts)
    font.flavor = None
    font.recalcTimestamp = False
    font["head"].created = made.created  # the same input gives the same bytes
    font["head"].modified = made.modified
    font["OS/2"].usWeightClass = weight
    _complete(font)
    _name(font, style)
    font.save(target)


def _complete(font: TTFont) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {new: table.cmap[old] for new, old in SAME_GLYPH.items()}


def _name(font: TTFont, style: str) -> None:
    """Give the file its place in the one family, for old (1, 2) and new (16, 17) readers."""
    names = font["name"]
    regular = style == "Regular"
    for entry in (16, 17, 21, 22, 25):
        names.removeNames(entry)
    texts = {
        1: FAMILY if regular else f"{FAMILY} {style}",
        2: "Regular",
        3: f"{VERSION};AtkinsonHyperlegibleNext-{style}",
        4: f"{FAMILY} {style}",
        6: f"AtkinsonHyperlegibleNext-{style}",
    }
    if not regular:
        texts |= {16: FAMILY, 17: style}
    for entry, text in texts.items():
        names.removeNames(entry)
        names.setName(text, entry, *PLATFORM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
