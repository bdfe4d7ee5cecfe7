"""The order in which controls get the focus and are read by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.control import Control


def order_by_sight(controls: Sequence[Control]) -> None:
    """Make the order of focus and of the accessibility tree the order of sight, row by row."""
    ordered = sorted(controls, key=lambda one: (one.y(), one.x()))
    for control in ordered:
        control.raise_()
    for first, second in pairwise(ordered):
        QWidget.setTabOrder(first, second)
