"""A talk on two screens, by the keys of a clicker, while screens are plugged in and unplugged.

The X server shows one picture; RANDR monitors part it as a desktop of two screens.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.children import find_tool
from tests.journeys.support.desk import ROOT_COLOUR
from tests.journeys.support.house import Plan
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.framebuffer import Box
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Node

GLASS: Box = (0, 0, 1280, 1024)
WALL: Box = (1280, 0, 640, 480)


class Screens:
    """The monitors of a kiosk's desk: its glass on the left, a projector on the right."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._display = kiosk.desk.display
        self._tell("--setmonitor", "glass", _monitor(GLASS, (318, 254)), "screen")

    def plug(self) -> None:
        """Plug the projector in; it does not know its size."""
        self._tell("--setmonitor", "wall", _monitor(WALL, (0, 0)), "none")

    def part(self, left: Box, right: Box) -> None:
        """Two screens that both know their size, at 3.8 px a millimetre."""
        for name, box, output in (("wall", right, "none"), ("left", left, "screen")):
            mm = (round(box[2] / 3.8), round(box[3] / 3.8))
            self._tell("--setmonitor", name, _monitor(box, mm), output)

    def unplug(self) -> None:
        """Pull the projector's cable."""
        self._tell("--delmonitor", "wall")

    def unplug_glass(self) -> None:
        """Pull the glass's cable. The server's one output goes to the projector in the same step:

        an output that no monitor has becomes a screen of its own, as large as the desktop.
        """
        self._tell("--setmonitor", "beamer", _monitor(WALL, (0, 0)), "screen")
        self._tell("--delmonitor", "wall")

    def _tell(self, *arguments: str) -> None:
        env = {**os.environ, "DISPLAY": self._display}
        program = find_tool("xrandr")
        subprocess.run([program, *arguments], env=env, check=True, stdout=subprocess.DEVNULL)


def _monitor(box: Box, mm: tuple[int, int]) -> str:
    x, y, width, height = box
    return f"{width}/{mm[0]}x{height}/{mm[1]}+{x}+{y}"


def shows(kiosk: Kiosk, identifier: str, box: Box) -> Node:
    """Wait until something shows that lies inside a box of the desktop, and return its node."""
    x, y, width, height = box

    def look() -> Node | None:
        for node in kiosk.snapshot().nodes:
            left, top, wide, high = node.box
            inside = (
                x <= left and y <= top and left + wide <= x + width and top + high <= y + height
            )
            if node.identifier == identifier and inside:
                return node
        return None

    try:
        return wait_for(look, f"{identifier} in {box}", timeout=15)
    except AssertionError as problem:
        raise AssertionError(f"{problem}\n{kiosk.snapshot().dump()}") from None


def fills(kiosk: Kiosk, identifier: str, box: Box) -> None:
    """Wait until something is exactly as large as a screen."""
    wait_for(lambda: shows(kiosk, identifier, box).box == box, f"{identifier} to fill {box}")


def step(kiosk: Kiosk, key: str) -> str:
    """Press a key and return what the public sees then."""
    before = public(kiosk)
    kiosk.key(key)
    wait_for(lambda: public(kiosk) not in ("", before), f"a change by {key}")
    return public(kiosk)


def public(kiosk: Kiosk) -> str:
    """All that is to be read on the slide."""
    found = kiosk.snapshot().find("talk.slide")
    return "" if found is None else found.name


@pytest.fixture(params=[False, True], ids=["bare", "managed"])
def hall(request: pytest.FixtureRequest, start: Callable[[Plan], Kiosk]) -> tuple[Kiosk, Screens]:
    options = ("--mode", "presentation")
    kiosk = start(Plan(manager=request.param, options=options, first_screen="screen.talk"))
    return kiosk, Screens(kiosk)


def test_a_whole_talk_by_clicker_on_two_screens_and_back_to_patients(
    hall: tuple[Kiosk, Screens],
) -> None:
    kiosk, screens = hall
    screens.plug()
    fills(kiosk, "screen.talk", GLASS)
    wait_for(
        lambda: kiosk.node("talk.screens").name.startswith("2 schermen"), "two screens in words"
    )
    assert kiosk.desk.screen.sample(1700, 200)[:3] == ROOT_COLOUR.to_bytes(3, "little")
    kiosk.key("F5")
    fills(kiosk, "screen.presenter", GLASS)
    fills(kiosk, "screen.talk", WALL)
    seen = [public(kiosk)]
    while not (kiosk.snapshot().find("talk.after") is None and len(seen) > 2):
        seen.append(step(kiosk, "Next"))
        assert len(seen) < 150
    assert len(seen) > 30
    assert shows(kiosk, "talk.now", GLASS).name == seen[-1]
    kiosk.key("F5")  # the start key of a clicker alternates: neither does anything
    kiosk.key("Escape")
    assert public(kiosk) == seen[-1]
    kiosk.key("Next")
    shows(kiosk, "talk.question", GLASS)
    wait_for(lambda: _answered(kiosk), "attract after the talk", timeout=15, every=0.3)
    shows(kiosk, "screen.attract", GLASS)
    wait_for(
        lambda: kiosk.desk.screen.sample(1700, 200)[:3] == ROOT_COLOUR.to_bytes(3, "little"),
        "the projector to be free again",
    )


def _answered(kiosk: Kiosk) -> bool:
    """Say yes to the end as often as needed: the first second does not count."""
    if kiosk.find("talk.question") is not None:
        kiosk.key("Next")
    return kiosk.find("screen.attract") is not None


def test_unplugged_and_plugged_in_again_in_mid_talk(hall: tuple[Kiosk, Screens]) -> None:
    kiosk, screens = hall
    screens.plug()
    fills(kiosk, "screen.talk", GLASS)
    kiosk.key("F5")
    fills(kiosk, "screen.talk", WALL)
    step(kiosk, "Next")
    name = step(kiosk, "Next")
    screens.unplug()
    fills(kiosk, "screen.talk", GLASS)
    kiosk.wait_until_gone("screen.presenter")
    assert public(kiosk).partition("\n")[0] == name.partition("\n")[0]
    step(kiosk, "Next")
    screens.plug()
    fills(kiosk, "screen.presenter", GLASS)
    fills(kiosk, "screen.talk", WALL)
    step(kiosk, "Next")


def test_swapped_and_its_own_screen_unplugged(hall: tuple[Kiosk, Screens]) -> None:
    kiosk, screens = hall
    screens.plug()
    fills(kiosk, "screen.talk", GLASS)
    kiosk.key("F5")
    fills(kiosk, "screen.presenter", GLASS)
    kiosk.key("s")
    fills(kiosk, "screen.talk", GLASS)
    fills(kiosk, "screen.presenter", WALL)
    step(kiosk, "Next")
    kiosk.do("talk.swap")
    fills(kiosk, "screen.presenter", GLASS)
    name = step(kiosk, "Next")
    screens.unplug_glass()
    wait_for(lambda: kiosk.find("screen.presenter") is None, "one screen", timeout=15)
    fills(kiosk, "screen.talk", WALL)
    assert public(kiosk).partition("\n")[0] == name.partition("\n")[0]
    step(kiosk, "Next")
