"""The bundled font: one family in three weights that holds every letter the kiosk writes."""

# fontTools ships inline code without types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {400: "Regular", 600: "SemiBold", 800: "ExtraBold"}

DUTCH = "áàäâéèëêíìïîóòöôúùüûçñÁÀÄÉÈËÍÏÓÖÚÜĳĲ"
FRENCH = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"
GERMAN = "äöüßÄÖÜẞ"
MARKS = "€‘’“”„‚«»–—…•·×−°½¼¾%&§©®™"
SPACES = " \u00a0\u202f\u2009"
HYPHENS = "-\u00ad\u2011"
NEEDED = sorted(
    {*string.ascii_letters, *string.digits, *string.punctuation}
    | {*DUTCH, *FRENCH, *GERMAN, *MARKS, *SPACES, *HYPHENS}
)


def _file(weight: int) -> Path:
    return FOLDER / f"AtkinsonHyperlegibleNext-{WEIGHTS[weight]}.ttf"


@pytest.fixture
def loaded(qapp: QApplication) -> Iterator[None]:
    """Register the three files with Qt for one test."""
    assert qapp is not None
    numbers = [QFontDatabase.addApplicationFont(str(_file(weight))) for weight in WEIGHTS]
    assert -1 not in numbers
    yield
    for number in numbers:
        QFontDatabase.removeApplicationFont(number)


def test_nothing_lies_there_without_a_purpose() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert names == {*(_file(weight).name for weight in WEIGHTS), "OFL.txt"}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_needed_character_has_a_glyph(weight: int) -> None:
    known = TTFont(_file(weight)).getBestCmap() or {}
    assert [f"U+{ord(letter):04X}" for letter in NEEDED if ord(letter) not in known] == []


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_file_says_its_own_weight_and_family(weight: int) -> None:
    font = TTFont(_file(weight))
    assert font["OS/2"].usWeightClass == weight
    assert font["name"].getBestFamilyName() == FAMILY
    assert font["name"].getBestSubFamilyName() == WEIGHTS[weight]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_capital_height_is_what_the_sizes_are_derived_from(weight: int) -> None:
    font = TTFont(_file(weight))
    assert font["OS/2"].sCapHeight / font["head"].unitsPerEm == pytest.approx(0.668, abs=0.001)
    assert font["OS/2"].sxHeight / font["head"].unitsPerEm == pytest.approx(0.496, abs=0.001)


@pytest.mark.usefixtures("loaded")
def test_qt_finds_one_family_with_three_weights() -> None:
    styles = QFontDatabase.styles(FAMILY)
    assert sorted(QFontDatabase.weight(FAMILY, style) for style in styles) == sorted(WEIGHTS)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("weight", WEIGHTS)
def test_qt_draws_with_the_file_of_that_weight(weight: int) -> None:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(100)
    raw = QRawFont.fromFont(font)
    assert (raw.familyName(), raw.styleName()) == (FAMILY, WEIGHTS[weight])
    assert QFontMetricsF(font).capHeight() == pytest.approx(66.8, abs=0.1)
