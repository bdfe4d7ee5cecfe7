"""What commands do: hand over, and end with one code and plain words."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest

from kiosk import __version__, cli
from kiosk.commands.arguments import RUN
from kiosk.commands.options import (
    RunOptions,
    SelftestOptions,
    TourOptions,
)

ROOT = Path(__file__).parents[1]
# Unbuffered output fails elsewhere, and earlier, than what people have.
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def program(
    *arguments: str,
    stdout: int | IO[str] = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, started in another folder."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        cwd="/",
        env=BUFFERED if environment is None else environment,
        check=False,
    )


# Help


def test_help_lists_what_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["-h"], ["run", "--help"], ["--mode", "touch", "--help"]):
        assert cli.main(arguments) == 0
        text = capsys.readouterr().out
        for word in (
            "run",
            "check",
            "tour",
            "pin",
            "counts",
            "selftest",
            *(option.name for option in RUN),
        ):
            assert word in text
        for word in ("compile", "speak"):
            assert word not in text
    for command in ("check", "tour", "pin", "counts", "set-up", "selftest"):
        assert cli.main([command, "--help"]) == 0
        assert f"usage: kiosk {command}" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["tour", "--help"], ["ruin"]])
def test_help_and_wrong_use_need_no_qt(arguments: list[str], tmp_path: Path) -> None:
    for name in ("PySide6", "shiboken6", "qtawesome", "markdown_it"):
        (tmp_path / f"{name}.py").write_text("raise AssertionError('imported')")
    done = program(*arguments, environment={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == (2 if arguments == ["ruin"] else 0)
    assert "Traceback" not in done.stderr


# What commands do


class Stage:
    """Stands in for the parts that commands hand over to, and remembers what they were given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.given: list[tuple[str, object]] = []
        self.trouble: str | None = None
        self.put("kiosk.host.display", "reach_display", self.reach_display)
        self.put("kiosk.running", "run", self.taker("running"))
        for name in ("tour", "selftest"):
            self.put(f"kiosk.proving.{name}", name, self.taker(name))

    def put(self, module: str, name: str, value: object) -> None:
        stand_in = ModuleType(module)
        setattr(stand_in, name, value)
        self.monkeypatch.setitem(sys.modules, module, stand_in)

    def reach_display(self, environ: Mapping[str, str], platform: str) -> Stage:
        assert (environ, platform) == (os.environ, sys.platform)
        return self

    def close(self) -> None:
        """Let go of the display."""
        self.given.append(("display", None))

    def taker(self, name: str) -> object:
        def take(options: object) -> int:
            self.given.append((name, options))
            return 75

        return take


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    return Stage(monkeypatch)


def test_run_hands_over_its_options_and_exit_code(stage: Stage) -> None:
    assert cli.main(["--screen", "1"]) == 75
    # The display is held until Qt is done with it.
    assert stage.given == [("running", RunOptions(screen=1)), ("display", None)]
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"


def test_the_others_stay_off_the_screen(stage: Stage) -> None:
    assert cli.main(["tour", "out"]) == 75
    assert cli.main(["selftest"]) == 75
    assert stage.given == [("tour", TourOptions(Path("out"))), ("selftest", SelftestOptions())]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_no_display_is_one_clear_line(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage.trouble = "no display"
    assert cli.main([]) == 2
    assert capsys.readouterr().err == "kiosk: no display\n"
    assert stage.given == []


def test_qt_that_cannot_be_loaded(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    def missing(_: object) -> int:
        raise ImportError("libEGL.so.1: cannot open", name="PySide6.QtGui")

    stage.put("kiosk.running", "run", missing)
    assert cli.main([]) == 2
    assert "libEGL.so.1" in capsys.readouterr().err


def test_an_error_of_our_own_is_not_hidden(stage: Stage) -> None:
    def broken(_: object) -> int:
        raise ImportError("no module", name="kiosk.nonsense")

    stage.put("kiosk.running", "run", broken)
    with pytest.raises(ImportError):
        cli.main([])


def test_interrupted_quietly(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    stage.put("kiosk.running", "run", interrupted)
    assert cli.main([]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_ctrl_c_ends_the_program_quietly(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nraise AssertionError('went on')\n"
    )
    environment = {**BUFFERED, "PYTHONPATH": str(tmp_path)}
    done = program("check", str(ROOT / "resources/packs/bewegen-bij-ms"), environment=environment)
    assert done.returncode == -signal.SIGINT
    assert (done.stdout, done.stderr) == ("", "")


def test_started_from_any_folder_and_as_a_module() -> None:
    assert program("--version").stdout == f"kiosk {__version__}\n"
    module = subprocess.run(
        [sys.executable, "-m", "kiosk", "--version"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert module.stdout == f"kiosk {__version__}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = program("--help", stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("kiosk: the output could not be written")
    assert done.stderr.count("\n") == 1


def test_a_reader_that_leaves() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = program("--help", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
def test_a_working_folder_that_is_gone_is_said_in_one_line(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"import os, sys; os.rmdir(os.getcwd()); sys.path.insert(0, {str(ROOT)!r})\n"
    code += "from kiosk.cli import main; sys.exit(main(['--data-dir', 'data']))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=gone,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == ("kiosk: the folder that data starts from is gone; give a full path\n")


def test_the_collector_rests_while_a_start_makes_what_stays(stage: Stage) -> None:
    def resting(_: object) -> int:
        return 70 if gc.isenabled() else 71

    stage.put("kiosk.running", "run", resting)
    assert cli.main([]) == 71
    assert gc.isenabled()
