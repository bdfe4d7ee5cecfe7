"""A kiosk whose staff have a PIN, and what their gate and desk told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kiosk.domain.letters import Letters
from kiosk.store.pins import Pins, open_pins
from kiosk.ui.errand import Errand
from kiosk.ui.staff.desk import StaffDesk
from kiosk.ui.staff.sheet import StaffSheet
from kiosk.ui.touch.gate import GateWatch
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.ring import Ring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.domain.staff import Goal, Level
    from kiosk.ui.theme.look import Look
    from tests.ui.support.kiosk import Kiosk

STAFF, IT, WRONG = "4711", "808080", "0000"


class AtOnce(Errand):
    """Does what takes long before it goes on."""

    def start(self, job: Callable[[], object]) -> None:
        self.done.emit(job())


class Later(Errand):
    """Keeps what takes long until a test lets it happen."""

    def __init__(self) -> None:
        super().__init__()
        self.job: Callable[[], object] | None = None

    def start(self, job: Callable[[], object]) -> None:
        self.job = job

    def finish(self) -> None:
        assert self.job is not None, "nothing was asked"
        job, self.job = self.job, None
        self.done.emit(job())


class Menu(StaffSheet):
    """A menu or a sheet of one button, which notes when it starts and ends."""

    def __init__(self, parent: QWidget, look: Look, name: str, log: list[str]) -> None:
        super().__init__(parent, f"screen.{name}", look, ())
        self._name = name
        self._log = log
        self._button = WordButton(self, f"{name}.go", look)
        self._button.set_words("Ga")
        self._button.clicked.connect(self._on_go)

    def arrange(self) -> None:
        metrics = self.look.metrics
        self._button.place(metrics.place(1))

    def start(self) -> None:
        self._log.append(f"{self._name} starts")

    def close_sheet(self) -> None:
        self._log.append(f"{self._name} ends")

    def gate_asked(self) -> None:
        self._log.append(f"{self._name} asked")

    def _on_go(self) -> None:
        self.chosen.emit(f"{self._name}.go")


class Ward:
    """A kiosk with a gate, a desk and somebody who works there."""

    def __init__(self, kiosk: Kiosk, folder: Path) -> None:
        self.kiosk = kiosk
        self.log: list[str] = []
        self.asked: list[str] = []
        self.folder = folder
        self.make_errand: Callable[[], Errand] = AtOnce
        self.pins = self.open_pins()
        self.gate = GateWatch(kiosk.window, kiosk.hands, self.look, kiosk.clock)
        self.desk = StaffDesk(
            kiosk.window, kiosk.hands, self.look, self.pins, kiosk.clock, self.menu, self._errand
        )
        self.gate.asked.connect(self._on_asked)
        self.desk.left.connect(self._on_left)
        self.desk.entered.connect(self._on_entered)
        self.desk.chosen.connect(self.log.append)

    def open_pins(self) -> Pins:
        return open_pins(self.folder / "data", self.folder, {}, self.kiosk.clock()).pins

    def close(self) -> None:
        self.gate.close()
        self.desk.close()

    def look(self) -> Look:
        return self.kiosk.looks(Letters(100), "nl", False)

    def _errand(self) -> Errand:
        return self.make_errand()

    def menu(self, level: Level) -> StaffSheet:
        return Menu(self.kiosk.window, self.look(), f"menu-{level}", self.log)

    def sheet(self) -> StaffSheet:
        return Menu(self.kiosk.window, self.look(), "sheet", self.log)

    def _on_asked(self, goal: Goal) -> None:
        self.asked.append(goal)
        if not self.desk.is_open:
            self.kiosk.session.pause()
        self.desk.open(goal)

    def _on_left(self) -> None:
        self.log.append("left")
        self.kiosk.session.resume()

    def _on_entered(self, level: str, goal: str) -> None:
        self.log.append(f"{level} for {goal}")

    # -- what somebody does --------------------------------------------------------------------

    def open(self, goal: Goal = "menu") -> None:
        self._on_asked(goal)
        self.kiosk.flush()

    def enter(self, pin: str = STAFF) -> None:
        """Type a PIN on the glass."""
        self.kiosk.press(*(f"staff.key.{digit}" for digit in pin), "staff.ok")

    def corner(self, name: str) -> QPoint:
        side = round(10 * self.kiosk.px_per_mm)
        return QPoint(side if name == "left" else self.kiosk.window.width() - side, side)

    def hold(self, name: str, seconds: float) -> None:
        at = self.corner(name)
        self.kiosk.finger_down(at)
        self.kiosk.wait(seconds)
        self.kiosk.finger_up(at)

    @property
    def ring(self) -> Ring | None:
        """The ring, while it shows."""
        return next((one for one in self.kiosk.window.findChildren(Ring) if one.isVisible()), None)
