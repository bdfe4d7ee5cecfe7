"""What can be wrong with a file that people write: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Problem(NamedTuple):
    """One thing wrong in one place.

    `file` is relative to what was checked, `line` counts from 1 (0: the file as a whole).
    """

    file: str
    line: int
    severity: Severity
    what: str
    to_do: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.what}; {self.to_do}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def exit_code(problems: Iterable[Problem]) -> int:
    """0 clean, 1 warnings only, 2 errors (DESIGN.md section 4)."""
    severities = {problem.severity for problem in problems}
    if "error" in severities:
        return 2
    return 1 if severities else 0
