"""`./dev bench --access`: measures what takes seconds, and prints every row with figure and bar."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.access.rows import ROWS
from benchmarks.access.table import failing, files_of_tests, missing_tests, table
from benchmarks.programs import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.access.figure import Figure

Part = tuple[str, "Callable[[], Iterable[Figure]]"]


def run(*, strict: bool) -> int:
    """Measure and print; returns 1 only with `strict` and a row that fails."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # of this process; real windows have their own
    began = time.monotonic()
    figures: list[Figure] = []
    for name, measure in _parts():
        print(f"{name} ...", end=" ", file=sys.stderr, flush=True)
        before = time.monotonic()
        figures.extend(measure())
        print(f"{time.monotonic() - before:.0f} s", file=sys.stderr, flush=True)
    there = files_of_tests(REPOSITORY / "tests")
    print(table(ROWS, figures, there))
    for line in missing_tests(ROWS, there):
        print(f"\nno such test: {line}")
    missed = failing(ROWS, figures, there)
    print(f"\n{len(ROWS)} rows, {len(ROWS) - len(missed)} pass", end="")
    print(f", measured in {time.monotonic() - began:.0f} s")
    return 1 if strict and missed else 0


def _parts() -> list[Part]:
    from benchmarks.access import (
        colours,
        contacts,
        drift,
        grid,
        hands,
        screens,
        visits,
        voices,
        windows,
    )

    return [
        ("colours", colours.measure),
        ("the grid", grid.measure),
        ("contacts", contacts.measure),
        ("every screen at every size", screens.measure),
        ("a thousand visits", visits.measure),
        ("the voice", voices.measure),
        ("hands that shake, by touch events", hands.inside),
        ("the same on small glass", hands.small),
        ("the same by a real pointer", hands.outside),
        ("a real window", windows.measure),
        ("mark and sound", drift.measure),
    ]
