"""Which language the next visitor starts in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.ui.grid import grid
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect


class Tongue(NamedTuple):
    """A language: its code, such as "nl", and its name in that language."""

    code: str
    name: str


class LanguageScreen(SheetScreen):
    """A button for each language. Emits `chosen("language.fr")`."""

    def __init__(self, parent: QWidget, look: Look, tongues: Sequence[Tongue], now: str) -> None:
        """`now` is the code of the language that visitors start in now."""
        super().__init__(parent, "screen.language", look)
        self._tongues = tuple(tongues)
        self._now = now
        self._buttons = [
            self.button(f"language.{tongue.code}", "mdi6.translate") for tongue in tongues
        ]

    def title(self) -> str:
        names = {tongue.code: tongue.name for tongue in self._tongues}
        return self.look.strings("language.title", name=names.get(self._now, self._now))

    def arrange_sheet(self, area: Rect) -> None:
        metrics = self.look.metrics
        for button, tongue in zip(self._buttons, self._tongues, strict=True):
            now = tongue.code == self._now
            button.set_words(tongue.name)
            button.primary = now
            button.set_accent("petrol")
            button.icon_name = "mdi6.check" if now else "mdi6.translate"
            said = self.look.strings("language.now") if now else ""
            button.setAccessibleDescription(said)
        across = min(len(self._buttons), 2 if metrics.portrait else 4)
        if across:
            fit(self._buttons, grid(metrics, area, len(self._buttons), across))
