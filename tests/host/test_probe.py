"""The probe tells what Qt, the shipped fonts and the installed icons can really show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.content.probe import Probe
from kiosk.host.font_characters import font_characters
from kiosk.host.icon_fonts import find_icon_font, fonts_folder
from kiosk.host.probe import QtProbe
from tests.content.builder import png

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"


@pytest.fixture
def probe() -> Probe:
    return QtProbe()


def saved(path: Path) -> Path:
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_a_whole_picture_is_fine(probe: Probe, tmp_path: Path, name: str) -> None:
    assert probe.picture(saved(tmp_path / name)) is None


def test_a_drawing_is_fine(probe: Probe, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9"/></svg>'
    )
    assert probe.picture(path) is None


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_a_picture_cut_short_is_broken(probe: Probe, tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name)
    path.write_bytes(path.read_bytes()[:60])
    said = probe.picture(path)
    assert said is not None
    assert "broken" in said


@pytest.mark.qt_log_ignore("svg|SVG|parse|Opening and ending|Premature|Start tag")
@pytest.mark.parametrize(
    "text", ["", "<svg", "<svg/>", '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>']
)
def test_a_drawing_that_is_none_is_broken(probe: Probe, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.svg"
    path.write_text(text)
    said = probe.picture(path)
    assert said is not None
    assert "broken" in said


def test_a_picture_of_too_many_pixels_is_not_decoded(probe: Probe, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(60_000, 60_000))
    said = probe.picture(path)
    assert said is not None
    assert "60000" in said


def test_a_picture_of_too_many_bytes_is_not_opened(probe: Probe, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    with path.open("ab") as file:
        file.truncate(21_000_000)
    said = probe.picture(path)
    assert said is not None
    assert "20 MB" in said


def test_a_picture_that_is_gone_is_told(probe: Probe, tmp_path: Path) -> None:
    assert probe.picture(tmp_path / "none.png") == "cannot be read"


def test_dutch_french_and_german_can_be_written(probe: Probe) -> None:
    text = "Één coördinatie, ça va? Œuvre – “größer” … 50 € ‘zo’n’ ï\u00a0\u00ad\u202f"
    assert probe.missing_characters(text) == ""


def test_what_the_fonts_lack_is_named_once_in_order(probe: Probe) -> None:
    assert probe.missing_characters("a✓b→c✓Ж") == "✓→Ж"


def test_the_character_map_is_read_as_fonttools_reads_it() -> None:
    library = pytest.importorskip("fontTools.ttLib")
    for file in FONTS.glob("*.ttf"):
        with library.TTFont(file) as font:
            assert font_characters(file) == frozenset(font.getBestCmap())


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x00\x00", bytes(2000), b"\x00\x01" * 900])
def test_a_file_that_is_no_font_is_a_value_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=str(path)):
        font_characters(path)


def test_without_a_font_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"no font")
    assert QtProbe(tmp_path).missing_characters("a→") == ""


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("mdi6.run", True),
        ("mdi.run", True),
        ("fa5s.running", True),
        ("fa.flag", True),
        ("ph.heart", True),
        ("ri.heart-fill", True),
        ("msc.heart", True),
        ("ei.heart", True),
        ("fa6s.heart", True),
        ("mdi6.nope", False),
        ("mdi6.", False),
        ("mdi6", False),
        ("run", False),
        ("nope.run", False),
        ("../mdi6.run", False),
        ("", False),
    ],
)
def test_icons_are_qtawesome_s(probe: Probe, name: str, known: bool) -> None:
    assert probe.has_icon(name) == known


def test_a_broken_character_map_has_no_icons(tmp_path: Path) -> None:
    (tmp_path / "codicon-1.0.ttf").write_bytes(b"")
    (tmp_path / "codicon-charmap-1.0.json").write_text('{"heart": "not hex"}')
    font = find_icon_font("msc", tmp_path)
    assert font is not None
    assert font.codepoint("heart") is None
    assert find_icon_font("mdi6", tmp_path) is None


def test_the_fonts_are_found_without_importing_qtawesome() -> None:
    folder = fonts_folder()
    assert folder is not None
    assert list(folder.glob("*.ttf"))
    code = (
        "import sys; from pathlib import Path; from kiosk.host.probe import QtProbe\n"
        "probe = QtProbe(); print(probe.has_icon('mdi6.run'), probe.missing_characters('é→'))\n"
        "print(probe.picture(Path(sys.argv[1])))\n"
        "print('qtawesome' in sys.modules, 'PySide6.QtWidgets' in sys.modules)"
    )
    picture = ROOT / "resources" / "packs" / "bewegen-bij-ms" / "images" / "waarom.svg"
    said = subprocess.run(
        [sys.executable, "-c", code, str(picture)],
        capture_output=True, encoding="utf-8", check=True, cwd=ROOT, timeout=60,
        env={"PYTHONPATH": ".", "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert said.stdout.split() == ["True", "→", "None", "False", "False"]
