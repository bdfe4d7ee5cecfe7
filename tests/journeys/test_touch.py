"""One finger that slips, rests, shakes or hesitates (access.md M4-M7, M10)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.waiting import pause_until, wait_for
from tests.journeys.support.walks import open_topic, page

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Node

PX_PER_MM = 4.03
FEEDBACK_S = 0.1
"""access.md M10."""

BLANK = (960, 8)
"""A spot above everything that can be pressed."""


def press_count(kiosk: Kiosk) -> int:
    """How many steps "Verder" made from the first page of the first topic."""
    return int(page(kiosk.settled()).progress.split()[1]) - 1


@pytest.fixture
def reader(kiosk: Kiosk) -> Kiosk:
    """A kiosk on the first page of the first topic, with the repeat guard over."""
    open_topic(kiosk)
    kiosk.tap_spot(BLANK)
    return kiosk


def next_button(kiosk: Kiosk) -> Node:
    return kiosk.node("nav.next")


def test_slid_off_does_nothing(reader: Kiosk) -> None:
    x, y = next_button(reader).centre
    reader.desk.hand.drag([(x, y), (x, y - 100), (x, y - 300)])
    reader.still_picture()
    assert press_count(reader) == 0


def test_slid_in_does_nothing(reader: Kiosk) -> None:
    x, y = next_button(reader).centre
    reader.desk.hand.drag([(x, y - 300), (x, y - 100), (x, y)])
    reader.still_picture()
    assert press_count(reader) == 0


def test_from_one_button_to_another_does_nothing(reader: Kiosk) -> None:
    done = reader.node("nav.done").centre
    reader.desk.hand.drag([done, (960, 900), next_button(reader).centre])
    reader.still_picture()
    assert press_count(reader) == 0
    assert reader.settled().screen() == "screen.topic"


@pytest.mark.parametrize("hold_ms", [50, 400, 5000])
def test_any_hold_acts_exactly_once(reader: Kiosk, hold_ms: int) -> None:
    reader.desk.hand.tap(next_button(reader).centre, hold_ms=hold_ms)
    reader.still_picture(still_s=0.4)
    assert press_count(reader) == 1


@pytest.mark.parametrize("slip_mm", [(5, 0), (0, 15), (-15, 0), (10, -10)])
def test_any_slip_inside_acts_exactly_once(reader: Kiosk, slip_mm: tuple[int, int]) -> None:
    dx, dy = (round(mm * PX_PER_MM) for mm in slip_mm)
    x, y = next_button(reader).centre
    start = (x - dx // 2, y - dy // 2)
    reader.desk.hand.tap(start, hold_ms=200, slip=(dx, dy))
    reader.still_picture(still_s=0.4)
    assert press_count(reader) == 1


@pytest.mark.parametrize("later_ms", [(60, 120), (200, 400), (60, 330), (330, 660)])
def test_three_fast_taps_are_one_step(reader: Kiosk, later_ms: tuple[int, int]) -> None:
    """access.md M6: a hand that shakes at 4-5 Hz, also across the page change it caused."""
    spot = next_button(reader).centre
    hand = reader.desk.hand
    hand.tap(spot, hold_ms=30)
    first = time.monotonic()
    for later in later_ms:
        pause_until(first + later / 1000)
        hand.tap(spot, hold_ms=30, polite=False)
    reader.still_picture(still_s=0.4)
    assert press_count(reader) == 1


def test_the_guard_also_holds_on_what_comes_under_the_finger(kiosk: Kiosk) -> None:
    """A second tap on a card must not press what the next screen shows there."""
    kiosk.go("attract.read", "screen.home")
    spot = kiosk.node("home.quiz").centre
    kiosk.desk.hand.tap(spot)
    kiosk.desk.hand.tap(spot, polite=False)
    kiosk.wait_for("screen.quiz")
    kiosk.still_picture(still_s=0.4)
    assert kiosk.settled().find("quiz.verdict") is None


def test_after_the_guard_the_next_tap_counts(reader: Kiosk) -> None:
    reader.step("nav.next", tap=True)
    reader.step("nav.next", tap=True)
    assert press_count(reader) == 2


@pytest.mark.parametrize("screen", ["home", "topic", "quiz", "view"])
def test_what_is_pressed_looks_pressed_at_once(kiosk: Kiosk, screen: str) -> None:
    """access.md M10, for every control of the screen.

    Each shows it while the finger is down. The quickest is the kiosk's own time: what the others
    took longer may be another program's.
    """
    kiosk.open("attract.read", "screen.home")
    first = kiosk.settled().starting("home.topic.")[0].identifier
    ways = {"topic": first, "quiz": "home.quiz", "view": "nav.view"}
    if screen in ways:
        kiosk.open(ways[screen], f"screen.{screen}")
    kiosk.tap_spot(BLANK)
    hand = kiosk.desk.hand
    took: list[float] = []
    for control in kiosk.settled().controls():
        hand.move(control.centre)
        kiosk.still_picture(still_s=0.05)
        last = kiosk.desk.screen.keep()
        hand.press()
        down = time.monotonic()
        wait_for(last.renew, f"{control.identifier} to look pressed", every=0.001)
        took.append(time.monotonic() - down)
        hand.move(BLANK)
        hand.release()
    assert min(took) <= FEEDBACK_S
    assert kiosk.settled().screen() == f"screen.{screen}"


def test_a_whole_visit_by_single_taps(kiosk: Kiosk) -> None:
    """access.md M7: no drag, no double tap, no long press, no typing."""
    kiosk.go("attract.larger", "screen.home")
    kiosk.go("nav.view", "screen.view")
    kiosk.go("view.about", "screen.about")
    kiosk.go("nav.home", "screen.home")
    kiosk.go(kiosk.settled().starting("home.topic.")[-1].identifier, "screen.topic")
    while kiosk.settled().screen() == "screen.topic":
        kiosk.step("nav.next", tap=True)
    kiosk.go("quiz.option.1", "quiz.verdict")
    kiosk.go("quiz.read-more", "screen.topic")
    kiosk.go("nav.back", "quiz.verdict")
    kiosk.go("quiz.next", "quiz.option.1")
    kiosk.go("quiz.stop", "screen.quiz-result")
    kiosk.go("nav.done", "screen.farewell")
    kiosk.go("farewell.wipe", "screen.attract")


def test_the_pointer_is_hidden_once_the_glass_is_touched(kiosk: Kiosk) -> None:
    kiosk.go("attract.read", "screen.home")
    wait_for(kiosk.desk.hand.cursor_is_blank, "a hidden pointer", timeout=2)
