"""`kiosk set-up` from outside: by touch and by keyboard, and what it leaves on the disk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import SETTINGS
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.support.kiosk import Kiosk

SETTING_UP = Plan(
    settings=f'# The hall.\n{SETTINGS}mode = "touch"  # as agreed\n',
    program=(sys.executable, "main.py", "set-up"),
    first_screen="screen.set-up",
)


@pytest.fixture
def setting_up(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(SETTING_UP)
    # It ends by itself, as it should.
    kiosk.forgive()
    return kiosk


def folder(kiosk: Kiosk) -> Path:
    return kiosk.data_dir.parent


def go_on(kiosk: Kiosk) -> None:
    before = kiosk.node("staff.title").name
    kiosk.tap("set-up.next")
    wait_for(lambda: kiosk.node("staff.title").name != before, "the next question")


def ended(kiosk: Kiosk) -> int:
    wait_for(lambda: not kiosk.runs(), "the end")
    code = kiosk.process.exit_code()
    assert code is not None
    return code


def test_answers_by_touch_are_on_the_disk_at_the_end(setting_up: Kiosk) -> None:
    kiosk = setting_up
    go_on(kiosk)
    kiosk.tap("set-up.choice.display")
    go_on(kiosk)
    before = kiosk.node("set-up.value").name
    kiosk.tap("set-up.much-more")
    wait_for(lambda: kiosk.node("set-up.value").name != before, "another size")
    go_on(kiosk)
    kiosk.tap("set-up.less")
    for _ in range(3):
        go_on(kiosk)
    for digit in "2580":
        kiosk.tap(f"staff.key.{digit}")
    go_on(kiosk)
    for digit in "2580":
        kiosk.tap(f"staff.key.{digit}")
    go_on(kiosk)
    go_on(kiosk)
    assert kiosk.node("staff.title").name == "Dit wordt bewaard"
    settings = folder(kiosk) / "settings.toml"
    assert 'mode = "touch"' in settings.read_text("utf-8")
    go_on(kiosk)
    assert kiosk.node("staff.title").name == "Bewaard"
    kiosk.tap("set-up.next")
    assert ended(kiosk) == 0
    text = settings.read_text("utf-8")
    assert text == f'# The hall.\n{SETTINGS}mode = "display"  # as agreed\n'
    own = next((folder(kiosk) / "settings.d").glob("*.toml")).read_text("utf-8")
    assert own == "px_per_mm = 4.217\nscreen_bottom_mm = 840\n"
    assert "staff " in (kiosk.data_dir / "pins").read_text("ascii")


def test_the_keyboard_alone_does_it(setting_up: Kiosk) -> None:
    kiosk = setting_up
    title = kiosk.node("staff.title").name
    for _ in range(40):
        kiosk.key("Tab")
        focused = kiosk.settled().focused()
        if focused is not None and focused.identifier == "set-up.next":
            break
    kiosk.key("Return")
    wait_for(lambda: kiosk.node("staff.title").name != title, "the next question")
    kiosk.key("Escape")
    wait_for(lambda: kiosk.node("staff.title").name == title, "the question before")
    kiosk.key("Escape")
    assert ended(kiosk) == 2
    assert "nothing was kept" in kiosk.log()


def test_stopping_changes_nothing(setting_up: Kiosk) -> None:
    kiosk = setting_up
    go_on(kiosk)
    kiosk.tap("set-up.choice.presentation")
    kiosk.tap("staff.cancel")
    assert ended(kiosk) == 2
    assert 'mode = "touch"' in (folder(kiosk) / "settings.toml").read_text("utf-8")
    assert not (folder(kiosk) / "settings.d").exists()
