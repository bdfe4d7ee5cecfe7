"""What a screen reader, and so a visitor, finds in a window: the nodes that show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

# QAccessible's states that a reset must put back, by name.
_STATES = ("disabled", "focused", "pressed", "checked", "checkable", "selected", "expanded")


class Node(NamedTuple):
    """A node of the accessibility tree that shows; `box` in px of the window."""

    identifier: str
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    box: tuple[int, int, int, int]


def shown(window: QWidget) -> Iterator[QWidget]:
    """The widgets below a window that show, the window's own children first."""
    for child in window.children():
        if isinstance(child, QWidget) and child.isVisibleTo(window):
            yield child
            yield from shown(child)


def shown_by_identifier(window: QWidget) -> dict[str, QWidget]:
    """The widgets that show by their identifiers; one that stands twice is an error."""
    found: dict[str, QWidget] = {}
    for widget in shown(window):
        identifier = widget.accessibleIdentifier()
        if identifier:
            assert identifier not in found, f"{identifier} shows twice"
            found[identifier] = widget
    return found


def controls(window: QWidget) -> list[QAbstractButton]:
    return [widget for widget in shown(window) if isinstance(widget, QAbstractButton)]


def labels(window: QWidget) -> list[QLabel]:
    return [widget for widget in shown(window) if isinstance(widget, QLabel)]


def box_of(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is, in px of its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def nodes(window: QWidget) -> list[Node]:
    """The accessibility tree as it shows, in its order."""
    root = QAccessible.queryAccessibleInterface(window)
    return list(_below(root, window))


def _below(interface: QAccessibleInterface, window: QWidget) -> Iterator[Node]:
    for place in range(interface.childCount()):
        child = interface.child(place)
        widget = child.object()
        state = child.state()
        if state.invisible or not isinstance(widget, QWidget):
            continue
        box = box_of(widget, window)
        yield Node(
            child.text(QAccessible.Text.Identifier),
            child.role().name,
            child.text(QAccessible.Text.Name),
            child.text(QAccessible.Text.Description),
            tuple(name for name in _STATES if getattr(state, name)),
            (box.x(), box.y(), box.width(), box.height()),
        )
        yield from _below(child, window)
