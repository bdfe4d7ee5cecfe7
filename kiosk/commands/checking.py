"""What `kiosk check` says of packs: problems as lines that an editor can jump to, or as JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.packs import check
from kiosk.paths import resource
from kiosk.problems import Problem, exit_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.commands.options import CheckOptions, Format
    from kiosk.content.probe import Probe

_NOT_A_FOLDER = 2


class Report(NamedTuple):
    """The exit code, what goes to standard output, and remarks for a person's eyes."""

    code: int
    output: str
    remarks: tuple[str, ...]


def checked(options: CheckOptions, probe: Probe) -> Report:
    """Checks the packs asked for, or every bundled one.

    The exit code is 0 clean, 1 warnings only, 2 errors or something that is no folder.
    """
    problems: list[Problem] = []
    remarks: list[str] = []
    code = 0
    for folder in options.packs or bundled_packs() or (resource("packs"),):
        if not os.path.isdir(folder):  # noqa: PTH112 - a Path's own raises for some names
            remarks.append(f"{_one_line(str(folder))} is not a folder")
            code = _NOT_A_FOLDER
            continue
        found = [_from_here(problem, folder) for problem in check(folder, probe)]
        remarks.append(_summary(folder, found))
        problems.extend(found)
    return Report(max(code, exit_code(problems)), _output(problems, options.format), (*remarks,))


def bundled_packs() -> tuple[Path, ...]:
    """Every folder in resources/packs, by name."""
    return tuple(sorted(path for path in resource("packs").glob("*") if path.is_dir()))


def _from_here(problem: Problem, folder: Path) -> Problem:
    """The problem with its file named from the working folder, or absolute where it lies outside.

    A problem of a file as a whole is said of its first line: line 0 is nowhere to jump to.
    """
    path = (folder / problem.file).absolute()
    here = Path.cwd()
    if path.is_relative_to(here):
        path = path.relative_to(here)
    return problem._replace(file=str(path), line=max(problem.line, 1))


def _output(problems: Iterable[Problem], form: Format) -> str:
    if form == "json":
        return json.dumps([problem._asdict() for problem in problems], indent=1) + "\n"
    return "".join(f"{_one_line(str(problem))}\n" for problem in problems)


def _one_line(text: str) -> str:
    """The text without characters that could break a line or steer a terminal."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def _summary(folder: Path, problems: Iterable[Problem]) -> str:
    severities = [problem.severity for problem in problems]
    counts = [
        f"{severities.count(severity)} {severity}{'' if severities.count(severity) == 1 else 's'}"
        for severity in ("error", "warning")
        if severity in severities
    ]
    return f"{_one_line(str(folder))}: {', '.join(counts) or 'no problems'}"
