"""Taps through Qt: real touch and mouse events to a window (access.md M4 to M8, M10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStackedWidget

if TYPE_CHECKING:
    from tests.ui.touch.conftest import Glass

Press = QEvent.Type.MouseButtonPress
Release = QEvent.Type.MouseButtonRelease
Move = QEvent.Type.MouseMove
GAP = QPoint(650, 450)
MM = 4


def test_a_touch_shows_at_once_and_acts_when_lifted(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    assert glass.down() == ["a"]
    assert glass.log == []
    glass.lift()
    assert glass.down() == []
    assert glass.log == ["a"]


def test_a_click_shows_at_once_and_acts_when_lifted(glass: Glass) -> None:
    QTest.mousePress(glass.handle, Qt.MouseButton.LeftButton, pos=glass.middle("b"))
    assert glass.down() == ["b"]
    QTest.mouseRelease(glass.handle, Qt.MouseButton.LeftButton, pos=glass.middle("b"))
    assert (glass.down(), glass.log) == ([], ["b"])


def test_signs_of_life(glass: Glass) -> None:
    glass.press(GAP)
    glass.press(glass.middle("a"), contact=1)
    assert glass.signs == [True, "touched", "touched"]
    glass.lift(contact=1)
    assert glass.signs[3:] == []
    glass.lift()
    assert glass.signs[3:] == [False]


def test_an_ignored_press_is_a_sign_of_life_too(glass: Glass) -> None:
    glass.field.changed()
    glass.tap(glass.middle("a"))
    assert glass.log == []
    assert glass.signs == [True, "touched", False]


@pytest.mark.parametrize("by", ["touch", "mouse"])
def test_three_taps_at_60_200_and_330_ms_are_one_step(glass: Glass, by: str) -> None:
    start = glass.clock.now
    for at_s in (0.060, 0.200, 0.330):
        glass.clock.now = start + at_s
        if by == "touch":
            glass.tap(glass.middle("a"), hold_s=0.03)
        else:
            glass.click(glass.middle("a"))
    assert glass.log == ["a"]


def test_three_taps_over_a_page_change_are_one_step(glass: Glass) -> None:
    glass.buttons["a"].clicked.connect(glass.field.changed)
    start = glass.clock.now
    for at_s in (0.060, 0.200, 0.330):
        glass.clock.now = start + at_s
        glass.tap(glass.middle("a"), hold_s=0.03)
    assert glass.log == ["a"]
    glass.clock.wait(0.5)
    glass.tap(glass.middle("a"))
    assert glass.log == ["a", "a"]


@pytest.mark.parametrize("slip_mm", [0, 1, 5, 10, 15])
@pytest.mark.parametrize("by", ["touch", "mouse"])
def test_a_slip_inside_the_target_acts_once(glass: Glass, slip_mm: int, by: str) -> None:
    start = glass.buttons["a"].geometry().topLeft() + QPoint(8, 8)
    end = start + QPoint(slip_mm * MM, slip_mm * MM)
    if by == "touch":
        glass.press(start)
        glass.move((start + end) / 2)
        glass.move(end)
        glass.lift()
    else:
        glass.mouse(Press, start)
        glass.mouse(Move, end)
        glass.mouse(Release, end)
    assert glass.log == ["a"]


@pytest.mark.parametrize("hold_s", [0.05, 0.5, 2.0, 5.0])
def test_any_hold_acts_once(glass: Glass, hold_s: float) -> None:
    glass.tap(glass.middle("a"), hold_s=hold_s)
    assert glass.log == ["a"]


def test_out_and_back_in_acts_and_shows_it(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    glass.move(GAP)
    assert glass.down() == []
    glass.move(glass.middle("a"))
    assert glass.down() == ["a"]
    glass.lift()
    assert glass.log == ["a"]


@pytest.mark.parametrize(("start", "end"), [("a", "b"), ("b", "a")])
def test_slid_from_one_to_another_does_nothing(glass: Glass, start: str, end: str) -> None:
    glass.press(glass.middle(start))
    glass.move(glass.middle(end))
    assert glass.down() == []
    glass.lift()
    assert glass.log == []


def test_slid_in_does_nothing(glass: Glass) -> None:
    glass.press(GAP)
    glass.move(glass.middle("a"))
    glass.lift()
    assert glass.log == []


def test_what_is_down_when_the_page_changes_does_nothing(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    glass.field.changed()
    assert glass.down() == []
    glass.clock.wait(3.0)
    glass.lift()
    assert glass.log == []


def test_a_page_that_comes_under_the_finger_gets_nothing(glass: Glass) -> None:
    stack = QStackedWidget(glass.window)
    stack.setGeometry(0, 420, 400, 60)
    pages = [QPushButton("one"), QPushButton("two")]
    for page in pages:
        page.clicked.connect(lambda: glass.log.append("page"))
        stack.addWidget(page)
    stack.show()
    glass.press(QPoint(100, 440))
    stack.setCurrentIndex(1)  # and nobody said so
    glass.lift()
    assert glass.log == []
    assert [page.isDown() for page in pages] == [False, False]


@pytest.mark.parametrize("palm_first", [True, False])
@pytest.mark.parametrize("lead_s", [0.05, 0.5])
def test_a_palm_on_another_button(glass: Glass, palm_first: bool, lead_s: float) -> None:
    first, second = (("b", 9), ("a", 1)) if palm_first else (("a", 1), ("b", 9))
    for name, contact in (first, second):
        glass.press(glass.middle(name), contact)
        glass.clock.wait(lead_s)
    glass.lift(contact=1)
    assert glass.log == ["a"]
    glass.clock.wait(2.0)
    glass.lift(contact=9)
    assert glass.log == ["a"]
    assert glass.down() == []


def test_ten_contacts_of_which_one_taps(glass: Glass) -> None:
    for contact in range(1, 10):
        glass.press(glass.middle("bcdef"[contact % 5]) + QPoint(contact, 0), contact)
    glass.clock.wait(1.5)
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]
    for contact in range(1, 10):
        glass.lift(contact)
    assert glass.log == ["a"]


def test_two_buttons_pressed_together_act_once(glass: Glass) -> None:
    glass.press(glass.middle("a"), 0)
    glass.press(glass.middle("b"), 1)
    glass.lift(0)
    glass.lift(1)
    assert glass.log == ["a"]
