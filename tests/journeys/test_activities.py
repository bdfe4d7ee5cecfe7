"""The activities from outside: by pointer and by keyboard, from a page to an answer and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.switch import order_problems
from tests.journeys.support.walks import open_home, open_topic

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Node

TOPIC = "home.topic.wat-past-bij-u"
BUTTON = "topic.activities"
MOST_STEPS = 30


def tab_to(kiosk: Kiosk, identifier: str) -> Node:
    """Type Tab until a control has the focus."""
    for _ in range(MOST_STEPS):
        kiosk.key("Tab")
        node = kiosk.settled().focused()
        if node is not None and node.identifier == identifier:
            return node
    raise AssertionError(f"no way to {identifier} with Tab")


def test_by_touch_to_an_answer_and_back_to_the_page(kiosk: Kiosk) -> None:
    open_home(kiosk)
    kiosk.go(TOPIC, BUTTON)
    page = kiosk.settled().node("topic.body").name
    kiosk.go(BUTTON, "activity.ask")
    wishes = kiosk.settled()
    assert wishes.screen() == "screen.activity"
    cards = wishes.starting("activity.wish.")
    assert [card.name for card in cards] == [
        "Koel blijven",
        "Houding en evenwicht",
        "Kracht en lenigheid",
        "Wat ik leuk vind",
    ]
    assert all(card.is_control for card in cards)
    kiosk.go(cards[0].identifier, "activity.heading")
    answer = kiosk.settled()
    assert answer.node("activity.title").name == "Koel blijven"
    assert answer.node("activity.heading").name == "Zwemmen"
    assert "volgens de arts" in answer.node("activity.body").name.lower()
    assert "zwemt" in answer.node("activity.picture").name
    care = kiosk.step("nav.next", tap=True)
    assert care.node("activity.heading").name == "Luister naar uw lichaam"
    assert "kinesist" in care.node("activity.body").name
    assert kiosk.step("nav.next", tap=True).find("activity.ask")
    back = kiosk.step("nav.back", tap=True)
    assert back.screen() == "screen.topic"
    assert back.node("topic.body").name == page


def test_by_keyboard_alone(kiosk: Kiosk) -> None:
    """access.md X2."""
    open_home(kiosk)
    for identifier, then in (
        (TOPIC, BUTTON),
        (BUTTON, "activity.ask"),
        ("activity.wish.kracht", "activity.heading"),
    ):
        tab_to(kiosk, identifier)
        kiosk.key("space" if then == "activity.ask" else "Return")
        kiosk.wait_for(then)
        assert order_problems(kiosk) == []
    assert kiosk.settled().node("activity.heading").name == "Yoga of pilates"
    kiosk.key("Escape")
    kiosk.wait_for("activity.ask")
    kiosk.key("Escape")
    kiosk.wait_for(BUTTON)
    assert kiosk.screen() == "screen.topic"


def test_what_was_chosen_is_gone_for_the_next(kiosk: Kiosk) -> None:
    """access.md P2: nothing of a wish is left after the visit."""
    open_topic(kiosk, 3)
    kiosk.open(BUTTON, "activity.ask")
    kiosk.open("activity.wish.evenwicht", "activity.heading")
    kiosk.open("nav.done", "screen.farewell")
    assert "evenwicht" not in kiosk.settled().dump().lower()
    kiosk.open("farewell.wipe", "screen.attract")
    open_topic(kiosk, 3)
    kiosk.open(BUTTON, "activity.ask")
    assert kiosk.step("nav.back").screen() == "screen.topic"


@pytest.mark.parametrize("door", ["attract.larger", "attract.dark"])
def test_in_the_largest_letters(kiosk: Kiosk, door: str) -> None:
    open_home(kiosk, door)
    kiosk.open(TOPIC, "screen.topic")
    for _ in range(MOST_STEPS):
        if kiosk.find(BUTTON):
            break
        kiosk.step("nav.next")
    kiosk.open(BUTTON, "activity.ask")
    kiosk.open("activity.wish.leuk", "activity.heading")
    assert kiosk.settled().node("activity.heading").name == "Wat u zelf graag doet"
