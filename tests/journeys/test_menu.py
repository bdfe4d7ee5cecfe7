"""The staff's menu from outside: cleaning, a message, a restart, and the end for IT alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kiosk.store.pin_hash import PinHash
from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import SETTINGS
from tests.journeys.support.waiting import pause_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

PIN, IT_PIN = "4711", "13579"
MESSAGE = "De dokter komt zo."
STAFFED = Plan(
    settings=(
        f'{SETTINGS}pin_hash = "{PinHash.of(PIN)}"\nit_pin_hash = "{PinHash.of(IT_PIN)}"\n'
        f'messages = "{MESSAGE} | Even geduld."\n'
    )
)


def type_pin(kiosk: Kiosk, pin: str) -> None:
    kiosk.wait_for("screen.staff-pin")
    for key in (*pin, "Return"):
        kiosk.key(key)
        # Two presses of one moment are, on X, one key held down.
        pause_until(time.monotonic() + 0.15)


def open_menu(kiosk: Kiosk) -> None:
    kiosk.key("ctrl+shift+F12")
    type_pin(kiosk, PIN)
    arrived(kiosk, "screen.staff")


def arrived(kiosk: Kiosk, screen: str) -> None:
    """Wait for a screen, and until a tap on it counts again."""
    kiosk.wait_for(screen)
    kiosk.desk.hand.keep_clear()


@pytest.fixture
def staffed(start: Callable[[Plan], Kiosk]) -> Kiosk:
    return start(STAFFED)


def ended(kiosk: Kiosk) -> int | None:
    wait_for(lambda: not kiosk.runs(), "the end")
    return kiosk.process.exit_code()


def test_nothing_can_be_pressed_while_the_glass_is_cleaned(staffed: Kiosk) -> None:
    kiosk = staffed
    open_menu(kiosk)
    kiosk.go("staff.cleaning", "screen.cleaning")
    assert kiosk.snapshot().controls() == []
    first = int(kiosk.node("cleaning.count").name)
    for spot in ((960, 980), (300, 980), (960, 400), (1700, 200)):
        kiosk.tap_spot(spot)
    assert kiosk.screen() == "screen.cleaning"
    wait_for(lambda: int(kiosk.node("cleaning.count").name) < first, "the count to go down")
    kiosk.key("space")
    kiosk.wait_for("screen.attract")


def test_a_message_stands_on_attract_and_never_over_a_page(staffed: Kiosk) -> None:
    kiosk = staffed
    open_menu(kiosk)
    kiosk.go("staff.message", "screen.message")
    kiosk.go("message.pick.1", "message.minutes.15")
    kiosk.go("message.minutes.15", "message.take-away")
    kiosk.go("staff.cancel", "screen.staff")
    kiosk.go("staff.cancel", "screen.attract")
    assert kiosk.wait_for("attract.message").name == MESSAGE
    kiosk.go("attract.read", "screen.home")
    assert kiosk.find("attract.message") is None
    open_menu(kiosk)
    kiosk.go("staff.message", "message.take-away")
    kiosk.tap("message.take-away")
    kiosk.wait_until_gone("message.take-away")
    kiosk.go("staff.cancel", "screen.staff")
    kiosk.go("staff.cancel", "screen.attract")
    assert kiosk.find("attract.message") is None


def test_the_button_of_a_talk_goes_back_to_the_one_that_runs(staffed: Kiosk) -> None:
    staffed.key("F5")
    type_pin(staffed, PIN)
    staffed.wait_for("talk.start")
    staffed.key("F5")
    first = staffed.wait_for("talk.slide").name
    staffed.key("Next")
    wait_for(lambda: staffed.node("talk.slide").name != first, "the next slide")
    second = staffed.node("talk.slide").name
    open_menu(staffed)
    staffed.go("staff.presentation", "talk.slide")
    assert staffed.node("talk.slide").name == second


def test_a_restart_is_asked_once_and_tells_the_supervisor(staffed: Kiosk) -> None:
    kiosk = staffed
    kiosk.forgive()
    open_menu(kiosk)
    kiosk.go("staff.restart", "screen.leaving")
    kiosk.go("staff.cancel", "screen.staff")
    kiosk.go("staff.restart", "screen.leaving")
    kiosk.tap("leaving.restart")
    assert ended(kiosk) == 75


def test_the_end_asks_for_the_pin_of_it(staffed: Kiosk) -> None:
    kiosk = staffed
    kiosk.forgive()
    open_menu(kiosk)
    assert kiosk.node("staff.exit").description
    kiosk.go("staff.exit", "screen.staff-pin")
    type_pin(kiosk, PIN)
    wait_for(lambda: kiosk.node("staff.pin-text").name.startswith("Dat klopt"), "a refusal")
    type_pin(kiosk, IT_PIN)
    arrived(kiosk, "screen.leaving")
    kiosk.tap("leaving.exit")
    assert ended(kiosk) == 0


def test_set_up_opens_from_the_menu_for_it(staffed: Kiosk) -> None:
    kiosk = staffed
    open_menu(kiosk)
    kiosk.go("staff.set-up", "screen.staff-pin")
    type_pin(kiosk, IT_PIN)
    arrived(kiosk, "screen.set-up")
    kiosk.go("staff.cancel", "screen.staff")
