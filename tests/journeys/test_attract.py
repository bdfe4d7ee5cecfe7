"""Attract: three doors, a poster that opens its topic, and touches that do one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.waiting import wait_for
from tests.journeys.support.walks import page

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk

BRIGHT = 150


def brightness(kiosk: Kiosk) -> float:
    """Mean of the colour that most pixels have, 0 to 255."""
    colours = kiosk.still_picture().colours()
    return sum(max(colours, key=lambda colour: colours[colour])) / 3


def test_it_says_who_it_is_for_and_asks_for_clean_hands(kiosk: Kiosk) -> None:
    words = " ".join(node.name for node in kiosk.settled())
    assert "Voor patiënten en bezoekers" in words
    assert "handen" in words


@pytest.mark.parametrize(
    ("door", "size", "dark"),
    [
        ("attract.read", "groter", False),
        ("attract.larger", "grootst", False),
        ("attract.dark", "grootst, wit op zwart", True),
    ],
)
def test_each_door_opens_home_in_its_letters(
    kiosk: Kiosk, door: str, size: str, *, dark: bool
) -> None:
    kiosk.go(door, "screen.home")
    assert kiosk.screen() == "screen.home"
    assert kiosk.node("nav.size").description == size
    assert (brightness(kiosk) < BRIGHT) is dark


def test_the_first_topic_shows_first(kiosk: Kiosk) -> None:
    poster = kiosk.node("attract.topic").name
    kiosk.go("attract.read", "screen.home")
    first = kiosk.settled().starting("home.topic.")[0]
    assert first.name.splitlines()[0] in poster


def test_a_touch_elsewhere_opens_the_topic_shown_and_back_leads_home(kiosk: Kiosk) -> None:
    poster = kiosk.node("attract.topic")
    kiosk.tap_spot(poster.centre)
    kiosk.wait_for("screen.topic")
    first = page(kiosk.settled())
    assert first.title in poster.name
    assert first.progress.startswith("Pagina 1 van ")
    assert kiosk.node("nav.size").description == "groter"
    kiosk.go("nav.back", "screen.home")


@pytest.mark.parametrize("share_of_height", [0.04, 0.97])
def test_a_touch_at_the_very_edge_opens_the_topic_too(kiosk: Kiosk, share_of_height: float) -> None:
    width, height = kiosk.desk.size
    kiosk.tap_spot((width // 2 - 650, round(height * share_of_height)))
    kiosk.wait_for("screen.topic")


def test_impatient_taps_on_a_door_open_home_only(kiosk: Kiosk) -> None:
    """A visitor who taps three times fast must not press what appears under the finger (M6)."""
    spot = kiosk.node("attract.dark").centre
    hand = kiosk.desk.hand
    hand.tap(spot)
    hand.tap(spot, polite=False)
    hand.tap(spot, polite=False)
    kiosk.wait_for("screen.home")
    assert kiosk.settled().screen() == "screen.home"


def test_without_the_pointer_every_door_works_too(kiosk: Kiosk) -> None:
    for door in ("attract.read", "attract.larger", "attract.dark"):
        kiosk.open(door, "screen.home")
        kiosk.open("nav.done", "screen.farewell")
        kiosk.open("farewell.wipe", "screen.attract")
    wait_for(kiosk.runs, "a kiosk that runs")
