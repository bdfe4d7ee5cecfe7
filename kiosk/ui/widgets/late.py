"""Keeps aside what shows only later, so that a screen reader first meets it when it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class _Aside(QWidget):
    """Hidden for good; a reader never looks into it."""


def set_aside(widget: QWidget) -> None:
    """Take a widget out of its parent until `show_late` shows it.

    Qt says when a hidden widget shows, but not that it is visible again; readers remember both, so
    that they leave out for good what they once met hidden (Orca's flat review did).
    """
    aside = _Aside(widget.parentWidget())
    aside.hide()
    widget.setParent(aside)


def is_aside(widget: QWidget) -> bool:
    """Whether a widget still stands aside: nothing of it may change until then, as readers hear that."""
    return isinstance(widget.parentWidget(), _Aside)


def show_late(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a widget that may have been set aside."""
    aside = widget.parentWidget()
    if shown and isinstance(aside, _Aside):
        widget.setParent(aside.parentWidget())
        aside.deleteLater()
    widget.setVisible(shown)
