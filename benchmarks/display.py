"""What the display costs: at rest, in a fade, and after thousands of slides."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.programs import REPOSITORY, Program
from benchmarks.runs import idle_percent
from benchmarks.usage import precise_cpu_s

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.runs import Bench
    from tests.journeys.support.children import Child

SLIDES, QUICK_SLIDES = 10_000, 1_500
FADES, QUICK_FADES = 12, 5
REST_S, QUICK_REST_S = 60.0, 10.0
"""A minute has all that wakes a display: the clock's tick and two looks at the window."""
FADE_S = 0.3
"""As long as a fade may last (access.md D2)."""
LOOK_S = 0.02


@dataclass(frozen=True, slots=True)
class DisplayCost:
    """Percent of one core between slides and in a fade, and percent of growth of memory."""

    idle_percent: float
    fade_percent: list[float]
    growth_percent: float
    slides: int


def display_cost(bench: Bench, folder: Path, *, quick: bool) -> DisplayCost:
    """Run the display three times: at rest, with many fades, and for very long."""
    still = _display(folder, "still", base_s=60.0, word_s=5.0)
    child, _ = bench.launch(still)
    try:
        bench.watch.opening()
        idle = idle_percent(child, QUICK_REST_S if quick else REST_S)
    finally:
        child.stop()
    child, _ = bench.launch(_display(folder, "brisk", base_s=1.0, word_s=0.2))
    try:
        bench.watch.opening(quiet_s=0.5)
        fades = [_fade(bench, child) for _ in range(QUICK_FADES if quick else FADES)]
    finally:
        child.stop()
    slides = QUICK_SLIDES if quick else SLIDES
    return DisplayCost(idle, fades, _growth(slides), slides)


def _display(folder: Path, name: str, *, base_s: float, word_s: float) -> Program:
    settings = folder / f"{name}.toml"
    settings.write_text(
        f'display_base_s = {base_s}\ndisplay_word_s = {word_s}\nclinic_name = "UZ Voorbeeld"\n',
        encoding="utf-8",
    )
    data = folder / f"{name}-data"
    argv = ("main.py", "--mode", "display", "--data-dir", str(data), "--settings", str(settings))
    return Program(f"display, {name}", (sys.executable, *argv), data)


def _fade(bench: Bench, child: Child) -> float:
    """Wait for the next change of slide; all that it cost, in percent of one core for 0.3 s."""
    before = bench.watch.before()
    samples = [precise_cpu_s(child.pid)] * 5
    deadline = time.monotonic() + 30.0
    while time.monotonic() < deadline:
        samples = [*samples[1:], precise_cpu_s(child.pid)]
        if before.renew():
            # What was set before its first frame counts too: it was at work for some samples.
            time.sleep(FADE_S + 0.15)
            return 100 * (precise_cpu_s(child.pid) - samples[0]) / FADE_S
        time.sleep(LOOK_S)
    raise RuntimeError("no slide follows")


def _growth(slides: int) -> float:
    """How much the memory of the display grew over so many slides, in percent."""
    command = [sys.executable, "-m", "benchmarks.display_soak", str(slides)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    before, after = (float(word) for word in done.stdout.split())
    return 100 * (after - before) / before
