"""Collects every problem of a pack, each once, and keeps the list readable and bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.problems import Severity

# Enough to work on; the rest shows when these are mended.
MOST_IN_A_FILE = 40
MOST_IN_ALL = 2_000


class FileReport:
    """The problems of one file. Errors push warnings out where there are too many."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._errors: dict[Problem, None] = {}
        self._warnings: dict[Problem, None] = {}
        self._hidden = 0
        self.has_errors = False

    def error(self, line: int, what: str, to_do: str) -> None:
        """Notes something that section 6 of the design forbids; `line` counts from 1."""
        self.has_errors = True
        self._add(self._errors, line, "error", what, to_do)

    def warning(self, line: int, what: str, to_do: str) -> None:
        """Notes something that readers would thank the author for."""
        self._add(self._warnings, line, "warning", what, to_do)

    def _add(
        self, kept: dict[Problem, None], line: int, severity: Severity, what: str, to_do: str
    ) -> None:
        problem = Problem(_clean(self.file), line, severity, _clean(what), _clean(to_do))
        if problem in kept:
            return
        if len(kept) < MOST_IN_A_FILE:
            kept[problem] = None
        else:
            self._hidden += 1

    def problems(self) -> list[Problem]:
        """What to show of this file, by line, and last how many more there are."""
        shown = [*self._errors, *self._warnings][:MOST_IN_A_FILE]
        hidden = self._hidden + len(self._errors) + len(self._warnings) - len(shown)
        shown.sort(key=lambda problem: problem.line)
        if hidden:
            severity: Severity = "error" if self.has_errors else "warning"
            what = f"and {hidden} more in this file"
            last = shown[-1].line
            shown.append(Problem(_clean(self.file), last, severity, what, "mend these first"))
        return shown


class Report:
    """The problems of all files of a pack."""

    def __init__(self) -> None:
        self._files: dict[str, FileReport] = {}
        self._quiet: set[str] = set()

    def file(self, name: str) -> FileReport:
        """The report of one file, to be filled."""
        report = self._files.get(name)
        if report is None:
            report = self._files[name] = FileReport(name)
        return report

    def files_with_errors(self) -> set[str]:
        """The names of the files that have an error."""
        return {name for name, report in self._files.items() if report.has_errors}

    def problems(self) -> list[Problem]:
        """Everything to show, by file and line; files with errors first in line for the room."""
        reports = sorted(self._files.values(), key=lambda report: not report.has_errors)
        shown: list[Problem] = []
        hidden: list[Problem] = []
        for report in reports:
            problems = report.problems()
            room = len(shown) + len(problems) <= MOST_IN_ALL
            (shown if room else hidden).extend(problems)
        shown.sort(key=lambda problem: (problem.file, problem.line))
        if hidden:
            shown.append(_rest(hidden))
        return shown


def _rest(hidden: Iterable[Problem]) -> Problem:
    problems = list(hidden)
    severity: Severity = "error" if any(p.severity == "error" for p in problems) else "warning"
    files = len({problem.file for problem in problems})
    what = f"and {len(problems)} more problems in {files} more files"
    return Problem(".", 0, severity, what, "mend these first")


def _clean(text: str) -> str:
    """The text on one line, without what cannot be written as UTF-8 (in names of files)."""
    text = text.encode("utf-8", "replace").decode()
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else repr(sign)[1:-1]
