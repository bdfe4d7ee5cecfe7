"""How `./dev test` comes by a screen reader, and that it goes on without one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools import orca


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Record the commands instead of running them; apt-get "fetches" one package."""
    commands: list[list[str]] = []

    def run(command: list[str]) -> None:
        commands.append(command)
        for word in command:
            if word.startswith("Dir::Cache::archives="):
                (Path(word.partition("=")[2]) / "orca_43.1_all.deb").touch()
        if command[0] == "dpkg-deb":
            Path(command[-1]).mkdir(parents=True)

    def found(name: str) -> str:
        return f"/usr/bin/{name}"

    monkeypatch.setattr(orca, "ROOT", tmp_path)
    monkeypatch.setattr(orca, "FOLDER", tmp_path / "build" / "orca")
    monkeypatch.setattr(orca, "PYTHON", Path(__file__))
    monkeypatch.setattr(orca, "_run", run)
    monkeypatch.setattr(orca.shutil, "which", found)
    return commands


def test_it_is_unpacked_once_and_nothing_else_stays(ran: list[list[str]], tmp_path: Path) -> None:
    orca.prepare_orca()
    orca.prepare_orca()
    assert [command[0] for command in ran] == ["apt-get", "dpkg-deb"]
    assert "--download-only" in ran[0]
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["orca"]


def test_without_it_the_tests_go_on_and_say_so(
    ran: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(command: list[str]) -> None:
        raise subprocess.CalledProcessError(100, command)

    monkeypatch.setattr(orca, "_run", refuse)
    orca.prepare_orca()
    assert ran == []
    assert list((tmp_path / "build").iterdir()) == []
    assert "its journeys are skipped" in capsys.readouterr().out


def test_a_machine_without_apt_is_left_alone(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orca, "PYTHON", Path("nowhere"))
    orca.prepare_orca()
    assert ran == []
