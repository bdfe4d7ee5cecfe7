"""A visitor walks away: a question after two minutes, then nothing of the visit is left.

It takes two and a half minutes of real time, which other journeys use meanwhile: the kiosks are
left before the first journey, and looked at after the last (`conftest.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from tests.journeys.support.abandoned import Abandoned

pytestmark = pytest.mark.last

IDLE_S, WARNING_S = 120.0, 30.0
"""features.md section 2, for a page of at most 40 words."""

FAREWELL_S = 20.0
"""LOOK.md, Farewell."""

TOLERANCE_S = 4.0
"""The lookout looks twice a second, on a machine that does other work."""


def test_somebody_says_goodbye_and_leaves(said_goodbye: Abandoned) -> None:
    seen = wait_for(said_goodbye.lookout.sights, "a first look")
    assert seen[0].screen == "screen.farewell"


def test_somebody_reads_and_leaves(abandoned: Abandoned) -> None:
    seen = wait_for(abandoned.lookout.sights, "a first look")
    assert seen[0].screen == "screen.topic"
    assert not seen[0].warning


def test_the_farewell_ends_by_itself(said_goodbye: Abandoned) -> None:
    lookout = said_goodbye.lookout
    wait_for(lambda: len(lookout.sights()) > 1, "the end", timeout=FAREWELL_S + 5, every=0.5)
    lookout.close()
    farewell, attract = lookout.sights()
    assert (farewell.screen, attract.screen) == ("screen.farewell", "screen.attract")
    assert abs(attract.at - FAREWELL_S) <= TOLERANCE_S


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
