"""The checks of what is shipped see each thing that can be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.bundle import font_files
from kiosk.host.probe import QtProbe
from kiosk.proving import bundle_checks
from kiosk.proving.bundle_checks import font_check, pack_checks, read_themes, string_checks
from tests.content.builder import PackFolder

THEME = '[roles]\nink = "black"\npaper = "accent"\n[accents]\nmos = "red"\n'


@pytest.mark.parametrize(
    ("dark", "expected"),
    [
        (THEME, None),
        (THEME.replace('ink = "black"\n', ""), "roles has no ink"),
        (THEME.replace("mos", "pruim"), "accents has no mos"),
        (THEME.replace("black", "blackish"), "roles.ink is no colour: 'blackish'"),
        ("[roles", "cannot be read"),
        ("", "has no roles"),
    ],
)
def test_broken_themes(tmp_path: Path, dark: str, expected: str | None) -> None:
    (tmp_path / "light.toml").write_text(THEME)
    (tmp_path / "dark.toml").write_text(dark)
    found = {check.name: check.problems for check in read_themes(tmp_path)[1]}
    if expected is None:
        assert found == {"theme light": (), "theme dark": ()}
    else:
        assert [problem for problem in found["theme dark"] if expected in problem]


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        ('a.b = "x {n}"\na.c = "y"\n', ()),
        ('a.b = "x {n}"\n', ("no a.c",)),
        ('a.b = "x {m}"\na.c = "y"\n', ("a.b fills in ['m'], not ['n']",)),
        ('a.b = "x {n}"\na.c = " "\n', ("a.c is empty",)),
        ('a.b = "x {n}"\na.c = "y"\na.d = "z"\n', ("a.d is not in nl.toml",)),
    ],
)
def test_broken_words(tmp_path: Path, french: str, expected: tuple[str, ...]) -> None:
    (tmp_path / "nl.toml").write_text('a.b = "x {n}"\na.c = "y"\n')
    (tmp_path / "fr.toml").write_text(french)
    found = {check.name: check.problems for check in string_checks(tmp_path)}
    assert found == {"strings nl": (), "strings fr": expected}


def test_words_that_cannot_be_read(tmp_path: Path) -> None:
    assert [check.problems for check in string_checks(tmp_path)] == [("the file is not there",)]
    (tmp_path / "nl.toml").write_text("a = ")
    (check,) = string_checks(tmp_path)
    assert check.problems[0].startswith("cannot be read")


def test_a_font_file_that_is_none(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    assert font_check(font_files()).problems == ()
    (tmp_path / "bad.ttf").write_text("no font")
    assert "a font file cannot be loaded" in font_check([tmp_path / "bad.ttf"]).problems
    assert "a font file cannot be loaded" in font_check([]).problems


def test_a_pack_with_errors(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    assert qapp is not None
    pack = PackFolder(tmp_path / "proef")
    monkeypatch.setattr(bundle_checks, "bundled_packs", lambda: [pack.folder])
    (check,) = pack_checks(QtProbe)
    assert (check.problems, check.remark) == ((), "nl: 1 topics, 1 questions; 0 warnings")
    pack.write("nl/quiz.toml", "nonsense")
    (check,) = pack_checks(QtProbe)
    assert "quiz.toml" in check.problems[0]
    monkeypatch.setattr(bundle_checks, "bundled_packs", list)
    (check,) = pack_checks(QtProbe)
    assert check.problems == ("no pack is bundled",)
