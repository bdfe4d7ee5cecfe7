"""Staff at the gate: by the glass, the mouse, the keyboard and a clicker's start key (issue 3)."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.store.pin_hash import PinHash
from tests.journeys.support.desk import Desk
from tests.journeys.support.framebuffer import changed
from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import REPOSITORY, SETTINGS, Kiosk
from tests.journeys.support.waiting import pause_until, wait_for
from tests.journeys.support.walks import open_home, open_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PX_PER_MM = 4.03
CORNER = round(12 * PX_PER_MM)
CORNERS = {"left": (CORNER, CORNER), "right": (1920 - CORNER, CORNER)}
HOLD_S = 2.2
PIN, WRONG = "4711", "0000"
ANSWERS = ("Dat klopt niet", "Dat was te vaak")
STAFFED = Plan(settings=f'{SETTINGS}pin_hash = "{PinHash.of(PIN)}"\n')


@pytest.fixture
def staffed(share: Callable[[Plan], Kiosk]) -> Iterator[Kiosk]:
    """A kiosk whose staff have a PIN, at attract; whatever staff had open is closed afterwards."""
    kiosk = share(STAFFED)
    yield kiosk
    while kiosk.find("staff.cancel") is not None:
        kiosk.key("Escape")
        kiosk.settled()


def hold(kiosk: Kiosk, name: str, seconds: float = HOLD_S) -> None:
    hand = kiosk.desk.hand
    hand.move(CORNERS[name])
    hand.press()
    pause_until(time.monotonic() + seconds)
    hand.release()


def hold_corners(kiosk: Kiosk) -> None:
    hold(kiosk, "left")
    hold(kiosk, "right")
    kiosk.wait_for("screen.staff-pin")
    kiosk.desk.hand.keep_clear()


def type_pin(kiosk: Kiosk, pin: str) -> None:
    """On the keyboard, with Enter."""
    for key in (*pin, "Return"):
        kiosk.key(key)
        # Two presses of one moment are, on X, one key held down.
        pause_until(time.monotonic() + 0.03)


def try_wrong(kiosk: Kiosk, times: int) -> None:
    """Type wrong PINs, each after the answer to the one before."""
    for _ in range(times):
        type_pin(kiosk, WRONG)
        wait_for(lambda: text(kiosk).startswith(ANSWERS), "an answer")


def has_digits(kiosk: Kiosk, words: str) -> bool:
    return kiosk.node("staff.pin-digits").name == words


def text(kiosk: Kiosk) -> str:
    return kiosk.node("staff.pin-text").name


def test_corners_and_pad_by_pointer_open_the_menu(staffed: Kiosk) -> None:
    hold_corners(staffed)
    for digit in PIN:
        staffed.tap(f"staff.key.{digit}")
    staffed.go("staff.ok", "screen.staff")


def test_the_keyboard_opens_the_menu(staffed: Kiosk) -> None:
    staffed.key("ctrl+shift+F12")
    staffed.wait_for("screen.staff-pin")
    type_pin(staffed, PIN)
    staffed.wait_for("screen.staff")


@pytest.mark.parametrize("key", ["F5", "shift+F5"])
def test_a_clicker_s_start_key_asks_for_the_pin_with_the_talk_as_goal(
    staffed: Kiosk, key: str
) -> None:
    staffed.key(key)
    staffed.wait_for("screen.staff-pin")
    assert "praatje" in staffed.node("staff.pin-title").name
    # The same button of a clicker sends Esc the second time.
    staffed.key("Escape")
    staffed.wait_for("screen.attract")


def test_the_pad_by_assistive_technology(staffed: Kiosk) -> None:
    staffed.key("ctrl+shift+F12")
    staffed.wait_for("screen.staff-pin")
    for number, digit in enumerate(PIN, 1):
        staffed.do(f"staff.key.{digit}")
        words = "1 cijfer" if number == 1 else f"{number} cijfers"
        wait_for(partial(has_digits, staffed, words), words)
    staffed.open("staff.ok", "screen.staff")


@pytest.mark.parametrize("way", ["staff.cancel", "Escape"])
def test_cancelled_the_visitor_s_page_is_as_it_was(staffed: Kiosk, way: str) -> None:
    open_topic(staffed)
    before = staffed.step("nav.next").content()
    hold_corners(staffed)
    staffed.tap("staff.key.1")
    if way == "Escape":
        staffed.key(way)
    else:
        staffed.tap(way)
    staffed.wait_for("screen.topic")
    assert staffed.settled().content() == before


def test_a_corner_held_on_attract_opens_no_topic(staffed: Kiosk) -> None:
    before = staffed.picture()
    hand = staffed.desk.hand
    hand.move(CORNERS["left"])
    hand.press()
    pause_until(time.monotonic() + 1.2)
    corner = (0, 0, 2 * CORNER, 2 * CORNER)
    ring = staffed.picture()
    pause_until(time.monotonic() + 1.0)
    hand.release()
    assert changed(before.crop(corner), ring.crop(corner)) > 0.05, "a ring shows"
    staffed.settled()
    assert staffed.screen() == "screen.attract"
    pause_until(time.monotonic() + 5.3)
    hold(staffed, "right")
    # Too late for the right corner: a touch like any other, which opens the topic shown.
    staffed.wait_for("screen.topic")


def test_the_corners_lie_under_no_control(staffed: Kiosk) -> None:
    """On home a hold there means nothing to the visitor either."""
    open_home(staffed)
    hold(staffed, "right", 0.2)
    assert staffed.screen() == "screen.home"


def test_without_a_pin_it_names_the_it_department(kiosk: Kiosk) -> None:
    kiosk.key("ctrl+shift+F12")
    kiosk.wait_for("screen.staff-pin")
    assert "Vraag de IT-dienst" in text(kiosk)
    controls = [node.identifier for node in kiosk.settled().controls()]
    assert controls == ["staff.cancel"]
    kiosk.go("staff.cancel", "screen.attract")


def test_a_pin_set_while_the_kiosk_runs_opens_the_gate(
    start: Callable[[Plan], Kiosk],
) -> None:
    kiosk = start(Plan())
    done = subprocess.run(
        [sys.executable, "main.py", "pin", "--data-dir", str(kiosk.data_dir)],
        input=f"{PIN}\n{PIN}\n",
        text=True,
        capture_output=True,
        cwd=REPOSITORY,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kiosk.key("ctrl+shift+F12")
    kiosk.wait_for("screen.staff-pin")
    type_pin(kiosk, PIN)
    kiosk.wait_for("screen.staff")


def test_the_wait_after_wrong_pins_survives_a_kill(tmp_path: Path) -> None:
    desk = Desk()
    try:
        first = Kiosk(desk, tmp_path, settings=STAFFED.settings)
        first.forgive()
        first.key("ctrl+shift+F12")
        first.wait_for("screen.staff-pin")
        try_wrong(first, 4)
        assert first.find("staff.key.1") is not None
        try_wrong(first, 1)
        assert "seconden" in text(first)
        assert [node.identifier for node in first.settled().controls()] == ["staff.cancel"]
        began = time.monotonic()
        first.process.send(signal.SIGKILL)
        first.process.wait(5)
        first.close()

        second = Kiosk(desk, tmp_path, settings=STAFFED.settings)
        second.key("ctrl+shift+F12")
        second.wait_for("screen.staff-pin")
        left = int("".join(sign for sign in text(second) if sign.isdigit()))
        assert 20 - (time.monotonic() - began) < left <= 30
        type_pin(second, PIN)
        assert second.screen() == "screen.staff-pin", "not even the right PIN"
        second.close()
    finally:
        desk.close()


def test_the_gate_can_be_asked_for_on_the_farewell(staffed: Kiosk) -> None:
    open_home(staffed)
    staffed.open("nav.done", "screen.farewell")
    hold_corners(staffed)
    staffed.go("staff.cancel", "screen.farewell")
