"""A talk on two screens: who sees what, as screens come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.ui.touch.gate import GateWatch
from tests.ui.support.events import deliver
from tests.ui.support.kiosk import Kiosk
from tests.ui.support.tree import shown_by_identifier
from tests.ui.talk.hall_support import Hall


def test_the_slide_is_on_the_wall_and_the_notes_are_with_the_speaker(hall: Hall) -> None:
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert hall.awake.holding
    hall.press("talk.next")
    wall = shown_by_identifier(hall.side)
    now = hall.kiosk.name("talk.now")
    assert wall["talk.slide"].accessibleName() == now
    assert hall.kiosk.name("talk.notes")
    assert hall.kiosk.name("talk.time").startswith("12:00")
    assert "Dia 2 van" in hall.kiosk.name("talk.time")


def test_nothing_for_the_speaker_stands_on_the_wall(hall: Hall) -> None:
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_F1):
        hall.key(key)
        shown = shown_by_identifier(hall.side)
        assert hall.side_screen() == "screen.talk"
        assert not {"talk.notes", "talk.pace", "talk.typed", "talk.controls"} & shown.keys()
        assert "talk.slide" in shown


def test_keys_count_in_both_windows(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown, window=hall.side)
    hall.key(Qt.Key.Key_PageDown)
    assert hall.state.show.place.slide == 2


@pytest.mark.parametrize("by", ["key", "button"])
def test_the_screens_are_swapped_and_back(hall: Hall, by: str) -> None:
    hall.key(Qt.Key.Key_PageDown)
    name = hall.kiosk.name("talk.now")
    if by == "key":
        hall.key(Qt.Key.Key_S)
    else:
        hall.press("talk.swap")
    assert hall.kiosk.screen == "screen.talk"
    assert hall.side_screen() == "screen.presenter"
    assert hall.kiosk.name("talk.slide") == name
    hall.press("talk.next", hall.side)
    assert hall.state.show.place.slide == 2
    hall.key(Qt.Key.Key_S, window=hall.side)
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert len(hall.opened) == 1


def test_unplugged_in_mid_talk_it_goes_on_on_what_is_left(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    hall.screens.plug(there=False)
    deliver()
    assert hall.closed == hall.opened
    assert hall.kiosk.screen == "screen.talk"
    assert hall.state.show.place.slide == 2
    assert hall.state.show.screens == 1
    hall.key(Qt.Key.Key_PageDown)
    assert hall.state.show.place.slide == 3


def test_unplugged_while_swapped_and_plugged_in_again(hall: Hall) -> None:
    hall.key(Qt.Key.Key_S)
    hall.screens.plug(there=False)
    assert hall.kiosk.screen == "screen.talk"
    hall.screens.plug(there=True)
    assert len(hall.opened) == 2
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    hall.key(Qt.Key.Key_PageDown, window=hall.side)
    assert hall.state.show.place.slide == 1


def test_plugged_in_mid_talk(kiosk: Kiosk) -> None:
    hall = Hall(kiosk, two=False)
    hall.key(Qt.Key.Key_PageDown)
    assert kiosk.screen == "screen.talk"
    hall.screens.plug(there=True)
    assert kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert hall.state.show.place.slide == 1
    hall.close()
    assert hall.closed == hall.opened


def test_controls_still_count_after_a_projector_has_changed(hall: Hall) -> None:
    hall.screens.changed.emit()  # another resolution: the speaker keeps the window
    deliver()
    hall.press("talk.next")
    assert hall.state.show.place.slide == 1
    hall.press("talk.overview")
    hall.screens.changed.emit()
    deliver()
    hall.press("talk.go.3")
    assert hall.state.show.place.slide == 2


@pytest.mark.parametrize("there", [True, False], ids=["plugged", "unplugged"])
@pytest.mark.parametrize("sheet", [Qt.Key.Key_Tab, Qt.Key.Key_F1], ids=["overview", "help"])
def test_an_open_sheet_still_counts_when_a_screen_comes_or_goes(
    kiosk: Kiosk, sheet: Qt.Key, there: bool
) -> None:
    hall = Hall(kiosk, two=not there)
    hall.key(sheet)
    hall.screens.plug(there=there)
    deliver()
    hall.press("talk.close")
    assert hall.state.show.sheet == ""
    hall.close()


def test_overview_and_help_open_with_the_speaker_only(hall: Hall) -> None:
    wall = shown_by_identifier(hall.side)["talk.slide"].accessibleName()
    hall.press("talk.overview")
    assert hall.kiosk.shows("talk.go.3")
    assert shown_by_identifier(hall.side)["talk.slide"].accessibleName() == wall
    hall.press("talk.go.3")
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.state.show.place.slide == 2


def test_the_end_is_asked_on_the_speakers_screen(hall: Hall) -> None:
    hall.press("talk.end")
    assert hall.over == []
    assert hall.kiosk.shows("talk.question")
    assert "talk.question" not in shown_by_identifier(hall.side)
    hall.press("talk.stay")
    assert not hall.kiosk.shows("talk.question")
    hall.press("talk.end")
    hall.press("talk.end")
    assert hall.over == [True]
    assert hall.closed == hall.opened
    assert not hall.awake.holding


def test_the_warning_of_a_long_silence_is_not_for_the_public(hall: Hall) -> None:
    hall.kiosk.timers = hall.timers
    hall.kiosk.wait(29 * 60 + 5)
    assert hall.kiosk.shows("talk.question")
    assert "talk.question" not in shown_by_identifier(hall.side)
    hall.press("talk.stay")
    assert not hall.kiosk.shows("talk.question")
    hall.kiosk.wait(30 * 60 + 5)
    assert hall.over == [True]


def test_staff_may_come_in_between(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown)
    hall.talk.pause()
    hall.kiosk.session.reset()
    hall.kiosk.wait(20)
    assert hall.kiosk.screen == "screen.attract"
    assert hall.side_screen() == "screen.talk"
    hall.screens.plug(there=False)
    assert hall.kiosk.screen == "screen.attract"
    assert hall.closed == hall.opened
    hall.kiosk.session.pause()
    hall.talk.resume()
    assert hall.kiosk.screen == "screen.talk"
    assert hall.state.show.place.slide == 1


def test_staff_s_keys_count_on_the_wall_and_then_go_to_their_own_screen(hall: Hall) -> None:
    gate = GateWatch(hall.kiosk.window, hall.kiosk.hands, hall.look, hall.kiosk.clock)
    asked: list[str] = []
    gate.asked.connect(asked.append)
    hall.side.activateWindow()
    QGuiApplication.processEvents()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(hall.side.windowHandle(), Qt.Key.Key_F12, held)
    assert asked == ["menu"]
    assert hall.side.isActiveWindow()
    hall.talk.pause()
    QGuiApplication.processEvents()
    assert hall.kiosk.window.isActiveWindow()
    hall.talk.resume()
    gate.close()
