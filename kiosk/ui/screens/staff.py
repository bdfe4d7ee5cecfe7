"""The staff's menu: what the kiosk can do, in large buttons with words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.domain.modes import Mode
from kiosk.ui.grid import grid
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect


class Entry(NamedTuple):
    """A button of the menu: `staff.<what>`, the key of its words and its icon."""

    what: str
    key: str
    icon: str


# In the order of a nurse's day; what only IT does comes last.
ENTRIES = (
    Entry("touch", "staff.touch", "mdi6.account-group-outline"),
    Entry("presentation", "staff.presentation", "mdi6.presentation"),
    Entry("display", "staff.display", "mdi6.television"),
    Entry("cleaning", "staff.cleaning", "mdi6.spray-bottle"),
    Entry("message", "staff.message", "mdi6.message-text-outline"),
    Entry("handout", "staff.handout", "mdi6.file-document-outline"),
    Entry("language", "staff.language", "mdi6.translate"),
    Entry("volume", "staff.volume", "mdi6.volume-high"),
    Entry("health", "staff.health", "mdi6.clipboard-check-outline"),
    Entry("restart", "staff.restart", "mdi6.restart"),
    Entry("set-up", "staff.set_up", "mdi6.cog-outline"),
    Entry("exit", "staff.exit", "mdi6.power"),
)
# What only IT may do (DESIGN.md section 5; features.md G).
FOR_IT = frozenset({"set-up", "exit"})

_NOW = {
    "touch": "staff.now_touch",
    "presentation": "staff.now_presentation",
    "display": "staff.now_display",
}


class Standing(NamedTuple):
    """How the kiosk stands: the mode that runs, how many things ask for attention, and whether

    what only IT may do asks for a PIN of its own.
    """

    mode: Mode = "touch"
    red: int = 0
    locked: bool = False


class StaffScreen(SheetScreen):
    """The menu. Emits `chosen("staff.cleaning")` and the like, and `left()`: back as it was."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        standing: Standing = Standing(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(parent, "screen.staff", look)
        self._standing = standing
        self._buttons = [self.button(f"staff.{entry.what}", entry.icon) for entry in ENTRIES]

    def title(self) -> str:
        say, red = self.look.strings, self._standing.red
        if not red:
            state = say("staff.all_well")
        else:
            state = say("staff.red_one") if red == 1 else say("staff.red", count=red)
        return f"{say(_NOW[self._standing.mode])} {state}"

    def arrange_sheet(self, area: Rect) -> None:
        metrics = self.look.metrics
        for button, entry in zip(self._buttons, ENTRIES, strict=True):
            button.set_words(self.look.strings(entry.key))
            button.locked = self._standing.locked and entry.what in FOR_IT
            lock = self.look.strings("staff.for_it") if button.locked else ""
            button.setAccessibleDescription(lock)
            button.urgent = entry.what == "health" and bool(self._standing.red)
        fit(self._buttons, grid(metrics, area, len(ENTRIES), 3 if metrics.portrait else 4))
