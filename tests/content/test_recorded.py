"""A pack with recordings is told which sentence has none, and which recording has no sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.content.packs import load
from kiosk.content.probe import TrustingProbe
from kiosk.domain.spoken_pack import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from tests.content.builder import PackFolder


@pytest.fixture
def audio(pack: PackFolder) -> Path:
    """Recordings of every sentence of the pack."""
    loaded = load(pack.folder, None, TrustingProbe)
    assert loaded.pack is not None
    folder = pack.folder / "audio" / "nl"
    for one in spoken(loaded.pack.edition("nl")):
        (folder / one.topic).mkdir(parents=True, exist_ok=True)
        (folder / one.topic / f"{one.id}.ogg").write_bytes(b"a person")
    (folder / "rendered.txt").write_text("", "utf-8")
    loaded.close()
    return folder


def test_a_pack_that_is_recorded_whole_has_no_problem(pack: PackFolder, audio: Path) -> None:
    assert len(list(audio.rglob("*.ogg"))) > 10
    assert pack.problems() == []


def test_a_sentence_that_nobody_recorded(pack: PackFolder, audio: Path) -> None:
    file = sorted((audio / "een").glob("*.ogg"))[0]
    file.unlink()
    (found,) = pack.problems()
    assert (found.file, found.severity) == ("audio/nl", "warning")
    assert "nobody recorded “" in found.what
    assert f"een/{file.name}" in found.to_do


def test_a_word_that_changed_leaves_its_recording_behind(pack: PackFolder, audio: Path) -> None:
    pack.replace("nl/topics/10-een.md", "- Zwem wat.", "- Zwem vaak.")
    found = [problem for problem in pack.problems() if problem.file.startswith("audio")]
    assert [problem.what for problem in found] == [
        "nobody recorded “Zwem vaak.”",
        "no sentence has this recording",
    ]


def test_a_pack_without_recordings_owes_none(pack: PackFolder) -> None:
    (pack.folder / "audio" / "nl").mkdir(parents=True)
    assert pack.problems() == []
