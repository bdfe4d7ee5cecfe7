"""`kiosk pin`: a PIN typed twice, kept as a hash, without Qt and without an echo."""

from __future__ import annotations

import io
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import cli, paths
from kiosk.store.pin_hash import PinHash
from kiosk.store.pins import RESET_FILE, PinFile

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without settings files, whose hashes cost nothing; returns its protected folder."""
    protected = tmp_path / "etc"
    protected.mkdir()
    monkeypatch.setattr("kiosk.store.pin_hash._COST", (16, 1, 1))

    def settings_files() -> tuple[Path, ...]:
        return protected / "settings.toml", tmp_path / "none.toml"

    monkeypatch.setattr(paths, "settings_files", settings_files)
    return protected


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts text on standard input."""

    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return put


def stored(data: Path, machine: Path) -> PinFile:
    return PinFile(data, machine)


def test_two_equal_lines_set_the_staff_pin(
    typed: Callable[[str], None], tmp_path: Path, machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path / "data")]) == 0
    said = capsys.readouterr()
    assert said.out == f"The staff PIN is set, in {tmp_path / 'data' / 'pins'}.\n"
    assert said.err == ""
    assert "4711" not in said.out
    hashes = stored(tmp_path / "data", machine).hashes
    assert list(hashes) == ["staff"]
    assert hashes["staff"].fits("4711")


def test_a_last_line_needs_no_end_and_windows_ends_do(
    typed: Callable[[str], None], tmp_path: Path, machine: Path
) -> None:
    typed("4711\r\n4711")
    assert cli.main(["pin", "--it", "--data-dir", str(tmp_path)]) == 0
    assert stored(tmp_path, machine).hashes["it"].fits("4711")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "twice"),
        ("4711\n", "twice"),
        ("4711\n4712\n", "not the same"),
        ("123\n123\n", "4 to 8 digits"),
        ("123456789\n123456789\n", "4 to 8 digits"),
        ("abcd\nabcd\n", "4 to 8 digits"),
        ("\n\n", "4 to 8 digits"),
        (" 4711\n 4711\n", "4 to 8 digits"),
        ("x" * 10_000, "4 to 8 digits"),
    ],
)
def test_what_is_no_pin_changes_nothing(
    typed: Callable[[str], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    why: str,
) -> None:
    typed(text)
    assert cli.main(["pin", "--data-dir", str(tmp_path / "data")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_staff_and_it_have_different_pins(
    typed: Callable[[str], None], tmp_path: Path, machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path)]) == 0
    typed("4711\n4711\n")
    assert cli.main(["pin", "--it", "--data-dir", str(tmp_path)]) == 2
    assert "choose another" in capsys.readouterr().err
    typed("808080\n808080\n")
    assert cli.main(["pin", "--it", "--data-dir", str(tmp_path)]) == 0
    hashes = stored(tmp_path, machine).hashes
    assert hashes["staff"].fits("4711")
    assert hashes["it"].fits("808080")


def test_a_hash_for_a_settings_file(
    typed: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("4711\n4711\n")
    assert cli.main(["pin", "--print-hash", "--data-dir", str(tmp_path / "data")]) == 0
    said = capsys.readouterr()
    assert PinHash.read(said.out.strip()).fits("4711")
    assert "pin_hash" in said.err
    assert not (tmp_path / "data").exists(), "nothing is kept"


def test_who_sets_a_pin_that_does_not_count_is_told(
    typed: Callable[[str], None], tmp_path: Path, machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine / "settings.toml").write_text(f'pin_hash = "{PinHash.of("1234")}"\n')
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path / "data")]) == 0
    assert "the settings name pin_hash" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    typed: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path / "file" / "data")]) == 2
    assert "cannot be kept" in capsys.readouterr().err


def test_a_pin_set_after_a_reset_stays(
    typed: Callable[[str], None], tmp_path: Path, machine: Path
) -> None:
    """The administrator puts the reset file there, and sets the PIN at once."""
    (machine / RESET_FILE).touch()
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path)]) == 0
    file = stored(tmp_path, machine)
    assert not file.reset
    assert file.hashes["staff"].fits("4711")


def test_a_closed_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["pin"]) == 2
    assert "twice" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no owners of this kind")
def test_root_leaves_the_file_to_the_kiosk_s_own_user(
    typed: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, int, int]] = []

    def chown(path: Path, user: int, group: int) -> None:
        given.append((path.name, user, group))

    monkeypatch.setattr(os, "chown", chown)
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path)]) == 0
    assert given == []
    real = Path.stat

    def stat_of(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:4], 4321, 1234, *found[6:10])) if path == tmp_path else found

    monkeypatch.setattr(Path, "stat", stat_of)
    typed("4711\n4711\n")
    assert cli.main(["pin", "--data-dir", str(tmp_path)]) == 0
    assert given == [("pins", 4321, 1234)]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal there")
def test_on_a_terminal_nothing_is_shown_and_no_qt_is_needed(tmp_path: Path) -> None:
    for name in ("PySide6", "shiboken6"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('not on this machine')\n")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-P", str(ROOT / "main.py"), "pin", "--data-dir", str(tmp_path / "data")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
    )
    os.close(theirs)
    shown = b""
    for prompt in (b"digits: ", b"Once more: "):
        while not shown.endswith(prompt):
            shown += os.read(ours, 1000)
        os.write(ours, b"735192\n")
    while b"is set" not in shown:
        shown += os.read(ours, 1000)
    assert process.wait(20) == 0
    os.close(ours)
    assert b"735192" not in shown
    file = tmp_path / "data" / "pins"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
