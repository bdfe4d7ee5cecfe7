"""A real window from outside: its start, pages, presses and stillness (access.md M10, V9, X6)."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.access.figure import Figure
from benchmarks.figures import percentile
from benchmarks.programs import kiosk
from benchmarks.runs import Bench
from benchmarks.scout import scout
from tests.journeys.support.framebuffer import changed
from tests.journeys.support.waiting import pause_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.framebuffer import Framebuffer

PRESSES, PAGES = 24, 12
STILL_S, FRAME_S = 10.0, 0.1


def measure() -> Iterator[Figure]:
    """One prepared start, one visit, ten seconds in which nobody touches anything."""
    with tempfile.TemporaryDirectory(prefix="access-") as name:
        folder = Path(name)
        bench = Bench(folder)
        try:
            yield from _visit(bench, folder)
        finally:
            bench.close()


def _visit(bench: Bench, folder: Path) -> Iterator[Figure]:
    program = kiosk(folder)
    spots = scout(bench, folder)
    bench.prepare(program)
    child, moment = bench.launch(program)
    try:
        start = bench.watch.opening().settled - moment
        yield Figure("X6", "start", start, "s", most=5.0)
        bench.page_change(spots.door)
        presses = list(bench.presses(spots.cards, PRESSES))
        yield Figure(
            "M10", f"p95 of {PRESSES} presses shown", percentile(presses, 0.95), "ms", most=100
        )
        bench.page_change(spots.cards[0])
        yield Figure(
            "V9", "pixels that change in 10 s", 100 * _unrest(bench.desk.screen), "%", most=0.1
        )
        pages = [bench.page_change(spots.next) for _ in range(PAGES)]
        yield Figure(
            "X6", f"p95 of {PAGES} page changes", percentile(pages, 0.95), "ms", most=200.0
        )
        yield Figure("V9", "longest change", max(pages), "ms", most=200.0)
    finally:
        child.stop()


def _unrest(screen: Framebuffer) -> float:
    """The largest share of pixels that differs from the first frame, ten frames a second."""
    first, last = screen.grab(), screen.keep()
    most = 0.0
    end = time.monotonic() + STILL_S
    while (now := time.monotonic()) < end:
        if last.renew():
            most = max(most, changed(first, screen.grab()))
        pause_until(now + FRAME_S)
    return most
