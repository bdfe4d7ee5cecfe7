"""`kiosk check` in a process of its own: lines an editor can jump to, JSON, exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.commands.checking import bundled_packs, checked
from kiosk.commands.options import CheckOptions
from kiosk.content.probe import TrustingProbe
from kiosk.problems import Problem

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "resources" / "packs" / "bewegen-bij-ms"
LINE = re.compile(r"(?P<file>.+?):(?P<line>[1-9]\d*): (?P<severity>error|warning): .+; .+")


def check(
    *arguments: str | Path, folder: Path = ROOT, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", "check", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The bundled pack with a kernel that is too long."""
    pack = tmp_path / "broken"
    shutil.copytree(BUNDLED, pack)
    topic = next((pack / "nl" / "topics").glob("10-*.md"))
    lines = topic.read_text(encoding="utf-8").split("\n")
    number = next(at for at, line in enumerate(lines) if line.startswith("kernel"))
    lines[number] = 'kernel = "' + "woord " * 26 + '."'
    topic.write_text("\n".join(lines), encoding="utf-8")
    return pack


def test_the_bundled_packs_have_no_errors() -> None:
    done = check()
    assert done.returncode in (0, 1)
    for line in done.stdout.splitlines():
        match = LINE.fullmatch(line)
        assert match
        assert match["severity"] == "warning"
        assert (ROOT / match["file"]).is_file()
        assert not Path(match["file"]).is_absolute()
    assert "resources/packs/bewegen-bij-ms: " in done.stderr


def test_an_error_with_its_place(broken: Path) -> None:
    done = check("broken", folder=broken.parent)
    assert done.returncode == 2
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    place = LINE.fullmatch(errors[0])
    assert place
    text = (broken.parent / place["file"]).read_text(encoding="utf-8")
    assert text.split("\n")[int(place["line"]) - 1].startswith("kernel")


def test_from_elsewhere_files_are_named_in_full(broken: Path) -> None:
    [first, *_] = check(broken).stdout.splitlines()
    assert first.startswith(f"{broken}/")


def test_json_for_several_packs(broken: Path) -> None:
    done = check(broken, "--format", "json", BUNDLED)
    assert done.returncode == 2
    problems = json.loads(done.stdout)
    assert {tuple(problem) for problem in problems} == {Problem._fields}
    assert {problem["severity"] for problem in problems} == {"error", "warning"}
    assert any(problem["file"].startswith("resources/packs/") for problem in problems)


def test_what_is_no_folder(broken: Path, tmp_path: Path) -> None:
    for wrong in (tmp_path / "nowhere", BUNDLED / "pack.toml", Path("x" * 5000)):
        done = check(wrong)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr == f"kiosk: {wrong} is not a folder\n"
    assert check(tmp_path / "nowhere", BUNDLED, "--format", "json").stdout.startswith("[")


def test_an_empty_folder_is_not_clean(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.returncode == 2
    assert "pack.toml" in done.stdout


def test_a_file_name_breaks_no_line(broken: Path) -> None:
    strange = "10-a\nb:3: error: forged; x\x1b[2J"
    topics = broken / "nl" / "topics"
    next(topics.glob("10-*.md")).rename(topics / strange)
    (topics / os.fsdecode(b"caf\xe9.md")).write_text("+++")
    done = check(broken)
    assert done.returncode == 2
    assert all(LINE.fullmatch(line) for line in done.stdout.splitlines())
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_letters_that_the_console_lacks(broken: Path) -> None:
    pack = broken.rename(broken.with_name("één"))
    done = check(pack, encoding="ascii")
    assert done.returncode == 2
    assert "\\xe9\\xe9n/nl/topics" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_problem_of_a_whole_file_points_at_its_first_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one(folder: Path, probe: object) -> list[Problem]:
        assert (folder, type(probe)) == (tmp_path, TrustingProbe)
        return [Problem("pack.toml", 0, "warning", "odd", "look")]

    monkeypatch.setattr("kiosk.commands.checking.check", one)
    report = checked(CheckOptions((tmp_path,)), TrustingProbe())
    assert report.output == f"{tmp_path}/pack.toml:1: warning: odd; look\n"
    assert report.code == 1
    assert report.remarks == (f"{tmp_path}: 1 warning",)


def test_every_bundled_folder_is_checked() -> None:
    assert BUNDLED in bundled_packs()
    report = checked(CheckOptions(), TrustingProbe())
    assert len(report.remarks) == len(bundled_packs())
