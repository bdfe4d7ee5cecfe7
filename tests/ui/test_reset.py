"""After a visit nothing of it is left: not in the tree, not in memory (access.md P2)."""

from __future__ import annotations

import gc
import weakref
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from shiboken6 import isValid

from kiosk.ui.screen import Screen
from tests.ui.support.kiosk import SIZES, Kiosk, Plan
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

VISITS = 200


def visit(kiosk: Kiosk) -> None:
    """See every screen, change everything that can be changed, answer a question."""
    kiosk.press("attract.larger", "nav.view", "view.mirror", "view.dark", "view.about")
    kiosk.press("nav.home", "home.topic.kaart-2")
    while kiosk.shows("nav.next"):
        kiosk.press("nav.next")
    kiosk.press(
        "quiz.option.1",
        "quiz.read-more",
        "nav.back",
        "quiz.next",
        "quiz.stop",
        "nav.size",
        "nav.done",
    )


def wiped(kiosk: Kiosk) -> None:
    kiosk.press("farewell.wipe")


def left_on_the_farewell(kiosk: Kiosk) -> None:
    kiosk.wait(21)


def left_in_the_middle(kiosk: Kiosk) -> None:
    kiosk.press("farewell.resume")
    kiosk.wait(300)


ENDS = [wiped, left_on_the_farewell, left_in_the_middle]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_after_a_reset_the_tree_equals_a_fresh_start(
    kiosk: Kiosk, end: Callable[[Kiosk], None]
) -> None:
    fresh = kiosk.nodes()
    visit(kiosk)
    end(kiosk)
    assert kiosk.nodes() == fresh


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_the_next_visitor_finds_home_and_quiz_as_the_first_did(
    kiosk: Kiosk, end: Callable[[Kiosk], None]
) -> None:
    seen: list[object] = []
    for _ in range(2):
        # A code of return lives until midnight; tests/ui/test_return.py looks at it.
        kiosk.today += timedelta(days=1)
        kiosk.press("attract.read")
        seen.append(kiosk.nodes())
        kiosk.press("home.quiz")
        seen.append(kiosk.nodes())
        kiosk.press("nav.home", "home.topic.kaart-1")
        seen.append(kiosk.nodes())
        kiosk.press("nav.done", "farewell.wipe")
        if len(seen) == 3:
            visit(kiosk)
            end(kiosk)
    assert seen[:3] == seen[3:]


def seen_the_whole_kiosk(kiosk: Kiosk) -> None:
    visit(kiosk)
    wiped(kiosk)


def pressed_with_a_focus_ring(kiosk: Kiosk) -> None:
    kiosk.key(Qt.Key.Key_Tab)
    kiosk.press("attract.read", "nav.done", "farewell.wipe")


def left_with_a_focus_ring(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    kiosk.key(Qt.Key.Key_Tab)
    kiosk.wait(200)


VISITORS = [seen_the_whole_kiosk, pressed_with_a_focus_ring, left_with_a_focus_ring]


@pytest.mark.parametrize("come_and_go", VISITORS, ids=lambda visitor: visitor.__name__)
def test_the_pixels_of_attract_equal_those_of_a_fresh_start(
    kiosk: Kiosk, come_and_go: Callable[[Kiosk], None]
) -> None:
    fresh = kiosk.picture()
    come_and_go(kiosk)
    assert kiosk.screen == "screen.attract"
    assert kiosk.picture() == fresh


def test_the_screens_of_a_visit_are_freed(kiosk: Kiosk) -> None:
    screens: list[weakref.ref[Screen]] = []

    def note(screen: Screen) -> None:
        screens.append(weakref.ref(screen))

    kiosk.session.navigator.stage.made.connect(note)
    visit(kiosk)
    visit_screens = list(screens)
    wiped(kiosk)
    gc.collect()
    assert len(visit_screens) >= 8
    alive = [screen() for screen in visit_screens]
    assert [screen for screen in alive if screen is not None and isValid(screen)] == []
    assert [type(screen).__name__ for screen in alive if screen is not None] == []


def test_the_visit_itself_is_freed(kiosk: Kiosk) -> None:
    visit(kiosk)
    there = kiosk.session.navigator.visit
    assert there is not None
    ref = weakref.ref(there)
    del there
    wiped(kiosk)
    gc.collect()
    assert ref() is None


def objects(kiosk: Kiosk) -> int:
    """How many QObjects live below the window; a session and attract, where no visitor is."""
    gc.collect()
    return len(kiosk.window.findChildren(QObject))


def test_two_hundred_visits_leave_nothing_behind(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(), size=SIZES[2]))
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.done", "farewell.wipe")
    below = objects(kiosk)
    python = len(gc.get_objects())
    for number in range(VISITS):
        kiosk.press("attract.dark" if number % 2 else "attract.read")
        kiosk.press("home.quiz", "quiz.option.1", "nav.home", "nav.done", "farewell.wipe")
    assert objects(kiosk) == below
    # Caches (fonts, icons, themes) may grow by a few entries, a visit by none.
    assert len(gc.get_objects()) - python < VISITS


def test_a_reset_takes_one_turn_of_the_event_loop(kiosk: Kiosk) -> None:
    """access.md P2: within a second; attract stands before anything else can happen."""
    kiosk.press("attract.read", "nav.done")
    kiosk.wait(1.0)
    kiosk.finger_down(QPoint(100, 960))
    kiosk.finger_up(QPoint(100, 960))
    assert kiosk.screen == "screen.attract"
    assert kiosk.session.navigator.visit is None


def test_the_observer_hears_of_a_visit_and_nothing_of_the_visitor(kiosk: Kiosk) -> None:
    visit(kiosk)
    wiped(kiosk)
    assert kiosk.diary.saw_events == [
        ("visit_started", ""),
        ("topic_opened", "kaart-2"),
        ("quiz_opened", ""),
        ("topic_opened", "kaart-1"),
        ("visit_ended", ""),
    ]
