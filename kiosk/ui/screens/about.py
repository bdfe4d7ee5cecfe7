"""The sheet "Over deze tekst": source, review and privacy, set like a page of a topic."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.theme.look import Look


class AboutScreen(LeafScreen):
    """Shows one leaf of what the text comes from."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "about", look)
