"""The steps that set a PIN: once, and again."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import Draft
from kiosk.domain.staff import LONGEST_PIN, Level, is_pin
from kiosk.ui.grid import grid
from kiosk.ui.screens.staff_pin import DigitField
from kiosk.ui.set_up.step import Step
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.staff_button import fit_words

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "erase")
FIELD_MM = 16.0
FIELD_WIDTH_MM = 110.0


class PinPart(NamedTuple):
    """Which PIN a step asks for, and whether for the second time; `there`: one is set already."""

    level: Level
    again: bool = False
    there: bool = False


class PinStep(Step):
    """Digits by touch or keyboard. Nothing typed leaves the PIN as it is."""

    def __init__(self, screen: QWidget, look: Look, draft: Draft, part: PinPart) -> None:
        super().__init__(screen, look)
        self._draft = draft
        self._part = part
        self._typed = "" if part.again else draft.pins.get(part.level, "")
        self._field = DigitField(screen, look)
        self.keep(self._field)
        self._keys = [
            self.button(f"staff.key.{key}" if key.isdigit() else f"staff.{key}") for key in KEYS
        ]

    def title(self, say: Strings) -> str:
        if self._part.again:
            return say("setup.pin_again")
        return say("setup.pin_staff") if self._part.level == "staff" else say("setup.pin_it")

    def _said(self, say: Strings) -> str:
        if self._part.again:
            wrong = self._typed and not self.ready() and len(self._typed) >= len(self._first)
            return say("setup.pin_differs") if wrong else say("setup.pin_same")
        if self._typed and not is_pin(self._typed):
            return say("setup.pin_short")
        return say("setup.pin_keep") if self._part.there else say("setup.pin_none")

    @property
    def _first(self) -> str:
        return self._draft.pins.get(self._part.level, "")

    def ready(self) -> bool:
        if self._part.again:
            return self._typed == self._first
        return not self._typed or is_pin(self._typed)

    def leave(self) -> None:
        if self._part.again:
            return
        if is_pin(self._typed):
            self._draft.pins[self._part.level] = self._typed
        else:
            self._draft.pins.pop(self._part.level, None)

    def arrange(self, look: Look, area: Rect) -> None:
        metrics, say = look.metrics, look.strings
        for button, key in zip(self._keys, KEYS, strict=True):
            button.icon_name = "" if key.isdigit() else "mdi6.backspace-outline"
            button.set_words(key if key.isdigit() else say("staff.erase"))
        high = metrics.mm(FIELD_MM)
        wide = min(area.width, metrics.mm(FIELD_WIDTH_MM))
        self._field.show_digits(look, len(self._typed))
        self._field.setGeometry(area.x, area.y, wide, high)
        if metrics.portrait:
            beside = Rect(area.x, area.y + high + metrics.mm(3), area.width, high)
        else:
            x = area.x + wide + metrics.gutter
            beside = Rect(x, area.y, area.right - x, high)
        y = max(self.show_text(self._said(say), look, beside), area.y + high) + metrics.mm(3)
        room = Rect(area.x, y, area.width, area.bottom - y)
        boxes = grid(metrics, room, len(KEYS), 3 if metrics.portrait else 6)
        for button, box in zip(self._keys, boxes, strict=True):
            button.beside = button.words.isdigit()
            button.place(box)
        fit_words([self._keys[-1]], boxes[0].width, boxes[0].height)
        for button in self._keys[:-1]:
            button.set_px(look.type.heading)

    def on_button(self, what: str) -> None:
        if what == "erase":
            self._typed = self._typed[:-1]
        elif len(self._typed) < LONGEST_PIN:
            self._typed += what
        self.changed.emit()

    def take_key(self, key: Qt.Key, text: str) -> bool:
        if key == Qt.Key.Key_Backspace:
            self.on_button("erase")
        elif len(text) == 1 and text in "0123456789":
            self.on_button(text)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            return False
        return True
