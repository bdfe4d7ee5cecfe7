"""The volume, asked of programs that stand in for the sound system's own."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.host.volume import Loudness, Volume

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="none of the three programs exists on Windows"
)

WPCTL = """
case "$1" in
  get-volume) echo "Volume: $(cat level)$(cat muted)" ;;
  inspect) echo '    node.name = "alsa_output.pci"' ;;
  set-volume) echo "$3" > level ;;
  set-mute) if [ "$3" = 1 ]; then echo " [MUTED]"; fi > muted ;;
esac
"""
PACTL = """
case "$1" in
  get-default-sink) cat sink ;;
  get-sink-volume) echo "Volume: front-left: 29491 /  $(cat level)% / -20.81 dB" ;;
  get-sink-mute) echo "Mute: $(cat muted)" ;;
  set-sink-volume) echo "${3%\\%}" > level ;;
  set-sink-mute) if [ "$3" = 1 ]; then echo yes; else echo no; fi > muted ;;
esac
"""
AMIXER = """
case "$2$1" in
  *sget*) echo "  Mono: Playback 65 [$(cat level)%] [-16.00dB] [$(cat muted)]" ;;
  Mastersset) if [ "$3" = mute ]; then echo off; else echo on; fi > muted ;;
  *) echo "${4%\\%}" > level ;;
esac
"""


class Sound:
    """A machine with made-up programs, and what was told of its volume."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self._qtbot = qtbot
        self.volume = Volume()
        self.told: list[Loudness | None] = []
        self.volume.told.connect(self.told.append)

    def program(self, name: str, script: str, **files: str) -> None:
        file = self.folder / name
        head = f'#!/bin/sh\ncd "{self.folder}"\necho "{name} $*" >> log\n'
        file.write_text(head + script, "utf-8")
        file.chmod(0o755)
        for short, text in files.items():
            (self.folder / short).write_text(text, "utf-8")

    def log(self) -> list[str]:
        return (self.folder / "log").read_text("utf-8").splitlines()

    def after(self, act: Callable[[], object]) -> Loudness | None:
        """What is told last once everything came to rest."""
        with self._qtbot.waitSignal(self.volume.told, timeout=10_000):
            act()
        return self.told[-1]


@pytest.fixture
def sound(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    bins = tmp_path / "bin"
    bins.mkdir()
    monkeypatch.setenv("PATH", f"{bins}{os.pathsep}/usr/bin{os.pathsep}/bin")
    here = Sound(bins, qtbot)
    here.volume = Volume(find=lambda name: str(bins / name) if (bins / name).exists() else "")
    here.volume.told.connect(here.told.append)
    yield here
    here.volume.close()


def test_without_any_program_nothing_is_known(sound: Sound) -> None:
    assert sound.after(sound.volume.ask) is None
    sound.volume.set_percent(40)
    sound.volume.set_muted(True)
    assert sound.told == [None], "there is nothing that could be asked"


CASES = [
    ("wpctl", WPCTL, {"level": "0.45", "muted": ""}),
    ("pactl", PACTL, {"level": "45", "muted": "no", "sink": "alsa_output"}),
    ("amixer", AMIXER, {"level": "45", "muted": "on"}),
]


@pytest.mark.parametrize(("name", "script", "files"), CASES, ids=[case[0] for case in CASES])
def test_each_program_is_asked_and_told(
    sound: Sound, name: str, script: str, files: dict[str, str]
) -> None:
    sound.program(name, script, **files)
    assert sound.after(sound.volume.ask) == Loudness(45, False)
    assert sound.after(lambda: sound.volume.set_percent(60)) == Loudness(60, False)
    assert sound.after(lambda: sound.volume.set_muted(True)) == Loudness(60, True)
    assert sound.after(lambda: sound.volume.set_muted(False)) == Loudness(60, False)


def test_more_than_all_and_less_than_nothing_are_not_set(sound: Sound) -> None:
    sound.program("wpctl", WPCTL, level="1.35", muted=" [MUTED]")
    assert sound.after(sound.volume.ask) == Loudness(100, True)
    assert sound.after(lambda: sound.volume.set_percent(170)) == Loudness(100, True)
    assert sound.after(lambda: sound.volume.set_percent(-10)) == Loudness(0, True)


def test_the_next_program_is_asked_where_one_fails(sound: Sound) -> None:
    sound.program("wpctl", "exit 1")
    sound.program("pactl", "echo nothing that makes sense")
    sound.program("amixer", AMIXER, level="70", muted="on")
    assert sound.after(sound.volume.ask) == Loudness(70, False)
    assert [line.split()[0] for line in sound.log()] == [
        "wpctl",
        "pactl",
        "pactl",
        "pactl",
        "amixer",
    ]


def test_a_machine_that_only_pretends_to_have_sound_has_none(sound: Sound) -> None:
    sound.program("wpctl", WPCTL.replace("alsa_output.pci", "auto_null"), level="0.45", muted="")
    sound.program("pactl", PACTL, level="45", muted="no", sink="auto_null")
    assert sound.after(sound.volume.ask) is None


def test_quick_presses_all_count_and_the_last_is_told(sound: Sound) -> None:
    sound.program("wpctl", WPCTL, level="0.30", muted="")
    sound.after(sound.volume.ask)

    def press() -> None:
        for percent in (40, 50, 60):
            sound.volume.set_percent(percent)

    assert sound.after(press) == Loudness(60, False)


def test_a_program_that_hangs_is_given_up(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    sound.program("wpctl", "exec sleep 100")
    monkeypatch.setattr("kiosk.host.volume.ANSWER_MS", 50)
    hasty = Volume(find=lambda name: str(sound.folder / name) if name == "wpctl" else "")
    hasty.told.connect(sound.told.append)
    sound.volume = hasty
    assert sound.after(hasty.ask) is None


def test_it_can_be_closed_while_a_program_runs(sound: Sound) -> None:
    sound.program("wpctl", "exec sleep 100")
    sound.volume.ask()
    sound.volume.close()
    assert sound.told == []


def test_a_program_that_cannot_start_counts_as_none(sound: Sound) -> None:
    sound.program("wpctl", "")
    (sound.folder / "wpctl").chmod(0o644)
    assert sound.after(sound.volume.ask) is None
