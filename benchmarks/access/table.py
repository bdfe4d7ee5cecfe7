"""Puts rows, figures and the files of their tests into one table in Markdown."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from benchmarks.access.figure import Figure
    from benchmarks.access.row import Row

_TEST = re.compile(r"^    def (test_\w+)|^def (test_\w+)", re.MULTILINE)


def files_of_tests(folder: Path) -> dict[str, list[str]]:
    """The files (from `folder`, with slashes) in which each test function stands."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.rglob("test_*.py")):
        for match in _TEST.finditer(file.read_text("utf-8")):
            found[match[1] or match[2]].append(file.relative_to(folder).as_posix())
    return dict(found)


def missing_tests(rows: Iterable[Row], there: Mapping[str, object]) -> list[str]:
    """What rows name as their tests and is nowhere."""
    return [f"{row.id}: {test}" for row in rows for test in row.tests if test not in there]


def failing(
    rows: Sequence[Row], figures: Iterable[Figure], there: Mapping[str, object]
) -> set[str]:
    """The ids of the rows of which a figure misses its bar or a test is gone."""
    gone = {line.partition(":")[0] for line in missing_tests(rows, there)}
    return gone | {figure.row for figure in figures if not figure.passes}


def table(
    rows: Sequence[Row], figures: Sequence[Figure], there: Mapping[str, Sequence[str]]
) -> str:
    """Each row with its bar, what was measured in this run, pass or FAIL, and its tests.

    A row with several figures has a line for each; the first has the rest of the row.
    """
    missed = failing(rows, figures, there)
    lines = ["| row | bar | measured now | | tested in |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        found = [str(figure) for figure in figures if figure.row == row.id]
        verdict = "FAIL" if row.id in missed else "pass" if found else "test"
        first, *others = found or ["by its tests"]
        files = dict.fromkeys(file for test in row.tests for file in there.get(test, ("gone",))[:1])
        lines.append(_line(row.id, row.bar, first, verdict, ", ".join(files)))
        lines.extend(_line("", "", other, "", "") for other in others)
        if row.note:
            lines.append(_line("", "", f"({row.note})", "", ""))
    return "\n".join(lines)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
