"""The commands of `./dev`: what each sets up, runs, and returns."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping

from tools import environment, machine
from tools.environment import FULL, ROOT, python_of
from tools.say import Stop, complain, say

USAGE = """\
usage: ./dev COMMAND [ARGUMENTS]

  run     start the kiosk; arguments go to main.py. Without a screen: a tour instead
  test    all tests; arguments go to pytest (paths, -k ...)
  check   ruff, pyright, import-linter and the content packs
  bench   how fast and how small the kiosk is; arguments go to benchmarks
  tour    a picture of every screen in build/tour; arguments go to main.py tour

Each first sets up what it needs: system packages (apt, as root or with sudo) and ./.venv."""


def main(arguments: list[str]) -> int:
    """Run one command; return the exit code: 0 fine, 1 something failed, 2 wrong use."""
    commands: Mapping[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "tour": tour,
    }
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(USAGE)
        return 0 if arguments else 2
    command = commands.get(arguments[0])
    if command is None:
        complain(f"no command {arguments[0]!r}\n{USAGE}")
        return 2
    try:
        return command(arguments[1:])
    except Stop as stop:
        complain(str(stop))
        return 2
    except KeyboardInterrupt:
        return 130


def has_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether a window could open: a display is named, or Qt is told to do without."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "win32" or any(environ.get(name) for name in names)


def run(arguments: list[str]) -> int:
    """Start the kiosk, or make a tour where there is no screen."""
    _set_up()
    if not has_screen(os.environ):
        say("no screen here (no DISPLAY, no WAYLAND_DISPLAY): making a tour instead")
        # One language at every size: somebody waits for it. `./dev tour` makes them all.
        return tour(["--language", "nl"])
    return _python("main.py", *arguments)


def tour(arguments: list[str]) -> int:
    """Make a picture of every screen, in build/tour unless the arguments name a folder."""
    _set_up()
    if not arguments or arguments[0].startswith("-"):
        arguments = ["build/tour", *arguments]
    say(f"making a picture of every screen in {arguments[0]}")
    return _python("main.py", "tour", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure start, memory and response, beside a bare window and a browser."""
    _set_up(journeys=True)
    return _python("-m", "benchmarks", *arguments)


def check(arguments: list[str]) -> int:
    """Run every static check and the check of the packs; report each, fail if any failed."""
    if arguments:
        raise Stop("check takes no arguments")
    _set_up()
    failed = [name for name, step in _checks().items() if not _passes(name, step)]
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def _checks() -> dict[str, tuple[list[str], int]]:
    """List each check: its arguments for Python and the highest exit code that is fine."""
    tool = FULL / "bin"
    return {
        "ruff check": ([str(tool / "ruff"), "check", "--quiet"], 0),
        "ruff format": ([str(tool / "ruff"), "format", "--check", "--quiet"], 0),
        "pyright": ([str(tool / "pyright")], 0),
        "import-linter": ([str(tool / "lint-imports"), "--no-cache"], 0),
        "kiosk check": ([str(python_of(FULL)), "main.py", "check"], 1),
    }


def _passes(name: str, step: tuple[list[str], int]) -> bool:
    command, highest = step
    say(f"{name} ...")
    run = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    print(run.stderr, end="", file=sys.stderr, flush=True)
    # Python ends with 1 on a crash too, which for the packs would mean "warnings only".
    fine = 0 <= run.returncode <= highest and "Traceback (most recent" not in run.stderr
    say(f"{name}: {'passed' if fine else f'FAILED (exit {run.returncode})'}")
    return fine


def test(arguments: list[str]) -> int:
    """Run the tests without Qt, off screen, and in a real window; fail if any part failed."""
    _set_up(journeys=True)
    environment.prepare_pure()
    from tools.orca import prepare_orca
    from tools.testing import run_tests

    prepare_orca()
    return run_tests(arguments)


def _set_up(*, journeys: bool = False) -> None:
    if sys.platform == "win32":
        if not python_of(FULL).exists():
            raise Stop("on Windows make .venv as the README says, then use main.py")
        return
    machine.prepare(journeys=journeys)
    environment.prepare_full()


def _python(*arguments: str) -> int:
    return subprocess.run([python_of(FULL), *arguments], cwd=ROOT, check=False).returncode
