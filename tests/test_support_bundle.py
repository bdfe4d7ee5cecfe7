"""The support bundle: what IT needs, no secret and nothing of a visitor (issue 3, item 3)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from kiosk.bundle import Bundle
from kiosk.proving.walk_health import FINE, WORST
from kiosk.settings import load_settings
from kiosk.store.delivery import Delivered
from kiosk.support_bundle import REMOVED, Contents, bundle_name, members, scrubbed, write_bundle

if TYPE_CHECKING:
    from kiosk.ui.strings import Strings

NOW = datetime(2026, 11, 22, 16, 5, tzinfo=UTC)
HASH = "scrypt$14$8$1$c2FsdHNhbHQ=$" + "aGFzaGhhc2hoYXNo" * 3
SETTINGS = f"""\
# The PIN is 2468.
language = "nl"
pin_hash = "{HASH}"
pin_hsah = "{HASH}"
pin = 2468
idle_min_s = 10
"""


@pytest.fixture
def say() -> Strings:
    return Bundle(None).strings("nl")


@pytest.fixture
def contents(tmp_path: Path, say: Strings) -> Contents:
    etc, data = tmp_path / "etc", tmp_path / "data"
    (etc / "settings.d").mkdir(parents=True)
    data.mkdir()
    (etc / "settings.toml").write_text(SETTINGS)
    (etc / "settings.d" / "kiosk-3.toml").write_text(f'screen = 1\nit_pin_hash = "{HASH}x"\n')
    (data / "kiosk.log").write_text(f"2026-11-22 INFO a line with {HASH} in it\n")
    (data / "kiosk.log.1").write_text("an older part\n")
    # What else lies in a data folder, and is nobody's but the clinic's or the visitor's.
    for name in ("pins", "pin-tries", "counts.csv", "places.json"):
        (data / name).write_text("never to be seen")
    loaded = load_settings(None, [etc / "settings.toml"], "kiosk-3")
    return Contents(WORST, loaded, say, data)


def test_it_holds_what_it_asks_for(contents: Contents) -> None:
    found = members(contents, NOW)
    assert set(found) == {
        "README.txt",
        "health.txt",
        "health.json",
        "problems.txt",
        "settings.toml",
        "settings.txt",
        "versions.txt",
        "log/kiosk.log",
        "log/kiosk.log.1",
    }
    assert "Dit vraagt aandacht:" in found["health.txt"]
    assert "De computer kan niets bewaren" in found["health.txt"]
    assert json.loads(found["health.json"])["clock"] == {
        "now": "2026-11-22T16:05",
        "doubt": "behind",
    }
    assert json.loads(found["health.json"])["screens"][0]["width_mm"] == 476
    assert len(found["problems.txt"].splitlines()) == 13
    assert "pyside6" in found["versions.txt"].lower()
    told = {name.partition("/")[0] for name in found} - {"README.txt"}
    assert [name for name in told if name not in found["README.txt"]] == []


def test_no_secret_is_in_it_wherever_it_stood(contents: Contents) -> None:
    everything = "\n".join(members(contents, NOW).values())
    assert "scrypt" not in everything
    assert HASH[-10:] not in everything
    assert "2468" not in everything, "an unknown key may be a PIN; a comment may hold one"
    assert "never to be seen" not in everything


def test_it_tells_what_is_set_where(contents: Contents) -> None:
    found = members(contents, NOW)
    settings, files = found["settings.toml"], found["settings.txt"]
    assert 'language = "nl"' in settings
    assert "screen = 1" in settings
    assert "idle_min_s = 120" in settings
    assert "# pin_hash: set" in settings
    assert f"line 4: pin_hsah = {REMOVED}" in files
    assert "kiosk-3.toml" in files
    assert "line 1: screen = 1" in files


def test_the_settings_that_count_can_be_read_again(contents: Contents, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text(members(contents, NOW)["settings.toml"], "utf-8")
    again = load_settings(copy, [], "")
    assert again.problems == ()
    secret = {"pin_hash": "", "it_pin_hash": ""}
    assert again.settings == contents.loaded.settings._replace(**secret)


def test_a_kiosk_without_files_has_a_bundle_too(tmp_path: Path, say: Strings) -> None:
    found = members(Contents(FINE, load_settings(None, [], ""), say, tmp_path / "none"), NOW)
    assert found["problems.txt"] == "none\n"
    assert "bundled defaults" in found["settings.txt"]
    assert "# pin_hash: not set" in found["settings.toml"]
    assert found["health.txt"].startswith("Alles in orde")
    assert not [name for name in found if name.startswith("log/")]


def test_a_settings_file_that_cannot_be_read_costs_itself(
    contents: Contents, tmp_path: Path
) -> None:
    broken = tmp_path / "etc" / "settings.d" / "broken.toml"
    broken.write_bytes(b"\0")
    (tmp_path / "data" / "kiosk.log.2").mkdir()
    found = members(contents, NOW)
    assert "cannot be read" in found["settings.txt"]
    assert "cannot be read" in found["log/kiosk.log.2"]


def test_it_is_a_zip_with_a_dated_name(contents: Contents, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    found = write_bundle(contents, NOW, folder, stick=False)
    assert found == Delivered(folder / "kiosk-it-2026-11-22-1605.zip")
    assert found.file is not None
    with ZipFile(found.file) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == set(members(contents, NOW))
    assert bundle_name(NOW) == found.file.name


def test_a_stick_that_is_gone_takes_nothing(contents: Contents, tmp_path: Path) -> None:
    assert write_bundle(contents, NOW, tmp_path / "gone", stick=True).refusal == "gone"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("pin s3cret here", f"pin {REMOVED} here"),
        (f'x = "{HASH}"', f'x = "{REMOVED}"'),
        ("scrypt is a word", "scrypt is a word"),
    ],
)
def test_secrets_are_taken_out(text: str, left: str) -> None:
    assert scrubbed(text, ["s3cret"]) == left
