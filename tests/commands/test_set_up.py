"""`kiosk set-up`: what it starts from, its window, and its exit codes."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.commands import set_up as module
from kiosk.commands.options import SetUpOptions, Size
from kiosk.commands.set_up import FINE, NOT_KEPT, facts, set_up
from kiosk.commands.set_up_window import SetUpWindow
from kiosk.log import Log
from kiosk.settings import Settings, load_settings
from kiosk.store.lock import InstanceLock
from kiosk.store.pins import open_pins
from kiosk.ui.set_up.summary import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kiosk.domain.set_up import Facts
    from kiosk.domain.staff import Level
    from kiosk.store.pins import Pins

LANGUAGES = [("nl", "Nederlands"), ("fr", "Français")]


def pins_of(folder: Path, fixed: dict[Level, str] | None = None) -> Pins:
    return open_pins(folder / "data", folder / "etc", fixed or {}, time.monotonic()).pins


def start(folder: Path, settings: Settings, glass: tuple[int, int], scale: float) -> Facts:
    return facts(settings, LANGUAGES, "nl", scale, glass, pins_of(folder))


def test_lengths_that_are_not_set_are_the_usual_ones(tmp_path: Path) -> None:
    """DESIGN.md section 3: 850 wide, 790 tall, 5.6 times the short side."""
    wide = start(tmp_path, Settings(), (1920, 1080), 1080 / 268)
    assert wide.lengths == {
        "screen_bottom_mm": 850,
        "viewing_distance_mm": 600,
        "passive_distance_mm": 1500,
    }
    assert start(tmp_path, Settings(), (1080, 1920), 4.03).lengths["screen_bottom_mm"] == 790


def test_lengths_that_are_set_are_those(tmp_path: Path) -> None:
    settings = Settings(screen_bottom_mm=900, viewing_distance_mm=700, passive_distance_mm=3000)
    assert start(tmp_path, settings, (1920, 1080), 4.0).lengths == {
        "screen_bottom_mm": 900,
        "viewing_distance_mm": 700,
        "passive_distance_mm": 3000,
    }


def test_pins_that_are_there_and_those_that_the_settings_name(tmp_path: Path) -> None:
    assert start(tmp_path, Settings(), (1920, 1080), 4.0).there == frozenset()
    pins = pins_of(tmp_path)
    pins.set("staff", "2580")
    found = facts(Settings(), LANGUAGES, "nl", 4.0, (1920, 1080), pins)
    assert (found.there, found.fixed) == ({"staff"}, frozenset())
    from kiosk.store.pin_hash import PinHash

    fixed = pins_of(tmp_path, {"staff": "", "it": str(PinHash.of("13579"))})
    found = facts(Settings(), LANGUAGES, "nl", 4.0, (1920, 1080), fixed)
    assert (found.there, found.fixed) == ({"staff", "it"}, {"it"})


# -- the window ------------------------------------------------------------------------------------


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[SetUpWindow]:
    (tmp_path / "data").mkdir()
    file = tmp_path / "settings.toml"
    file.write_text("px_per_mm = 4.03\n", "utf-8")
    log = Log(tmp_path / "data", "info", sys.stderr)
    options = SetUpOptions(settings=file, windowed=Size(1920, 1080))
    found = SetUpWindow(
        options, load_settings(file, [], ""), tmp_path / "data", log, time.monotonic
    )
    found.show()
    yield found
    found.close()
    found.window.deleteLater()
    QCoreApplication.sendPostedEvents()
    log.close()


def test_it_offers_the_languages_of_the_pack(window: SetUpWindow) -> None:
    assert window.screen.control("set-up.choice.nl") is not None
    assert window.window.current is window.screen


def test_what_was_kept_is_its_outcome(window: SetUpWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.outcome is None
    window.screen.draft.values["mode"] = "display"
    window.screen.show_step("save")
    with qtbot.waitSignal(window.screen.kept, timeout=10_000):
        window.screen.go_on()
    assert window.outcome == Outcome((str(tmp_path / "settings.toml"),))
    text = (tmp_path / "settings.toml").read_text("utf-8")
    assert text == 'px_per_mm = 4.03\nmode = "display"\n'


def test_another_size_of_the_glass_is_followed(window: SetUpWindow) -> None:
    window.window.resize(1366, 768)
    assert window.screen.width() == 1366
    assert window.screen.look.metrics.width == 1366


# -- exit codes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "code", "said"),
    [
        (None, NOT_KEPT, "kiosk: nothing was kept\n"),
        (Outcome(("a.toml",)), FINE, "written: a.toml\n"),
        (
            Outcome(("a.toml",), "b.toml: full", "/media/X"),
            NOT_KEPT,
            "written: a.toml\nkiosk: b.toml: full\nkiosk: a copy lies in /media/X\n",
        ),
        (Outcome(trouble="b.toml: full"), NOT_KEPT, "kiosk: b.toml: full\n"),
    ],
)
def test_the_exit_code_tells_whether_it_was_kept(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    outcome: Outcome | None,
    code: int,
    said: str,
) -> None:
    def shown(options: SetUpOptions, data: Path) -> Outcome | None:
        return outcome

    monkeypatch.setattr(module, "_shown", shown)
    assert set_up(SetUpOptions(data_dir=tmp_path)) == code
    out, err = capsys.readouterr()
    assert out + err == said


def test_while_a_kiosk_runs_its_menu_is_the_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = InstanceLock(tmp_path)
    assert set_up(SetUpOptions(data_dir=tmp_path)) == NOT_KEPT
    assert "from its own menu" in capsys.readouterr().err
    lock.close()
