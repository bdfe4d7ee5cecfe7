"""The composition root: what shows whatever is broken (DESIGN.md sections 4 and 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.commands.options import RunOptions
from tests.app.house_support import House
from tests.content.builder import PackFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_it_starts_at_attract_and_takes_a_visitor(run: Callable[..., House]) -> None:
    house = run()
    assert house.screen == "screen.attract"
    house.press("attract.read")
    assert house.screen == "screen.home"
    assert "ERROR" not in house.logged()


def test_the_pack_asked_for_shows(run: Callable[..., House], tmp_path: Path) -> None:
    pack = PackFolder(tmp_path / "pack")
    house = run(RunOptions(pack=pack.folder))
    assert "\nEen kaart\nBewegen doet goed." in house.said()


def test_a_broken_pack_gives_way_to_the_bundled_one_and_staff_find_out(
    run: Callable[..., House], tmp_path: Path
) -> None:
    pack = PackFolder(tmp_path / "pack")
    pack.write("nl/quiz.toml", "[[question\n")
    house = run(RunOptions(pack=pack.folder))
    assert house.screen == "screen.attract"
    assert "Waarom bewegen?" in house.said()
    assert "quiz.toml" in house.logged()
    assert "quiz.toml" not in house.said()


def test_without_any_pack_it_is_out_of_order(
    run: Callable[..., House], resources: Path, tmp_path: Path
) -> None:
    (resources / "packs/bewegen-bij-ms/pack.toml").write_text("niets")
    house = run(RunOptions(pack=tmp_path / "nowhere"))
    assert house.screen == "screen.out-of-order"
    assert "Dit scherm werkt nu niet" in house.said()
    assert "nowhere" in house.logged()
    house.kiosk.window.resize(1080, 1920)
    current = house.kiosk.window.current
    assert current is not None
    assert current.width() == 1080


@pytest.mark.parametrize("content", [None, "paper = ", "paper = 3\n[roles]\nink = 5\n"])
def test_a_missing_or_broken_theme_is_black_on_white(
    run: Callable[..., House], resources: Path, content: str | None
) -> None:
    theme = resources / "themes/light.toml"
    if content is None:
        theme.unlink()
    else:
        theme.write_text(content)
    house = run()
    house.press("attract.read")
    assert house.screen == "screen.home"
    current = house.kiosk.window.current
    assert current is not None
    look = current.look
    assert look.colour("ink") == Qt.GlobalColor.black
    assert look.colour("paper") == Qt.GlobalColor.white
    assert look.colour("on_panel") != look.colour("panel", "petrol")
    assert look.colour("on_card") != look.colour("card", "petrol")
    assert look.colour("on_primary") != look.colour("primary", "petrol")


@pytest.mark.parametrize("content", [None, "nav.done = ", "", "[nav]\ndone = 3\n"])
def test_without_any_words_it_is_out_of_order(
    run: Callable[..., House], resources: Path, content: str | None
) -> None:
    strings = resources / "strings/nl.toml"
    if content is None:
        strings.unlink()
    else:
        strings.write_text(content)
    house = run()
    assert house.screen == "screen.out-of-order"
    assert "Dit scherm werkt nu niet" in house.said()
    assert "out of order: the interface has no words" in house.logged()
    assert "strings/nl.toml" in house.logged()


def test_where_words_are_missing_no_key_ever_shows(
    run: Callable[..., House], resources: Path
) -> None:
    (resources / "strings/nl.toml").write_text('[nav]\ndone = "Klaar"\n')
    house = run()
    for control in ("attract.read", "home.quiz", "quiz.option.1", "quiz.next", "quiz.stop"):
        house.press(control)
        for word in ("nav.", "quiz.", "attract.", "{", "None"):
            assert word not in house.said()
    assert house.screen == "screen.quiz-result"
    assert "strings/nl.toml:0: error: has no words for attract.read;" in house.logged()
    assert "strings/nl.toml:0: error: has no words for result.again_one;" in house.logged()


def test_with_fonts_blocked_it_stays_usable_and_staff_find_out(
    run: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    def blocked(_file: str) -> int:
        return -1

    monkeypatch.setattr("kiosk.ui.theme.fonts.QFontDatabase.addApplicationFont", blocked)
    house = run()
    house.press("attract.larger")
    assert house.screen == "screen.home"
    assert not house.kiosk.window.grab().isNull()
    assert "font" in house.logged()


def test_without_icons_the_words_remain(
    run: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_prefix: str) -> None:
        return None

    monkeypatch.setattr("kiosk.ui.theme.icons.find_icon_font", none)
    house = run()
    house.press("attract.read")
    assert not house.kiosk.window.grab().isNull()
    assert "Klaar" in house.said()


def test_broken_settings_cost_only_themselves(run: Callable[..., House], tmp_path: Path) -> None:
    settings = tmp_path / "broken.toml"
    settings.write_text("start_text_size = 7\nidle_min_s = 300\nlettres = 1\n")
    house = run(RunOptions(settings=settings))
    assert house.screen == "screen.attract"
    assert "start_text_size" in house.logged()
    assert "lettres" in house.logged()


def test_what_cannot_be_had_is_told_to_staff(run: Callable[..., House], tmp_path: Path) -> None:
    house = run(RunOptions(language="pl", pack=tmp_path / "nowhere"))
    assert house.screen == "screen.attract"
    assert "has no pl, only nl, " in house.logged()
    assert "nowhere" in house.logged()


def test_an_unreviewed_pack_gives_way_where_none_is_allowed(
    run: Callable[..., House], tmp_path: Path
) -> None:
    settings = tmp_path / "strict.toml"
    settings.write_text("allow_unreviewed = false\n")
    house = run(RunOptions(settings=settings))
    assert house.screen == "screen.out-of-order"
    assert "nobody has reviewed its nl text" in house.logged()
