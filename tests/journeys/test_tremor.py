"""Hands that shake, from outside: a real pointer on a real window (access.md M3a to M3c, M13).

Which control a press means is seen on the glass: it looks pressed (access.md M10). Then the
pointer slides off, so that the screen stays and 200 taps take seconds. What acts on release is
what looked pressed (`test_touch`); what a hand teaches is in the last journey and in `tests/ui`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.tremor import HANDS, TAPS, tally, taps
from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import SETTINGS
from tests.journeys.support.pressed import PX_PER_MM, Glass
from tests.journeys.support.walks import open_home, open_quiz, open_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.hand import Point
    from tests.journeys.support.kiosk import Kiosk

SEED = 20
WAYS = {"home": open_home, "topic": open_topic, "question": open_quiz}
# The guard of 500 ms has journeys of its own; 3000 taps would wait for it for half an hour.
UNGUARDED = Plan(settings=f"{SETTINGS}tap_guard_ms = 0\n")


@pytest.mark.parametrize("screen", list(WAYS))
def test_a_hand_that_shakes_reaches_what_it_means(
    share: Callable[[Plan], Kiosk], screen: str
) -> None:
    kiosk = share(UNGUARDED)
    WAYS[screen](kiosk)
    glass = Glass(kiosk)
    size = (1920 / PX_PER_MM, 1080 / PX_PER_MM)
    short: list[str] = []
    for hand in HANDS:
        found = tally(taps(hand, glass.boxes, size, SEED, TAPS), glass.touch)
        sys.stdout.write(f"{screen}, {hand.name}: {found}\n")
        if not found.passes(hand):
            short.append(f"{hand.name}: {found}")
    assert short == []


def letters(kiosk: Kiosk) -> str:
    """What "Letters" says about itself."""
    return kiosk.settled().node("nav.size").description


def test_what_a_hand_teaches_counts_for_its_visit_only(share: Callable[[Plan], Kiosk]) -> None:
    """A hand that always lands 8 mm to the left of "Letters" gets it from the gap, too."""
    kiosk = share(UNGUARDED)
    open_topic(kiosk)
    x, y, _, height = kiosk.node("nav.size").box
    gap = (x - round(3.97 * PX_PER_MM), y + height // 2)
    middle = kiosk.node("nav.size").centre
    beside = (middle[0] - round(8 * PX_PER_MM), middle[1])

    def changes(spot: Point) -> bool:
        before = letters(kiosk)
        kiosk.tap_spot(spot)
        kiosk.still_picture()
        return letters(kiosk) != before

    assert not changes(gap)
    assert all(changes(beside) for _ in range(8))
    assert changes(gap)
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")
    open_topic(kiosk)
    assert not changes(gap)
