"""The glass of a window: real touch, mouse and pen events through Qt (access.md M4 to M8, M10)."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QInputDevice,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.touch.conftest import Glass

Press = QEvent.Type.MouseButtonPress
DoubleClick = QEvent.Type.MouseButtonDblClick
Release = QEvent.Type.MouseButtonRelease
Move = QEvent.Type.MouseMove
NO_BUTTON = Qt.MouseButton.NoButton
GAP = QPoint(16, 16)
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


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_mouse_buttons_do_nothing(glass: Glass, button: Qt.MouseButton) -> None:
    glass.click(glass.middle("a"), button)
    glass.mouse(DoubleClick, glass.middle("a"), button)
    assert (glass.log, glass.down()) == ([], [])
    assert "touched" in glass.signs


def test_a_double_click_is_one_step(glass: Glass) -> None:
    QTest.mouseDClick(glass.handle, Qt.MouseButton.LeftButton, pos=glass.middle("a"))
    assert glass.log == ["a"]
    assert glass.signs == [True, "touched", False, True, "touched", False]


def test_a_press_that_comes_only_as_a_double_click_is_a_press(glass: Glass) -> None:
    glass.mouse(DoubleClick, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]


class Nosy(QPushButton):
    """Notes the pointer events that reach it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seen: list[QEvent.Type] = []

    def event(self, e: QEvent) -> bool:
        if e.isPointerEvent() or e.type() in (
            QEvent.Type.Enter,
            QEvent.Type.HoverEnter,
            QEvent.Type.ContextMenu,
        ):
            self.seen.append(e.type())
        return super().event(e)


def test_no_widget_ever_gets_a_pointer_event(glass: Glass) -> None:
    nosy = Nosy(glass.window)
    nosy.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    nosy.setGeometry(400, 400, 200, 80)
    nosy.show()
    at = nosy.geometry().center()
    where, world = QPointF(at), QPointF(nosy.mapToGlobal(nosy.rect().center()))
    glass.tap(at)
    glass.clock.wait(1.0)
    QTest.mouseDClick(glass.handle, Qt.MouseButton.LeftButton, pos=at)
    glass.click(at, Qt.MouseButton.RightButton)
    glass.mouse(Move, at, NO_BUTTON)
    glass.send(QEnterEvent(where, where, world))
    glass.send(
        QWheelEvent(
            where,
            world,
            QPoint(),
            QPoint(0, 120),
            NO_BUTTON,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert nosy.seen == []


def pen(glass: Glass, kind: QEvent.Type, at: QPoint) -> None:
    device = QPointingDevice(
        "pen",
        77,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    where = QPointF(at)
    left = Qt.MouseButton.LeftButton
    glass.send(
        QTabletEvent(
            kind,
            device,
            where,
            glass.handle.mapToGlobal(where),
            0.5,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            left,
            NO_BUTTON if kind == QEvent.Type.TabletRelease else left,
        )
    )


def test_a_pen_presses_too_and_its_mouse_echo_counts_once(glass: Glass) -> None:
    pen(glass, QEvent.Type.TabletPress, glass.middle("a"))
    glass.mouse(Press, glass.middle("a"))
    assert glass.down() == ["a"]
    pen(glass, QEvent.Type.TabletRelease, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]


@pytest.mark.parametrize("echo", ["during", "after"])
def test_a_touch_that_comes_as_a_mouse_too_counts_once(glass: Glass, echo: str) -> None:
    glass.press(glass.middle("a"))
    if echo == "during":
        glass.mouse(Press, glass.middle("a"))
    glass.lift()
    if echo == "after":
        glass.mouse(Press, glass.middle("a"))
    glass.mouse(Release, glass.middle("a"))
    assert glass.log == ["a"]
    assert glass.signs == [True, "touched", False]
    glass.clock.wait(0.6)
    glass.click(glass.middle("a"))
    assert glass.log == ["a", "a"]


def lose_by_hiding(glass: Glass) -> None:
    glass.window.hide()


def lose_by_deactivation(glass: Glass) -> None:
    QCoreApplication.sendEvent(glass.window, QEvent(QEvent.Type.WindowDeactivate))


def lose_by_cancel(glass: Glass) -> None:
    from PySide6.QtGui import QTouchEvent

    glass.send(QTouchEvent(QEvent.Type.TouchCancel, glass.device))


@pytest.mark.parametrize("lose", [lose_by_hiding, lose_by_deactivation, lose_by_cancel])
def test_no_button_stays_down(glass: Glass, lose: Callable[[Glass], None]) -> None:
    glass.press(glass.middle("a"))
    lose(glass)
    assert glass.down() == []
    assert glass.signs[-1] is False
    glass.window.show()
    glass.lift()
    assert glass.log == []


def test_a_new_touch_ends_one_that_lost_its_release(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    QTest.touchEvent(glass.handle, glass.device).press(5, glass.middle("b"), glass.handle).commit()
    assert glass.down() == ["b"]


def test_a_button_that_is_deleted_while_pressed(glass: Glass) -> None:
    extra = glass.add("x", 420, 420)
    extra.show()
    glass.press(QPoint(440, 440))
    extra.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    glass.lift()
    assert glass.log == []
    glass.clock.wait(0.5)
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]


@pytest.mark.parametrize("gone", ["disabled", "hidden"])
def test_a_button_that_goes_away_while_pressed_does_nothing(glass: Glass, gone: str) -> None:
    button = glass.buttons["a"]
    glass.press(glass.middle("a"))
    button.setEnabled(gone != "disabled")
    button.setVisible(gone != "hidden")
    glass.lift()
    assert (glass.log, glass.down()) == ([], [])


def test_disabled_and_hidden_buttons_are_no_targets(glass: Glass) -> None:
    glass.buttons["a"].setEnabled(False)
    glass.buttons["b"].hide()
    glass.tap(glass.middle("a"))
    glass.tap(glass.middle("b"))
    assert glass.log == []


def test_what_lies_in_a_button_is_the_button(glass: Glass) -> None:
    label = QLabel("word", glass.buttons["a"])
    label.setGeometry(20, 20, 100, 100)
    label.show()
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]


def test_what_an_ancestor_clips_is_no_target(glass: Glass) -> None:
    frame = QWidget(glass.window)
    frame.setGeometry(0, 430, 300, 50)
    button = glass.add("x", 0, 0, frame)
    button.move(0, -100)  # 60 px of it lie in the frame
    frame.show()
    glass.buttons["d"].hide()
    glass.tap(QPoint(60, 400))
    assert glass.log == []
    glass.press(QPoint(60, 440))
    assert button.isDown()
    glass.move(QPoint(60, 420))
    assert not button.isDown()
    glass.move(QPoint(60, 440))
    glass.lift()
    assert glass.log == ["x"]


def test_what_lies_under_something_else_is_no_target(glass: Glass) -> None:
    cover = QWidget(glass.window)
    cover.setGeometry(0, 0, 680, 240)
    cover.show()
    glass.tap(glass.middle("a"))
    assert glass.log == []
    glass.tap(glass.middle("d"))
    assert glass.log == ["d"]


def test_of_two_buttons_the_one_in_front_is_meant(glass: Glass) -> None:
    front = glass.add("front", 60, 60)
    front.show()
    glass.tap(QPoint(100, 100))
    assert glass.log == ["front"]


def test_slid_from_behind_onto_the_one_in_front_is_neither(glass: Glass) -> None:
    behind = glass.add("behind", 0, 0)
    behind.setGeometry(glass.window.rect())
    behind.show()
    behind.lower()
    glass.press(GAP)
    assert behind.isDown()
    glass.move(glass.middle("a"))
    assert not behind.isDown()
    glass.lift()
    assert glass.log == []
    glass.tap(glass.middle("a"))
    glass.clock.wait(1.0)
    glass.tap(GAP)
    assert glass.log == ["a", "behind"]


def test_elsewhere_counts_for_the_default(glass: Glass) -> None:
    glass.field.set_default(glass.buttons["f"])
    glass.press(GAP)
    assert glass.down() == ["f"]
    glass.lift()
    assert glass.log == ["f"]
    glass.clock.wait(1.0)
    glass.tap(glass.middle("a"))
    assert glass.log == ["f", "a"]


def test_slid_from_elsewhere_onto_a_button_is_neither(glass: Glass) -> None:
    glass.field.set_default(glass.buttons["f"])
    glass.press(GAP)
    glass.move(glass.middle("a"))
    glass.lift()
    assert glass.log == []


def test_no_default_any_more(glass: Glass) -> None:
    glass.field.set_default(glass.buttons["f"])
    glass.field.set_default(None)
    glass.tap(GAP)
    assert glass.log == []


def test_everything_is_one_button(glass: Glass) -> None:
    glass.field.set_everything(glass.buttons["e"])
    glass.press(glass.middle("a"))
    assert glass.down() == ["e"]
    glass.move(GAP)
    glass.lift()
    assert glass.log == ["e"]
    glass.field.set_everything(None)
    glass.clock.wait(1.0)
    glass.tap(glass.middle("a"))
    assert glass.log == ["e", "a"]


def test_a_hidden_everything_does_not_lock_the_glass(glass: Glass) -> None:
    glass.field.set_everything(glass.buttons["e"])
    glass.buttons["e"].hide()
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]


@pytest.mark.parametrize("guard_s", [0.0, 0.5])
def test_a_touch_that_changes_the_page_when_it_lands_does_only_that(
    glass: Glass, guard_s: float
) -> None:
    from kiosk.ui.touch.field import TouchField

    glass.field.close()
    field = TouchField(glass.window, lambda: 4.0, glass.clock, guard_s)
    field.touched.connect(field.changed)
    glass.tap(glass.middle("a"))
    assert (glass.log, glass.down()) == ([], [])
    field.close()


def test_it_follows_the_window_to_a_new_handle(glass: Glass) -> None:
    old = glass.handle
    glass.window.setWindowFlags(Qt.WindowType.FramelessWindowHint)
    glass.window.destroy()
    glass.window.show()
    assert glass.handle is not old
    glass.tap(glass.middle("a"))
    glass.tap(glass.middle("a"))
    assert glass.log == ["a"]


def test_after_close_the_window_is_plain_qt_again(glass: Glass) -> None:
    glass.field.close()
    glass.click(glass.middle("a"))
    glass.click(glass.middle("a"))
    assert glass.log == ["a", "a"]
    assert glass.signs == []


def test_close_lets_go_of_what_is_down(glass: Glass) -> None:
    glass.press(glass.middle("a"))
    glass.field.close()
    assert glass.down() == []
    glass.lift()


def test_a_scale_that_changes_moves_no_target(glass: Glass) -> None:
    from kiosk.ui.touch.field import TouchField

    glass.field.close()
    scale = [4.0]
    field = TouchField(glass.window, lambda: scale[0], glass.clock)
    for px_per_mm in (2.71, 5.56):
        scale[0] = px_per_mm
        glass.tap(glass.buttons["a"].geometry().bottomRight())
        glass.clock.wait(1.0)
    assert glass.log == ["a", "a"]
    field.close()


@pytest.mark.parametrize("after", ["a change", "a tap"])
def test_it_keeps_no_button_alive(glass: Glass, after: str) -> None:
    class Mark(QPushButton):
        pass

    extra = Mark(glass.window)
    extra.setGeometry(420, 420, 40, 40)
    extra.show()
    gone = weakref.ref(extra)
    glass.press(QPoint(430, 430))
    if after == "a change":
        glass.field.changed()
    else:
        glass.lift()
    extra.setParent(None)
    del extra
    gc.collect()
    assert gone() is None
    if after == "a change":
        glass.lift()
