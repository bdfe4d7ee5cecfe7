"""Before a talk: what the clicker and the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.ui.talk.preparing import Preparing
from tests.ui.talk.room_support import Room


@pytest.mark.parametrize("key", [Qt.Key.Key_F5])
def test_the_start_key_of_a_clicker_starts(room: Room, key: Qt.Key) -> None:
    room.key(key)
    assert len(room.started) == 1


def test_enter_on_start_starts(room: Room) -> None:
    room.kiosk.widget("talk.start").setFocus()
    room.key(Qt.Key.Key_Return)
    assert len(room.started) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Qt.Key.Key_PageDown, "Klikker: “volgende” werkt."),
        (Qt.Key.Key_Right, "Klikker: “volgende” werkt."),
        (Qt.Key.Key_PageUp, "Klikker: “terug” werkt."),
        (Qt.Key.Key_Period, "Klikker: “zwart” werkt."),
        (Qt.Key.Key_B, "Klikker: “zwart” werkt."),
        (Qt.Key.Key_VolumeUp, "Klikker testen: druk op volgende."),
        (Qt.Key.Key_Shift, "Klikker testen: druk op volgende."),
    ],
)
def test_the_clicker_is_tried(room: Room, key: Qt.Key, words: str) -> None:
    room.key(key)
    assert room.kiosk.name("talk.clicker") == words
    assert room.kiosk.screen == "screen.talk"


def test_arrows_are_heard_and_still_move_the_focus(room: Room) -> None:
    room.kiosk.widget("talk.topic.kaart-1").setFocus()
    room.key(Qt.Key.Key_Right)
    assert "werkt" in room.kiosk.name("talk.clicker")
    focused = room.kiosk.window.focusWidget()
    assert focused is not None
    assert focused.accessibleIdentifier() == "talk.topic.kaart-2"
    room.key(Qt.Key.Key_Return)
    assert room.preparing.choice.hidden == {"kaart-2"}


@pytest.mark.parametrize(
    ("choice", "command", "words"),
    [
        (1, "next", "“volgende”"),
        (2, "back", "“terug”"),
        (3, "black", "“zwart”"),
        (4, None, "druk op volgende"),
    ],
)
def test_an_odd_key_is_learned(room: Room, choice: int, command: str | None, words: str) -> None:
    kiosk = room.kiosk
    room.key(Qt.Key.Key_F9)
    assert kiosk.name("talk.title") == "Deze toets is nieuw. Wat moet hij doen?"
    kiosk.press(f"talk.choice.{choice}")
    assert room.preparing.learned.get("F9") == command
    assert words in kiosk.name("talk.clicker")
    if command is not None:
        room.preparing.open()
        room.key(Qt.Key.Key_F9)
        assert words in kiosk.name("talk.clicker")


def test_what_was_learned_holds_for_the_next_talk(room: Room) -> None:
    room.key(Qt.Key.Key_F7)
    room.kiosk.press("talk.choice.1")
    room.preparing.close()
    following = Preparing(room.kiosk.window, room.kiosk.hands, room.means)
    following.open()
    assert following.learned == {"F7": "next"}
    room.key(Qt.Key.Key_F7)
    assert room.kiosk.name("talk.clicker") == "Klikker: “volgende” werkt."
    following.close()


def test_esc_closes_what_lies_over_and_leaves_at_the_second_time(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.talks")
    room.key(Qt.Key.Key_Escape)
    assert kiosk.shows("talk.start")
    room.key(Qt.Key.Key_Escape)
    assert room.left == []
    kiosk.wait(4)
    room.key(Qt.Key.Key_Escape)
    assert room.left == []
    room.key(Qt.Key.Key_Escape)
    assert room.left == [True]


def test_a_clicker_that_alternates_starts_and_esc_does_not_leave(room: Room) -> None:
    room.key(Qt.Key.Key_Escape, Qt.Key.Key_F5)
    assert room.left == []
    assert len(room.started) == 1
