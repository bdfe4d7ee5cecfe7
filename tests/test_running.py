"""What the program starts with after too many crashes."""

from __future__ import annotations

from pathlib import Path

from kiosk.commands.options import RunOptions
from kiosk.pack_choice import candidates
from kiosk.problems import has_errors
from kiosk.running import braked
from kiosk.settings import LoadedSettings, Settings

SPOILT = Settings(
    mode="display", start_text_size=150, pack="elsewhere", pin_hash="a", it_pin_hash="b"
)


def test_it_is_the_defaults_with_the_mode_and_the_pins() -> None:
    options, loaded = braked(RunOptions(), LoadedSettings(SPOILT, (), None))
    assert loaded.settings == Settings(mode="display", pin_hash="a", it_pin_hash="b")
    assert has_errors(loaded.problems)
    assert options.safe


def test_the_mode_of_the_command_line_stays(tmp_path: Path) -> None:
    options, loaded = braked(RunOptions(mode="touch"), LoadedSettings(SPOILT, (), None))
    assert (options.mode, loaded.settings.mode) == ("touch", "touch")


def test_only_bundled_packs_are_tried(tmp_path: Path) -> None:
    safe = candidates(tmp_path, "elsewhere", tmp_path, safe=True).folders
    assert safe
    assert set(candidates(tmp_path, "elsewhere", tmp_path).folders) - set(safe) == {
        tmp_path,
        Path("elsewhere"),
    }
