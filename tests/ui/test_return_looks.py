"""How the nine pictures look, by hand, by key and in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kiosk.proving.fit import problems
from kiosk.ui.widgets.cards import SMALLEST_PICTURE_MM, ReturnCard
from tests.ui.support.kiosk import SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable


from tests.ui.return_support import CARDS, NEARLY_SQUARE, code, shown_on

# -- how it looks --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_or_covered(start: Callable[[Plan], Kiosk], size: Size) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    kiosk.press("attract.larger", "home.topic.kaart-1", "nav.done")
    assert problems(shown_on(kiosk)) == []
    kiosk.wait(21)
    kiosk.press("attract.dark")
    assert problems(shown_on(kiosk)) == []
    kiosk.press("home.return", *CARDS[:3])
    assert problems(shown_on(kiosk)) == []


def test_keys_alone_do_it(reader: Kiosk) -> None:
    """access.md X2."""
    reader.press("nav.done")
    wanted = {f"return.picture.{one}" for one in code(reader)}
    reader.wait(21)
    reader.press("attract.read", "home.return")
    for _ in range(20):
        reader.wait(1)
        reader.key(Qt.Key.Key_Tab)
        focused = next(node for node in reader.nodes() if "focused" in node.states)
        if focused.identifier in {*wanted, "nav.next"}:
            wanted.discard(focused.identifier)
            reader.wait(1)
            reader.key(Qt.Key.Key_Return)
        if focused.identifier == "nav.next":
            break
    assert reader.screen == "screen.topic"


def test_a_screen_readers_toggle_chooses_too(reader: Kiosk) -> None:
    """access.md X1: AT-SPI's "Toggle" turns a button's state without a click."""
    reader.press("nav.done")
    reader.wait(21)
    reader.press("attract.read", "home.return")
    card = reader.widget(CARDS[4])
    assert isinstance(card, QAbstractButton)
    for count in (1, 0):
        card.toggle()
        reader.flush()
        assert reader.name("return.state") == f"{count} van 3 gekozen"
        assert card.isChecked() == bool(count)


# -- where the nine do not stand together ----------------------------------------------------------


@pytest.fixture
def low(start: Callable[[Plan], Kiosk]) -> Kiosk:
    """The nine pictures with "Lager" on a panel that is nearly square: one row, in pages."""
    kiosk = start(Plan(pack_of(), size=NEARLY_SQUARE))
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.done", "farewell.resume", "nav.home")
    kiosk.press("nav.view", "view.lower", "nav.back")
    kiosk.press("home.return")
    return kiosk


def test_lowered_pictures_come_in_pages_within_reach(low: Kiosk) -> None:
    seen: list[str] = []
    for _ in range(2):
        here = [name for name in low.widgets() if name in CARDS]
        assert all(low.box(name)[1] >= 0.6 * NEARLY_SQUARE.height for name in here)
        assert problems(shown_on(low)) == []
        more = low.box("return.more")
        seen += here
        low.press("return.more")
        assert low.box("return.more") == more
    assert sorted(seen) == sorted(CARDS), "each of the nine on one page"
    assert low.shows(seen[0]), "the pages come round"


def test_what_was_chosen_stays_chosen_on_another_page(low: Kiosk) -> None:
    low.press(CARDS[0], CARDS[1], "return.more")
    assert low.name("return.state") == "2 van 3 gekozen"
    assert not low.shows("nav.next")
    low.press(CARDS[-1])
    assert low.shows("return.more")
    assert low.shows(CARDS[-1]), "a touch does not turn the page"
    assert low.shows("nav.next")
    low.press("return.more")
    states = {node.identifier: node.states for node in low.nodes()}
    assert "checked" in states[CARDS[0]]
    assert "checked" in states[CARDS[1]]


def test_the_nine_stand_together_where_there_is_room(reader: Kiosk) -> None:
    reader.press("nav.done", "farewell.resume", "nav.home", "home.return")
    assert all(reader.shows(card) for card in CARDS)
    assert not reader.shows("return.more")


def test_the_bookmark_is_seen_on_lowered_cards(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(6), size=NEARLY_SQUARE))
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.done", "farewell.resume", "nav.home")
    kiosk.press("nav.view", "view.lower", "nav.back")
    card = kiosk.widget("home.return")
    assert isinstance(card, ReturnCard)
    assert card.icon_box().height() >= card.look.metrics.mm(SMALLEST_PICTURE_MM)
    assert problems(shown_on(kiosk)) == []
