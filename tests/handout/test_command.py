"""`kiosk handout` writes a whole file, or says in one line why not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.commands.arguments import parse
from kiosk.commands.handing_out import day, handout
from kiosk.commands.options import HandoutOptions
from kiosk.handout.writing import HandoutError
from tests.content.builder import PackFolder
from tests.handout.conftest import FOLDER
from tests.handout.support import Handout

ROOT = Path(__file__).parents[2]
DATE = {"SOURCE_DATE_EPOCH": "1795000000"}


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    assert qapp is not None


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kiosk: ")
    assert said.err.count("\n") == 1
    return said.err


def test_the_options() -> None:
    assert parse(["handout", "a.pdf"]) == HandoutOptions(Path("a.pdf"))
    given = ["handout", "--review", "--pack", "p", "a.pdf", "--language", "nl"]
    assert parse(given) == HandoutOptions(Path("a.pdf"), "review", Path("p"), "nl")
    assert parse(["handout", "a.pdf", "--slides"]) == HandoutOptions(Path("a.pdf"), "slides")


@pytest.mark.parametrize("given", [[], ["a.pdf", "--slides", "--review"], ["a.pdf", "b.pdf"]])
def test_wrong_use(given: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["handout", *given])
    assert end.value.code == 2


def test_it_works_with_no_display_from_anywhere(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment |= DATE
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "handout", str(out), "--pack", str(FOLDER)],
        capture_output=True,
        text=True,
        cwd="/",
        env=environment,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = Handout(out.read_bytes())
    assert done.stdout == f"{out}: {len(found.pages)} pages\n"
    assert "Gemaakt op 18 november 2026" in found.pages[0]


def test_an_old_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_text("old")
    assert handout(HandoutOptions(out, "slides", FOLDER), DATE) == 0
    assert Handout(out.read_bytes()).language == "nl"
    assert list(tmp_path.iterdir()) == [out]


def test_no_folder_and_a_folder_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert handout(HandoutOptions(tmp_path / "no" / "a.pdf", pack=FOLDER), DATE) == 2
    assert f"there is no folder {tmp_path / 'no'}" in complaint(capsys)
    assert handout(HandoutOptions(tmp_path, pack=FOLDER), DATE) == 2
    assert "is a folder" in complaint(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_plain_file_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.pdf"
    os.mkfifo(out)  # /dev/stdout and /dev/null stand where only root may replace them
    assert handout(HandoutOptions(out, pack=FOLDER), DATE) == 2
    assert "a.pdf is no plain file" in complaint(capsys)
    assert out.is_fifo()


def test_a_disk_that_fills_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.pdf"
    out.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.store.files.os.fsync", full)
    assert handout(HandoutOptions(out, pack=FOLDER), DATE) == 2
    assert "a.pdf cannot be written (No space left on device)" in complaint(capsys)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.pdf", "old")]


def test_a_pack_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.pdf"
    assert handout(HandoutOptions(out, pack=tmp_path / "no"), DATE) == 2
    assert "is not a folder" in complaint(capsys)
    pack = PackFolder(tmp_path / "pack")
    pack.replace("nl/quiz.toml", "correct = true", "correct = false")
    assert handout(HandoutOptions(out, pack=pack.folder), DATE) == 2
    assert "nl/quiz.toml" in complaint(capsys)
    assert not out.exists()


def test_a_language_that_the_pack_has_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = PackFolder(tmp_path / "pack")
    out = tmp_path / "a.pdf"
    assert handout(HandoutOptions(out, pack=pack.folder, language="fr"), DATE) == 2
    assert "no language 'fr'; it has nl" in complaint(capsys)
    assert handout(HandoutOptions(out, pack=pack.folder, language="nl-BE"), DATE) == 0


def test_the_pack_that_the_kiosk_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    out = tmp_path / "a.pdf"
    assert handout(HandoutOptions(out), DATE) == 0
    assert "Bewegen en uw hersenen" in Handout(out.read_bytes()).pages[0]


def test_the_day() -> None:
    assert day({"SOURCE_DATE_EPOCH": "0"}).isoformat() == "1970-01-01"
    with pytest.raises(HandoutError, match="SOURCE_DATE_EPOCH"):
        day({"SOURCE_DATE_EPOCH": "soon"})
    assert io.StringIO(day({}).isoformat()).read(2) == "20"
