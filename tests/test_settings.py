"""Settings are usable whatever the files say, and every mistake is named with its line."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from kiosk.configuration.settings_spec import KEYS
from kiosk.settings import Settings, load_settings
from tests.settings_support import DEFAULTS, load, only
from tools.settings_docs import EXAMPLE, PAGE, page
from tools.settings_docs import example as example_text

# What may be set, and to what


def test_defaults_of_the_contract() -> None:
    assert load_settings(None, standard=(), hostname="") == (DEFAULTS, (), None)
    assert (DEFAULTS.mode, DEFAULTS.start_text_size) == ("touch", 125)
    assert (DEFAULTS.idle_min_s, DEFAULTS.idle_warning_s) == (120, 30)
    assert (DEFAULTS.viewing_distance_mm, DEFAULTS.tap_guard_ms) == (600, 500)
    assert (DEFAULTS.attract_base_s, DEFAULTS.attract_word_s) == (3, 1)
    assert DEFAULTS.counts
    assert DEFAULTS.allow_unreviewed


def test_each_setting_has_its_specification_and_the_other_way_round() -> None:
    assert [key.name for key in KEYS] == list(Settings._fields)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ('mode = "display"', "mode", "display"),
        ('language = "nl-BE"', "language", "nl-BE"),
        ('display_languages = "nl fr-BE"', "display_languages", "nl fr-BE"),
        ('display_topics = "a 2; b"', "display_topics", "a 2; b"),
        ('screen_hours = "1-5 08:00-18:00; 6-7 off"', "screen_hours", "1-5 08:00-18:00; 6-7 off"),
        ('screen_exceptions = "2026-12-25 off"', "screen_exceptions", "2026-12-25 off"),
        ('dark_hours = "20:00-07:00"', "dark_hours", "20:00-07:00"),
        ('restart_at = ""', "restart_at", ""),
        ("px_per_mm = 3.95", "px_per_mm", 3.95),
        ("px_per_mm = 0", "px_per_mm", 0),
        ("viewing_distance_mm = 300", "viewing_distance_mm", 300),
        ("passive_distance_mm = 20000", "passive_distance_mm", 20000),
        ("screen_bottom_mm = 2000", "screen_bottom_mm", 2000),
        ("start_text_size = 150", "start_text_size", 150),
        ("idle_min_s = 3_600", "idle_min_s", 3600),
        ("idle_warning_s = 20 # seconds", "idle_warning_s", 20),
        ("tap_guard_ms = 0", "tap_guard_ms", 0),
        ("attract_word_s = 0.2", "attract_word_s", 0.2),
        ("pin_hash = 'a$b'", "pin_hash", "a$b"),
        ("counts = false", "counts", False),
        ("allow_unreviewed = false", "allow_unreviewed", False),
        ("screen = -1", "screen", -1),
        ('log_level = "debug"', "log_level", "debug"),
        ('"screen" = 2', "screen", 2),
    ],
)
def test_good_values(tmp_path: Path, line: str, name: str, value: object) -> None:
    loaded = load(tmp_path, line)
    assert loaded.problems == ()
    assert loaded.settings == DEFAULTS._replace(**{name: value})


@pytest.mark.parametrize(
    "line",
    [
        'mode = "Touch"',
        "mode = 1",
        "language = 3",
        'language = "nl_BE!"',
        'language = "-"',
        "pack = true",
        'pack = "a\\u0000b"',
        "px_per_mm = 0.99",
        "px_per_mm = 40.1",
        "px_per_mm = nan",
        "px_per_mm = inf",
        "px_per_mm = -inf",
        "px_per_mm = true",
        'px_per_mm = "4"',
        "viewing_distance_mm = 299",
        "viewing_distance_mm = 0",
        "passive_distance_mm = 499",
        "screen_bottom_mm = 2001",
        "start_text_size = 110",
        "start_text_size = 100.5",
        "idle_min_s = 119",
        "idle_min_s = 3601",
        "idle_min_s = 150.0",
        "idle_min_s = [150]",
        "idle_min_s = {a = 1}",
        "idle_min_s = 2026-01-01",
        "idle_warning_s = 19",
        "tap_guard_ms = 2001",
        "attract_word_s = 0.1",
        "screen = -2",
        "screen = 16",
        "counts = 1",
        'counts = "true"',
        "allow_unreviewed = 0",
        'log_level = "loud"',
        'display_languages = "nl fr/"',
        'display_topics = "a 0"',
        'screen_hours = "1-5 8-18"',
        'screen_exceptions = "25/12 off"',
        'dark_hours = "20:00"',
        'restart_at = "24:00"',
        "display_fade_ms = 301",
        "display_fade_ms = 20",
        f"pin_hash = '{'x' * 1500}'",
        f"idle_min_s = 0x{'f' * 1900}",
    ],
)
def test_a_bad_value_costs_only_itself(tmp_path: Path, line: str) -> None:
    loaded = load(tmp_path, f"# ours\n\n{line}\nattract_base_s = 5\n")
    assert loaded.settings == DEFAULTS._replace(attract_base_s=5)
    problem = only(loaded)
    assert (problem.file, problem.line) == (str(tmp_path / "settings.toml"), 3)
    assert problem.severity == "error"
    assert problem.what.startswith(line.split(" ", maxsplit=1)[0])
    assert len(problem.what) < 160


def test_what_is_wrong_in_hours_is_said(tmp_path: Path) -> None:
    problem = only(load(tmp_path, 'screen_hours = "1-5 08:00-18:00; 5 off"'))
    assert problem.what.endswith("cannot be used: day 5 has two rules")


def test_never_less_than_two_minutes_before_the_question(tmp_path: Path) -> None:
    """access.md K1, whatever is asked for."""
    for seconds in (-1, 0, 1, 119):
        assert load(tmp_path, f"idle_min_s = {seconds}").settings.idle_min_s == 120


@pytest.mark.parametrize(
    ("written", "meant"),
    [("idle_mins", "idle_min_s"), ("px-per-mm", "px_per_mm"), ("Mode", "mode")],
)
def test_did_you_mean(tmp_path: Path, written: str, meant: str) -> None:
    problem = only(load(tmp_path, f"{written} = 3"))
    assert (problem.line, problem.severity) == (1, "warning")
    assert repr(written) in problem.what
    assert problem.to_do == f"did you mean {meant}?"


def test_unknown_key_like_none(tmp_path: Path) -> None:
    assert "docs/settings.md" in only(load(tmp_path, "zzz = 3")).to_do


def test_the_pin_hash_is_shown_to_nobody(tmp_path: Path) -> None:
    for value in ('"geheim\\u0007"', "[1234567]", "1234567"):
        text = str(only(load(tmp_path, f"pin_hash = {value}")))
        assert "geheim" not in text
        assert "1234567" not in text


def test_a_pack_is_looked_for_from_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, 'pack = "packs/ms"').settings.pack == str(tmp_path / "packs" / "ms")
    assert load(tmp_path, 'pack = "/srv/ms"').settings.pack == "/srv/ms"
    assert load(tmp_path, 'pack = ""').settings.pack == ""


# Which file


def test_order_of_the_files(tmp_path: Path) -> None:
    given_, machine, user = (tmp_path / name / "settings.toml" for name in ("g", "m", "u"))
    for number, file in enumerate((given_, machine, user), 1):
        file.parent.mkdir()
        file.write_text(f"screen = {number}")
    standard = (machine, user)
    for number, file in enumerate((given_, machine, user), 1):
        explicit = given_ if number == 1 else None
        loaded = load_settings(explicit, standard, hostname="")
        assert (loaded.settings.screen, loaded.file) == (number, file)
        file.unlink()
    assert load_settings(None, standard, hostname="") == (DEFAULTS, (), None)


def test_a_file_that_is_not_there_is_a_problem_and_no_end(tmp_path: Path) -> None:
    machine = tmp_path / "settings.toml"
    machine.write_text("screen = 2")
    loaded = load_settings(tmp_path / "no.toml", (machine,), hostname="")
    assert (loaded.settings.screen, loaded.file) == (2, machine)
    assert only(loaded).file == str(tmp_path / "no.toml")


def test_this_machines_own_file(tmp_path: Path) -> None:
    own = tmp_path / "settings.d"
    own.mkdir()
    (own / "hall.toml").write_text("screen = 4\nidle_min_s = 1\n")
    (own / "other.toml").write_text("screen = 9")
    common = "screen = 1\nidle_min_s = 200\n"
    for hostname in ("hall", "hall.clinic.example"):
        loaded = load(tmp_path, common, hostname)
        assert (loaded.settings.screen, loaded.settings.idle_min_s) == (4, 200)
        assert loaded.file == tmp_path / "settings.toml"
        assert (only(loaded).file, only(loaded).line) == (str(own / "hall.toml"), 2)
    (own / "hall.clinic.example.toml").write_text("screen = 5")
    assert load(tmp_path, common, "hall.clinic.example").settings.screen == 5
    assert load(tmp_path, common, "garden").settings.screen == 1
    for strange in ("../settings.d/hall", "", ".", "..", "a\nb", "/etc/passwd"):
        assert load(tmp_path, common, strange).settings.screen == 1


def test_this_machines_own_file_alone(tmp_path: Path) -> None:
    own = tmp_path / "settings.d" / "hall.toml"
    own.parent.mkdir()
    own.write_text("screen = 4")
    loaded = load_settings(None, (tmp_path / "settings.toml",), hostname="hall")
    assert (loaded.settings.screen, loaded.problems, loaded.file) == (4, (), own)


def test_the_host_name_is_this_machines(tmp_path: Path) -> None:
    own = tmp_path / "settings.d" / f"{os.uname().nodename}.toml"
    own.parent.mkdir()
    own.write_text("screen = 4")
    assert load_settings(None, (tmp_path / "settings.toml",)).settings.screen == 4


# What people read about them


def test_the_bundled_file_says_what_holds() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == example_text()
    loaded = load_settings(EXAMPLE, standard=(), hostname="")
    assert (loaded.settings, loaded.problems) == (DEFAULTS, ())
    assert set(tomllib.loads(example_text())) == set(Settings._fields)


def test_the_page_says_what_holds() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
