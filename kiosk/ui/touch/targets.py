"""Finds what can be pressed in a window: its visible, enabled buttons and where they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shown(NamedTuple):
    """A button and the part of it that shows, in pixels of the window."""

    button: QAbstractButton
    rect: QRect


def shown_buttons(window: QWidget) -> Iterator[Shown]:
    """The buttons that somebody can press now, clipped against all that they lie in.

    They come as Qt stacks them: what lies in front of another comes after it.
    """
    for button in window.findChildren(QAbstractButton):
        if button.isEnabled() and button.isVisibleTo(window) and button.window() is window:
            rect = clipped(button, window)
            if not rect.isEmpty():
                yield Shown(button, rect)


def clipped(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that its ancestors leave, in pixels of the window."""
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        rect &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return rect & window.rect()


def shows_nearest(window: QWidget, shown: Shown, point: QPoint) -> bool:
    """Whether a button beside a point can be seen there, where it comes nearest to the point.

    What lies in front of it may cover it: nobody means what they do not see.
    """
    rect = shown.rect
    if rect.contains(point):
        return False
    near = QPoint(
        min(max(point.x(), rect.left()), rect.right()),
        min(max(point.y(), rect.top()), rect.bottom()),
    )
    return button_at(window, near) is shown.button


def button_at(window: QWidget, point: QPoint) -> QAbstractButton | None:
    """The button that shows at a point; None where something else covers it or nothing is."""
    widget = window.childAt(point)
    while widget is not None and widget is not window:
        if isinstance(widget, QAbstractButton):
            return widget
        widget = widget.parentWidget()
    return None


def usable(button: QAbstractButton | None) -> QAbstractButton | None:
    """The button, if it still is there and can be pressed."""
    if button is None or not isValid(button):
        return None
    return button if button.isVisible() and button.isEnabled() else None
