"""The display on every screen: it loops beside a visit, and follows screens that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.store.pin_hash import PinHash
from tests.journeys.support.desk import ROOT_COLOUR
from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import SETTINGS
from tests.journeys.support.waiting import wait_for
from tests.journeys.test_two_screens import GLASS, WALL, Screens, fills, shows

if TYPE_CHECKING:
    from tests.journeys.support.framebuffer import Box
    from tests.journeys.support.house import House
    from tests.journeys.support.kiosk import Kiosk

# Two upright screens that both tell their size.
LEFT: Box = (0, 0, 960, 1080)
RIGHT: Box = (960, 0, 960, 1080)
PIN = "4712"
ALL = f'{SETTINGS}display_base_s = 60\ndisplay_screens = "all"\npin_hash = "{PinHash.of(PIN)}"\n'


def put_up(journey: House, *, manager: bool) -> tuple[Kiosk, Screens]:
    kiosk = journey.own(
        Plan(
            manager=manager,
            settings=ALL,
            options=("--mode", "display"),
            first_screen="screen.display",
        )
    )
    return kiosk, Screens(kiosk)


def free(kiosk: Kiosk) -> bool:
    """Whether nothing of the kiosk lies on the other screen."""
    return kiosk.desk.screen.sample(1700, 200)[:3] == ROOT_COLOUR.to_bytes(3, "little")


@pytest.mark.parametrize("manager", [False, True], ids=["bare", "managed"])
def test_both_screens_loop_and_a_visit_stays_on_its_own(journey: House, *, manager: bool) -> None:
    kiosk, screens = put_up(journey, manager=manager)
    fills(kiosk, "screen.display", GLASS)
    screens.plug()
    fills(kiosk, "screen.display", WALL)
    fills(kiosk, "screen.display", GLASS)
    kiosk.desk.hand.tap((1600, 240))
    fills(kiosk, "screen.home", GLASS)
    fills(kiosk, "screen.display", WALL)
    kiosk.desk.hand.tap((1600, 240))
    shows(kiosk, "screen.home", GLASS)
    screens.unplug()
    wait_for(lambda: free(kiosk), "the other screen to be free")
    shows(kiosk, "screen.home", GLASS)
    screens.plug()
    fills(kiosk, "screen.display", WALL)
    kiosk.go("nav.done", "screen.farewell")
    kiosk.do("farewell.wipe")
    fills(kiosk, "screen.display", GLASS)
    fills(kiosk, "screen.display", WALL)


@pytest.mark.parametrize("manager", [False, True], ids=["bare", "managed"])
def test_a_visit_shows_on_the_screen_that_was_touched(journey: House, *, manager: bool) -> None:
    """Where that screen tells its size; the kiosk's own loops meanwhile, and has it back after."""
    kiosk, screens = put_up(journey, manager=manager)
    screens.part(LEFT, RIGHT)
    fills(kiosk, "screen.display", LEFT)
    fills(kiosk, "screen.display", RIGHT)
    kiosk.desk.hand.tap((1440, 500))
    fills(kiosk, "screen.home", RIGHT)
    fills(kiosk, "screen.display", LEFT)
    kiosk.desk.hand.tap((480, 500))
    shows(kiosk, "screen.home", RIGHT)
    kiosk.go("nav.done", "screen.farewell")
    kiosk.do("farewell.wipe")
    fills(kiosk, "screen.display", LEFT)
    fills(kiosk, "screen.display", RIGHT)
    kiosk.desk.hand.tap((480, 500))
    fills(kiosk, "screen.home", LEFT)
    fills(kiosk, "screen.display", RIGHT)


def test_a_visit_outlives_the_screen_that_it_was_on(journey: House) -> None:
    kiosk, screens = put_up(journey, manager=False)
    screens.part(LEFT, RIGHT)
    fills(kiosk, "screen.display", RIGHT)
    kiosk.desk.hand.tap((1440, 500))
    fills(kiosk, "screen.home", RIGHT)
    screens.unplug()
    fills(kiosk, "screen.home", LEFT)


def test_a_talk_has_every_screen_to_itself(journey: House) -> None:
    kiosk, screens = put_up(journey, manager=False)
    screens.plug()
    fills(kiosk, "screen.display", WALL)
    kiosk.key("F5")
    shows(kiosk, "screen.staff-pin", GLASS)
    fills(kiosk, "screen.display", WALL)
    for key in (*PIN, "Return"):
        kiosk.key(key)
    fills(kiosk, "screen.talk", GLASS)
    wait_for(lambda: free(kiosk), "the other screen to be free")
    kiosk.key("F5")
    fills(kiosk, "screen.presenter", GLASS)
    fills(kiosk, "screen.talk", WALL)
