"""What sees contacts and keys beside the buttons: a corner held, a spotlight, a clicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.ui.touch.conftest import PX_PER_MM

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QKeyEvent

    from kiosk.ui.touch.field import Motion
    from tests.ui.touch.conftest import Glass

Key = Qt.Key


def test_a_watcher_sees_each_contact_in_mm_and_takes_nothing(glass: Glass) -> None:
    seen: list[tuple[Motion, float, float]] = []

    def watch(contact: Hashable, motion: Motion, x: float, y: float) -> None:
        del contact
        seen.append((motion, x, y))

    glass.field.add_watcher(watch)
    at = glass.middle("a")
    glass.press(at)
    glass.move(at + QPoint(8, 0))
    glass.lift()
    x, y = at.x() / PX_PER_MM, at.y() / PX_PER_MM
    assert seen[0] == ("down", x, y)
    assert ("move", x + 2, y) in seen
    assert seen[-1] == ("up", x + 2, y)
    assert glass.log == ["a"]
    glass.field.remove_watcher(watch)
    count = len(seen)
    glass.clock.wait(1)
    glass.tap(glass.middle("b"))
    assert len(seen) == count


def test_a_contact_that_meant_something_else_activates_nothing(glass: Glass) -> None:
    contacts: list[Hashable] = []

    def watch(contact: Hashable, motion: Motion, x: float, y: float) -> None:
        del motion, x, y
        contacts.append(contact)

    glass.field.add_watcher(watch)
    glass.press(glass.middle("a"))
    assert glass.down() == ["a"]
    glass.field.forfeit(contacts[0])
    assert glass.down() == []
    glass.lift()
    assert glass.log == []
    glass.tap(glass.middle("b"))  # and it stands in nobody's way
    assert glass.log == ["b"]


def test_takers_of_keys_are_asked_newest_first(glass: Glass) -> None:
    asked: list[str] = []

    def first(event: QKeyEvent) -> bool:
        asked.append("first")
        return event.key() == Key.Key_Return

    def second(event: QKeyEvent) -> bool:
        asked.append("second")
        return event.key() == Key.Key_F5

    glass.buttons["a"].setFocus()
    glass.keys.add_taker(first)
    glass.keys.add_taker(second)
    glass.key(Key.Key_F5)
    assert asked == ["second"]
    glass.key(Key.Key_Return)
    assert asked == ["second", "second", "first"]
    assert glass.log == []
    glass.keys.remove_taker(first)
    glass.key(Key.Key_Return)
    assert glass.log == ["a"]
