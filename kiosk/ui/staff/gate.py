"""Runs the gate: takes digits from keys and pad, asks whether the PIN is right, counts the wait."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.ui.errand import Errand
from kiosk.ui.screens.staff_pin import MOST_DIGITS, Asking, StaffPinScreen
from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from kiosk.domain.staff import Level
    from kiosk.store.pins import Pins

_Key = Qt.Key
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_HARMLESS: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class PinGate(QObject):
    """Emits `passed(level)` after a right PIN.

    Owns the errand and a timer that runs while the wait is shown; `close()` ends both. The
    digits are kept nowhere else, and are gone after every answer.
    """

    passed = Signal(str)

    def __init__(
        self,
        screen: StaffPinScreen,
        pins: Pins,
        clock: Callable[[], float],
        needed: Level = "staff",
        errand: Errand | None = None,
    ) -> None:
        """`clock` is `time.monotonic` or counts like it."""
        super().__init__(screen)
        self._screen = screen
        self._pins = pins
        self._clock = clock
        self._needed: Level = needed
        self._digits = ""
        self._wrong = False
        self._busy = False
        self._errand = errand or Errand(self)
        self._errand.done.connect(self._on_answer)
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self.show)
        screen.chosen.connect(self._on_chosen)

    def close(self) -> None:
        """Stop; an answer that is still to come opens nothing."""
        self._second.stop()
        self._digits = ""
        self._errand.close()

    def show(self) -> None:
        """Show how the gate stands now."""
        left = self._pins.wait_s(self._clock())
        if left > 0.0:
            self._digits, self._wrong = "", False
            self._second.start(max(1, math.ceil(1000 * (left - math.ceil(left) + 1))))
        self._screen.show_asking(
            Asking(len(self._digits), self._wrong, math.ceil(left), self._pins.there)
        )

    def take(self, event: QKeyEvent) -> bool:
        """A key went down: digits, Backspace, and Enter where no control has the focus."""
        if event.modifiers() & ~_HARMLESS:
            return False
        key, text = event.key(), event.text()
        if text.isascii() and text.isdigit():
            self._type(text)
        elif key == _Key.Key_Backspace:
            self._erase()
        elif key in _ENTER and not self._on_control():
            self._try()
        else:
            return False
        return True

    def _on_control(self) -> bool:
        """Whether somebody walked to a control with the keys: Enter then presses it."""
        window = self._screen.window()
        return isinstance(window.focusWidget(), Control)

    def _on_chosen(self, what: str) -> None:
        if what == "staff.ok":
            self._try()
        elif what == "staff.erase":
            self._erase()
        else:
            self._type(what.removeprefix("staff.key."))

    def _type(self, digit: str) -> None:
        if self._open() and len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self._wrong = False
            self.show()

    def _erase(self) -> None:
        if self._open():
            self._digits = self._digits[:-1]
            self.show()

    def _try(self) -> None:
        if not (self._open() and self._digits):
            return
        pins, pin, now, needed = self._pins, self._digits, self._clock(), self._needed
        self._digits, self._busy = "", True
        self._errand.start(lambda: pins.opens(pin, now, needed))

    def _open(self) -> bool:
        """Whether digits count now."""
        return not self._busy and self._pins.there and not self._pins.wait_s(self._clock())

    def _on_answer(self, answer: object) -> None:
        self._busy = False
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, str):
            self.passed.emit(answer)
            return
        self._wrong = True
        self.show()
