"""A page of a topic."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.theme.look import Look


class TopicScreen(LeafScreen):
    """Shows one leaf of a topic."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "topic", look)
