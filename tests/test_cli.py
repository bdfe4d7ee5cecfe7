"""The command line: one behaviour, quick for a plain start, plain words for wrong use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk import __version__, cli
from kiosk.arguments import RUN, full_parse, parse, plain_run
from kiosk.options import (
    CheckOptions,
    CompileOptions,
    RunOptions,
    SelftestOptions,
    Size,
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


# What arguments mean


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", RunOptions()),
        ("run", RunOptions()),
        ("--mode display", RunOptions(mode="display")),
        ("run --mode=touch", RunOptions(mode="touch")),
        ("--mode touch run --language nl", RunOptions(mode="touch", language="nl")),
        ("--pack a run --pack b", RunOptions(pack=Path("b"))),
        ("run --screen -1", RunOptions(screen=-1)),
        ("--screen=2 run", RunOptions(screen=2)),
        ("--windowed 1280x720", RunOptions(windowed=Size(1280, 720))),
        ("--windowed 1280×720", RunOptions(windowed=Size(1280, 720))),
        ("--settings s --data-dir d", RunOptions(settings=Path("s"), data_dir=Path("d"))),
        ("check", CheckOptions()),
        ("check a b --format json c", CheckOptions((Path("a"), Path("b"), Path("c")), "json")),
        ("check --format text", CheckOptions()),
        ("tour out", TourOptions(Path("out"))),
        (
            "tour --size 1920x1080 out --size 1080x1920 --language nl --theme dark "
            "--text-size 150 --px-per-mm 3.95 --pack p",
            TourOptions(
                Path("out"),
                (Size(1920, 1080), Size(1080, 1920)),
                "nl",
                "dark",
                150,
                3.95,
                Path("p"),
            ),
        ),
        ("selftest", SelftestOptions()),
        ("selftest --machine", SelftestOptions(machine=True)),
        ("compile-pack a b", CompileOptions(Path("a"), Path("b"))),
    ],
)
def test_options(line: str, options: object) -> None:
    assert parse(line.split()) == options
    assert type(parse(line.split())) is type(options)


@pytest.mark.parametrize(
    "line",
    [
        "--mode",
        "--mode loop",
        "--mod touch",
        "--windowed 1280",
        "--windowed 0x0",
        "--windowed 99999x99999",
        "--windowed -1280x720",
        "--windowed 1280x720x3",
        "--windowed ١٢٨٠x٧٢٠",
        "--screen first",
        "--screen 99",
        "--screen 99999999999999999999",
        "--language nl_BE.UTF-8",
        "--language -",
        "--language nl-",
        "--language nl-B!",
        "--pack=a\0b",
        "--pack=",
        "--settings",
        "run run",
        "run there",
        "ruin",
        "pin",
        "--mode touch check",
        "check --mode touch",
        "check --format xml",
        "tour",
        "tour a b",
        "tour a --size 10",
        "tour a --theme blue",
        "tour a --text-size 110",
        "tour a --px-per-mm nan",
        "tour a --px-per-mm 0",
        "tour a --px-per-mm inf",
        "selftest now",
        "--nonsense",
        "-x",
        "-- check",
    ],
)
def test_wrong_use(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(line.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: kiosk")
    assert "error: " in said.err
    assert "Traceback" not in said.err


_WORDS = st.one_of(
    st.sampled_from([option.name for option in RUN]),
    st.sampled_from(
        [
            *("run", "check", "touch", "display", "nl", "nl-BE", "1280x720", "0", "-1", "7", "16"),
            *("--mode=touch", "--mode=", "--screen=1", "--screen=-1", "--pack=-x", "--mod", "--"),
            *("-h", "--help", "--version", "", "-", "a b", "-a b", "--pack x", "@file", "\0", "é"),
        ]
    ),
)


@given(st.lists(_WORDS, max_size=5))
@example(["--mode", "touch", "--pack", "run", "run"])
@settings(max_examples=500, deadline=None)
def test_the_quick_way_agrees_with_argparse(words: list[str]) -> None:
    quick = plain_run(words)
    if quick is not None:
        assert full_parse(words) == quick


@given(st.lists(st.one_of(_WORDS, st.text()), max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_words_end_in_options_or_a_message(words: list[str]) -> None:
    with suppress(SystemExit):
        assert isinstance(parse(words), tuple)


def test_what_people_type_goes_the_quick_way() -> None:
    for line in ("", "run", "--mode touch run", "--settings s --data-dir=d --windowed 800x600"):
        assert plain_run(line.split()) is not None


# Help


def test_help_lists_what_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["-h"], ["run", "--help"], ["--mode", "touch", "--help"]):
        assert cli.main(arguments) == 0
        text = capsys.readouterr().out
        for word in ("run", "check", "tour", "selftest", *(option.name for option in RUN)):
            assert word in text
        for word in ("compile", "handout", "pin", "set-up", "counts"):
            assert word not in text
    for command in ("check", "tour", "selftest"):
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
        self.put("kiosk.host.display", "unreachable_display", self.unreachable_display)
        for name in ("app", "tour", "selftest"):
            self.put(f"kiosk.{name}", "run" if name == "app" else name, self.taker(name))

    def put(self, module: str, name: str, value: object) -> None:
        stand_in = ModuleType(module)
        setattr(stand_in, name, value)
        self.monkeypatch.setitem(sys.modules, module, stand_in)

    def unreachable_display(self, environ: Mapping[str, str], platform: str) -> str | None:
        assert (environ, platform) == (os.environ, sys.platform)
        return self.trouble

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
    assert stage.given == [("app", RunOptions(screen=1))]
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

    stage.put("kiosk.app", "run", missing)
    assert cli.main([]) == 2
    assert "libEGL.so.1" in capsys.readouterr().err


def test_an_error_of_our_own_is_not_hidden(stage: Stage) -> None:
    def broken(_: object) -> int:
        raise ImportError("no module", name="kiosk.nonsense")

    stage.put("kiosk.app", "run", broken)
    with pytest.raises(ImportError):
        cli.main([])


def test_interrupted_quietly(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    stage.put("kiosk.app", "run", interrupted)
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


def test_a_plain_start_imports_nothing_dear() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import kiosk.cli; from kiosk.arguments import parse; parse(['--mode', 'touch'])\n"
        "import kiosk.settings; kiosk.settings.load_settings(None, ())\n"
        "print(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    dear = {"argparse", "gettext", "logging", "json", "dataclasses", "tomllib", "platformdirs"}
    assert not loaded & (dear | {"kiosk.checking", "kiosk.settings_reader", "difflib", "inspect"})
