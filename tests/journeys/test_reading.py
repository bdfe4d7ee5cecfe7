"""Reading: every page of every topic by "Verder" alone, through the quiz to its result."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.walks import (
    answer,
    open_home,
    open_topic,
    page,
    pages_onward,
)

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk

SHELF = ("nav.done", "nav.home", "nav.back", "nav.size", "nav.next")


def words(text: str) -> int:
    return len(re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text))


def test_next_never_ends_from_the_first_page_to_the_result(kiosk: Kiosk) -> None:
    cards = [card.name.splitlines()[0] for card in open_home(kiosk).starting("home.topic.")]
    kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
    pages = [page(snapshot) for snapshot in pages_onward(kiosk)]
    titles = [title for title, _ in groupby(pages, key=lambda one: one.title)]
    assert titles == cards
    for title, group in groupby(pages, key=lambda one: one.title):
        topic = list(group)
        count = len(topic)
        told = [f"Pagina {number} van {count}" for number in range(1, count + 1)]
        # The first page adds how many minutes the topic takes.
        assert [one.progress.split(" · ")[0] for one in topic] == told, title
        following = cards[cards.index(title) + 1] if title != cards[-1] else "quiz"
        assert following in (topic[-1].following or ""), title
        assert [one.following for one in topic[:-1]] == [None] * (count - 1), title
    bodies = [one.body for one in pages]
    assert len(set(bodies)) == len(bodies)
    assert all(one.heading and one.body for one in pages)
    assert kiosk.settled().screen() == "screen.quiz"
    while kiosk.settled().screen() == "screen.quiz":
        answer(kiosk, right=True)
        kiosk.step("quiz.next")
    assert kiosk.settled().screen() == "screen.quiz-result"


def test_no_page_has_more_than_forty_words(kiosk: Kiosk) -> None:
    """access.md K2, counted in what the screen says."""
    open_topic(kiosk)
    for snapshot in pages_onward(kiosk):
        one = page(snapshot)
        assert words(one.body) <= 40, one


def test_back_goes_the_same_way(kiosk: Kiosk) -> None:
    seen = [page(open_topic(kiosk))]
    seen += [page(kiosk.step("nav.next")) for _ in range(4)]
    while len(seen) > 1:
        seen.pop()
        assert page(kiosk.step("nav.back")) == seen[-1]
    assert kiosk.step("nav.back").screen() == "screen.home"


def test_back_on_home_stays_in_the_kiosk(kiosk: Kiosk) -> None:
    """Esc is "Terug" without a button; it never leaves (DESIGN.md section 5)."""
    open_home(kiosk)
    kiosk.key("Escape")
    kiosk.key("Escape")
    assert kiosk.settled().screen() == "screen.home"


def test_every_topic_opens_in_two_touches(kiosk: Kiosk) -> None:
    """access.md K3, with real taps."""
    kiosk.go("attract.read", "screen.home")
    cards = [card.identifier for card in kiosk.settled().starting("home.topic.")]
    assert len(cards) == 6
    for card in cards:
        title = kiosk.node(card).name.splitlines()[0]
        kiosk.go(card, "screen.topic")
        assert page(kiosk.settled()).title == title
        kiosk.go("nav.home", "screen.home")


def test_controls_keep_their_place(kiosk: Kiosk) -> None:
    """access.md K3: within 2 px on every screen that has them."""
    places: dict[str, set[tuple[int, int, int, int]]] = {name: set() for name in SHELF}

    def note() -> None:
        for node in kiosk.settled().controls():
            name = {"quiz.next": "nav.next", "quiz.stop": "nav.done"}.get(
                node.identifier, node.identifier
            )
            if name in places:
                places[name].add(node.box)

    open_home(kiosk)
    note()
    kiosk.open("nav.view", "screen.view")
    note()
    kiosk.open("view.about", "screen.about")
    note()
    kiosk.open("nav.home", "screen.home")
    kiosk.open("home.quiz", "screen.quiz")
    note()
    answer(kiosk, right=True)
    note()
    kiosk.open("quiz.stop", "screen.quiz-result")
    note()
    kiosk.open("nav.home", "screen.home")
    kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
    note()
    for name, boxes in places.items():
        assert boxes, name
        for side in range(4):
            values = [box[side] for box in boxes]
            assert max(values) - min(values) <= 2, (name, boxes)


@pytest.mark.parametrize("way", ["nav.home", "nav.back"])
def test_the_sheets_lead_back(kiosk: Kiosk, way: str) -> None:
    open_home(kiosk)
    kiosk.open("nav.view", "screen.view")
    kiosk.open("view.about", "screen.about")
    snapshot = kiosk.settled()
    text = " ".join(node.name for node in snapshot)
    while snapshot.find("nav.next"):
        snapshot = kiosk.step("nav.next")
        text += " ".join(node.name for node in snapshot)
    assert "Debruyne" in text
    assert "bewaart niets over u" in text
    while kiosk.settled().screen() == "screen.about":
        snapshot = kiosk.step(way)
    assert snapshot.screen() == ("screen.view" if way == "nav.back" else "screen.home")
