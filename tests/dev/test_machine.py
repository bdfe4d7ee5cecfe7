"""What `./dev` knows of the machine: which packages lack, and how it says so."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from tools import machine
from tools.say import Stop

LISTING = """\
ii |libegl1|
ii |libglib2.0-0t64|libglib2.0-0 (= 2.80.0), libglib2.0-0:amd64
rc |xvfb|
un |cage|
"""


def test_reads_installed_and_provided_packages() -> None:
    assert machine.installed_names(LISTING) >= {"libegl1", "libglib2.0-0t64", "libglib2.0-0"}


def test_a_removed_package_counts_as_missing() -> None:
    assert not machine.installed_names(LISTING) & {"xvfb", "cage"}


def test_journeys_need_an_x_server_and_a_plain_run_does_not() -> None:
    assert "xvfb" in machine.needed_packages(journeys=True)
    assert "xvfb" not in machine.needed_packages(journeys=False)


def _only_these_exist(monkeypatch: pytest.MonkeyPatch, programs: set[str]) -> None:
    def which(name: str) -> str | None:
        return f"/usr/bin/{name}" if name in programs else None

    monkeypatch.setattr(machine.shutil, "which", which)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[list[str]]]:
    """Let a listing stand for dpkg-query and record every other command that would run."""

    def stand_in(*, listing: str, install_fails: bool = False) -> list[list[str]]:
        ran: list[list[str]] = []

        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            if command[0] == "dpkg-query":
                return subprocess.CompletedProcess(command, 0, stdout=listing)
            ran.append(command)
            code = int(install_fails and "install" in command)
            return subprocess.CompletedProcess(command, code, stdout="E: no such package")

        monkeypatch.setattr(machine.subprocess, "run", run)
        _only_these_exist(monkeypatch, {"dpkg-query", "apt-get", "sudo"})
        return ran

    return stand_in


def _everything() -> str:
    return "".join(f"ii |{name}|\n" for name in machine.needed_packages(journeys=True))


def test_nothing_runs_when_nothing_is_missing(answers: Callable[..., list[list[str]]]) -> None:
    ran = answers(listing=_everything())
    machine.prepare(journeys=True)
    assert ran == []


def test_root_installs_what_is_missing_and_no_more(
    answers: Callable[..., list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    ran = answers(listing=_everything().replace("ii |xvfb", "un |xvfb"))
    machine.prepare(journeys=True)
    update, install = ran
    assert "update" in update
    assert install[install.index("install") :] == [
        "install",
        "-y",
        "--no-install-recommends",
        "xvfb",
    ]


def test_without_rights_it_names_the_command_for_it(
    answers: Callable[..., list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(listing=_everything().replace("ii |libegl1", "un |libegl1"))
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    _only_these_exist(monkeypatch, {"dpkg-query", "apt-get"})
    with pytest.raises(
        Stop, match="sudo apt-get install -y --no-install-recommends libegl1"
    ) as stop:
        machine.prepare(journeys=False)
    assert "\n" not in str(stop.value)


def test_a_failed_installation_stops_with_what_apt_said(
    answers: Callable[..., list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    answers(listing="", install_fails=True)
    with pytest.raises(Stop, match="E: no such package"):
        machine.prepare(journeys=False)
