"""What a screen reader is told in a talk (access.md X3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.talk.quiet import QUIET_S
from kiosk.ui.screen import Screen
from tests.ui.talk.hall_support import Hall
from tests.ui.talk.room_support import Room
from tests.ui.talk.talk_support import Talk

K = Qt.Key


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    def announce(_screen: Screen, text: str) -> None:
        heard.append(text)

    monkeypatch.setattr(Screen, "announce", announce)
    return heard


def test_each_slide_is_told_once_with_heading_and_line(told: list[str], unbegun: Talk) -> None:
    unbegun.begin()
    assert told == [unbegun.name()]
    unbegun.wait(6.1)
    assert len(told) == 1, "controls that go are no other slide"
    unbegun.key(K.Key_PageDown, K.Key_PageDown)
    slide = unbegun.state.slides[unbegun.place.slide]
    assert len(told) == 3
    assert told[-1] == unbegun.name()
    assert slide.heading in told[-1]
    assert slide.line.split()[0] in told[-1]


def test_what_covers_the_slide_and_what_is_asked_are_told(told: list[str], talk: Talk) -> None:
    slide = talk.name()
    told.clear()
    talk.key(K.Key_Period, K.Key_Period)
    assert told == [talk.look().strings("talk.covered_black"), slide]
    talk.key(K.Key_1, K.Key_2)
    assert told[-1] == "Ga naar dia 12"
    talk.key(K.Key_Escape)
    told.clear()
    talk.wait(4)
    talk.key(K.Key_Escape, K.Key_Escape)
    assert told == ["Is het praatje klaar?"]


def test_the_warning_before_a_silent_talk_ends_is_told(told: list[str], talk: Talk) -> None:
    told.clear()
    talk.wait(QUIET_S - 30)
    assert len(told) == 1
    assert told[0].startswith("Het is al lang stil.")


def test_the_overview_tells_where_enter_goes_and_the_help_its_keys(
    told: list[str], talk: Talk
) -> None:
    talk.key(K.Key_Tab, K.Key_Right)
    assert told[-1].splitlines()[-1] == talk.name("talk.go.2")
    talk.key(K.Key_Tab, K.Key_F1)
    row = f"{talk.name('talk.help-keys.3')}: {talk.name('talk.help-does.3')}"
    assert row in told[-1].splitlines()


def test_a_talk_that_goes_on_after_staff_is_told_again(told: list[str], talk: Talk) -> None:
    told.clear()
    talk.desk.pause()
    talk.desk.resume()
    assert told == [talk.name()]


def test_on_two_screens_the_speaker_alone_is_told(told: list[str], hall: Hall) -> None:
    assert told == [hall.kiosk.name("talk.now")]
    told.clear()
    hall.key(K.Key_PageDown, K.Key_Period)
    now = hall.kiosk.name("talk.now")
    assert told == [now, f"Het publiek ziet zwart.\n{now}"]
    told.clear()
    hall.key(K.Key_Period)
    hall.press("talk.end")
    assert told == [now, "Is het praatje klaar?"]


def test_before_a_talk_what_is_prepared_and_what_the_clicker_did(
    told: list[str], room: Room
) -> None:
    assert told[-1] == room.kiosk.name("talk.title")
    room.key(K.Key_PageDown)
    assert told[-1].endswith(room.kiosk.name("talk.clicker"))
    told.clear()
    room.kiosk.wait(120)
    assert told == [], "the clock is no news"
