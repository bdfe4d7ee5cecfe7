"""Klaar: hidden at once, wiped on request or after 20 s (DESIGN.md section 5, LOOK.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.text import words
from tests.ui.support.kiosk import LETTERS, Kiosk

if TYPE_CHECKING:
    from kiosk.domain.letters import Letters


@pytest.fixture
def reader(kiosk: Kiosk) -> Kiosk:
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next")
    return kiosk


def test_done_hides_what_was_read_at_once(reader: Kiosk) -> None:
    read = {reader.name(key) for key in ("topic.title", "topic.heading", "topic.body")}
    reader.press("nav.done")
    assert reader.screen == "screen.farewell"
    assert not read & {node.name for node in reader.nodes()}
    assert reader.name("farewell.title") == "Tot straks"
    assert reader.name("farewell.hidden") == "Wat u las, is nu verborgen."


def test_it_asks_to_clean_ones_hands(reader: Kiosk) -> None:
    reader.press("nav.done")
    assert 0 < len(words(reader.name("farewell.hands"))) <= 15  # access.md P3


def test_it_has_two_buttons_and_no_shelf(reader: Kiosk) -> None:
    reader.press("nav.done")
    buttons = [node.identifier for node in reader.nodes() if node.role == "Button"]
    assert sorted(buttons) == ["farewell.resume", "farewell.wipe"]


def test_wipe_leads_to_attract(reader: Kiosk) -> None:
    reader.press("nav.done", "farewell.wipe")
    assert reader.screen == "screen.attract"
    assert reader.session.navigator.visit is None


@pytest.mark.parametrize("how", ["farewell.resume", "Esc"])
def test_reading_goes_on_where_it_was(reader: Kiosk, how: str) -> None:
    body = reader.name("topic.body")
    reader.press("nav.done")
    if how == "Esc":
        reader.key(Qt.Key.Key_Escape)
    else:
        reader.press(how)
    assert reader.name("topic.body") == body
    reader.wait(100.0)
    assert reader.name("topic.body") == body


def test_after_twenty_seconds_everything_is_wiped(reader: Kiosk) -> None:
    reader.press("nav.done")
    reader.wait(19.8)
    assert reader.screen == "screen.farewell"
    reader.wait(0.3)
    assert reader.screen == "screen.attract"


def test_done_opens_it_from_every_screen_with_a_shelf(kiosk: Kiosk) -> None:
    for way in ((), ("home.topic.kaart-1",), ("nav.view",), ("nav.view", "view.about")):
        kiosk.press("attract.read", *way, "nav.done")
        assert kiosk.screen == "screen.farewell"
        kiosk.press("farewell.wipe")


@pytest.mark.parametrize("letters", LETTERS, ids=str)
def test_it_shows_in_the_letters_of_the_visit(kiosk: Kiosk, letters: Letters) -> None:
    kiosk.enter(letters)
    kiosk.press("nav.done")
    assert kiosk.look.letters == letters
    kiosk.press("farewell.wipe")
    assert kiosk.look.letters == LETTERS[1]
