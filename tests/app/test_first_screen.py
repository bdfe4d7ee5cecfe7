"""Where the kiosk is a display or a talk, nothing of a visit shows before it, not for one frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import RunOptions
from kiosk.ui.window import KioskWindow
from tests.app.house_support import House
from tests.ui.support.events import deliver
from tests.ui.support.leaks import no_leaks
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from kiosk.domain.modes import Mode
    from kiosk.ui.screen import Screen

Begin = tuple[House, list[str]]


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Mode, str], Begin]]:
    """Starts a kiosk in a mode with settings; it tells every screen that the window had."""
    qapp.setStyle("Fusion")
    made: list[House] = []
    seen: list[str] = []
    show = KioskWindow.show_screen

    def note(window: KioskWindow, screen: Screen) -> None:
        seen.append(screen.accessibleIdentifier())
        show(window, screen)

    monkeypatch.setattr(KioskWindow, "show_screen", note)

    def make(mode: Mode, settings: str) -> Begin:
        file = tmp_path / "settings.toml"
        file.write_text(f"screen_power = false\n{settings}")
        house = House(tmp_path, RunOptions(mode=mode, settings=file))
        made.append(house)
        house.kiosk.show()
        qtbot.waitUntil(lambda: house.screen != "")
        return house, seen

    with no_leaks(monkeypatch):
        yield make
        for house in made:
            house.close()


@pytest.mark.parametrize(
    ("mode", "first"),
    [("display", "screen.display"), ("presentation", "screen.talk"), ("touch", "screen.attract")],
)
def test_the_first_screen_is_that_of_the_mode(
    begin: Callable[[Mode, str], Begin], mode: Mode, first: str
) -> None:
    _, seen = begin(mode, "")
    deliver()
    assert set(seen) == {first}


def test_outside_its_hours_the_first_picture_is_black(
    begin: Callable[[Mode, str], Begin],
) -> None:
    house, seen = begin("display", 'screen_hours = "1-7 off"\n')
    deliver()
    assert set(seen) == {"screen.display"}
    assert "display.slide" not in shown_by_identifier(house.kiosk.window)
    middle = house.kiosk.window.grab().toImage().pixelColor(600, 300)
    assert (middle.red(), middle.green(), middle.blue()) == (0, 0, 0)
