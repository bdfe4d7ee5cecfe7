"""Before a talk: what stands there, and what each control does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.domain.letters import Letters
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_prepare import speaker_screens
from tests.ui.support.kiosk import Kiosk, Plan, Size
from tests.ui.support.packs import pack_of
from tests.ui.talk.room_support import Room
from tests.ui.talk.screens_support import TALK_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded


def test_it_says_screens_clicker_and_time(room: Room) -> None:
    kiosk = room.kiosk
    assert kiosk.screen == "screen.talk"
    assert kiosk.name("talk.title") == "Een proef"
    assert kiosk.name("talk.screens") == "1 scherm: publiek ziet wat u ziet."
    assert kiosk.name("talk.clicker") == "Klikker testen: druk op volgende."
    assert "klaar om 14:0" in kiosk.name("talk.time")
    assert room.titles() == ["1. Kaart 1", "2. Kaart 2", "3. Kaart 3", "4. Kaart 4"]


def test_the_time_goes_on_by_itself(room: Room) -> None:
    before = room.kiosk.name("talk.time")
    room.time = datetime(2026, 1, 5, 13, 56, 0)  # noqa: DTZ001 - no zone
    room.kiosk.wait(41)
    assert room.kiosk.name("talk.time") != before


def test_a_clock_that_nobody_believes_promises_nothing(room: Room) -> None:
    room.time = None
    room.preparing.open()
    assert "klaar" not in room.kiosk.name("talk.time")


def test_a_screen_that_is_plugged_in_is_told_at_once(room: Room) -> None:
    room.screens.second = QGuiApplication.primaryScreen()
    room.screens.changed.emit()
    assert room.kiosk.name("talk.screens").startswith("2 schermen: publiek ziet de dia")
    room.screens.second, room.screens.cloned = None, True
    room.screens.changed.emit()
    assert room.kiosk.name("talk.screens") == "2 schermen, 1 beeld: publiek ziet wat u ziet."


def test_a_touch_hides_a_topic_and_shows_it_again(room: Room) -> None:
    kiosk = room.kiosk
    whole = kiosk.name("talk.time")
    kiosk.press("talk.topic.kaart-2")
    assert room.titles() == ["1. Kaart 1", "Kaart 2", "2. Kaart 3", "3. Kaart 4"]
    assert kiosk.name("talk.topic.kaart-2").endswith("Verborgen")
    assert kiosk.name("talk.time") != whole
    assert room.preparing.choice.hidden == {"kaart-2"}
    kiosk.press("talk.topic.kaart-2")
    assert room.preparing.choice.hidden == set()
    assert kiosk.name("talk.time") == whole


def test_the_topic_touched_last_moves_and_shows(room: Room) -> None:
    kiosk = room.kiosk
    assert not kiosk.shows("talk.earlier")
    kiosk.press("talk.topic.kaart-3", "talk.earlier", "talk.earlier", "talk.earlier")
    assert room.preparing.choice.topics == ("kaart-3", "kaart-1", "kaart-2", "kaart-4")
    assert room.preparing.choice.hidden == set()
    kiosk.press("talk.later")
    assert room.titles() == ["1. Kaart 1", "2. Kaart 3", "3. Kaart 2", "4. Kaart 4"]


def test_questions_can_stay_out(room: Room) -> None:
    room.kiosk.press("talk.questions")
    assert not room.preparing.choice.questions
    assert room.kiosk.name("talk.questions").endswith("Verborgen")


def test_start_hands_over_the_talk_and_lets_go(room: Room) -> None:
    room.kiosk.press("talk.topic.kaart-1", "talk.start")
    (choice,) = room.started
    assert choice.shown == ("kaart-2", "kaart-3", "kaart-4")
    room.key(Qt.Key.Key_F5)
    assert len(room.started) == 1


def test_a_talk_of_nothing_does_not_start(room: Room) -> None:
    room.kiosk.press(*(f"talk.topic.kaart-{number}" for number in range(1, 5)))
    assert room.kiosk.name("talk.time") == "Kies minstens één kaart."
    assert not room.kiosk.shows("talk.start")
    room.key(Qt.Key.Key_F5)
    assert room.started == []


def test_back_leaves(room: Room) -> None:
    room.kiosk.press("talk.leave")
    assert room.left == [True]
    assert room.started == []


@pytest.mark.parametrize("sign", ["key", "touch"])
def test_left_alone_it_ends_after_half_an_hour_of_silence(room: Room, sign: str) -> None:
    room.kiosk.wait(29 * 60)
    if sign == "key":
        room.key(Qt.Key.Key_PageDown)
    else:
        room.kiosk.press("talk.talks")
    room.kiosk.wait(29 * 60)
    assert room.left == []
    room.kiosk.wait(2 * 60)
    assert room.left == [True]
    assert room.started == []


# -- geometry ----------------------------------------------------------------------------------


def test_twelve_topics_have_pages_and_what_moves_stays_in_sight(
    start: Callable[[Plan], Kiosk], tmp_path: Path
) -> None:
    kiosk = start(Plan(pack_of(), size=Size(1366, 768, 3.95)))
    room = Room(kiosk, tmp_path, 12).open()
    assert len(room.titles()) == 6
    kiosk.press("talk.more")
    assert room.titles()[0] == "7. Kaart 7"
    kiosk.press("talk.topic.kaart-7", "talk.earlier")
    assert "6. Kaart 7" in room.titles()
    kiosk.press("talk.more", "talk.more")
    assert room.titles()[0] == "1. Kaart 1"
    room.preparing.close()


@pytest.mark.parametrize("size", TALK_SIZES, ids=str)
def test_everything_fits(start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(pack_of(), size=size))
    found: dict[str, list[str]] = {}
    for count, edition in ((0, bundled.pack.edition("nl")), (12, pack_of(12, 3).editions["nl"])):
        for name, make in speaker_screens(edition).items():
            screen = make(kiosk.window, kiosk.look._replace(letters=Letters(100)))
            kiosk.window.show_screen(screen)
            screen.refresh()
            found[f"{name}-{count}"] = [*problems(screen), *bled(kiosk.picture(), screen)]
            kiosk.flush()
    assert {name: seen for name, seen in found.items() if seen} == {}


def test_a_new_size_keeps_the_talk(room: Room) -> None:
    room.kiosk.press("talk.topic.kaart-2")
    room.kiosk.resize(Size(1080, 1920))
    assert room.kiosk.screen == "screen.talk"
    assert room.kiosk.box("screen.talk") == (0, 0, 1080, 1920)
    assert room.titles()[1] == "Kaart 2"
