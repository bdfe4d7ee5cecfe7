"""Tests of the journeys' own tools, against a stand-in window."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.children import Child
from tests.journeys.support.framebuffer import Picture, changed, changed_box
from tests.journeys.support.house import Plan
from tests.journeys.support.tree import NO_BOX, clip
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot

STAND_IN = Plan(
    size=(1280, 1024),
    program=(sys.executable, "-m", "tests.journeys.support.stand_in"),
)


@pytest.fixture
def window(start: Callable[[Plan], Kiosk]) -> Kiosk:
    return start(STAND_IN)


def second_screen(window: Kiosk) -> Snapshot:
    window.go("nav.next", "screen.home")
    return window.settled()


def test_hidden_pages_are_left_out(window: Kiosk) -> None:
    assert window.node("topic.title").name == "Eén"
    assert window.find("nav.back") is None


def test_what_is_scrolled_away_is_left_out_and_what_is_cut_is_clipped(window: Kiosk) -> None:
    shown = second_screen(window).starting("list.")
    assert 0 < len(shown) < 20
    bottom = max(node.box[1] + node.box[3] for node in shown)
    assert bottom <= 600
    assert any(node.box != node.extents for node in shown)


def test_a_tap_and_an_action_both_press(window: Kiosk) -> None:
    window.go("nav.next", "screen.home")
    window.do("nav.back")
    window.wait_for("screen.attract")


def test_a_polite_tap_keeps_clear_of_the_repeat_guard(window: Kiosk) -> None:
    window.tap("nav.next")
    before = time.monotonic()
    window.tap("nav.back")
    assert time.monotonic() - before >= 0.5


def test_announcements_are_heard(window: Kiosk) -> None:
    window.desk.tree.listen("object:announcement")
    window.go("nav.next", "screen.home")
    heard: list[str] = []

    def told() -> list[str]:
        heard.extend(window.desk.tree.announcements())
        return heard

    assert wait_for(told, "an announcement") == ["De tweede"]


def test_the_picture_is_what_the_window_shows(window: Kiosk) -> None:
    before = window.still_picture()
    box = window.node("nav.next").box
    second_screen(window)
    after = window.still_picture()
    assert (before.width, before.height) == (1280, 1024)
    assert 0 < changed(before, after) < 1
    assert changed(before.crop(box), before.crop(box)) == 0
    assert changed_box(before, before) is None


def test_a_traceback_fails_the_journey_at_its_end(start: Callable[[Plan], Kiosk]) -> None:
    plan = Plan(size=STAND_IN.size, program=STAND_IN.program, options=("--fail",))
    window = start(plan)
    window.go("nav.next", "screen.home")
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        window.check()
    window.forgive()


def test_a_child_is_killed_when_it_does_not_listen(tmp_path: Path) -> None:
    code = "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True)"
    child = Child([sys.executable, "-c", f"{code}; time.sleep(60)"], log=tmp_path / "log")
    wait_for(lambda: "up" in child.output(), "the child")
    child.patience_s = 0.2
    assert child.stop() == -9


def test_clip() -> None:
    assert clip((10, 10, 100, 100), (0, 0, 50, 50)) == (10, 10, 40, 40)
    assert clip((60, 60, 10, 10), (0, 0, 50, 50)) == NO_BOX


def test_changed_counts_pixels() -> None:
    plain = Picture(4, 2, bytes(32))
    dotted = Picture(4, 2, bytes(20) + b"\x01" + bytes(11))
    assert changed(plain, dotted) == 1 / 8
    assert changed_box(plain, dotted) == (1, 1, 1, 1)
    assert dotted.pixel(1, 1) == (0, 0, 1)
    with pytest.raises(ValueError, match="sizes"):
        changed(plain, Picture(2, 2, bytes(16)))
