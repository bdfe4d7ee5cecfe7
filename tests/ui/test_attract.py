"""Attract: doors that set the letters, a poster that opens its topic (DESIGN.md 5, LOOK.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer

from kiosk.domain.letters import Letters
from kiosk.domain.text import words
from kiosk.ui.attract_loop import Dwell
from kiosk.ui.manners import Manners
from tests.ui.support.kiosk import SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE_THE_DOORS = QPoint(960, 300)


@pytest.mark.parametrize(
    ("door", "letters"),
    [
        ("attract.read", Letters(125)),
        ("attract.larger", Letters(150)),
        ("attract.dark", Letters(150, dark=True)),
    ],
)
def test_a_door_opens_home_and_sets_the_letters(kiosk: Kiosk, door: str, letters: Letters) -> None:
    kiosk.press(door)
    assert kiosk.screen == "screen.home"
    assert kiosk.look.letters == letters


def test_the_first_door_goes_by_the_setting(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(), manners=Manners(start_text_size=100)))
    kiosk.press("attract.read")
    assert kiosk.look.letters == Letters(100)


def test_a_touch_elsewhere_opens_the_topic_shown(kiosk: Kiosk) -> None:
    kiosk.tap(BESIDE_THE_DOORS)
    assert kiosk.screen == "screen.topic"
    assert kiosk.name("topic.title") == "Kaart 1"
    assert kiosk.look.letters == Letters(125)


def test_back_from_that_topic_leads_home(kiosk: Kiosk) -> None:
    kiosk.tap(BESIDE_THE_DOORS)
    kiosk.press("nav.back")
    assert kiosk.screen == "screen.home"


def test_a_touch_between_the_doors_opens_the_topic_too(kiosk: Kiosk) -> None:
    kiosk.tap(QPoint(648, 960))
    assert kiosk.name("topic.title") == "Kaart 1"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_three_doors_lie_where_the_shelf_is(start: Callable[[Plan], Kiosk], size: Size) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    shelf = kiosk.look.metrics.shelf
    for door in ("attract.read", "attract.larger", "attract.dark"):
        _, y, width, height = kiosk.box(door)
        assert y + height <= size.height - kiosk.look.metrics.margin
        assert min(width, height) >= kiosk.look.metrics.target
        if size.width > size.height:
            assert y >= shelf.y


def test_it_says_for_whom_it_is_and_to_clean_ones_hands(kiosk: Kiosk) -> None:
    assert kiosk.name("attract.for-whom") == (
        "Voor patiënten en bezoekers. Raak het scherm aan en lees."
    )
    assert 0 < len(words(kiosk.name("attract.hands"))) <= 15  # access.md P3


def test_the_first_kernel_shows_first_then_one_after_the_other(kiosk: Kiosk) -> None:
    text = "Dit is de kern van de kaart."
    assert kiosk.name("attract.topic") == f"Kaart 1\n{text}"
    dwell = 3 + len(words(f"Kaart 1 {text}"))  # access.md D1: 3 s and 1 s a word
    kiosk.wait(dwell - 0.1)
    assert kiosk.name("attract.topic").startswith("Kaart 1")
    kiosk.wait(0.2)
    assert kiosk.name("attract.topic").startswith("Kaart 2")
    kiosk.wait(dwell)
    assert kiosk.name("attract.topic").startswith("Kaart 1")


def test_the_dwell_goes_by_its_settings(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(), manners=Manners(dwell=Dwell(10.0, 0.2))))
    kiosk.wait(11.7)  # nine words
    assert kiosk.name("attract.topic").startswith("Kaart 1")
    kiosk.wait(0.2)
    assert kiosk.name("attract.topic").startswith("Kaart 2")


def test_no_kernel_goes_before_its_time(kiosk: Kiosk) -> None:
    """Qt lets a coarse timer of 20 s come a second early."""
    running = [timer for timer in kiosk.window.findChildren(QTimer) if timer.isActive()]
    assert [timer.timerType() for timer in running] == [Qt.TimerType.PreciseTimer]


def test_topics_that_do_not_loop_are_left_out(start: Callable[[Plan], Kiosk]) -> None:
    topics = [make_topic(1, loop=False), make_topic(2), make_topic(3, loop=False)]
    kiosk = start(Plan(make_pack(topics)))
    kiosk.wait(100.0)
    assert kiosk.name("attract.topic").startswith("Kaart 2")


def test_a_touch_means_the_kernel_before_while_the_new_one_is_young(kiosk: Kiosk) -> None:
    kiosk.wait(12.5)
    assert kiosk.name("attract.topic").startswith("Kaart 2")
    kiosk.finger_down(BESIDE_THE_DOORS)
    kiosk.wait(3.0)
    kiosk.finger_up(BESIDE_THE_DOORS)
    assert kiosk.name("topic.title") == "Kaart 1"


def test_a_touch_means_the_new_kernel_after_a_second_and_a_half(kiosk: Kiosk) -> None:
    kiosk.wait(12.0 + 1.6)
    kiosk.finger_down(BESIDE_THE_DOORS)
    kiosk.finger_up(BESIDE_THE_DOORS)
    assert kiosk.name("topic.title") == "Kaart 2"


def test_no_kernel_changes_under_a_finger_and_its_turn_ends_once_that_slides_off(
    kiosk: Kiosk,
) -> None:
    kiosk.wait(11.0)
    kiosk.finger_down(BESIDE_THE_DOORS)
    kiosk.wait(60.0)
    assert kiosk.name("attract.topic").startswith("Kaart 1")
    kiosk.finger_up(QPoint(1400, 960))
    assert kiosk.screen == "screen.attract"
    assert kiosk.name("attract.topic").startswith("Kaart 2")


def test_nothing_moves_once_somebody_touched(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    kiosk.wait(60.0)
    assert kiosk.screen == "screen.home"


def test_one_topic_stands_still(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(1)))
    assert kiosk.timers.running() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_nothing_leads_out_of_attract(kiosk: Kiosk, key: Qt.Key) -> None:
    kiosk.key(key)
    assert kiosk.screen == "screen.attract"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_kernel_of_25_words_fits(start: Callable[[Plan], Kiosk], size: Size) -> None:
    """Painted text has no box of its own: it must end above the poster's lower edge."""
    texts = Texts(kernel="Mensen met MS bewegen. " * 5 + "Dat zijn vijf.")
    kiosk = start(Plan(make_pack([make_topic(1, texts)]), size=size))
    with_text = kiosk.picture()
    poster = kiosk.widget("attract.topic")
    ground = kiosk.look.colour("panel", "baksteen").rgb()
    lowest = poster.height() - 1
    for y in (lowest, lowest - 1, 0, 1):
        assert {with_text.pixel(x, y) for x in range(0, poster.width(), 3)} == {ground}
