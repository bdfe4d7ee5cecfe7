"""Terug and Esc: the page or screen before; neither ever leaves the kiosk (DESIGN.md 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable


def back(kiosk: Kiosk, how: str) -> None:
    if how == "Esc":
        kiosk.key(Qt.Key.Key_Escape)
    else:
        kiosk.press("nav.back")


@pytest.mark.parametrize("how", ["nav.back", "Esc"])
def test_back_walks_the_way_that_led_here(kiosk: Kiosk, how: str) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    seen: list[str] = []
    for _ in range(3):
        seen.append(kiosk.name("topic.title") + kiosk.name("topic.progress")[:15])
        kiosk.press("nav.next")
    for expected in reversed(seen):
        back(kiosk, how)
        assert kiosk.name("topic.title") + kiosk.name("topic.progress")[:15] == expected
    back(kiosk, how)
    assert kiosk.screen == "screen.home"


def test_esc_on_home_stays_home(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    for _ in range(3):
        kiosk.key(Qt.Key.Key_Escape)
        assert kiosk.screen == "screen.home"


def test_home_forgets_the_way(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next", "nav.home")
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.screen == "screen.home"


def test_back_from_sheets(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "nav.view", "view.about")
    assert kiosk.screen == "screen.about"
    kiosk.press("nav.back")
    assert kiosk.screen == "screen.view"
    kiosk.press("nav.back")
    assert kiosk.screen == "screen.home"


def test_back_changes_the_page_however_the_letters_changed(start: Callable[[Plan], Kiosk]) -> None:
    """Two places that share a page in larger or smaller letters are one step, not two."""
    kiosk = start(Plan(pack_of(1), size=SIZES[5]))
    kiosk.enter(LETTERS[2])
    kiosk.press("home.topic.kaart-1")
    while not kiosk.name("topic.progress").startswith("Pagina 3"):
        kiosk.press("nav.next")
    kiosk.press("nav.size", "nav.size")
    assert kiosk.look.letters == LETTERS[0]
    for _ in range(10):
        body = kiosk.name("topic.body")
        kiosk.press("nav.back")
        if kiosk.screen == "screen.home":
            break
        assert kiosk.name("topic.body") != body
    assert kiosk.screen == "screen.home"


@pytest.mark.parametrize("topics", [0, 1, 12])
def test_a_hundred_steps_back_never_leave(start: Callable[[Plan], Kiosk], topics: int) -> None:
    kiosk = start(Plan(pack_of(topics) if topics else make_pack([])))
    kiosk.press("attract.read")
    if topics:
        kiosk.press("home.topic.kaart-1")
        for _ in range(6):
            onward = ("quiz.option.1", "quiz.next", "nav.next")
            kiosk.press(next(control for control in onward if kiosk.shows(control)))
    for _ in range(100):
        kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.screen == "screen.home"


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_F11, Qt.Key.Key_F5, Qt.Key.Key_Q, Qt.Key.Key_Menu, Qt.Key.Key_PageDown],
    ids=lambda key: key.name,
)
def test_other_keys_lead_nowhere(kiosk: Kiosk, key: Qt.Key) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    before = kiosk.nodes()
    kiosk.key(key)
    assert kiosk.nodes() == before
