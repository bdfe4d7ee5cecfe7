"""What ties a visit together: another pack, another glass, the keyboard (DESIGN.md 2, 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.ui.widgets.control import Control
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_topic, pack_of
from tests.ui.support.tree import box_of, controls
from tests.ui.support.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.support.kiosk import Size


OTHER = "Een nieuwe kaart"


def new_pack(kiosk: Kiosk, title: str) -> None:
    kiosk.session.use_content(kiosk.content(make_pack([make_topic(1, title=title)])))
    kiosk.flush()


def test_another_pack_shows_at_once_while_nobody_is_there(kiosk: Kiosk) -> None:
    new_pack(kiosk, OTHER)
    assert kiosk.name("attract.topic").startswith(OTHER)
    kiosk.press("attract.read", "home.topic.kaart-1")
    assert kiosk.name("topic.title") == OTHER


@pytest.mark.parametrize(
    "way",
    [("home.topic.kaart-1",), ("home.quiz", "quiz.option.1"), ("nav.done",), ("nav.view",)],
    ids="/".join,
)
def test_another_pack_waits_for_the_next_visitor(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    kiosk.press("attract.read", *way)
    before = kiosk.nodes()
    new_pack(kiosk, OTHER)
    assert kiosk.nodes() == before
    if kiosk.screen == "screen.farewell":
        kiosk.press("farewell.resume")
    else:
        kiosk.press("nav.home")
    assert kiosk.shows("home.topic.kaart-2"), "still the pack that the visit began with"
    kiosk.press("nav.done", "farewell.wipe")
    assert kiosk.name("attract.topic").startswith(OTHER)


def test_the_last_of_several_packs_is_the_one(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    new_pack(kiosk, "Eerst")
    new_pack(kiosk, "Daarna")
    kiosk.wait(200)
    assert kiosk.name("attract.topic").startswith("Daarna")


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
@pytest.mark.parametrize(
    "way",
    [
        (),
        ("attract.read",),
        ("attract.read", "home.quiz"),
        ("attract.read", "home.quiz", "quiz.option.1"),
        ("attract.read", "home.quiz", "quiz.stop"),
        ("attract.read", "nav.view"),
        ("attract.read", "nav.done"),
    ],
    ids=lambda way: way[-1] if way else "attract",
)
def test_every_screen_follows_the_glass(
    start: Callable[[Plan], Kiosk], kiosk: Kiosk, way: tuple[str, ...], size: Size
) -> None:
    """A resized screen stands exactly as one that was made at that size."""
    kiosk.press(*way)
    kiosk.resize(size)
    made_so = start(Plan(pack_of(), size=size))
    made_so.press(*way)
    assert kiosk.nodes() == made_so.nodes()


def test_a_finger_that_rests_while_the_glass_changes_presses_nothing(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    kiosk.wait(1)
    at = box_of(kiosk.widget("home.topic.kaart-1"), kiosk.window).center()
    kiosk.finger_down(at)
    kiosk.resize(SIZES[4])
    kiosk.finger_up(at)
    assert kiosk.screen == "screen.home"


def test_a_second_tap_within_half_a_second_is_ignored_across_pages(kiosk: Kiosk) -> None:
    """access.md M6."""
    kiosk.press("attract.read", "home.topic.kaart-1")
    kiosk.wait(1)
    at = box_of(kiosk.widget("nav.next"), kiosk.window).center()
    for pause in (0.06, 0.2, 0.2):
        kiosk.finger_down(at)
        kiosk.finger_up(at)
        kiosk.wait(pause)
    assert kiosk.name("topic.progress").startswith("Pagina 2 van 2")
    assert kiosk.name("topic.title") == "Kaart 1"


def focused(kiosk: Kiosk) -> str:
    widget = kiosk.window.focusWidget()
    return widget.accessibleIdentifier() if isinstance(widget, Control) else ""


def test_tab_reaches_every_control_once_in_the_order_of_sight(kiosk: Kiosk) -> None:
    """access.md X2: no trap, order as seen, on every screen."""
    for name in every_screen(kiosk, LETTERS[1], whole=False):
        if name == "warning":
            continue
        there = {one.accessibleIdentifier() for one in controls(kiosk.window)}
        seen: list[str] = []
        for _ in range(len(there)):
            kiosk.key(Qt.Key.Key_Tab)
            seen.append(focused(kiosk))
        assert set(seen) == there, name
        boxes = [kiosk.box(identifier) for identifier in seen]
        shelf = [box[1] >= kiosk.look.metrics.shelf.y for box in boxes]
        first = seen.index(min(seen, key=lambda one: (kiosk.box(one)[1], kiosk.box(one)[0])))
        assert shelf[first:] + shelf[:first] == sorted(shelf), name


def test_enter_does_what_a_tap_does_and_the_focus_is_seen(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_Tab)
    while focused(kiosk) != "attract.read":
        kiosk.key(Qt.Key.Key_Tab)
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.screen == "screen.home"
    assert focused(kiosk) == "home.topic.kaart-1"
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.screen == "screen.topic"
    assert kiosk.kit.keyboard.in_use


def test_who_goes_on_by_keys_stays_on_verder(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    while focused(kiosk) != "nav.next":
        kiosk.key(Qt.Key.Key_Tab)
    for _ in range(3):
        kiosk.key(Qt.Key.Key_Return)
        assert focused(kiosk) == "nav.next"


def test_a_touch_hides_the_focus(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_Tab)
    kiosk.press("attract.read")
    assert not kiosk.kit.keyboard.in_use
    assert focused(kiosk) == ""
