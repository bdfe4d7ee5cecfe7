"""The wheel: everything the kiosk needs is in it, and it runs from there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kiosk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once, with the pinned backend and no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel as pip would, away from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_resource_is_inside(wheel: Path) -> None:
    expected = {
        f"kiosk/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert len(expected) > 5
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_every_module_is_inside_and_nothing_of_the_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kiosk").rglob("*.py")
        if "__pycache__" not in path.parts
    }
    assert modules - names == set()
    assert {name.split("/")[0] for name in names} == {
        "kiosk",
        f"kiosk-{kiosk.__version__}.dist-info",
    }


def test_the_licences_and_the_command_come_with_it(installed: Path) -> None:
    info = installed / f"kiosk-{kiosk.__version__}.dist-info"
    licences = {path.name for path in (info / "licenses").rglob("*") if path.is_file()}
    assert {"LICENSE", "THIRD-PARTY.md", "LGPL-3.0.txt", "GPL-3.0.txt"} <= licences
    assert "kiosk = kiosk.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")


def test_it_tells_its_version(installed: Path) -> None:
    run = _run(installed, "--version")
    assert run.returncode == 0, run.stderr
    assert kiosk.__version__ in run.stdout


def test_it_checks_the_packs_it_came_with(installed: Path) -> None:
    run = _run(installed, "check")
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    assert "Traceback" not in run.stderr, run.stderr
