"""Buttons that want to be held, with a ring that fills ("Langer duwen", access.md M12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.widgets.ring import Ring
from tests.ui.support.tree import box_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.ui.support.kiosk import Kiosk

STEPS = ["uit", "even", "langer", "langst"]
LONGEST_S = 1.0


@pytest.fixture
def view(kiosk: Kiosk) -> Kiosk:
    kiosk.press("attract.read", "nav.view")
    return kiosk


def middle(kiosk: Kiosk, identifier: str) -> QPoint:
    return box_of(kiosk.widget(identifier), kiosk.window).center()


def hold(kiosk: Kiosk, identifier: str, seconds: float) -> None:
    at = middle(kiosk, identifier)
    kiosk.wait(1.0)
    kiosk.finger_down(at)
    kiosk.wait(seconds)
    kiosk.finger_up(at)


def rings(kiosk: Kiosk) -> list[float]:
    """How full the rings are that show."""
    return [ring.progress for ring in kiosk.window.findChildren(Ring) if ring.isVisible()]


@pytest.fixture
def longest(view: Kiosk) -> Kiosk:
    """A visitor who wants every button held for a second."""
    view.press("view.hold")
    hold(view, "view.hold", 0.35)
    hold(view, "view.hold", 0.65)
    assert view.name("view.hold").endswith(STEPS[3])
    return view


def test_it_is_off_until_somebody_asks_for_it(view: Kiosk) -> None:
    assert view.name("view.hold").endswith(STEPS[0])
    view.press("nav.home")
    assert view.screen == "screen.home"


def test_its_button_goes_through_the_steps(view: Kiosk) -> None:
    for step in (1, 2, 3, 0):
        hold(view, "view.hold", LONGEST_S + 0.1)
        assert view.name("view.hold").endswith(STEPS[step])
    view.press("nav.home")
    assert view.screen == "screen.home"


def test_a_short_press_does_nothing_any_more(longest: Kiosk) -> None:
    longest.press("nav.home")
    hold(longest, "nav.home", 0.9)
    assert longest.screen == "screen.view"
    hold(longest, "nav.home", 1.05)
    assert longest.screen == "screen.home"


def test_a_ring_fills_while_it_is_held(longest: Kiosk) -> None:
    at = middle(longest, "nav.home")
    longest.wait(1.0)
    assert rings(longest) == []
    longest.finger_down(at)
    assert rings(longest) == [0.0]
    longest.wait(0.5)
    assert rings(longest) == [pytest.approx(0.5, abs=0.1)]
    longest.wait(0.6)
    assert rings(longest) == [1.0]
    longest.finger_up(at)
    assert rings(longest) == []
    assert longest.screen == "screen.home"


def test_a_full_ring_goes_when_the_finger_slides_off(longest: Kiosk) -> None:
    at = middle(longest, "nav.home")
    longest.wait(1.0)
    longest.finger_down(at)
    longest.wait(1.2)
    beside = middle(longest, "view.title")
    QTest.mouseMove(longest.handle, beside)
    longest.wait(0.1)
    assert rings(longest) == []
    longest.finger_up(beside)
    assert longest.screen == "screen.view"


def test_beside_every_button_there_is_no_ring(longest: Kiosk) -> None:
    at = middle(longest, "view.title")
    longest.wait(1.0)
    longest.finger_down(at)
    longest.wait(0.5)
    assert rings(longest) == []
    longest.finger_up(at)


def test_keys_need_no_holding(longest: Kiosk) -> None:
    longest.key(Qt.Key.Key_Escape)
    assert longest.screen == "screen.home"


def test_the_idle_warning_needs_no_holding(longest: Kiosk) -> None:
    longest.wait(125)
    while not longest.shows("idle.stay"):
        longest.wait(5)
    longest.press("idle.stay")
    assert not longest.shows("idle.stay")
    assert longest.screen == "screen.view"


def test_the_next_visitor_need_not_hold(longest: Kiosk) -> None:
    longest.session.reset()
    longest.press("attract.read", "nav.view")
    assert longest.name("view.hold").endswith(STEPS[0])
    longest.press("view.about")
    assert longest.screen == "screen.about"


def test_after_staff_had_the_window_the_visitor_goes_on_holding(longest: Kiosk) -> None:
    longest.session.pause()
    assert rings(longest) == []
    longest.session.resume()
    longest.press("nav.home")
    assert longest.screen == "screen.view"
    hold(longest, "nav.home", 1.05)
    assert longest.screen == "screen.home"
