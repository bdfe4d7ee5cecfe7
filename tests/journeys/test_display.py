"""A display from outside: it runs by itself, wakes at a touch, and comes back whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.desk import Desk
from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import REPOSITORY, SETTINGS
from tests.journeys.support.waiting import pause_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.house import House
    from tests.journeys.support.kiosk import Kiosk

QUICK = f'{SETTINGS}display_base_s = 1\ndisplay_word_s = 0.2\nclinic_name = "UZ Voorbeeld"\n'
CALM = f"{SETTINGS}display_base_s = 60\n"
# 300 ms (access.md D2), and as much again for a machine that does other things beside.
AT_ONCE_S = 0.6


def plan(settings: str = CALM, *, size: tuple[int, int] = (1920, 1080)) -> Plan:
    return Plan(
        size=size,
        settings=settings,
        options=("--mode", "display"),
        first_screen="screen.display",
    )


@pytest.fixture
def display(journey: House) -> Kiosk:
    """A display whose slide stays for a minute."""
    return journey.own(plan())


def test_slides_follow_one_another_and_say_all_their_words(journey: House) -> None:
    kiosk = journey.own(plan(QUICK))
    seen: set[str] = set()

    def enough() -> bool:
        node = kiosk.find("display.slide")
        seen.add(node.name if node is not None else "")
        return len(seen - {""}) >= 3

    wait_for(enough, "three slides", timeout=30)
    assert all(len(name.split()) <= 25 for name in seen)
    assert kiosk.node("display.clinic").name == "UZ Voorbeeld"
    assert kiosk.find("display.line") is None, "no touchscreen, no word of touching"


def test_a_touch_anywhere_opens_home_and_presses_nothing(display: Kiosk) -> None:
    hand = display.desk.hand
    before = display.desk.screen.keep()
    hand.move((400, 500))
    touched = time.monotonic()
    hand.press()
    wait_for(before.renew, "another picture")
    changed = time.monotonic() - touched
    hand.release()
    display.wait_for("screen.home")
    assert changed < AT_ONCE_S
    assert display.screen() == "screen.home"


def test_the_loop_goes_on_where_it_was(display: Kiosk) -> None:
    before = display.node("display.slide").name
    display.desk.hand.tap((400, 500))
    display.wait_for("screen.home")
    display.go("nav.done", "screen.farewell")
    display.go("farewell.wipe", "screen.display")
    assert display.node("display.slide").name == before


def test_between_two_slides_nothing_moves(display: Kiosk) -> None:
    display.still_picture(still_s=1.0)
    clock = display.find("display.clock")
    before = display.picture().colours()
    pause_until(time.monotonic() + 2.0)
    now = display.find("display.clock")
    if clock is not None and now is not None and clock.name == now.name:
        assert display.picture().colours() == before


def test_another_resolution_keeps_the_slide(display: Kiosk) -> None:
    before = display.node("display.slide").name
    env = {**os.environ, "DISPLAY": display.desk.display}
    monitor = ["--setmonitor", "half", "1280/476x720/268+0+0", "screen"]
    subprocess.run([find_tool("xrandr"), *monitor], env=env, check=True)
    wait_for(lambda: display.node("screen.display").box[2] == 1280, "a smaller glass", timeout=15)
    assert display.node("display.slide").name == before
    subprocess.run([find_tool("xrandr"), "--delmonitor", "half"], env=env, check=True)


class Supervisor:
    """Hears what a supervised kiosk says."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "notify"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.path))
        self._socket.setblocking(False)
        self.heard = ""

    def hears(self, words: str) -> bool:
        with suppress(BlockingIOError):
            self.heard += self._socket.recv(1000).decode() + "\n"
        return words in self.heard

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    found = Supervisor(tmp_path)
    yield found
    found.close()


def test_a_supervisor_hears_that_it_lives(journey: House, supervisor: Supervisor) -> None:
    env = (("NOTIFY_SOCKET", str(supervisor.path)), ("WATCHDOG_USEC", "2000000"))
    kiosk = journey.own(replace(plan(), env=env))
    wait_for(lambda: supervisor.hears("READY=1"), "that it is ready", timeout=10)
    wait_for(lambda: supervisor.hears("\nWATCHDOG=1\n"), "a beat", timeout=10)
    kiosk.forgive()
    kiosk.process.send(signal.SIGTERM)
    assert kiosk.process.wait(10) == 0
    assert supervisor.hears("STOPPING=1")


def test_a_display_that_falls_is_back_by_itself(tmp_path: Path) -> None:
    desk = Desk()
    settings = tmp_path / "settings.toml"
    settings.write_text(CALM, "utf-8")
    argv = [sys.executable, "main.py", "supervise", "--mode", "display"]
    argv += ["--settings", str(settings), "--data-dir", str(tmp_path / "data")]
    keeper = Child(argv, log=tmp_path / "keeper.log", env=desk.environment(), cwd=REPOSITORY)
    try:
        first = _child_of(keeper.pid)
        wait_for(lambda: not _is_empty(desk), "the display", timeout=20)
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: _is_empty(desk), "an empty screen")
        second = wait_for(lambda: _other_child(keeper.pid, first), "another kiosk", timeout=15)
        wait_for(lambda: not _is_empty(desk), "the display again", timeout=20)
        keeper.send(signal.SIGTERM)
        assert keeper.wait(15) == 0
        wait_for(lambda: not _is_there(second), "its end")
    finally:
        keeper.stop()
        desk.close()


def _is_empty(desk: Desk) -> bool:
    return len(desk.screen.grab().colours()) <= 2


def _child_of(pid: int) -> int:
    return wait_for(lambda: _other_child(pid, 0), "a kiosk", timeout=10)


def _other_child(pid: int, known: int) -> int:
    """A child of a process that is not `known`; 0 while there is none."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    children = [int(word) for word in listed.split()]
    return next((child for child in children if child != known), 0)


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
