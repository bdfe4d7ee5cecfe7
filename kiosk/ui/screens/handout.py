"""Asks which handout staff want, and where it goes: to a file or, where one is set, a printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.errand import Errand
from kiosk.ui.grid import grid
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect, TypeScale
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton

Form = Literal["pages", "slides", "review"]
State = Literal["form", "where", "busy", "printed", "failed"]


class _Choice(NamedTuple):
    """A handout: its form, the key of its words, its icon."""

    form: Form
    key: str
    icon: str


_CHOICES = (
    _Choice("pages", "handout.choose_pages", "mdi6.book-open-page-variant-outline"),
    _Choice("slides", "handout.choose_slides", "mdi6.presentation"),
    _Choice("review", "handout.choose_review", "mdi6.clipboard-check-outline"),
)
_HINTS: dict[State, str] = {
    "form": "handout.about_forms",
    "where": "handout.about_where",
    "busy": "handout.printing",
    "printed": "handout.printed",
    "failed": "handout.not_printed",
}


class HandoutScreen(SheetScreen):
    """Emits `file_wanted(form)`, such as "slides", and `left()`.

    With a printer it asks first where the handout goes, and prints in a thread of its own; owns
    that thread's answer until `close_sheet()`.
    """

    file_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        printing: Callable[[Form], Callable[[], object]] | None = None,
    ) -> None:
        """`printing` gives the job that prints a form; True is its only good result."""
        super().__init__(parent, "screen.handout", look)
        self._text = TextLabel(self, "handout.text")
        self._printing = printing
        self._form: Form = "pages"
        self._state: State = "form"
        self._forms: list[StaffButton] = []
        for choice in _CHOICES:
            button = StaffButton(self, f"handout.{choice.form}", look, choice.icon)
            button.clicked.connect(self._on_form)
            self._forms.append(button)
        self._save = StaffButton(self, "handout.save", look, "mdi6.usb-flash-drive-outline")
        self._save.clicked.connect(self._on_save)
        self._print = StaffButton(self, "handout.print", look, "mdi6.printer-outline")
        self._print.clicked.connect(self._on_print)
        self._errand = Errand(self)
        self._errand.done.connect(self._on_printed)

    # -- for the desk --------------------------------------------------------------------------

    def back(self) -> None:
        if self._state in ("where", "failed"):
            self.show_state("form")
        else:
            super().back()

    def close_sheet(self) -> None:
        self._errand.close()

    def show_state(self, state: State) -> None:
        """Show another step, and say it."""
        self._state = state
        self.refresh()
        self.announce(f"{self.title()} {self._text.text()}")

    # -- its own -------------------------------------------------------------------------------

    def title(self) -> str:
        if self._state == "form":
            return self.look.strings("handout.title")
        return self.look.strings("handout.where") if self._asks_where else ""

    @property
    def _asks_where(self) -> bool:
        return self._state in ("where", "failed")

    def arrange_sheet(self, area: Rect) -> None:
        look, metrics, say = self.look, self.look.metrics, self.look.strings
        # What happens now is all that the screen says: it stands alone, and large.
        alone = not self.title()
        size = TypeScale.at(metrics.smallest, 100).heading if alone else metrics.smallest
        style = Style.of(look.font(size, STRONG), 1.3)
        self._text.show_text(say(_HINTS[self._state]), style, look.colour("ink"))
        below = self._text.place_at(area.x, area.y, area.width) + metrics.mm(4)
        for button, choice in zip(self._forms, _CHOICES, strict=True):
            button.set_words(say(choice.key))
            button.setVisible(self._state == "form")
        self._save.set_words(say("handout.save"))
        self._print.set_words(say("handout.print"))
        ways = [self._save, self._print]
        for button in ways:
            button.setVisible(self._asks_where)
        room = Rect(area.x, below, area.width, area.bottom - below)
        fit(self._forms, grid(metrics, room, len(self._forms), 1 if metrics.portrait else 3))
        fit(ways, grid(metrics, room, len(ways), 1 if metrics.portrait else 2))
        if alone:
            middle = (metrics.content.y + area.bottom) // 2
            self._text.move(area.x, middle - self._text.height() // 2)

    def _on_form(self) -> None:
        name = self.pressed_identifier().rpartition(".")[2]
        self._form = next(choice.form for choice in _CHOICES if choice.form == name)
        if self._printing is None:
            self.file_wanted.emit(self._form)
        else:
            self.show_state("where")

    def _on_save(self) -> None:
        self.file_wanted.emit(self._form)

    def _on_print(self) -> None:
        if self._printing is not None:
            self.show_state("busy")
            self._errand.start(self._printing(self._form))

    def _on_printed(self, result: object) -> None:
        self.show_state("printed" if result is True else "failed")
