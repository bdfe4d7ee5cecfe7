"""What comes and goes in the one window all day leaves nothing of itself in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from tests.ui.support.events import deliver
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.domain.modes import Change
    from tests.app.house_support import House


def change(house: House, *changes: Change) -> None:
    # What staff choose on their menu, without the way there.
    conductor = house.kiosk._conductor  # pyright: ignore[reportPrivateUsage] - see above
    assert conductor is not None
    for one in changes:
        conductor.faces.change(one)
        deliver()


def leave_the_preflight(house: House) -> None:
    change(house, "talk_started")
    assert house.screen == "screen.talk"
    change(house, "patients")


def give_a_talk(house: House) -> None:
    change(house, "talk_started")
    assert "talk.start" in shown_by_identifier(house.kiosk.window)
    QTest.keyClick(house.kiosk.window.windowHandle(), Qt.Key.Key_F5)
    deliver()
    assert "talk.start" not in shown_by_identifier(house.kiosk.window)
    change(house, "patients")


def show_the_loop(house: House) -> None:
    change(house, "loop")
    assert house.screen == "screen.display"
    change(house, "patients")


def visit(house: House) -> None:
    house.press("attract.read")
    assert house.screen == "screen.home"
    assert house.session is not None
    house.session.reset()
    deliver()


@pytest.mark.parametrize("act", [leave_the_preflight, give_a_talk, show_the_loop, visit])
def test_the_window_holds_as_much_after_the_third_as_after_the_first(
    run: Callable[..., House], act: Callable[[House], None]
) -> None:
    house = run()
    held: list[Counter[str]] = []
    for _ in range(3):
        act(house)
        deliver()
        held.append(Counter(type(one).__name__ for one in house.kiosk.window.findChildren(QObject)))
    assert held[2] - held[0] == Counter()
