"""A visitor walks away: a question after two minutes, then nothing of the visit is left.

It takes two and a half minutes of real time, which other journeys use meanwhile: the first test
of this file runs first and the last one at the very end (`conftest.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.lookout import Lookout
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.house import House
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot

IDLE_S, WARNING_S = 120.0, 30.0
"""features.md section 2, for a page of at most 40 words."""

FAREWELL_S = 20.0
"""LOOK.md, Farewell."""

TOLERANCE_S = 4.0
"""The lookout looks twice a second, on a machine that does other work."""


class Abandoned:
    """A kiosk that somebody left on a page in large letters, and who watches it."""

    def __init__(self, kiosk: Kiosk, *, farewell: bool = False) -> None:
        self.kiosk = kiosk
        self.fresh: Snapshot = kiosk.settled()
        kiosk.desk.tree.listen("object:announcement")
        kiosk.open("attract.dark", "screen.home")
        kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
        kiosk.step("nav.next")
        if farewell:
            kiosk.open("nav.done", "screen.farewell")
        self.lookout = Lookout(kiosk)


def leave(house: House, *, farewell: bool) -> Iterator[Abandoned]:
    stay = house.guest(Plan())
    left = Abandoned(stay.kiosk, farewell=farewell)
    yield left
    left.lookout.close()
    stay.close()


@pytest.fixture(scope="session")
def abandoned(house: House) -> Iterator[Abandoned]:
    yield from leave(house, farewell=False)


@pytest.fixture(scope="session")
def said_goodbye(house: House) -> Iterator[Abandoned]:
    yield from leave(house, farewell=True)


def test_somebody_says_goodbye_and_leaves(said_goodbye: Abandoned) -> None:
    seen = wait_for(said_goodbye.lookout.sights, "a first look")
    assert seen[0].screen == "screen.farewell"


def test_somebody_reads_and_leaves(abandoned: Abandoned) -> None:
    seen = wait_for(abandoned.lookout.sights, "a first look")
    assert seen[0].screen == "screen.topic"
    assert not seen[0].warning


@pytest.mark.last
def test_the_farewell_ends_by_itself(said_goodbye: Abandoned) -> None:
    lookout = said_goodbye.lookout
    wait_for(lambda: len(lookout.sights()) > 1, "the end", timeout=FAREWELL_S + 5, every=0.5)
    lookout.close()
    farewell, attract = lookout.sights()
    assert (farewell.screen, attract.screen) == ("screen.farewell", "screen.attract")
    assert abs(attract.at - FAREWELL_S) <= TOLERANCE_S


@pytest.mark.last
def test_it_asks_after_two_minutes_and_forgets_half_a_minute_later(abandoned: Abandoned) -> None:
    """access.md K1 and P2: the end of a visit that nobody ended."""
    lookout = abandoned.lookout
    wait_for(
        lambda: lookout.sights()[-1].screen == "screen.attract",
        "the reset",
        timeout=IDLE_S + WARNING_S + 10,
        every=0.5,
    )
    lookout.close()
    reading, warning, attract = lookout.sights()
    assert not reading.warning
    assert (warning.screen, warning.warning) == ("screen.topic", True)
    assert attract.screen == "screen.attract"
    assert IDLE_S - TOLERANCE_S <= warning.at <= IDLE_S + TOLERANCE_S
    assert abs(attract.at - warning.at - WARNING_S) <= TOLERANCE_S
    assert "Leest u nog? Ik ben er nog." in lookout.announced()
    kiosk = abandoned.kiosk
    shown = kiosk.settled().content()
    # Attract may have gone on to the next kernel; all else is as at the start.
    assert [one for one in shown if one[0] != "attract.topic"] == [
        one for one in abandoned.fresh.content() if one[0] != "attract.topic"
    ]
