"""What lies over a screen for the eye alone is left out of the accessibility tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# QAccessibleWidget passes over children of this name, as it does for Qt's own rubber band; Qt has
# no property that says it, and an empty name would still be a nameless node.
_PASSED_OVER: Final = "qt_rubberband"


def keep_for_the_eye(widget: QWidget) -> None:
    """Let screen readers never meet a widget: it says nothing that another does not say."""
    widget.setObjectName(_PASSED_OVER)
