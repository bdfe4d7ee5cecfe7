"""`kiosk voice`, with programs that stand in for a voice and an encoder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import VoiceOptions
from kiosk.commands.voicing import LIST, Studio, VoiceError, render_edition, voice
from kiosk.domain.spoken_pack import spoken
from kiosk.host.speech.recordings import Recordings
from kiosk.paths import resource
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from kiosk.domain.pack import Edition

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts")

# Says its options and its input, into the file after the last option.
SPEAKER = 'for last; do :; done; { echo "$@"; cat; } > "$last"\n'
ENCODER = 'shift 2; cp "$2" "$1"\n'


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (("espeak-ng", SPEAKER), ("piper", SPEAKER), ("oggenc", ENCODER)):
        program(folder, name, script)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}", "utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def edition() -> Edition:
    return pack_of().edition("nl")


@pytest.fixture
def audio(tmp_path: Path) -> Path:
    return tmp_path / "pack" / "audio" / "nl"


def test_every_sentence_gets_a_file_that_the_kiosk_finds(
    programs: Path, edition: Edition, audio: Path
) -> None:
    made, kept = render_edition(Studio(None, shutil.which), edition, audio)
    wanted = spoken(edition)
    assert (made, kept) == (len(wanted), 0)
    recordings = Recordings(audio.parent.parent, "nl")
    assert all(recordings.find(one) is not None for one in wanted)
    topic = edition.topics[0]
    heading = audio / topic.id / f"{topic.pages[0].heading.id}.ogg"
    said = heading.read_text("utf-8")
    assert "-v nl" in said
    assert topic.pages[0].heading.text in said


def test_only_what_changed_is_rendered(programs: Path, edition: Edition, audio: Path) -> None:
    studio = Studio(None, shutil.which)
    count, _ = render_edition(studio, edition, audio)
    assert render_edition(studio, edition, audio) == (0, count)
    fewer = edition._replace(questions=edition.questions[:1])
    render_edition(studio, fewer, audio)
    assert len(list(audio.rglob("*.ogg"))) == len(spoken(fewer)) < count
    assert render_edition(studio, edition, audio) == (
        count - len(spoken(fewer)),
        len(spoken(fewer)),
    )


def test_another_voice_renders_all_anew(programs: Path, edition: Edition, audio: Path) -> None:
    count, _ = render_edition(Studio(None, shutil.which), edition, audio)
    piper = Studio(Path("nl_BE-nathalie.onnx"), shutil.which)
    assert render_edition(piper, edition, audio) == (count, 0)
    assert all("nathalie" in file.read_text("utf-8") for file in audio.rglob("*.ogg"))


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_persons_recording_is_never_touched(
    programs: Path, edition: Edition, audio: Path, when: str
) -> None:
    """Neither one that was there first, nor one that took the place of a rendered file."""
    one = spoken(edition)[3]
    file = audio / one.topic / f"{one.id}.ogg"
    if when == "after":
        render_edition(Studio(None, shutil.which), edition, audio)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"a person")
    for studio in (Studio(None, shutil.which), Studio(Path("other.onnx"), shutil.which)):
        render_edition(studio, edition, audio)
    render_edition(studio, edition._replace(questions=()), audio)
    assert file.read_bytes() == b"a person"
    assert f"{one.topic}/{file.name}" not in (audio / LIST).read_text("utf-8")


def test_what_was_made_before_a_failure_is_kept(
    programs: Path, edition: Edition, audio: Path
) -> None:
    stop = f'test "$(ls "{programs}"/n* 2>/dev/null | wc -l)" -lt 3 || exit 1; mktemp "{programs}"/nXXX'
    program(programs, "oggenc", f"{stop} >/dev/null; {ENCODER}")
    with pytest.raises(VoiceError, match="oggenc failed"):
        render_edition(Studio(None, shutil.which), edition, audio)
    program(programs, "oggenc", ENCODER)
    _, kept = render_edition(Studio(None, shutil.which), edition, audio)
    assert kept == 3


@pytest.mark.parametrize("missing", ["espeak-ng", "oggenc"])
def test_without_a_program_it_says_which(missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    def find(name: str) -> str | None:
        here = {"espeak-ng", "oggenc"} - {missing}
        return name if name in here else None

    pack = resource("packs/bewegen-bij-ms")
    assert voice(VoiceOptions(pack), find) == 2
    assert missing in capsys.readouterr().err
    assert not (pack / "audio").exists()


@pytest.mark.parametrize(
    ("voice_file", "language", "rendered"),
    [
        ("fr_FR-siwis-medium.onnx", None, {"fr"}),
        ("voice.onnx", None, {"nl"}),
        ("voice.onnx", "de", {"de"}),
    ],
)
def test_a_voice_of_piper_speaks_its_own_language_only(
    programs: Path, tmp_path: Path, voice_file: str, language: str | None, rendered: set[str]
) -> None:
    program(programs, "piper", "exit 1\n")  # the first sentence tells which language it was
    folder = tmp_path / "a-pack"
    shutil.copytree(resource("packs/bewegen-bij-ms"), folder)
    assert voice(VoiceOptions(folder, language, tmp_path / voice_file)) == 2
    assert {one.name for one in (folder / "audio").iterdir()} == rendered


def test_the_command_renders_a_pack_that_is_still_a_pack(
    programs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kiosk.content.packs import load
    from kiosk.host.probe import QtProbe

    folder = tmp_path / "a-pack"
    shutil.copytree(resource("packs/bewegen-bij-ms"), folder)
    program(programs, "espeak-ng", 'for last; do :; done; echo > "$last"\n')
    assert voice(VoiceOptions(folder, "nl")) == 0
    assert "rendered, 0 kept" in capsys.readouterr().out
    loaded = load(folder, None, QtProbe)
    assert loaded.pack is not None, loaded.problems
    loaded.close()


def test_a_list_that_cannot_be_read_makes_every_file_a_persons(
    programs: Path, edition: Edition, audio: Path
) -> None:
    render_edition(Studio(None, shutil.which), edition, audio)
    (audio / LIST).write_bytes(b"\xff\x00")
    assert render_edition(Studio(None, shutil.which), edition, audio) == (0, len(spoken(edition)))
