"""`./dev` as a command: what it starts, and with which exit code it ends."""

from __future__ import annotations

import subprocess

import pytest

from tools import commands, environment, machine
from tools.environment import FULL, ROOT, python_of


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Skip the set-up and record what would be started, without the interpreter."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 0, stderr="")

    def nothing(**_: object) -> None:
        return None

    monkeypatch.setattr(machine, "prepare", nothing)
    monkeypatch.setattr(environment, "prepare_full", nothing)
    monkeypatch.setattr(commands.subprocess, "run", run)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return ran


def test_run_passes_its_arguments_on(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert commands.main(["run", "--windowed", "800x600"]) == 0
    assert started == [[str(python_of(FULL)), "main.py", "--windowed", "800x600"]]


def test_run_without_a_screen_makes_a_tour_and_says_so(
    started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["run", "--windowed", "800x600"]) == 0
    made = [str(python_of(FULL)), "main.py", "tour", "build/tour", "--language", "nl"]
    assert started == [made]
    assert "no screen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ([], ["build/tour"]),
        (["--size", "1366x768"], ["build/tour", "--size", "1366x768"]),
        (["out", "--size", "1366x768"], ["out", "--size", "1366x768"]),
    ],
)
def test_tour_has_a_folder_of_its_own(
    started: list[list[str]], given: list[str], passed: list[str]
) -> None:
    assert commands.main(["tour", *given]) == 0
    assert started[0][1:] == ["main.py", "tour", *passed]


@pytest.mark.parametrize(("pack_check", "exit_code"), [(0, 0), (1, 0), (2, 1), (-11, 1)], ids=str)
def test_check_forgives_warnings_of_the_packs_and_nothing_else(
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    pack_check: int,
    exit_code: int,
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        code = pack_check if "main.py" in command else 0
        return subprocess.CompletedProcess(command, code, stderr="")

    monkeypatch.setattr(commands.subprocess, "run", run)
    assert commands.main(["check"]) == exit_code


def test_check_takes_a_crash_for_no_warning(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        crash = "Traceback (most recent call last):\nKeyError" if "main.py" in command else ""
        return subprocess.CompletedProcess(command, int(bool(crash)), stderr=crash)

    monkeypatch.setattr(commands.subprocess, "run", run)
    assert commands.main(["check"]) == 1


def test_check_runs_the_rest_after_a_failure(
    monkeypatch: pytest.MonkeyPatch, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, int("ruff" in command[0]), stderr="")

    monkeypatch.setattr(commands.subprocess, "run", run)
    assert commands.main(["check"]) == 1
    out = capsys.readouterr().out
    assert "ruff check: FAILED" in out
    assert "kiosk check: passed" in out
    assert "failed: ruff check, ruff format" in out


def test_a_wrong_command_is_named_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["tset"]) == 2
    assert "'tset'" in capsys.readouterr().err


def test_help_needs_no_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["--help"]) == 0
    assert "./dev COMMAND" in capsys.readouterr().out


def test_dev_is_executable_and_starts_with_the_standard_library() -> None:
    assert (ROOT / "dev").stat().st_mode & 0o111
    python = [str(python_of(environment.PURE))] if environment.PURE.exists() else ["python3"]
    run = subprocess.run(
        [*python, "-E", "-s", "-S", str(ROOT / "dev"), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
