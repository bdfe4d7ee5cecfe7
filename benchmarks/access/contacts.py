"""What one judge of contacts makes of slips, holds, trains, palms and gaps (access.md M4 to M13)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from benchmarks.access.figure import Figure
from kiosk.ui.touch.aim import CLEARLY, REACH_MM, Target
from kiosk.ui.touch.judge import Activate, Judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.ui.touch.judge import Outcome

A, B = Target(1, 10.0, 10.0, 40.0, 40.0), Target(2, 58.0, 10.0, 40.0, 40.0)
TARGETS = (A, B)
MIDDLE, OTHER, BESIDE = (30.0, 30.0), (78.0, 30.0), (30.0, 150.0)
HOLDS_S = (0.05, 0.2, 0.4, 1.0, 2.5, 5.0)
WAYS = tuple(math.tau * step / 16 for step in range(16))

Spot = tuple[float, float]
Step = tuple[str, str, Spot, float]
"""What happens: "down", "move" or "up", of which contact, where (mm), and when (s)."""


def acts(steps: Iterable[Step], *, hold_s: float = 0.0) -> list[int]:
    """Which targets act, in order, when these things happen on a fresh glass."""
    judge = Judge()
    judge.hold_s = hold_s
    found: list[Outcome] = []
    for what, contact, (x, y), now in steps:
        if what == "down":
            found += judge.press(contact, x, y, now, TARGETS)
        elif what == "move":
            found += judge.move(contact, x, y)
        else:
            found += judge.release(contact, x, y, now)
    return [outcome.key for outcome in found if isinstance(outcome, Activate)]


def tap(down: Spot, up: Spot, begin: float = 10.0, held: float = 0.1) -> list[Step]:
    """One finger that lands, slides and lifts."""
    return [
        ("down", "f", down, begin),
        ("move", "f", up, begin + held / 2),
        ("up", "f", up, begin + held),
    ]


def measure() -> Iterator[Figure]:
    """Every figure of this kind."""
    slid = [tap(MIDDLE, OTHER), tap(MIDDLE, BESIDE), tap(BESIDE, MIDDLE), tap(OTHER, MIDDLE)]
    wrong = sum(len(acts(steps)) for steps in slid)
    yield Figure("M4", f"acts of {len(slid)} slides off or in", wrong, most=0)
    slips = [tap(*ends, held=held) for ends in _slips() for held in HOLDS_S]
    once = sum(acts(steps) == [A.key] for steps in slips)
    share = 100 * once / len(slips)
    yield Figure("M5", f"of {len(slips)} slips and holds act once", share, "%", least=100.0)
    yield Figure("M6", "steps of taps at 60, 200, 330 ms", len(acts(_train())), most=1, least=1)
    palms = list(_palms())
    good = sum(acts(steps) == [A.key] for steps in palms)
    yield Figure(
        "M8", f"of {len(palms)} taps beside a palm act alone", 100 * good / len(palms), "%", 100.0
    )
    short, full = (acts(tap(MIDDLE, MIDDLE, held=h), hold_s=0.6) for h in (0.59, 0.61))
    yield Figure("M12", "acts held 0.59 s of 0.6 s", len(short), most=0)
    yield Figure("M12", "held 0.61 s", len(full), least=1, most=1)
    beside = list(_beside())
    snapped = sum(acts(tap(at, at)) == [A.key] for at in beside)
    share = 100 * snapped / len(beside)
    yield Figure("M13", f"of {len(beside)} taps clearly nearest act", share, "%", least=100.0)


def _slips() -> Iterator[tuple[Spot, Spot]]:
    """Slips of up to 15 mm that begin and end on the target."""
    for length in (0.0, 5.0, 10.0, 15.0):
        for way in WAYS:
            dx, dy = length * math.cos(way) / 2, length * math.sin(way) / 2
            yield (30.0 - dx, 30.0 - dy), (30.0 + dx, 30.0 + dy)


def _train() -> list[Step]:
    return [step for at in (0.06, 0.2, 0.33) for step in tap(MIDDLE, MIDDLE, 10 + at, 0.03)]


def _palms() -> Iterator[list[Step]]:
    """A resting hand, on the other target or beside all, around a tap; whichever leaves first."""
    down, up = ("down", "f", MIDDLE, 12.0), ("up", "f", MIDDLE, 12.1)
    for at in (OTHER, BESIDE):
        lands, leaves = ("down", "p", at, 10.0), ("up", "p", at, 13.0)
        yield [lands, down, up, leaves]
        yield [lands, down, ("up", "p", at, 12.05), up]
        yield [down, ("down", "p", at, 12.05), up, leaves]
        others: list[Step] = [("down", f"p{n}", at, 10.0) for n in range(9)]
        yield [*others, down, up, *(("up", f"p{n}", at, 13.0) for n in range(9))]


def _beside() -> Iterator[Spot]:
    """Places in gaps within reach of A, with B at least 1.5 times as far."""
    for x in range(58):
        for y in range(60):
            at = (x + 0.5, y + 0.5)
            away = A.distance(*at)
            if 0.0 < away <= REACH_MM and B.distance(*at) >= CLEARLY * away and not B.holds(*at):
                yield at
