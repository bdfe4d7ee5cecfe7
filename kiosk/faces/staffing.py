"""Everything staff do at the kiosk: the gate, the menu, and the sheet behind each of its buttons."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk import paths
from kiosk.domain.crash_brake import RESTART
from kiosk.domain.health import PinFacts
from kiosk.domain.message import parse_messages
from kiosk.health.gather import Shown, Sources
from kiosk.health.watch import HealthWatch
from kiosk.host.volume import Volume
from kiosk.store.pins import open_pins
from kiosk.ui.message_board import MessageBoard
from kiosk.ui.screens.cleaning import CleaningScreen
from kiosk.ui.screens.language import LanguageScreen, Tongue
from kiosk.ui.screens.leaving import LeavingScreen
from kiosk.ui.screens.message import MessageScreen
from kiosk.ui.screens.staff import FOR_IT, StaffScreen, Standing
from kiosk.ui.screens.volume import VolumeScreen
from kiosk.ui.staff.desk import StaffDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.domain.clock_trust import Doubt
    from kiosk.domain.modes import Change
    from kiosk.domain.staff import Goal, Level
    from kiosk.faces.faces import Faces
    from kiosk.faces.pane import Pane
    from kiosk.handout.job import Form
    from kiosk.health.gather import Voices
    from kiosk.problems import Problem
    from kiosk.settings import LoadedSettings
    from kiosk.store.starts import Before
    from kiosk.ui.content import Content
    from kiosk.ui.staff.sheet import StaffSheet
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.hands import Hands

_LEAVING = {"leaving.restart": RESTART, "leaving.exit": 0}
# What the menu's buttons for another face mean.
_CHANGES: dict[str, Change] = {
    "staff.touch": "patients",
    "staff.presentation": "talk_started",
    "staff.display": "loop",
}


class Surroundings(NamedTuple):
    """What the staff's screens stand in, and what health asks: each is called when needed.

    `content` is what visitors see, None where the kiosk is out of order; `problems` are all that
    staff should know of; `doubt` is what is wrong with the clock, and `clock_is_right` takes
    their word for it; `before` how the run before this one ended; `up` how long this one lasts,
    in s; `voices` who can read aloud.
    """

    pane: Pane
    hands: Hands
    look: Callable[[], Look]
    loaded: LoadedSettings
    data: Path
    content: Callable[[], Content | None]
    problems: Callable[[], Sequence[Problem]]
    doubt: Callable[[], Doubt | None]
    clock_is_right: Callable[[], None]
    before: Callable[[], Before]
    up: Callable[[], float]
    voices: Callable[[], Voices]


class Staffing(QObject):
    """Owns the staff's desk, the message board and the volume; `close()` ends them.

    `language_chosen(code)`: visitors start in another language. `mode_chosen()`: the kiosk has
    another face from now on. `leave_asked(exit code)`: end the
    program, for good or to be started anew.
    """

    language_chosen = Signal(str)
    mode_chosen = Signal()
    leave_asked = Signal(int)

    def __init__(self, around: Surroundings, faces: Faces) -> None:
        window = around.pane.window
        super().__init__(window)
        self._around = around
        self._window = window
        self._faces = faces
        settings = around.loaded.settings
        fixed: dict[Level, str] = {"staff": settings.pin_hash, "it": settings.it_pin_hash}
        opened = open_pins(around.data, paths.protected_folder(), fixed, time.monotonic())
        self.pins, self.problems = opened.pins, opened.problems
        self.board = MessageBoard(self, time.monotonic)
        self._volume = Volume(self)
        self.health = HealthWatch(self._sources(), lambda: around.look().strings)
        self.health.look_at_disk()
        self.desk = StaffDesk(
            window, around.hands, around.look, self.pins, time.monotonic, self._make_menu
        )
        self.desk.entered.connect(self._on_entered)
        self.desk.left.connect(faces.resume)
        self.desk.chosen.connect(self._on_chosen)

    def ask(self, goal: Goal) -> None:
        """Somebody asks for the gate."""
        if not self.desk.is_open:
            self._faces.interrupt()
        self.desk.open(goal)

    def close(self) -> None:
        """Let go of everything."""
        self.desk.close()
        self.health.close()
        self.board.close()
        self._volume.close()

    def _make_menu(self, level: Level) -> StaffSheet:
        locked = self.pins.it_apart and level != "it"
        red = len(self.health.red_items())
        standing = Standing(self._faces.modes.now, red, locked)
        return StaffScreen(self._window, self._around.look(), standing)

    # -- what happens ----------------------------------------------------------------------------

    def _on_entered(self, _level: Level, goal: Goal) -> None:
        # Whoever was reading is gone; a talk that runs goes on when staff leave.
        if self._faces.modes.now == "touch":
            self._faces.wipe()
        if goal == "talk":
            self._faces.change("talk_started")

    def _on_chosen(self, what: str) -> None:
        if what == "staff.presentation" and self._faces.modes.now == "presentation":
            # The talk that runs is the one that is meant: its place and its hands are kept.
            self.desk.leave()
        elif what in _CHANGES:
            self.desk.end()
            self._faces.change(_CHANGES[what])
            self.mode_chosen.emit()
        elif what.removeprefix("staff.") in FOR_IT and self.pins.it_apart and not self._is_it:
            self.desk.ask_it(what)
        elif what.startswith("language."):
            self._set_language(what.removeprefix("language."))
        elif what == "health.clock":
            self._around.clock_is_right()
            self.health.changed.emit()
        elif what in _LEAVING:
            self.leave_asked.emit(_LEAVING[what])
        else:
            sheet = self._sheet(what)
            if sheet is not None:
                self.desk.show(sheet)

    @property
    def _is_it(self) -> bool:
        return self.desk.level == "it"

    def _sheet(self, what: str) -> StaffSheet | None:
        """The sheet behind a button of the menu."""
        makers: dict[str, Callable[[Look], StaffSheet | None]] = {
            "staff.cleaning": self._cleaning,
            "staff.message": self._message,
            "staff.handout": self._handout,
            "staff.language": self._languages,
            "staff.volume": lambda look: VolumeScreen(self._window, look, self._volume),
            "staff.health": partial(self.health.sheet, self._window),
            "health.save": partial(self.health.save_sheet, self._window),
            "staff.set-up": self._set_up,
            "staff.restart": lambda look: LeavingScreen(self._window, look, "restart"),
            "staff.exit": lambda look: LeavingScreen(self._window, look, "exit"),
        }
        make = makers.get(what)
        return None if make is None else make(self._around.look())

    def _message(self, look: Look) -> StaffSheet:
        from kiosk.ui.display.far import far_look
        from kiosk.ui.display.frame import shrinks

        settings = self._around.loaded.settings
        far = far_look(look, settings.passive_distance_mm)
        messages = parse_messages(settings.messages)
        return MessageScreen(
            self._window, look, messages, self.board, lambda text: shrinks(far, text)
        )

    def _cleaning(self, look: Look) -> StaffSheet:
        around = self._around
        sheet = CleaningScreen(self._window, look, time.monotonic, around.hands.keys)
        # Who cleaned walks on: no menu may stay open behind them.
        sheet.left.connect(self.desk.leave)
        return sheet

    def _set_up(self, look: Look) -> StaffSheet:
        from kiosk.commands.set_up import Kit, menu_sheet

        around = self._around
        keys = around.hands.keys
        kit = Kit(around.pane, around.loaded, around.content(), self.pins, around.data, keys)
        return menu_sheet(kit, look)

    def _handout(self, look: Look) -> StaffSheet | None:
        from kiosk.handout.staff import Handouts

        around, content = self._around, self._around.content()
        if content is None:
            return None
        settings, store = around.loaded.settings, around.data / "cache"
        handouts = Handouts(look.kit, store, self.health.places, settings.printer)
        sheet = handouts.sheet(self._window, look, content)

        def save(form: Form) -> None:
            self.desk.show(handouts.save_sheet(self._window, around.look(), content, form))

        sheet.file_wanted.connect(save)
        return sheet

    def _languages(self, look: Look) -> StaffSheet | None:
        content = self._around.content()
        if content is None:
            return None
        tongues = [
            Tongue(code, content.strings(code)("language.name")) for code in content.languages
        ]
        return LanguageScreen(self._window, look, tongues, content.edition("").language)

    def _sources(self) -> Sources:
        around = self._around
        pane = around.pane

        def shown() -> Shown | None:
            content = around.content()
            return None if content is None else Shown(content.pack, content.folder)

        return Sources(
            loaded=around.loaded,
            data=around.data,
            shown=shown,
            screen=lambda: (pane.window.screen(), pane.scale),
            fonts=lambda: around.look().kit.fonts.loaded,
            pin=lambda: PinFacts(self.pins.there, self.pins.it_apart, self.pins.volatile),
            problems=around.problems,
            doubt=around.doubt,
            before=around.before,
            wall=time.time,
            up=around.up,
            voices=around.voices,
        )

    def _set_language(self, code: str) -> None:
        self.language_chosen.emit(code)
        self.desk.show_menu()
