"""Counting hands by touch: as fast as fingers in a room go up (LOOK.md, issue 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.support.events import deliver
from tests.ui.support.tree import box_of, shown_by_identifier

if TYPE_CHECKING:
    from tests.ui.talk.hall_support import Hall
    from tests.ui.talk.talk_support import Talk

K = Qt.Key
APART_S = 0.2  # five taps a second


def test_five_taps_a_second_on_an_answer_all_count(talk: Talk) -> None:
    talk.key(K.Key_7, K.Key_Return)
    talk.wait(7.0)
    for identifier in ("talk.option.2",) * 8 + ("talk.option.1",) * 3:
        QTest.mouseClick(talk.handle, Qt.MouseButton.LeftButton, pos=talk.middle(identifier))
        talk.flush()
        talk.wait(APART_S)
    assert talk.name("talk.option.2").endswith("\n8 handen")
    assert talk.name("talk.option.1").endswith("\n3 handen")


def test_a_fast_count_is_undone_hand_by_hand(talk: Talk) -> None:
    talk.key(K.Key_7, K.Key_Return)
    talk.wait(7.0)
    for _ in range(5):
        QTest.mouseClick(talk.handle, Qt.MouseButton.LeftButton, pos=talk.middle("talk.option.2"))
        talk.flush()
        talk.wait(APART_S)
    talk.tap(QPoint(960, 100))
    talk.tap("talk.undo")
    assert talk.name("talk.option.2").endswith("\n4 handen")


def test_the_speakers_own_screen_counts_as_fast(hall: Hall) -> None:
    asked = next(slide for slide in hall.state.slides if slide.answers)
    hall.talk.desk.go(asked.number - 1)
    hall.kiosk.wait(1.5)
    window = hall.kiosk.window
    spot = box_of(shown_by_identifier(window)["talk.option.1"], window).center()
    for _ in range(7):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
        deliver()
        hall.kiosk.wait(APART_S)
    assert "7 handen" in hall.kiosk.name("talk.option.1")


def test_a_slip_that_brings_the_controls_presses_none_of_them(talk: Talk) -> None:
    """Who counts fast on the lowest bar, and once touches beside it, does not turn the slide."""
    asking = next(slide for slide in talk.state.slides if len(slide.answers) == 3)
    talk.desk.go(asking.number - 1)
    talk.wait(7.0)
    place = talk.place
    talk.tap(QPoint(960, 100))
    under = [talk.middle(name) for name in ("talk.next", "talk.black")]
    talk.tap(QPoint(960, 100))
    talk.wait(1.0)
    for at in (QPoint(960, 100), *under, *under):
        QTest.mouseClick(talk.handle, Qt.MouseButton.LeftButton, pos=at)
        talk.flush()
        talk.wait(APART_S)
    assert (talk.place, talk.show.cover) == (place, "")
