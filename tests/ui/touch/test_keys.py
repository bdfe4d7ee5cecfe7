"""The keys of a window (access.md X2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tests.ui.touch.conftest import Glass

Key = Qt.Key
Press = QEvent.Type.KeyPress
Release = QEvent.Type.KeyRelease
ENTERS = [Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Select]


@pytest.mark.parametrize("key", ENTERS)
def test_enter_and_its_like_activate_the_focused_button(glass: Glass, key: Qt.Key) -> None:
    glass.buttons["b"].setFocus()
    glass.key(key)
    assert (glass.down(), glass.log) == ([], ["b"])


def test_keys_are_not_guarded(glass: Glass) -> None:
    glass.buttons["b"].setFocus()
    glass.field.changed()
    glass.key(Key.Key_Return)
    glass.key(Key.Key_Return)
    assert glass.log == ["b", "b"]


@pytest.mark.parametrize("key", ENTERS)
def test_a_key_held_down_activates_once(glass: Glass, key: Qt.Key) -> None:
    glass.buttons["b"].setFocus()
    glass.key_event(Press, key)
    for _ in range(20):
        glass.key_event(Release, key, repeat=True)
        glass.key_event(Press, key, repeat=True)
    glass.key_event(Release, key)
    assert glass.log == ["b"]


def test_a_key_held_down_over_a_page_change_activates_nothing_there(glass: Glass) -> None:
    glass.buttons["b"].clicked.connect(glass.buttons["c"].setFocus)
    glass.buttons["b"].setFocus()
    glass.key_event(Press, Key.Key_Return)
    glass.key_event(Press, Key.Key_Return, repeat=True)
    glass.key_event(Press, Key.Key_Return)  # a repeat that nobody marked
    glass.key_event(Release, Key.Key_Return)
    assert (glass.log, glass.focused()) == (["b"], "c")


def test_a_release_alone_activates_nothing(glass: Glass) -> None:
    glass.buttons["b"].setFocus()
    glass.key_event(Release, Key.Key_Space)
    glass.key_event(Release, Key.Key_Return)
    assert glass.log == []


def test_a_disabled_button_is_not_activated(glass: Glass) -> None:
    glass.buttons["b"].setFocus()
    for button in glass.buttons.values():
        button.setEnabled(False)
    glass.key(Key.Key_Return)
    assert glass.log == []


@pytest.mark.parametrize("kind", [QEvent.Type.WindowDeactivate, QEvent.Type.Hide])
def test_a_release_lost_with_the_keyboard_blocks_no_key(glass: Glass, kind: QEvent.Type) -> None:
    glass.buttons["b"].setFocus()
    glass.key_event(Press, Key.Key_Return)
    QCoreApplication.sendEvent(glass.window, QEvent(kind))
    glass.key(Key.Key_Return)
    assert glass.log == ["b", "b"]


def test_with_control_or_alt_they_are_no_activation(glass: Glass) -> None:
    glass.buttons["b"].setFocus()
    glass.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    glass.key(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert glass.log == []


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("a", Key.Key_Right, "b"),
        ("b", Key.Key_Right, "c"),
        ("c", Key.Key_Right, "c"),
        ("b", Key.Key_Down, "e"),
        ("e", Key.Key_Up, "b"),
        ("f", Key.Key_Left, "e"),
        ("d", Key.Key_Left, "d"),
    ],
)
def test_arrows_go_to_the_nearest_that_way(glass: Glass, start: str, key: Qt.Key, end: str) -> None:
    glass.buttons[start].setFocus()
    glass.key(key)
    assert glass.focused() == end
    assert glass.log == []


def test_an_arrow_held_down_walks(glass: Glass) -> None:
    glass.buttons["a"].setFocus()
    glass.key_event(Press, Key.Key_Right)
    glass.key_event(Press, Key.Key_Right, repeat=True)
    assert glass.focused() == "c"


def test_arrows_skip_what_cannot_be_pressed(glass: Glass) -> None:
    glass.buttons["a"].setFocus()
    glass.buttons["b"].setEnabled(False)
    glass.key(Key.Key_Right)
    assert glass.focused() == "c"


def test_arrows_skip_what_is_clipped_away(glass: Glass) -> None:
    frame = QWidget(glass.window)
    frame.setGeometry(232, 430, 160, 40)
    hidden = glass.add("x", 0, 100, frame)
    frame.show()
    assert hidden.isVisible()
    glass.buttons["e"].setFocus()
    glass.key(Key.Key_Down)
    assert glass.focused() == "e"


def test_without_focus_an_arrow_goes_to_the_first(glass: Glass) -> None:
    for button in glass.buttons.values():
        button.clearFocus()
    glass.buttons["a"].hide()
    glass.key(Key.Key_Left)
    assert glass.focused() == "b"


def test_an_arrow_without_anything_to_press(glass: Glass) -> None:
    for button in glass.buttons.values():
        button.setEnabled(False)
    glass.key(Key.Key_Right)
    glass.key(Key.Key_Return)
    assert (glass.focused(), glass.log) == (None, [])


def test_tab_keeps_the_order_of_the_screen_and_goes_round(glass: Glass) -> None:
    glass.buttons["a"].setFocus()
    walk: list[str | None] = []
    for _ in range(6):
        glass.key(Key.Key_Tab)
        walk.append(glass.focused())
    assert walk == ["b", "c", "d", "e", "f", "a"]
    glass.key(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert glass.focused() == "f"


def test_escape_is_told_once_and_reaches_nobody(glass: Glass) -> None:
    told: list[str] = []
    glass.keys.escape.connect(lambda: told.append("escape"))
    glass.key_event(Press, Key.Key_Escape)
    glass.key_event(Press, Key.Key_Escape, repeat=True)
    glass.key_event(Release, Key.Key_Escape)
    assert told == ["escape"]
    assert glass.window.isVisible()


def test_every_key_is_a_sign_of_life(glass: Glass) -> None:
    told: list[str] = []
    glass.keys.typed.connect(lambda: told.append("typed"))
    for key in (Key.Key_A, Key.Key_F11, Key.Key_Tab, Key.Key_Return, Key.Key_Escape):
        glass.key(key)
    glass.key_event(Press, Key.Key_Return, repeat=True)
    assert len(told) == 5


@pytest.mark.parametrize("key", [*ENTERS, Key.Key_Escape, Key.Key_Tab, Key.Key_Right, Key.Key_Q])
def test_in_the_warning_any_key_only_extends(glass: Glass, key: Qt.Key) -> None:
    told: list[str] = []
    glass.keys.escape.connect(lambda: told.append("escape"))
    glass.buttons["b"].setFocus()
    glass.buttons["e"].clicked.connect(lambda: glass.field.set_everything(None))
    glass.field.set_everything(glass.buttons["e"])
    glass.key_event(Press, key)
    glass.key_event(Press, key, repeat=True)
    glass.key_event(Release, key)
    assert (glass.log, told, glass.focused()) == (["e"], [], "b")


def test_a_sign_of_life_that_ends_the_warning_is_all_that_a_key_does(glass: Glass) -> None:
    glass.buttons["b"].setFocus()
    glass.field.set_everything(glass.buttons["e"])
    glass.keys.typed.connect(lambda: glass.field.set_everything(None))
    glass.key(Key.Key_Return)
    assert "b" not in glass.log


def test_the_focus_shows_after_a_key_until_a_touch(glass: Glass) -> None:
    told: list[bool] = []
    glass.keys.keyboard_used.connect(told.append)
    glass.field.touched.connect(glass.keys.pointer_used)
    glass.tap(glass.middle("a"))
    assert told == []
    glass.key(Key.Key_Tab)
    glass.key(Key.Key_Right)
    assert told == [True]
    glass.tap(glass.middle("a"))
    assert told == [True, False]
    glass.key(Key.Key_Return)
    assert told == [True, False, True]


def test_letters_do_not_show_the_focus(glass: Glass) -> None:
    told: list[bool] = []
    glass.keys.keyboard_used.connect(told.append)
    glass.key(Key.Key_A)
    assert told == []


def test_after_close_keys_are_plain_qt_again(glass: Glass) -> None:
    told: list[str] = []
    glass.keys.typed.connect(lambda: told.append("typed"))
    glass.keys.close()
    glass.buttons["a"].setFocus()
    glass.key(Key.Key_Return)
    assert (told, glass.log) == ([], [])
