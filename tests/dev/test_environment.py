"""The virtual environments: made once, renewed with the lock, never half trusted."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools import environment
from tools.environment import PURE_PACKAGES, python_of
from tools.say import Stop

LOCK = "".join(f"{name}==1.0 \\\n    --hash=sha256:00\n" for name in sorted(PURE_PACKAGES))


class Machine:
    """Stands in for the processes that `environment` starts, in a project folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.lock = folder / "requirements.lock"
        self.lock.write_text(LOCK, encoding="utf-8")
        self.started: list[str] = []
        self.pip_code = 0
        self.qt_is_there = False
        self.python = "3.11.2"
        self.pip_is_there = True

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        if "venv" in words:
            self.started.append("venv")
            python = python_of(Path(words[-1]))
            python.parent.mkdir(parents=True)
            python.touch()
        elif "pip" in words:
            self.started.append("pip")
            assert "--require-hashes" in words
            return subprocess.CompletedProcess(command, self.pip_code, stdout="no such hash")
        elif "PySide6" in words[-1]:
            return subprocess.CompletedProcess(command, int(self.qt_is_there))
        elif not Path(words[0]).exists():
            raise FileNotFoundError(words[0])
        elif "pip" in words[-1]:
            return subprocess.CompletedProcess(command, int(not self.pip_is_there), stdout="")
        return subprocess.CompletedProcess(command, 0, stdout=f"{self.python}\n")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    stand_in = Machine(tmp_path)
    monkeypatch.setattr(environment, "LOCK", stand_in.lock)
    monkeypatch.setattr(environment, "FULL", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PURE", tmp_path / ".venv-pure")
    monkeypatch.setattr(environment.subprocess, "run", stand_in.run)
    return stand_in


def test_the_second_time_nothing_is_started(machine: Machine) -> None:
    environment.prepare_full()
    assert machine.started == ["venv", "pip"]
    environment.prepare_full()
    assert machine.started == ["venv", "pip"]


def test_a_new_lock_is_installed_into_the_environment_that_is_there(machine: Machine) -> None:
    environment.prepare_full()
    machine.lock.write_text(LOCK + "more==2.0\n", encoding="utf-8")
    environment.prepare_full()
    assert machine.started == ["venv", "pip", "pip"]


def test_a_failed_installation_says_why_and_is_tried_again(machine: Machine) -> None:
    machine.pip_code = 1
    with pytest.raises(Stop, match="no such hash"):
        environment.prepare_full()
    machine.pip_code = 0
    environment.prepare_full()
    assert machine.started == ["venv", "pip", "pip"]


def test_an_environment_without_its_interpreter_is_made_anew(machine: Machine) -> None:
    environment.prepare_full()
    python_of(environment.FULL).unlink()
    environment.prepare_full()
    assert machine.started == ["venv", "pip", "venv", "pip"]


def test_a_system_with_another_python_gets_a_new_environment(machine: Machine) -> None:
    environment.prepare_full()
    machine.python, machine.pip_is_there = "3.13.0", False
    environment.prepare_full()
    assert machine.started == ["venv", "pip", "venv", "pip"]


def test_the_pure_environment_lists_only_its_own_packages(machine: Machine) -> None:
    machine.lock.write_text(LOCK + "pyside6-essentials==6.12.0\n", encoding="utf-8")
    environment.prepare_pure()
    listed = (environment.PURE / "requirements.txt").read_text(encoding="utf-8")
    assert "pytest==1.0" in listed
    assert "pyside6" not in listed


def test_qt_in_the_pure_environment_stops_the_run(machine: Machine) -> None:
    machine.qt_is_there = True
    with pytest.raises(Stop, match=r"\.venv-pure holds Qt"):
        environment.prepare_pure()


def test_a_folder_that_cannot_be_written_is_named(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment, "FULL", tmp_path / "nowhere" / ".venv")
    with pytest.raises(Stop, match=r"cannot write in .*nowhere"):
        environment.prepare_full()
