"""The composition root: what shows whatever is broken (DESIGN.md sections 4 and 7)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.app import Kiosk
from kiosk.commands.options import RunOptions, Size
from kiosk.faces.rescue import MOST, Rescue
from kiosk.log import Log
from kiosk.settings import load_settings
from kiosk.ui.session import Session
from tests.content.builder import PackFolder
from tests.ui.support.kiosk import deliver
from tests.ui.support.leaks import no_leaks
from tests.ui.support.tree import labels, shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SIZE = Size(1366, 768)
DEFAULTS = RunOptions()


class House:
    """A kiosk as `kiosk run` makes it, in a window, with a data folder of its own."""

    def __init__(self, folder: Path, options: RunOptions) -> None:
        self.data = folder / "data"
        self.log = Log(self.data)
        loaded = load_settings(options.settings)
        options = options._replace(windowed=SIZE, data_dir=self.data)
        self.kiosk = Kiosk(options, loaded, self.data, self.log)

    @property
    def screen(self) -> str:
        current = self.kiosk.window.current
        return "" if current is None else current.accessibleIdentifier()

    @property
    def session(self) -> Session | None:
        found = self.kiosk.window.findChildren(Session)
        return found[0] if found else None

    def said(self) -> str:
        """All words that show."""
        return "\n".join(
            widget.accessibleName() for widget in shown_by_identifier(self.kiosk.window).values()
        )

    def press(self, identifier: str) -> None:
        widget = shown_by_identifier(self.kiosk.window)[identifier]
        handle = self.kiosk.window.windowHandle()
        assert handle is not None
        where = widget.mapTo(self.kiosk.window, widget.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=where)
        deliver()

    def logged(self) -> str:
        self.log.close()
        file = self.data / "kiosk.log"
        return file.read_text("utf-8") if file.exists() else ""

    def close(self) -> None:
        self.kiosk.close()
        self.kiosk.window.close()
        self.kiosk.window.deleteLater()
        deliver()


@pytest.fixture
def run(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., House]]:
    """Starts kiosks up to their first frame, and ends them."""
    qapp.setStyle("Fusion")
    settings = tmp_path / "settings.toml"
    settings.write_text("tap_guard_ms = 0\n")
    made: list[House] = []

    def make(options: RunOptions = DEFAULTS) -> House:
        house = House(tmp_path, options._replace(settings=options.settings or settings))
        made.append(house)
        house.kiosk.show()
        qtbot.waitUntil(lambda: house.session is not None or house.logged() != "")
        return house

    with no_leaks(monkeypatch):
        yield make
        for house in made:
            house.close()


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the resources that a test may spoil."""
    import shutil

    copy = tmp_path / "resources"
    shutil.copytree(paths.resources_folder(), copy)
    monkeypatch.setattr(paths, "resources_folder", lambda: copy)
    return copy


def fail(times: int) -> None:
    """So many unexpected errors, one after the other."""
    for number in range(times):
        error = RuntimeError(f"by accident {number}")
        sys.excepthook(RuntimeError, error, None)
        QCoreApplication.processEvents()
    deliver()


def test_it_starts_at_attract_and_takes_a_visitor(run: Callable[..., House]) -> None:
    house = run()
    assert house.screen == "screen.attract"
    house.press("attract.read")
    assert house.screen == "screen.home"
    assert "ERROR" not in house.logged()


def test_an_unexpected_error_leads_back_to_attract(run: Callable[..., House]) -> None:
    house = run()
    house.press("attract.read")
    fail(1)
    assert house.screen == "screen.attract"
    assert "by accident" in house.logged()
    assert "accident" not in house.said()
    house.press("attract.read")
    assert house.screen == "screen.home"


@pytest.mark.parametrize("visiting", [False, True])
def test_errors_that_return_show_a_calm_screen_and_nothing_runs_behind_it(
    run: Callable[..., House], visiting: bool
) -> None:
    house = run()
    fail(MOST)
    if visiting:
        house.press("attract.read")
    fail(1)
    assert house.screen == "screen.out-of-order"
    assert house.said().strip() == (
        "Dit scherm werkt nu niet\nVraag uitleg aan de balie. Een medewerker helpt u graag."
    )
    assert house.session is not None
    assert house.session.navigator.visit is None
    timers = house.kiosk.window.findChildren(QTimer)
    assert not [timer for timer in timers if timer.isActive()]
    QTest.keyClick(house.kiosk.window.windowHandle(), Qt.Key.Key_Escape)
    QTest.mouseClick(house.kiosk.window.windowHandle(), Qt.MouseButton.LeftButton)
    assert house.screen == "screen.out-of-order"


def test_the_calm_screen_follows_the_glass(run: Callable[..., House]) -> None:
    house = run()
    fail(MOST + 1)
    house.kiosk.window.resize(1080, 1920)
    current = house.kiosk.window.current
    assert current is not None
    assert (current.width(), current.height()) == (1080, 1920)
    assert all(current.rect().contains(one.geometry()) for one in labels(house.kiosk.window))


def test_after_its_rest_the_kiosk_works_again(run: Callable[..., House]) -> None:
    house = run()
    fail(MOST + 1)
    rescue = getattr(sys.excepthook, "__self__", None)
    assert isinstance(rescue, Rescue)
    rescue.rest.stop()
    rescue.rest.timeout.emit()
    assert house.screen == "screen.attract"
    house.press("attract.read")
    assert house.screen == "screen.home"


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


@pytest.mark.parametrize(
    "broken",
    [
        "kiosk.app.PackChoice.first",
        "kiosk.faces.visitors.AttractStand.show",
        "kiosk.app.Bundle.kit",
        "kiosk.app.Content.edition",
    ],
)
def test_whatever_breaks_while_it_starts_something_calm_shows(
    run: Callable[..., House], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("by accident")

    monkeypatch.setattr(broken, fall)
    house = run()
    expected = "screen.attract" if broken.endswith("kit") else "screen.out-of-order"
    assert house.screen == expected
    assert "by accident" in house.logged()
    assert not house.kiosk.window.grab().isNull()
