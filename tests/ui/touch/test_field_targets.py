"""What a contact means: which button, the default, everything, and whose the window is."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kiosk.ui.touch.field import TouchField

if TYPE_CHECKING:
    from tests.ui.touch.conftest import Glass

GAP = QPoint(650, 450)


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
    glass.tap(QPoint(60, 380))
    assert glass.log == []
    glass.press(QPoint(60, 440))
    assert button.isDown()
    glass.move(QPoint(60, 380))
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
