"""Hands that shake, by touch events inside and by a real pointer from outside (access.md M3)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import taps
from benchmarks.access.figure import Figure
from benchmarks.tremor import HANDS, TAPS, tally
from benchmarks.tremor import taps as taps_of
from kiosk.proving.offscreen import PANES
from tests.journeys.support.house import House, Plan
from tests.journeys.support.kiosk import SETTINGS
from tests.journeys.support.pressed import PX_PER_MM, Glass
from tests.journeys.support.walks import open_home, open_quiz, open_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.tremor import Hand

SEED = 20
ROWS = {"σ 5 mm": "M3a", "σ 8 mm, slips 1 mm": "M3b"}
WAYS = {"home": open_home, "question": open_quiz, "topic": open_topic}
# The guard of 500 ms is judged elsewhere; 3000 taps would wait for it for half an hour.
PLAN = Plan(settings=f"{SETTINGS}tap_guard_ms = 0\n")


def inside() -> Iterator[Figure]:
    """Touch events in process, the worst screen of each hand, beside plain QPushButtons."""
    rows = whole_screens(0)
    for hand in HANDS:
        mine = [row for row in rows if row.hand == hand.name]
        yield from _figures(hand, "touch", [row.kiosk for row in mine])
        worst = min(row.plain[0] for row in mine)
        yield Figure(row_of(hand), f"{hand.name}, plain buttons", worst, "%")


def small() -> Iterator[Figure]:
    """The hand that shakes most on a 15.6 inch glass, beside the best that is possible there.

    No bar: no model reaches it on targets of that size (docs/access.md).
    """
    for row in whole_screens(len(PANES) - 1):
        if row.best:
            meant, wrong = row.kiosk
            name = f"{row.hand}, 15.6 inch, {row.screen}: {meant:.1f} / {wrong:.1f} %, possible"
            yield Figure("M3c", name, row.best, "% with 1 % wrong")


def whole_screens(pane: int) -> list[taps.Row]:
    """The rows of whole screens."""
    return [row for row in taps.measure(pane) if not row.screen.endswith(taps.SHELF)]


def outside() -> Iterator[Figure]:
    """The same hands on a real window, by XTEST: which control looks pressed."""
    size = (1920 / PX_PER_MM, 1080 / PX_PER_MM)
    found: dict[str, list[tuple[float, float]]] = {hand.name: [] for hand in HANDS}
    with tempfile.TemporaryDirectory(prefix="hands-") as name:
        house = House(Path(name))
        try:
            for way in WAYS.values():
                kiosk = house.own(PLAN)
                way(kiosk)
                glass = Glass(kiosk)
                for hand in HANDS:
                    shaken = taps_of(hand, glass.boxes, size, SEED, TAPS)
                    done = tally(shaken, glass.touch)
                    found[hand.name].append((done.intended, done.wrong))
                house.end_journey(failed=False, name="hands")
        finally:
            house.close()
    for hand in HANDS:
        yield from _figures(hand, "pointer", found[hand.name])


def row_of(hand: Hand) -> str:
    """The row of access.md that a hand belongs to."""
    return ROWS.get(hand.name, "M3c")


def _figures(hand: Hand, by: str, shares: list[tuple[float, float]]) -> Iterator[Figure]:
    """The worst of the three screens: as meant, and wrong."""
    row, name = row_of(hand), f"{hand.name}, {by}"
    meant = min(share[0] for share in shares)
    wrong = max(share[1] for share in shares)
    yield Figure(row, f"{name}", meant, "%", least=hand.intended)
    yield Figure(row, f"{name}, wrong", wrong, "%", most=hand.wrong)
