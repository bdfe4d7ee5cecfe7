"""Whatever lies in the place of a theme, words or a font: a problem for staff, never an end."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

from kiosk.bundle import MOST_TEXT_BYTES, Bundle
from kiosk.content.packs import load
from kiosk.host.probe import QtProbe
from kiosk.ui.theme.fonts import Fonts

LINUX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes")


@contextmanager
def within_seconds(seconds: int) -> Generator[None]:
    """Ends a test that blocks in the system: nothing else could."""
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def problems() -> list[str]:
    bundle = Bundle(None)
    bundle.kit(lambda _path: None)
    bundle.strings("nl")
    return [str(problem) for problem in bundle.problems]


def test_whole_resources_have_no_problems(resources: Path) -> None:
    assert resources.is_dir()
    assert problems() == []


@pytest.mark.parametrize("name", ["themes/light.toml", "strings/nl.toml", "fonts", "strings"])
@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_that_leads_out_is_a_problem(
    resources: Path, tmp_path: Path, name: str, target: str
) -> None:
    (resources / name).rename(tmp_path / "elsewhere")
    (resources / name).symlink_to(tmp_path / target)
    found = problems()
    assert any(name.split("/")[0] in one for one in found)


@LINUX
@pytest.mark.parametrize(
    "name", ["themes/light.toml", "strings/nl.toml", "fonts/AtkinsonHyperlegibleNext-Regular.ttf"]
)
def test_a_pipe_does_not_hold_the_start(resources: Path, name: str) -> None:
    (resources / name).unlink()
    os.mkfifo(resources / name)
    with within_seconds(5):
        assert any(name.split("/")[0] in one for one in problems())


@pytest.mark.parametrize("name", ["themes/light.toml", "strings/nl.toml"])
def test_a_huge_file_is_not_read(resources: Path, name: str) -> None:
    (resources / name).write_bytes(b"#\n" * (MOST_TEXT_BYTES // 2 + 1))
    assert any("larger than" in one for one in problems())


def cut_fonts(folder: Path) -> None:
    for file in folder.glob("*.ttf"):
        os.truncate(file, 20_000)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("strings/nl.toml", "", "has no words"),
        ("strings/nl.toml", "nav = 3\n", "has no words"),
        ("strings", None, "is not there"),
        ("themes/light.toml", "", "has no colours"),
        ("themes/light.toml", "roles = 3\n", "has no colours"),
        ("themes/light.toml", '[roles]\nink = "#000"\n', "paper"),
        ("fonts", None, "3 of 3 fonts are not there"),
        ("", None, "fonts are not there"),
    ],
)
def test_staff_are_told_what_is_missing(
    resources: Path, name: str, content: str | None, told: str
) -> None:
    if content is None:
        shutil.rmtree(resources / name)
    else:
        (resources / name).write_text(content)
    assert any(told in one for one in problems())


def test_a_font_that_is_cut_off_gives_way_to_one_that_draws(resources: Path, qapp: object) -> None:
    cut_fonts(resources / "fonts")
    fonts = Fonts(sorted((resources / "fonts").glob("*.ttf")))
    assert not fonts.loaded
    assert any("cannot be loaded" in one for one in problems())
    raw = QRawFont.fromFont(fonts.font(20))
    glyphs = raw.glyphIndexesForString("Bewegen")
    assert glyphs
    assert not any(raw.pathForGlyph(glyph).isEmpty() for glyph in glyphs)


@LINUX
def test_the_checker_of_packs_is_not_held_by_what_lies_in_the_place_of_fonts_and_words(
    resources: Path, tmp_path: Path
) -> None:
    pack = resources / "packs/bewegen-bij-ms"
    for name in ("fonts/AtkinsonHyperlegibleNext-Regular.ttf", "language/nl.toml"):
        (resources / name).unlink()
        os.mkfifo(resources / name)
    with within_seconds(20):
        loaded = load(pack, None, QtProbe)
    assert loaded.pack is not None
    loaded.close()
    (resources / "fonts").rename(tmp_path / "elsewhere")
    (resources / "fonts").symlink_to(tmp_path / "elsewhere")
    assert QtProbe().missing_characters("Bewegen") == ""
