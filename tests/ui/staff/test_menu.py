"""The menu: large buttons with words, what runs now, and what only IT may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.letters import Letters
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_staff import staff_screens
from kiosk.ui.screens.staff import ENTRIES, FOR_IT, StaffScreen, Standing
from tests.ui.support.kiosk import SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def menu(kiosk: Kiosk, standing: Standing) -> StaffScreen:
    screen = StaffScreen(kiosk.window, kiosk.look._replace(letters=Letters(100)), standing)
    kiosk.window.show_screen(screen)
    screen.refresh()
    kiosk.session.pause()
    return screen


def test_every_button_says_what_it_means_when_pressed(kiosk: Kiosk) -> None:
    screen = menu(kiosk, Standing())
    chosen: list[str] = []
    screen.chosen.connect(chosen.append)
    wanted = [f"staff.{entry.what}" for entry in ENTRIES]
    kiosk.press(*wanted)
    assert chosen == wanted
    assert len(wanted) == 12


def test_the_way_back_is_no_choice(kiosk: Kiosk) -> None:
    screen = menu(kiosk, Standing())
    said: list[str] = []
    screen.chosen.connect(said.append)
    screen.left.connect(lambda: said.append("left"))
    kiosk.press("staff.cancel")
    assert said == ["left"]


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(), "Nu: patiënten. Alles in orde."),
        (Standing("display", 1), "Nu: alleen kijken. 1 punt vraagt aandacht."),
        (Standing("presentation", 2), "Nu: praatje. 2 punten vragen aandacht."),
    ],
)
def test_the_first_line_tells_what_runs_and_whether_all_is_well(
    kiosk: Kiosk, standing: Standing, words: str
) -> None:
    screen = menu(kiosk, standing)
    assert kiosk.name("staff.title") == words
    health = screen.control("staff.health")
    calm = screen.control("staff.volume")
    assert health is not None
    assert calm is not None
    assert (health.skin().ground != calm.skin().ground) == bool(standing.red)


def test_a_lock_says_what_asks_for_the_pin_of_it(kiosk: Kiosk) -> None:
    menu(kiosk, Standing(locked=True))
    described = {
        name.removeprefix("staff.")
        for name, widget in kiosk.widgets().items()
        if widget.accessibleDescription() == "Alleen voor de IT-dienst"
    }
    assert described == FOR_IT
    locked = kiosk.picture()
    menu(kiosk, Standing())
    assert kiosk.widget("staff.exit").accessibleDescription() == ""
    assert kiosk.picture() != locked, "the lock is seen, too"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_staff_screens_fit_at_every_size(start: Callable[[Plan], Kiosk], size: Size) -> None:
    """30 mm targets, 8 mm apart, 10 mm from the edge, in reach; nothing cut (DESIGN.md 3)."""
    kiosk = start(Plan(pack_of(), size=size))
    found: dict[str, list[str]] = {}
    for name, make in staff_screens().items():
        screen = make(kiosk.window, kiosk.look._replace(letters=Letters(100)))
        kiosk.window.show_screen(screen)
        screen.refresh()
        found[name] = [*problems(screen), *bled(kiosk.picture(), screen)]
        kiosk.flush()
    assert {name: seen for name, seen in found.items() if seen} == {}


def test_keys_and_a_screen_reader_meet_the_buttons_in_the_order_of_sight(kiosk: Kiosk) -> None:
    menu(kiosk, Standing())
    buttons = [node for node in kiosk.nodes() if node.role == "Button"]
    assert [node.box[1::-1] for node in buttons] == sorted(node.box[1::-1] for node in buttons)
    assert buttons[-1].identifier == "staff.cancel"
    chain: list[str] = []
    widget: QWidget | None = kiosk.widget("staff.touch")
    while widget is not None and len(chain) < len(buttons):
        chain.append(widget.accessibleIdentifier())
        widget = widget.nextInFocusChain()
    assert chain == [node.identifier for node in buttons]
