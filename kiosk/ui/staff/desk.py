"""Shows staff their screens in the kiosk's window: the gate, then the menu and its sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.staff import Goal, Level
from kiosk.ui.errand import Errand
from kiosk.ui.screens.staff_pin import Reason, StaffPinScreen
from kiosk.ui.staff.gate import PinGate
from kiosk.ui.staff.sheet import StaffSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.store.pins import Pins
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow

__all__ = ["GATE_MS", "MENU_MS", "Goal", "Level", "StaffDesk", "StaffSheet"]

GATE_MS: Final = 30_000
MENU_MS: Final = 180_000
"""How long the gate, and the menu and its sheets, wait for input (issue 3, item 1)."""


class StaffDesk(QObject):
    """The staff's face of the kiosk; shows nothing until `open`.

    `entered(level, goal)`: the PIN was right. With the goal "menu" the menu shows by then; with
    "talk" the desk is closed, and who listens shows the talk. `left()`: cancelled, or nobody gave
    a sign of life; what showed before shows again as it was. `chosen(what)`: somebody pressed a
    control of the menu or of a sheet, such as "staff.display"; the listener calls `show` with a
    sheet, `ask_it`, `end` (another face takes over) or `leave`. Owns a timer and the gate;
    `close()` ends them.
    """

    entered = Signal(str, str)
    left = Signal()
    chosen = Signal(str)

    def __init__(
        self,
        window: KioskWindow,
        hands: Hands,
        look: Callable[[], Look],
        pins: Pins,
        clock: Callable[[], float],
        make_menu: Callable[[Level], StaffSheet],
        make_errand: Callable[[], Errand] = Errand,
    ) -> None:
        """`look` is that of staff; `clock` is `time.monotonic` or counts like it."""
        super().__init__(window)
        self._window = window
        self._hands = hands
        self._look = look
        self._pins = pins
        self._clock = clock
        self._make_menu = make_menu
        self._make_errand = make_errand
        self._sheet: StaffSheet | None = None
        self._gate: PinGate | None = None
        self._on_menu = False
        self._pending = ""
        self.level: Level | None = None
        """What the PIN opened; None before."""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.leave)

    @property
    def is_open(self) -> bool:
        """Whether the gate, the menu or a sheet shows."""
        return self._sheet is not None

    def open(self, goal: Goal) -> None:
        """Show the gate. While something of the desk shows, that is asked again instead."""
        if self._sheet is not None:
            self._sheet.gate_asked()
            return
        self._listen()
        self._show_gate(goal, "staff")

    def ask_it(self, what: str) -> None:
        """Ask for the PIN of IT; when it is right, `chosen(what)` is emitted at the menu."""
        if self.level is not None:
            self._pending = what
            self._show_gate("it", "it")

    def show_menu(self) -> None:
        """Show the menu, as the PIN allows it."""
        if self.level is None:
            return
        self._put(self._make_menu(self.level), MENU_MS)
        self._on_menu = True

    def show(self, sheet: StaffSheet) -> None:
        """Show a sheet that was chosen on the menu; its `left` leads back to the menu."""
        if self.level is None:
            raise RuntimeError("a sheet of staff, and nobody passed the gate")
        self._put(sheet, MENU_MS)

    def leave(self) -> None:
        """End it; what showed before shows again."""
        if self.is_open:
            self.end()
            self.left.emit()

    def end(self) -> None:
        """End it without a word: another face shows next. Its last screen stays until then."""
        if not self.is_open:
            return
        self._drop()
        self._sheet = None
        self.level = None
        self._idle.stop()
        self._hands.field.touched.disconnect(self._on_touched)
        self._hands.keys.typed.disconnect(self._live)
        self._hands.keys.escape.disconnect(self._on_escape)
        self._hands.keys.keyboard_used.disconnect(self._on_keyboard)
        self._window.resized.disconnect(self._on_resized)
        self._hands.changed()

    def close(self) -> None:
        """Stop for good."""
        self.end()

    # -- its own -------------------------------------------------------------------------------

    def _listen(self) -> None:
        self._hands.field.touched.connect(self._on_touched)
        self._hands.keys.typed.connect(self._live)
        self._hands.keys.escape.connect(self._on_escape)
        self._hands.keys.keyboard_used.connect(self._on_keyboard)
        self._window.resized.connect(self._on_resized)

    def _show_gate(self, reason: Reason, needed: Level) -> None:
        self._pins.refresh()
        screen = StaffPinScreen(self._window, self._look(), reason)
        self._put(screen, GATE_MS)
        self._goal: Goal = "talk" if reason == "talk" else "menu"
        self._gate = PinGate(screen, self._pins, self._clock, needed, self._make_errand())
        self._gate.passed.connect(self._on_passed)
        self._hands.keys.add_taker(self._gate.take)
        self._gate.show()

    def _put(self, sheet: StaffSheet, patience_ms: int) -> None:
        self._drop()
        self._sheet = sheet
        if not isinstance(sheet, StaffPinScreen):
            sheet.chosen.connect(self.chosen)
        sheet.left.connect(self._on_left)
        self._window.show_screen(sheet)
        sheet.set_look(self._look())
        self._hands.changed()
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._idle.start(patience_ms)
        sheet.start()

    def _drop(self) -> None:
        """Let go of what shows; the window deletes it when the next screen shows."""
        self._on_menu = False
        if self._gate is not None:
            self._hands.keys.remove_taker(self._gate.take)
            self._gate.close()
            self._gate.deleteLater()
            self._gate = None
        if self._sheet is not None:
            self._sheet.close_sheet()
            self._sheet.left.disconnect(self._on_left)

    def _on_passed(self, level: Level) -> None:
        asked_before, goal, what = self.level is not None, self._goal, self._pending
        self.level, self._pending = level, ""
        if goal == "talk":
            self.end()
            self.entered.emit(level, goal)
            return
        self.show_menu()
        if asked_before:
            self.chosen.emit(what)
        else:
            self.entered.emit(level, goal)

    def _on_left(self) -> None:
        self._pending = ""
        if self.level is None or self._on_menu:
            self.leave()
        else:
            self.show_menu()

    def _on_escape(self) -> None:
        if self._sheet is not None:
            self._sheet.back()

    def _on_touched(self) -> None:
        self._hands.keys.pointer_used()
        self._live()

    def _live(self) -> None:
        if self.is_open:
            self._idle.start()

    def _on_keyboard(self, in_use: bool) -> None:
        self._look().kit.keyboard.in_use = in_use
        if not in_use:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.update()

    def _on_resized(self) -> None:
        if self._sheet is not None:
            self._hands.field.changed()
            self._sheet.set_look(self._look())
