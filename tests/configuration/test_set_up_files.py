"""Where the answers of set-up are kept, and what becomes of them where nothing can be written."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.configuration import set_up_files as module
from kiosk.configuration.set_up_files import Keeper, Places, places
from kiosk.domain.set_up import Draft
from kiosk.host.sticks import Stick
from kiosk.settings import load_settings
from kiosk.store.pins import Pins, open_pins
from kiosk.store.settings_writer import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Mapping

HOST = "hal.ziekenhuis.example"


class House:
    """A machine with folders for settings and data, whose sticks a test chooses."""

    def __init__(self, root: Path) -> None:
        self.config = root / "config"
        self.data = root / "data"
        self.config.mkdir()
        self.data.mkdir()
        self.settings = self.config / "settings.toml"
        self.sticks: list[Stick] = []

    def pins(self) -> Pins:
        return open_pins(self.data, self.config / "protected", {}, time.monotonic()).pins

    def keeper(self, where: Places | None = None) -> Keeper:
        where = where or places(None, self.settings, HOST)
        return Keeper(where, self.pins(), self.data, lambda: self.sticks)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def answered() -> Draft:
    draft = Draft()
    draft.values |= {"mode": "display", "px_per_mm": 5.5, "passive_distance_mm": 2500}
    return draft


def test_what_others_can_be_given_stands_apart_from_this_machine(house: House) -> None:
    house.settings.write_text('# Ours.\nlanguage = "fr"\n', "utf-8")
    outcome = house.keeper().keep(answered())
    own = house.config / "settings.d" / "hal.toml"
    assert outcome.trouble == ""
    assert set(outcome.files) == {str(house.settings), str(own)}
    assert house.settings.read_text("utf-8") == '# Ours.\nlanguage = "fr"\nmode = "display"\n'
    assert own.read_text("utf-8") == "px_per_mm = 5.5\npassive_distance_mm = 2500\n"


def test_the_kiosk_reads_what_was_kept(house: House) -> None:
    house.keeper().keep(answered())
    loaded = load_settings(None, [house.settings], HOST)
    assert loaded.problems == ()
    settings = loaded.settings
    assert (settings.mode, settings.px_per_mm, settings.passive_distance_mm) == (
        "display",
        5.5,
        2500,
    )


def test_what_the_machine_says_already_is_changed_there(house: House) -> None:
    """It counts more than the common file, which would change nothing."""
    own = house.config / "settings.d" / "hal.toml"
    own.parent.mkdir()
    own.write_text('mode = "touch"\n', "utf-8")
    house.keeper().keep(answered())
    assert load_settings(None, [house.settings], HOST).settings.mode == "display"
    assert not house.settings.exists()


def test_nothing_to_keep_writes_nothing(house: House) -> None:
    assert house.keeper().keep(Draft()) == module.Outcome()
    assert list(house.config.iterdir()) == []


def test_pins_are_kept_as_hashes(house: House) -> None:
    draft = Draft()
    draft.pins |= {"staff": "2580", "it": "13579"}
    assert house.keeper().keep(draft).trouble == ""
    pins = house.pins()
    assert pins.opens("2580", time.monotonic()) == "staff"
    assert pins.opens("13579", time.monotonic(), "it") == "it"
    assert b"2580" not in (house.data / "pins").read_bytes()


# -- which files ---------------------------------------------------------------------------------


def test_the_file_that_was_asked_for_comes_first(tmp_path: Path) -> None:
    asked, in_use = tmp_path / "a.toml", tmp_path / "b.toml"
    assert places(asked, in_use, HOST).common == asked
    assert places(None, in_use, HOST) == (in_use, tmp_path / "settings.d" / "hal.toml")


def test_without_any_file_it_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert places(None, None, HOST).common.is_relative_to(tmp_path)


def test_beside_a_machines_own_file_stands_the_common_one(tmp_path: Path) -> None:
    own = tmp_path / "settings.d" / "hal.toml"
    assert places(None, own, HOST) == (tmp_path / "settings.toml", own)


def test_the_machines_file_that_counts_most_is_changed(tmp_path: Path) -> None:
    folder = tmp_path / "settings.d"
    folder.mkdir()
    (folder / f"{HOST}.toml").write_text("", "utf-8")
    assert places(None, tmp_path / "settings.toml", HOST).machine == folder / f"{HOST}.toml"


def test_a_machine_without_a_name_has_one_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert places(None, file, "") == (file, file)


# -- where nothing can be written ------------------------------------------------------------------


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, values: Mapping[str, object]) -> WrittenFile:
        return WrittenFile(file, "Read-only file system")

    monkeypatch.setattr(module, "write_settings", refuse)


@pytest.mark.usefixtures("frozen")
def test_a_copy_goes_into_the_data_folder(house: House) -> None:
    house.settings.write_text('# Ours.\nlanguage = "fr"\n', "utf-8")
    outcome = house.keeper().keep(answered())
    assert outcome.trouble == f"{house.settings}: Read-only file system"
    assert outcome.files == ()
    folder = house.data / "export"
    assert outcome.copy == str(folder)
    text = (folder / "settings.toml").read_text("utf-8")
    assert text == '# Ours.\nlanguage = "fr"\nmode = "display"\n'
    assert "px_per_mm = 5.5" in (folder / "hal.toml").read_text("utf-8")


@pytest.mark.usefixtures("frozen")
def test_a_stick_is_tried_first_and_one_that_fails_is_passed_over(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, locked, good = (tmp_path / name for name in ("gone", "locked", "good"))
    good.mkdir()
    house.sticks = [Stick(gone, "A"), Stick(locked, "B", writable=False), Stick(good, "C")]

    def is_mounted(path: str | Path) -> bool:
        return Path(path) == good

    monkeypatch.setattr("os.path.ismount", is_mounted)
    assert house.keeper().keep(answered()).copy == str(good)
    assert {file.name for file in good.iterdir()} == {"settings.toml", "hal.toml"}


@pytest.mark.usefixtures("frozen")
def test_without_any_place_the_lines_on_the_screen_are_all_there_is(house: House) -> None:
    keeper = Keeper(
        places(None, house.settings, HOST), house.pins(), house.settings / "no folder", list
    )
    house.settings.write_text("", "utf-8")
    assert keeper.keep(answered()).copy == ""


@pytest.mark.usefixtures("frozen")
def test_a_pin_is_not_set_where_the_rest_was_refused(house: House) -> None:
    draft = answered()
    draft.pins["staff"] = "2580"
    house.keeper().keep(draft)
    assert not house.pins().there


def test_a_pin_that_cannot_be_kept_is_told(house: House) -> None:
    (house.data / "pins").mkdir()
    draft = Draft()
    draft.pins["staff"] = "2580"
    assert house.keeper().keep(draft).trouble.startswith("PIN: ")
