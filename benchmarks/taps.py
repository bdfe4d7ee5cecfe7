"""Shaking hands on the kiosk's screens beside plain Qt buttons: measured apart, shown here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.tremor import TAPS

REPOSITORY = Path(__file__).resolve().parents[1]
SEEDS = range(3)
SHELF = "shelf alone"
"""How the screens are called of which only the shelf is meant."""


class Row(NamedTuple):
    """What one hand reached on one screen: shares in percent, as meant and wrong.

    Issue 5 has bars for whole screens; the shelf alone is there to compare.
    """

    screen: str
    hand: str
    kiosk: tuple[float, float]
    plain: tuple[float, float]
    passes: bool
    best: float = 0.0
    """What the best model could reach at most within this hand's share of wrong taps; 0: not
    computed."""


def measure(pane: int = 0) -> list[Row]:
    """Measure in a process of its own, off screen; raises CalledProcessError.

    `pane` counts in `kiosk.proving.offscreen.PANES`; the last is the smallest glass.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.taps_window", str(pane)],
        cwd=REPOSITORY,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    return [Row(*row) for row in json.loads(done.stdout)]


def missed(rows: list[Row]) -> list[Row]:
    """The rows that miss their bar."""
    return [row for row in rows if not row.passes and not row.screen.endswith(SHELF)]


def table(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [
        f"| {TAPS * len(SEEDS)} taps each | as meant / wrong | plain QPushButtons | bar |",
        "| --- | --- | --- | --- |",
    ]
    for row in rows:
        bar = "-" if row.screen.endswith(SHELF) else "pass" if row.passes else "FAIL"
        cells = (f"{row.screen}, {row.hand}", _shares(row.kiosk), _shares(row.plain), bar)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _shares(shares: tuple[float, float]) -> str:
    return f"{shares[0]:.1f} / {shares[1]:.1f} %"
