"""Asks once before the kiosk restarts or ends."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.ui.grid import beside_bottom
from kiosk.ui.sheet_screen import SheetScreen
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton

Way = Literal["restart", "exit"]


class _Words(NamedTuple):
    """Keys of the words of one way to leave."""

    ask: str
    about: str
    yes: str
    going: str


_WORDS = {
    "restart": _Words(
        "leaving.ask_restart", "leaving.about_restart", "leaving.restart", "leaving.restarting"
    ),
    "exit": _Words("leaving.ask_exit", "leaving.about_exit", "leaving.exit", "leaving.ending"),
}
_ICONS = {"restart": "mdi6.restart", "exit": "mdi6.power"}


class LeavingScreen(SheetScreen):
    """Two buttons: no, and yes. Emits `left()`, or `chosen("leaving.restart")`.

    Once somebody said yes it says what happens now, and has no button any more.
    """

    back_key = "leaving.no"

    def __init__(self, parent: QWidget, look: Look, way: Way) -> None:
        super().__init__(parent, "screen.leaving", look)
        self._words = _WORDS[way]
        self._going = False
        self._ask = TextLabel(self, "leaving.ask")
        self._about = TextLabel(self, "leaving.about")
        self._yes = StaffButton(self, f"leaving.{way}", look, _ICONS[way])
        self._yes.clicked.connect(self._on_yes)
        self._yes.beside = self._yes.primary = True
        self._yes.set_accent("baksteen")

    def back(self) -> None:
        if not self._going:
            super().back()

    def arrange_sheet(self, area: Rect) -> None:
        look, metrics, words = self.look, self.look.metrics, self._words
        ask = words.going if self._going else words.ask
        style = Style.of(look.font(look.type.poster, HEAVY), 1.15, balanced=True)
        self._ask.show_text(look.strings(ask), style, look.colour("ink"))
        style = Style.of(look.font(look.type.body), 1.4)
        self._about.show_text(look.strings(words.about), style, look.colour("ink"))
        y = self._ask.place_at(area.x, area.y + metrics.mm(6), area.width)
        self._about.place_at(area.x, y + metrics.mm(4), area.width)
        box = beside_bottom(metrics)
        self._yes.set_words(look.strings(words.yes))
        self._yes.set_px(self._yes.fit_beside(box.width))
        self._yes.place(box)
        self._yes.setVisible(not self._going)
        self.cancel.setVisible(not self._going)

    def _on_yes(self) -> None:
        self._going = True
        self.refresh()
        # Painted now: what follows ends the event loop.
        self.repaint()
        self.announce(self._ask.text())
        self.chosen.emit(self._yes.accessibleIdentifier())
