"""`./dev test`: which tests run where, and one honest end."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from tools.environment import FULL, PURE, ROOT, python_of
from tools.say import say

# What must pass where Qt is not installed.
PURE_TESTS = (
    "tests/domain",
    "tests/content",
    "tests/store",
    "tests/dev",
    "tests/commands/test_arguments.py",
    "tests/faces/test_faces.py",
    "tests/configuration/test_flat_toml.py",
    "tests/test_log.py",
    "tests/test_paths.py",
    "tests/test_settings.py",
    "tests/test_settings_files.py",
)
JOURNEYS = "tests/journeys"

# pytest: 5 means that no test was collected, which is fine where a path was not meant for a part.
NOTHING_COLLECTED = 5
SUMMARY = re.compile(
    r"^(=+ )?(no tests ran|\d+ (passed|failed|skipped|deselected|errors?|warnings?|x\w+)\b.*)"
    r" in [0-9.]+s.*$"
)


class Part(NamedTuple):
    """One run of pytest: what it is called, its interpreter, its tests, its surroundings."""

    name: str
    python: Path
    paths: tuple[str, ...]
    options: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()


def parts(chosen: tuple[str, ...] = ()) -> list[Part]:
    """Return the runs that make up the suite, or those that hold the `chosen` paths."""
    off_screen = (("QT_QPA_PLATFORM", "offscreen"),)
    if chosen:
        outside = tuple(path for path in chosen if _is_under(path, JOURNEYS))
        pure = tuple(path for path in chosen if any(_is_under(path, one) for one in PURE_TESTS))
        inside = tuple(path for path in chosen if path not in {*outside, *pure})
    else:
        pure = tuple(path for path in PURE_TESTS if (ROOT / path).exists())
        inside, outside = ("tests",), (JOURNEYS,)
    apart = tuple(f"--ignore={path}" for path in (JOURNEYS, *PURE_TESTS))
    # Each worker has an application, and in journeys a display, of its own. Journeys mostly wait:
    # two at a time leave half of two cores idle.
    two, three = ((), ()) if chosen else (_spread(2), _spread(3))
    full = python_of(FULL)
    everything = [
        Part("without Qt", python_of(PURE), pure),
        Part("off screen", full, inside, (*apart, *two), off_screen),
        Part("journeys in a real window", full, outside, three),
    ]
    return [part for part in everything if part.paths]


def _spread(workers: int) -> tuple[str, ...]:
    """Options that spread a part: in the order of the files, as one process would run them."""
    return (f"--numprocesses={workers}", "--dist=loadfile", "--no-loadscope-reorder")


def run_tests(arguments: list[str]) -> int:
    """Run every part, repeat the summaries at the end; return 1 when any part failed.

    `arguments` go to pytest. Paths among them choose which parts run.
    """
    paths = tuple(word for word in arguments if _is_under(word, "tests"))
    options = tuple(word for word in arguments if word not in paths)
    whole = any(_is_under("tests", path) for path in paths)
    chosen = () if whole else paths
    failed = False
    collected = False
    summaries: list[str] = []
    for part in parts(chosen):
        say(f"tests {part.name}: {' '.join(part.paths)}")
        code, summary = run_part(part, options)
        collected = collected or code != NOTHING_COLLECTED
        failed = failed or code not in {0, NOTHING_COLLECTED}
        summaries.append(summary or f"{part.name}: pytest ended with exit code {code}")
    print("\n".join(summaries), flush=True)
    return 1 if failed or not collected else 0


def _is_under(path: str, folder: str) -> bool:
    """Tell whether `path`, a test's number or name after `::` included, exists within `folder`."""
    place = (ROOT / path.split("::")[0]).resolve()
    return place.exists() and place.is_relative_to((ROOT / folder).resolve())


def run_part(part: Part, options: tuple[str, ...]) -> tuple[int, str]:
    """Run pytest, pass its lines on as they come; return the exit code and its last summary."""
    command = [str(part.python), "-m", "pytest", *part.paths, *part.options, *options]
    summary = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **dict(part.environment)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            if SUMMARY.match(line.rstrip()):
                summary = line.rstrip()
    return process.returncode, summary
