"""`python -m benchmarks`: times the kiosk, a bare window and Chromium on one machine in one run."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import taps
from benchmarks.bars import Results, bars
from benchmarks.display import display_cost
from benchmarks.figures import Figures, percentile
from benchmarks.programs import REPOSITORY, bare_window, big_kiosk, chromium, kiosk
from benchmarks.report import table, verdicts, write_json
from benchmarks.runs import Bench
from benchmarks.scout import scout

if TYPE_CHECKING:
    from benchmarks.programs import Program
    from tests.journeys.support.framebuffer import Box

ROUNDS, QUICK_ROUNDS = 9, 3
TOUCHES, QUICK_TOUCHES = 40, 12
PAGES, QUICK_PAGES = 20, 8
FIRST_STARTS, QUICK_FIRST_STARTS = 5, 3


def main(arguments: list[str]) -> int:
    """Run all measurements; returns 1 only with --strict and a bar that is missed."""
    options = _options(arguments)
    if options.access:
        from benchmarks.access.run import run

        return run(strict=options.strict)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        bench = Bench(folder)
        try:
            results = measure(bench, folder, quick=options.quick)
        finally:
            bench.close()
    _tell("hands that shake")
    hands = taps.measure()
    machine = describe(bench, quick=options.quick)
    write_json(results, machine, options.json, hands)
    print(table(results))
    print()
    print(verdicts(results))
    print()
    print(taps.table(hands))
    print()
    print(f"{machine['cores']} cores, {machine['system']}, Python {machine['python']}, ", end="")
    print(
        f"Qt {machine['pyside']}; frames are known to {machine['frame_look_ms_p95']:.1f} ms, ",
        end="",
    )
    print(f"presses to {machine['press_look_ms_p95']:.1f} ms (p95 between two looks)")
    print(f"single values: {options.json}")
    missed = any(not bar.passes for bar in bars(results)) or taps.missed(hands)
    return 1 if options.strict and missed else 0


def measure(bench: Bench, folder: Path, *, quick: bool) -> Results:
    """All measurements: starts taken in turns, then first starts, then visits."""
    size = bench.desk.size
    programs: dict[str, Program] = {
        "kiosk": kiosk(folder),
        "bare": bare_window(),
        "big": big_kiosk(folder),
    }
    browser = chromium(folder, size)
    if browser is not None:
        programs["chromium"] = browser
    spots = scout(bench, folder)
    figures = {name: Figures() for name in programs}
    for name, program in programs.items():
        _tell(f"first start of {name}, not counted")
        bench.prepare(program)
    for number in range(QUICK_ROUNDS if quick else ROUNDS):
        _tell(f"round {number + 1}")
        for name, program in programs.items():
            figures[name].starts.append(bench.start(program))
    _tell("visits")
    touches = QUICK_TOUCHES if quick else TOUCHES
    pages = QUICK_PAGES if quick else PAGES
    bench.visit(programs["kiosk"], spots, figures["kiosk"], touches, pages)
    bench.visit(programs["big"], spots, figures["big"], touches, pages)
    bench.look_on(programs["bare"], (), figures["bare"], touches)
    if browser is not None:
        bench.look_on(browser, _cells(size), figures["chromium"], touches)
    _tell("first starts of the big pack")
    count = QUICK_FIRST_STARTS if quick else FIRST_STARTS
    firsts = [bench.first_start(programs["big"], spots) for _ in range(count)]
    _tell("the display")
    cost = display_cost(bench, folder, quick=quick)
    return Results(
        kiosk=figures["kiosk"],
        bare=figures["bare"],
        chromium=figures.get("chromium"),
        big=figures["big"],
        big_first_frame_ms=statistics.median(first for first, _ in firsts) * 1000,
        big_first_taps_ms=[ms for _, taps in firsts for ms in taps],
        display=cost,
    )


def describe(bench: Bench, *, quick: bool) -> dict[str, Any]:
    """What was measured on, and how finely."""
    frames = [gap * 1000 for gap in bench.watch.frame_gaps.seconds]
    presses = [gap * 1000 for gap in bench.watch.press_gaps.seconds]
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "pyside": version("PySide6_Essentials"),
        "screen": bench.desk.size,
        "quick": quick,
        "frame_look_ms_p95": percentile(frames, 0.95),
        "press_look_ms_p95": percentile(presses, 0.95),
    }


def _cells(size: tuple[int, int]) -> list[Box]:
    width, height = size[0] // 3, size[1] // 3
    return [(column * width, row * height, width, height) for row in (0, 1) for column in range(3)]


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs: an impression")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a bar is missed")
    parser.add_argument("--access", action="store_true", help="the rows of access.md instead")
    default = REPOSITORY / "build" / "bench.json"
    parser.add_argument("--json", type=Path, default=default, help="where to write every value")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
