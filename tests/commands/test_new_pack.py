"""`kiosk new`: a pack that the checker and the kiosk take as it is, and never anything overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import cli
from kiosk.commands.arguments import parse
from kiosk.commands.new_template import LANGUAGES, MOST_QUESTIONS, MOST_TOPICS
from kiosk.commands.options import NewOptions
from kiosk.content.packs import check
from kiosk.host.probe import QtProbe

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EXPECTED = ("nobody has reviewed the text in", "the source has no year")


def made(folder: Path, *arguments: str) -> Path:
    pack = folder / "my-pack"
    assert cli.main(["new", str(pack), *arguments]) == 0
    return pack


def wrong(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        parse(["new", *arguments])
    code = end.value.code
    assert isinstance(code, int)
    return code


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("topics", [1, 3, MOST_TOPICS])
@pytest.mark.parametrize("questions", [0, 1, 3, MOST_QUESTIONS])
def test_every_count_passes_the_check(
    tmp_path: Path, qtbot: QtBot, topics: int, questions: int
) -> None:
    pack = made(tmp_path, "--topics", str(topics), "--questions", str(questions))
    found = check(pack, QtProbe())
    assert [str(one) for one in found if not one.what.startswith(EXPECTED)] == []
    assert len(found) == 2
    assert len(list((pack / "nl/topics").iterdir())) == topics
    assert (pack / "nl/quiz.toml").read_text("utf-8").count("[[question]]") == questions


@pytest.mark.parametrize(
    "languages", [*((code,) for code in LANGUAGES), ("fr", "nl"), ("de", "en", "fr", "nl")]
)
def test_every_language_passes_the_check(
    tmp_path: Path, qtbot: QtBot, languages: tuple[str, ...]
) -> None:
    asked = [word for code in languages for word in ("--language", code)]
    pack = made(tmp_path, *asked, "--topics", "12", "--questions", "10")
    found = check(pack, QtProbe())
    assert [str(one) for one in found if not one.what.startswith(EXPECTED)] == []
    assert len(found) == len(languages) + 1


def test_topics_stand_in_order(tmp_path: Path) -> None:
    pack = made(tmp_path, "--topics", "12")
    names = sorted(path.name for path in (pack / "nl/topics").iterdir())
    assert [name.partition("-")[2] for name in names] == [f"topic-{n}.md" for n in range(1, 13)]


def test_an_empty_quiz_is_written_down(tmp_path: Path, qtbot: QtBot) -> None:
    pack = made(tmp_path, "--questions", "0")
    quiz = pack / "nl/quiz.toml"
    quiz.write_text(quiz.read_text("utf-8").replace("question = []", ""), "utf-8")
    (told,) = (one for one in check(pack, QtProbe()) if one.severity == "error")
    assert told.what == "there is no [[question]]"


def test_comments_teach(tmp_path: Path) -> None:
    pack = made(tmp_path)
    for name in ("pack.toml", "claims.toml", "nl/quiz.toml", "nl/glossary.toml"):
        lines = (pack / name).read_text("utf-8").splitlines()
        assert sum(line.startswith("# ") for line in lines) >= 2, name


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_what_is_there_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    pack = tmp_path / "my-pack"
    if kind == "folder":
        pack.mkdir()
        (pack / "pack.toml").write_text("mine")
    elif kind == "file":
        pack.write_text("mine")
    else:
        pack.symlink_to(tmp_path / "nowhere")
    before = everything(tmp_path)
    assert cli.main(["new", str(pack)]) == 2
    assert everything(tmp_path) == before
    assert not (tmp_path / "nowhere").exists()
    assert "is there already; name a folder that is not" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["new", str(tmp_path / "file" / "my-pack")]) == 2
    assert "cannot be made (Not a directory)" in capsys.readouterr().err


def test_a_disk_that_fills_up_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Path.open

    def full(
        path: Path, mode: str = "r", encoding: str | None = None, errors: str | None = None
    ) -> object:
        if path.name == "quiz.toml" and "x" in mode:
            raise OSError(28, "No space left on device")
        return opened(path, mode, encoding=encoding, errors=errors)

    monkeypatch.setattr(Path, "open", full)
    assert cli.main(["new", str(tmp_path / "my-pack")]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "cannot be made (No space left on device)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["wat een naam", "één", "-x", "a" * 81])
def test_a_name_that_is_no_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert cli.main(["new", str(tmp_path / name)]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "such as my-pack" in capsys.readouterr().err


def test_watching_wants_a_pack(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["run", "--watch"])
    assert "--watch needs --pack DIR" in capsys.readouterr().err


def test_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(["new", "p"]) == NewOptions(Path("p"), ("nl",), 3, 3)
    given = parse(["new", "p", "--language", "fr", "--language", "nl", "--topics", "1"])
    assert given == NewOptions(Path("p"), ("fr", "nl"), 1, 3)
    assert wrong("p", "--topics", "13") == wrong("p", "--questions", "11") == 2
    assert "13 is not between 1 and 12" in capsys.readouterr().err
    assert wrong("p", "--language", "es") == wrong("p", *["--language", "nl"] * 2) == wrong() == 2
