"""The table of access.md has every row that it must have, and can say FAIL."""

from __future__ import annotations

import math
import re

import pytest

from benchmarks.access import colours, contacts, grid
from benchmarks.access.figure import Extreme, Figure
from benchmarks.access.row import Row
from benchmarks.access.rows import ROWS
from benchmarks.access.screens import measure
from benchmarks.access.table import failing, files_of_tests, missing_tests, table
from benchmarks.programs import REPOSITORY
from kiosk.proving.offscreen import STEPS, Pane

ACCESS = REPOSITORY.parent / "shared" / "requirements" / "access.md"
SECTIONS = ("Vision", "Motor", "Reach", "Speech", "Technical")
MOONSHOTS = ("M3c", "M13", "R4", "S6")
IDS = (
    *(f"V{number}" for number in range(1, 10)),
    *("M1", "M2", "M3a", "M3b", "M3c"),
    *(f"M{number}" for number in range(4, 14)),
    *(f"R{number}" for number in range(1, 5)),
    *(f"S{number}" for number in range(1, 7)),
    *(f"X{number}" for number in range(1, 7)),
)


def test_every_row_is_there_once() -> None:
    assert tuple(row.id for row in ROWS) == IDS


@pytest.mark.skipif(not ACCESS.exists(), reason="the requirements stand beside the repository")
def test_those_are_the_rows_of_access() -> None:
    section, found = "", list[str]()
    for line in ACCESS.read_text("utf-8").splitlines():
        if heading := re.match(r"\| \*\*(\w+)", line):
            section = heading[1]
        elif row := re.match(r"\| ([A-Z]\d+[a-c]?) \|.*\| (must|should|moonshot) \|$", line):
            wanted = row[2] != "moonshot" or row[1] in MOONSHOTS
            if section in SECTIONS and wanted:
                found.append(row[1])
    assert tuple(found) == IDS


def test_every_test_that_a_row_names_exists() -> None:
    there = files_of_tests(REPOSITORY / "tests")
    assert missing_tests(ROWS, there) == []
    assert all(row.tests for row in ROWS)


def test_a_test_that_is_gone_fails_its_row() -> None:
    rows = [Row("V1", "large", ("test_there",)), Row("V2", "small", ("test_gone",))]
    there = {"test_there": ["ui/test_a.py"]}
    assert missing_tests(rows, there) == ["V2: test_gone"]
    assert failing(rows, [], there) == {"V2"}
    assert "| V1 | large | by its tests | test | ui/test_a.py |" in table(rows, [], there)
    assert "| V2 | small | by its tests | FAIL | gone |" in table(rows, [], there)


@pytest.mark.parametrize(
    ("value", "least", "most", "slack", "passes"),
    [
        (7.0, 7.0, None, 0.0, True),
        (6.9, 7.0, None, 0.0, False),
        (6.9, 7.0, None, 0.2, True),
        (300.1, None, 300.0, 0.0, False),
        (300.0, None, 300.0, 0.0, True),
        (5.0, None, None, 0.0, True),
        (math.nan, 1.0, None, 0.0, False),
        (math.inf, None, 250.0, 0.0, False),
    ],
)
def test_a_figure_knows_its_bars(
    value: float, least: float | None, most: float | None, slack: float, passes: bool
) -> None:
    figure = Figure("V3", "words", value, ":1", least, most, slack)
    assert figure.passes is passes
    assert ("FAIL" in str(figure)) is not passes
    rows = [Row("V3", "words", ("test_a",))]
    assert (failing(rows, [figure], {"test_a": []}) == {"V3"}) is not passes


def test_a_figure_that_fails_says_where() -> None:
    figure = Figure("M1", "smallest target", 29.5, "mm", least=30.0, where="home nav.done")
    assert str(figure) == "smallest target 29.5 mm (FAIL: home nav.done)"


def test_extremes_remember_where() -> None:
    least, most = Extreme(), Extreme(largest=True)
    for value, where in ((3.0, "a"), (1.0, "b"), (2.0, "c")):
        least.see(value, where)
        most.see(value, where)
    assert (least.value, least.where, most.value, most.where) == (1.0, "b", 3.0, "a")


def test_what_needs_no_window_is_measured_and_passes(qapp: object) -> None:
    found = [*colours.measure(), *contacts.measure(), *grid.measure()]
    assert [str(figure) for figure in found if not figure.passes] == []
    rows = {"V3", "V4", "V5", "V6", "V8", "M4", "M5", "M6", "M8", "M12", "M13"}
    assert {figure.row for figure in found} == rows | {"X4", "R4", "X2"}


def test_a_walk_measures_every_screen_and_finds_glass_that_is_too_small(qapp: object) -> None:
    usual = measure([Pane(1920, 1080)], STEPS[:1], ())
    missed = [figure for figure in usual if not figure.passes]
    assert [figure.what for figure in missed] == ["screens opened"], "one walk has not all of them"
    # The same glass with 20 % more px a mm than it has room for.
    small = measure([Pane(1366, 768, 5.0)], STEPS[:1], ())
    assert {"V2"} <= {figure.row for figure in small if not figure.passes}
