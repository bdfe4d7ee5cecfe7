"""The screen of set-up: one step after the other, forwards and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import Draft, Facts, StepName, steps
from kiosk.ui.errand import Errand
from kiosk.ui.grid import beside_bottom
from kiosk.ui.set_up.choice import Answer, ChoiceStep
from kiosk.ui.set_up.number import BOTTOM_LENGTH, PASSIVE_LENGTH, VIEWING_LENGTH, NumberStep
from kiosk.ui.set_up.pin import PinPart, PinStep
from kiosk.ui.set_up.size import SizeStep
from kiosk.ui.set_up.step import Step, same_px
from kiosk.ui.set_up.summary import Outcome, SummaryStep
from kiosk.ui.sheet_screen import SheetScreen
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.touch.keys import KeyField
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.staff_button import StaffButton

MODES = (
    Answer("touch", "staff.touch", "mdi6.account-group-outline"),
    Answer("presentation", "staff.presentation", "mdi6.presentation"),
    Answer("display", "staff.display", "mdi6.television"),
)
_LENGTHS = {"bottom": BOTTOM_LENGTH, "viewing": VIEWING_LENGTH, "passive": PASSIVE_LENGTH}


class SetUpScreen(SheetScreen):
    """Emits `left()` when somebody stops or is done; `kept(Outcome)` when the answers were kept.

    Owns the draft of the answers and, from `start()` to `close_sheet()`, the keys that its steps
    understand, and the answer of the thread in which they are kept.
    """

    kept = Signal(object)

    back_key = "setup.stop"
    back_icon = "mdi6.close"

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        facts: Facts,
        keep: Callable[[Draft], Outcome],
        keys: KeyField | None = None,
    ) -> None:
        """`keep` writes the answers; it runs in a thread of its own."""
        super().__init__(parent, "screen.set-up", look)
        self._facts = facts
        self._keep = keep
        self._keys = keys
        self._taking = False
        self._finished = False
        self.draft = Draft()
        self._name: StepName = "language"
        self._step: Step | None = None
        self._back = StaffButton(self, "set-up.back", look, "mdi6.arrow-left")
        self._next = StaffButton(self, "set-up.next", look, "mdi6.arrow-right")
        self._next.primary = True
        self._next.set_accent("petrol")
        self._back.beside = self._next.beside = True
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.go_on)
        self._errand = Errand(self)
        self._errand.done.connect(self._on_kept)
        self._enter("language")

    # -- for the desk ----------------------------------------------------------------------------

    def start(self) -> None:
        if self._keys is not None:
            self._keys.add_taker(self._take_key)
            self._taking = True

    def close_sheet(self) -> None:
        self._errand.close()
        if self._keys is not None and self._taking:
            self._keys.remove_taker(self._take_key)
            self._taking = False

    def back(self) -> None:
        """The step before; from the first one, and once all is kept, it ends."""
        place = self._steps().index(self._name)
        if place == 0 or self._finished:
            self.left.emit()
        else:
            self._enter(self._steps()[place - 1])

    # -- steps -------------------------------------------------------------------------------------

    @property
    def step(self) -> StepName:
        """The name of the step that shows."""
        return self._name

    def go_on(self) -> None:
        """The next step, where this one can be left; at the end the answers are kept."""
        step = self._step
        if step is None or not step.ready() or not self._next.isVisibleTo(self):
            return
        if self._finished:
            self.left.emit()
        elif self._name == "save":
            self._next.hide()
            draft, keep = self.draft, self._keep
            self._errand.start(lambda: keep(draft))
        else:
            step.leave()
            self._enter(self._steps()[self._steps().index(self._name) + 1])

    def show_step(self, name: StepName) -> None:
        """Show a step, for pictures and for measuring."""
        self._enter(name)

    def _steps(self) -> tuple[StepName, ...]:
        return steps(self._facts, self.draft)

    def _enter(self, name: StepName) -> None:
        if self._step is not None:
            self._step.close()
        self._name = name
        self._step = self._make(name)
        self._step.changed.connect(self.refresh)
        self._step.done.connect(self.go_on)
        self.refresh()
        self.announce(self.title())

    def _make(self, name: StepName) -> Step:
        facts, draft, look = self._facts, self.draft, self.look
        match name:
            case "language":
                tongues = [Answer(code, "", "mdi6.translate", of) for code, of in facts.languages]
                return ChoiceStep(self, look, draft, "language", tongues, facts.language)
            case "mode":
                return ChoiceStep(self, look, draft, "mode", MODES, facts.mode)
            case "size":
                return SizeStep(self, look, draft, facts)
            case "bottom" | "viewing" | "passive":
                length = _LENGTHS[name]
                return NumberStep(self, look, draft, length, facts.lengths[length.setting])
            case "pin" | "pin-again":
                part = PinPart("staff", name == "pin-again", "staff" in facts.there)
                return PinStep(self, look, draft, part)
            case "it-pin" | "it-pin-again":
                part = PinPart("it", name == "it-pin-again", "it" in facts.there)
                return PinStep(self, look, draft, part)
            case _:
                return SummaryStep(self, look, draft)

    # -- what shows --------------------------------------------------------------------------------

    def title(self) -> str:
        if self._step is None:
            return ""
        say, order = self.look.strings, self._steps()
        question = self._step.title(say)
        if self._name == "save":
            return question
        number, count = order.index(self._name) + 1, len(order) - 1
        return say("setup.step", number=number, count=count, question=question)

    def arrange_sheet(self, area: Rect) -> None:
        if self._step is None:
            return
        self._step.look = self.look
        self._step.arrange(self.look, area)
        self._arrange_bottom()

    def _arrange_bottom(self) -> None:
        look, metrics = self.look, self.look.metrics
        say = look.strings
        last = self._name == "save"
        row = beside_bottom(metrics)
        wide = (row.width - metrics.gutter) // 2
        self._back.set_words(say("nav.back"))
        self._next.set_words(say(self._next_key()))
        self._next.icon_name = "mdi6.check" if last else "mdi6.arrow-right"
        self._back.place(row._replace(width=wide))
        self._next.place(row._replace(x=row.right - wide, width=wide))
        same_px([self._back, self._next], wide)
        ready = self._step is not None and self._step.ready()
        self._next.setVisible(ready)
        self._back.setVisible(self._name != "language" and not self._finished)
        self.cancel.setVisible(not self._finished)

    def _next_key(self) -> str:
        if self._name != "save":
            return "nav.next"
        done = self._finished or self.draft.empty
        return "setup.done" if done else "setup.save"

    def _on_cancel(self) -> None:
        self.left.emit()

    # -- what is meant -----------------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> bool:
        if self._step is None or self._finished:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Control) and focused.hasFocus():
                return False
        return self._step.take_key(key, event.text())

    def _on_kept(self, result: object) -> None:
        outcome = result if isinstance(result, Outcome) else Outcome(trouble=str(result))
        self.show_outcome(outcome)
        self.kept.emit(outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Tell what came of keeping the answers; where it was refused, one can go back."""
        self._finished = not outcome.trouble
        if isinstance(self._step, SummaryStep):
            self._step.show_outcome(outcome)
        self.announce(self.title())
