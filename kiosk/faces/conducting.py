"""Everything that follows the first frame: input, the three faces, staff, and the daily clock."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kiosk.domain.crash_brake import RESTART
from kiosk.domain.letters import Letters
from kiosk.faces.caretaker import Caretaker
from kiosk.faces.faces import Face, Faces
from kiosk.host.awake import Awake
from kiosk.ui.touch.gate import GateWatch
from kiosk.ui.touch.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from kiosk.domain.modes import Modes
    from kiosk.domain.staff import Goal
    from kiosk.faces.other_screens import OtherScreens
    from kiosk.faces.pane import Pane
    from kiosk.faces.staffing import Staffing
    from kiosk.faces.talking import Talking
    from kiosk.faces.visitors import Visitors
    from kiosk.problems import Problem
    from kiosk.settings import LoadedSettings
    from kiosk.ui.content import Content
    from kiosk.ui.display.desk import DisplayDesk
    from kiosk.ui.looks import Looks
    from kiosk.ui.theme.look import Look


class Setting(NamedTuple):
    """What the conductor is given: window, looks, visitors, settings, and where to write.

    `problems` are all that staff should know of; `tell` takes more. `talk` names the talk to
    begin with, "" for none; `language` is the one asked for, "" for the pack's own.
    """

    pane: Pane
    looks: Callable[[], Looks]
    visitors: Visitors
    loaded: LoadedSettings
    data: Path
    language: str
    problems: Callable[[], Sequence[Problem]]
    tell: Callable[[Sequence[Problem]], None]
    talk: str = ""


class Conductor(QObject):
    """Owns the window's input, the gate, the faces and the caretaker; `close()` ends them.

    What is rarely used (staff, talk, display) is loaded when it is first wanted.
    """

    def __init__(self, setting: Setting, modes: Modes) -> None:
        super().__init__()
        self._setting = setting
        self._window = setting.pane.window
        self._settings = setting.loaded.settings
        self.language = setting.language
        self._staffing: Staffing | None = None
        self._talking: Talking | None = None
        self._display: DisplayDesk | None = None
        self._others: OtherScreens | None = None
        guard_s = self._settings.tap_guard_ms / 1000
        self.hands = Hands(self._window, setting.pane.px_per_mm, time.monotonic, guard_s)
        self._gate = GateWatch(self._window, self.hands, self._staff_look, time.monotonic)
        self._gate.asked.connect(self._on_gate)
        self._awake = Awake(parent=self)
        self.caretaker = Caretaker(self._settings, setting.data, os.environ)
        self.caretaker.wall.restart_due.connect(self._on_restart_due)
        self.faces = Faces(
            modes,
            {
                "touch": lambda: setting.visitors,
                "presentation": self._make_talking,
                "display": self._make_display,
            },
            self._follow_modes,
        )

    def start(self) -> None:
        """Let the face of the mode at the start take over from the first frame."""
        visitors, modes = self._setting.visitors, self.faces.modes
        visitors.complete(self.hands, self.faces.visit_over, self._awake, self.caretaker)
        visitors.returns(elsewhere=modes.home == "display")
        if modes.now != "touch":
            self.faces.now.begin()
        self._follow_modes()

    def close(self) -> None:
        """End everything."""
        for part in (self._staffing, self._gate, self._talking, self._others):
            if part is not None:
                part.close()
        if self._display is not None:
            self.caretaker.loop_place.keep(self._display.place)
            self._display.close()
        self.hands.close()
        self._awake.close()
        self.caretaker.close()

    def start_over(self) -> None:
        """After an error: the face that visits and talks return to, from its start."""
        self.leave_staff()
        self.faces.start_over()

    def leave_staff(self) -> None:
        """Close whatever of the staff's screens shows, and the loop on other screens."""
        if self._staffing is not None:
            self._staffing.desk.end()
        if self._others is not None:
            self._others.show(wanted=False)

    def show_again(self) -> None:
        """Another pack, or another language: whoever shows takes it on."""
        for shown in (self._display, self._others):
            if shown is not None:
                shown.show_again()

    # -- faces ---------------------------------------------------------------------------------

    def _make_talking(self) -> Face:
        from kiosk.faces.talking import Lectern, Talking

        setting = self._setting
        lectern = Lectern(
            pane=setting.pane,
            hands=self.hands,
            look=self._staff_look,
            content=lambda: setting.visitors.content,
            data=setting.data,
            passive_distance_mm=self._settings.passive_distance_mm,
            believed=lambda: self.caretaker.wall.doubt is None,
            tell=setting.tell,
            name=setting.talk,
        )
        self._talking = Talking(lectern)
        self._talking.over.connect(partial(self.faces.change, "talk_over"))
        return self._talking

    def _make_display(self) -> Face:
        from kiosk.configuration.display_plan import choice_of
        from kiosk.configuration.wishes import loop_problems
        from kiosk.faces.displaying import make_display

        if self._setting.visitors.content is None:
            return self._setting.visitors  # out of order, in this mode too
        edition = self._content().edition("")
        self._setting.tell(loop_problems(choice_of(self._settings), edition))
        self._display = make_display(
            self._window,
            self.hands,
            self._content,
            self._setting.looks,
            self._settings,
            self.caretaker.wall,
            self._message,
            self.caretaker.loop_place.take(),
        )
        self._display.touched.connect(self._on_display_touched)
        return self._display

    def _follow_modes(self) -> None:
        """Other screens loop on during a visit, and are a talk's while there is one."""
        modes, pane = self.faces.modes, self._setting.pane
        if modes.now != "touch":
            pane.go_to(None)  # a visit on another screen is over
        everywhere = self._settings.display_screens == "all" and pane.foreground is not None
        wanted = modes.home == "display" and modes.now != "presentation"
        if self._others is None:
            if not (everywhere and wanted) or self._setting.visitors.content is None:
                return
            from kiosk.faces.displaying import make_other_screens

            self._others = make_other_screens(
                pane,
                self.hands,
                self._content,
                self._setting.looks,
                self._settings,
                self.caretaker.wall,
                self._message,
            )
            self._others.touched.connect(self._on_other_touched)
        self._others.show(wanted=wanted)

    def _message(self) -> str:
        return "" if self._staffing is None else self._staffing.board.text

    def _content(self) -> Content:
        content = self._setting.visitors.content
        if content is None:
            raise RuntimeError("a display without a pack")
        return content

    def _on_display_touched(self) -> None:
        self.faces.touched()
        self._setting.visitors.begin_visit()

    def _on_other_touched(self, screen: QScreen) -> None:
        """Show the visit where the finger is; the loop takes the kiosk's own screen meanwhile."""
        if self.faces.modes.now == "display" and not self._staff_are_here:
            self._setting.pane.go_to(screen)
            self._on_display_touched()
            QTimer.singleShot(0, self, self._follow_modes)  # the loop there still has the event
        self._window.activateWindow()  # whatever shows there, it has the keys from now on

    @property
    def _staff_are_here(self) -> bool:
        return self._staffing is not None and self._staffing.desk.is_open

    # -- staff -----------------------------------------------------------------------------------

    def _staff_look(self) -> Look:
        content = self._setting.visitors.content
        language = self.language if content is None else content.edition("").language
        return self._setting.looks()(Letters(100), language, False)

    def _on_gate(self, goal: Goal) -> None:
        if self._staffing is None:
            self._staffing = self._make_staffing()
        self._staffing.ask(goal)
        if self._others is not None:
            self._window.activateWindow()  # for the PIN, wherever the chord was typed

    def _make_staffing(self) -> Staffing:
        from kiosk.faces.staffing import Staffing, Surroundings

        setting, caretaker = self._setting, self.caretaker
        around = Surroundings(
            pane=setting.pane,
            hands=self.hands,
            look=self._staff_look,
            loaded=setting.loaded,
            data=setting.data,
            content=lambda: setting.visitors.content,
            problems=setting.problems,
            doubt=lambda: caretaker.wall.doubt,
            clock_is_right=caretaker.wall.confirm,
            up=caretaker.up_s,
            before=lambda: caretaker.starts.before,
            voices=setting.visitors.voices,
        )
        staffing = Staffing(around, self.faces)
        staffing.language_chosen.connect(self._on_language)
        staffing.leave_asked.connect(self._on_leave)
        staffing.board.changed.connect(self._on_message)
        staffing.mode_chosen.connect(self._on_mode)
        setting.tell(staffing.problems)
        return staffing

    def _on_mode(self) -> None:
        """Staff chose what the kiosk is from now on."""
        self._setting.visitors.returns(elsewhere=self.faces.modes.home == "display")

    def _on_language(self, code: str) -> None:
        self.language = code
        content = self._setting.visitors.content
        if content is not None:
            self._setting.visitors.use(content._replace(language=code))
            self.show_again()

    def _on_message(self) -> None:
        if self._staffing is not None:
            self._setting.visitors.show_message(self._staffing.board.text)
        self.show_again()

    # -- the end -------------------------------------------------------------------------------

    def _on_leave(self, code: int) -> None:
        """IT or staff asked for the end, or for a new start by the supervisor."""
        self.caretaker.why = "asked"
        self._setting.pane.allow_exit()
        QCoreApplication.exit(code)

    def _on_restart_due(self) -> None:
        """The daily restart: only where somebody starts it again, and nobody is there."""
        busy = (
            self._staff_are_here
            or self.faces.modes.now == "presentation"
            or self._setting.visitors.visited
        )
        if self.caretaker.supervised and not busy:
            self.caretaker.why = "daily"
            self._setting.pane.allow_exit()
            QCoreApplication.exit(RESTART)
