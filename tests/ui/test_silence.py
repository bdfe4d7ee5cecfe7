"""What silences a kiosk that reads aloud, and when it offers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kiosk.ui.listening import VoiceManners
from tests.ui.voice_support import MadeUpVoice, Reading, on_page

if TYPE_CHECKING:
    from tests.ui.support.kiosk import Kiosk


def test_the_same_place_stops_it_and_begins_anew(reading: Reading) -> None:
    """access.md S2: a second tap stops, and it can be repeated."""
    on_page(reading).kiosk.press("nav.listen")
    assert reading.button() == "Stop"
    reading.kiosk.press("nav.listen")
    assert not reading.voice.number
    assert reading.button() == "Luister"
    assert reading.marked() == []
    reading.kiosk.press("nav.listen")
    assert reading.voice.said == ["Kaart 1", "Kaart 1"]


def test_a_screen_reader_starts_and_stops_it(reading: Reading) -> None:
    """By its action, with neither touch nor key."""
    on_page(reading)
    reading.kiosk.wait(5)
    for speaking in (True, False, True):
        button = reading.kiosk.widget("nav.listen")
        assert isinstance(button, QPushButton)
        button.click()
        assert reading.listening.speaking is speaking


def test_a_key_stops_it_too(reading: Reading) -> None:
    on_page(reading).kiosk.press("nav.listen")
    reading.kiosk.key(Qt.Key.Key_Tab)
    assert not reading.voice.number
    button = reading.kiosk.widget("nav.listen")
    button.setFocus()
    for speaking in (True, False, True):
        reading.kiosk.wait(1)
        reading.kiosk.key(Qt.Key.Key_Return)
        assert reading.listening.speaking is speaking


def test_a_finger_on_the_glass_stops_it_before_it_lifts(reading: Reading) -> None:
    on_page(reading).kiosk.press("nav.listen")
    reading.kiosk.finger_down(reading.kiosk.window.rect().center())
    assert not reading.voice.number


@pytest.mark.parametrize("control", ["nav.next", "nav.back", "nav.home", "nav.size", "nav.done"])
def test_another_page_is_silent(reading: Reading, control: str) -> None:
    on_page(reading).kiosk.press("nav.listen", control)
    assert not reading.voice.number
    assert not reading.listening.speaking


@pytest.mark.parametrize("move", ["back", "render", "reset"])
def test_it_ends_with_what_it_reads_without_a_touch_too(reading: Reading, move: str) -> None:
    on_page(reading).kiosk.press("nav.listen")
    session = reading.kiosk.session
    {
        "back": session.navigator.back,
        "render": session.navigator.render,
        "reset": session.navigator.wiped.emit,
    }[move]()
    assert not reading.voice.number


def test_nothing_sounds_without_a_touch(reading: Reading) -> None:
    """access.md S3."""
    on_page(reading).kiosk.press("nav.next", "nav.back", "nav.home", "home.quiz", "quiz.option.1")
    reading.voice.changed.emit()
    reading.kiosk.wait(60)
    assert reading.voice.said == []


def test_the_next_screen_offers_it_anew(reading: Reading) -> None:
    on_page(reading).kiosk.press("nav.listen", "nav.next")
    assert reading.button() == "Luister"


def test_without_a_voice_the_place_is_empty_until_there_is_one(kiosk: Kiosk) -> None:
    reading = on_page(Reading(kiosk, MadeUpVoice(), VoiceManners()))
    assert reading.button() == ""
    reading.voice.languages = ("fr",)
    reading.voice.changed.emit()
    assert reading.button() == ""
    reading.voice.languages = ("nl",)
    reading.voice.changed.emit()
    assert reading.button() == "Luister"


def test_a_voice_that_fails_takes_its_button_along(reading: Reading) -> None:
    on_page(reading).kiosk.press("nav.listen")
    reading.voice.languages = ()
    reading.voice.changed.emit()
    reading.voice.failed.emit(reading.voice.number)
    assert reading.button() == ""
    assert reading.marked() == []


def test_the_idle_warning_has_the_whole_shelf(reading: Reading) -> None:
    on_page(reading)
    session = reading.kiosk.session
    session.idle.warned.emit(True)
    assert reading.button() == ""
    reading.voice.changed.emit()
    assert reading.button() == ""
    session.idle.warned.emit(False)
    assert reading.button() == "Luister"
    reading.voice.languages = ()
    reading.voice.changed.emit()
    session.idle.warned.emit(True)
    session.idle.warned.emit(False)
    assert reading.button() == ""


def test_nobody_is_idle_while_it_sounds(reading: Reading) -> None:
    """features.md section 2."""
    on_page(reading).kiosk.press("nav.listen")
    reading.kiosk.wait(400)
    assert reading.kiosk.screen == "screen.topic"
    assert not reading.kiosk.shows("idle.stay")
    reading.voice.finish()
    reading.kiosk.wait(400)
    assert reading.kiosk.screen == "screen.attract"


def test_quiet_hours_leave_the_place_empty(kiosk: Kiosk) -> None:
    quiet = [True]
    manners = VoiceManners(quiet=lambda: quiet[0])
    reading = on_page(Reading(kiosk, MadeUpVoice("nl"), manners))
    assert reading.button() == ""
    quiet[0] = False
    reading.kiosk.press("nav.next")
    assert reading.button() == "Luister"
