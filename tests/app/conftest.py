"""What tests of the whole kiosk share: kiosks up to their first frame, and spoiled resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import RunOptions
from tests.app.house_support import House
from tests.ui.support.leaks import no_leaks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DEFAULTS = RunOptions()


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
