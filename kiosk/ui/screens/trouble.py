"""Out of order: a calm screen when there is nothing to show; never a message meant for staff."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

# Spoken even where the file with the interface's words cannot be read.
TITLE = "Dit scherm werkt nu niet"
TEXT = "Vraag uitleg aan de balie."


class TroubleScreen(Screen):
    """Two lines for a visitor; staff find the reason in the log."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.out-of-order", look, ())
        self._title = TextLabel(self, "trouble.title")
        self._text = TextLabel(self, "trouble.text")

    def arrange(self) -> None:
        look, content = self.look, self.look.metrics.content
        title = look.strings("trouble.title") or TITLE
        text = look.strings("trouble.text") or TEXT
        style = Style.of(look.font(look.type.heading, HEAVY), 1.2, balanced=True)
        self._title.show_text(title, style, look.colour("ink"))
        y = self._title.place_at(content.x, look.metrics.height // 3, content.width)
        style = Style.of(look.font(look.type.body), 1.5)
        self._text.show_text(text, style, look.colour("ink_soft"))
        self._text.place_at(content.x, y + look.metrics.mm(5), content.width)
