"""The composition root: settings and a pack become a window with a session."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.built import BUILT
from kiosk.bundle import Bundle
from kiosk.content.packs import Loaded
from kiosk.content.probe import Probe
from kiosk.domain.clock_trust import ClockTrust
from kiosk.domain.letters import Letters
from kiosk.domain.modes import Modes
from kiosk.faces import Faces
from kiosk.log import Log
from kiosk.options import RunOptions
from kiosk.pack_choice import PackChoice, candidates
from kiosk.pane import Pane
from kiosk.problems import Problem
from kiosk.rescue import Rescue
from kiosk.settings import LoadedSettings
from kiosk.ui.content import Content
from kiosk.ui.first_frame import FirstFrame
from kiosk.visitors import Visitors
from kiosk.wishes import language_problems, unreviewed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.domain.staff import Goal
    from kiosk.staffing import Staffing
    from kiosk.store.starts import Starts, Why
    from kiosk.talking import Talking
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.gate import GateWatch
    from kiosk.ui.touch.hands import Hands


class Kiosk:
    """Owns the window, its faces and what keeps it in front; `close()` ends them.

    Before the first frame it makes only what attract shows; everything that a visit needs
    follows in the same turn of the event loop in which that frame was painted.
    """

    def __init__(self, options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> None:
        self._options = options
        self._since = time.monotonic()
        self._loaded = loaded
        self._settings = loaded.settings
        self._data = data
        self._log = log
        self._opened: list[Loaded] = []
        self._hands: Hands | None = None
        self._gate: GateWatch | None = None
        self._staffing: Staffing | None = None
        self._talking: Talking | None = None
        self._starts: Starts | None = None
        self._why: Why = "stopped"
        self._clock = ClockTrust(BUILT)
        self._told: list[Problem] = []
        self._language = options.language or self._settings.language
        self._pane = Pane(options, self._settings, log)
        self.window = self._pane.window
        self._problems = [*loaded.problems, *self._pane.problems]
        store = data / "cache"
        self._bundle = Bundle(store)
        modes = Modes.starting(options.mode or self._settings.mode)
        self._visitors = Visitors(
            self.window, lambda: self._looks, self._settings, shows=modes.now != "presentation"
        )
        self.window.resized.connect(self._visitors.on_resized)
        self._faces = self._make_faces(modes)
        self._looks = self._pane.looks(self._bundle, self._picture)
        found = candidates(options.pack, self._settings.pack, data)
        self._problems.extend(found.problems)
        unfit = None if self._settings.allow_unreviewed else unreviewed(self._language)
        self._packs = PackChoice(found.folders, store, _make_probe, unfit)
        self._rescue = Rescue(self._restart, self._give_up, log, time.monotonic)
        self._show_first()
        self._first_frame = FirstFrame(self.window.current or self.window)
        self._first_frame.passed.connect(self._complete)

    def _make_faces(self, modes: Modes) -> Faces:
        return Faces(
            modes,
            {
                "touch": lambda: self._visitors,
                "presentation": self._make_talking,
                "display": lambda: self._visitors,
            },
        )

    def _make_talking(self) -> Talking:
        from kiosk.talking import Lectern, Talking

        lectern = Lectern(
            pane=self._pane,
            hands=self._hands_there(),
            look=self._staff_look,
            content=lambda: self._visitors.content,
            data=self._data,
            passive_distance_mm=self._settings.passive_distance_mm,
            believed=lambda: self._clock.look(time.time()) is None,
            tell=self._note,
            name=self._options.talk or "",
        )
        self._talking = Talking(lectern)
        self._talking.over.connect(partial(self._faces.change, "talk_over"))
        return self._talking

    def _show_first(self) -> None:
        try:
            self._use(self._packs.first())
        except Exception as error:  # noqa: BLE001 - whatever it is, something calm must show
            self._log.exception("the first screen cannot be made", error)
            self._looks = self._pane.plain_looks(self._bundle)
            self._visitors.forget()
            self._give_up("the first screen cannot be made")

    def show(self) -> None:
        """Show the window, on its whole screen unless it was asked for in a size."""
        self._pane.show()

    def _complete(self) -> None:
        """Make the rest, once the first frame is on the glass."""
        from kiosk.host.uptime import boot_id
        from kiosk.store.starts import Starts
        from kiosk.ui.touch.gate import GateWatch
        from kiosk.ui.touch.hands import Hands

        guard_s = self._settings.tap_guard_ms / 1000
        self._hands = Hands(self.window, self._pane.px_per_mm, time.monotonic, guard_s)
        self._gate = GateWatch(self.window, self._hands, self._staff_look, time.monotonic)
        self._gate.asked.connect(self._on_gate)
        self._visitors.complete(self._hands)
        if self._faces.modes.now == "presentation":
            self._faces.now.begin()
        # After the session: the filter made last sees input first, and touch keeps all it sees.
        self._pane.lock()
        self._starts = Starts(self._data, boot_id(), time.time)
        self._packs.ready.connect(self._on_pack)
        self._packs.refused.connect(self._tell)
        self._packs.start()
        self._bundle.noticed = self._tell
        self._tell()

    def close(self) -> None:
        """End everything, in the order in which it leans on one another."""
        self._rescue.close()
        if self._staffing is not None:
            self._staffing.close()
        if self._gate is not None:
            self._gate.close()
        self._pane.close()
        if self._talking is not None:
            self._talking.close()
        self._visitors.close()
        if self._hands is not None:
            self._hands.close()
        for loaded in self._opened:
            loaded.close()
        self._packs.close()
        if self._starts is not None:
            self._starts.end(self._why)

    # -- staff -----------------------------------------------------------------------------------

    def _staff_look(self) -> Look:
        return self._looks(Letters(100), self._spoken, False)

    @property
    def _spoken(self) -> str:
        """The language that the kiosk starts in."""
        content = self._visitors.content
        return self._language if content is None else content.edition("").language

    def _on_gate(self, goal: Goal) -> None:
        """Somebody asks for the gate; what lies behind it is loaded now, for it is rarely used."""
        if self._staffing is None:
            from kiosk.staffing import Staffing, Surroundings
            from kiosk.store.starts import Before

            around = Surroundings(
                pane=self._pane,
                hands=self._hands_there(),
                look=self._staff_look,
                loaded=self._loaded,
                data=self._data,
                content=lambda: self._visitors.content,
                problems=lambda: self._told,
                doubt=lambda: self._clock.look(time.time()),
                up=lambda: time.monotonic() - self._since,
                before=lambda: self._starts.before if self._starts else Before("first"),
            )
            self._staffing = Staffing(around, self._faces)
            self._staffing.language_chosen.connect(self._on_language)
            self._staffing.leave_asked.connect(self._on_leave)
            self._staffing.board.changed.connect(self._on_message)
            self._problems.extend(self._staffing.problems)
            self._tell()
        self._staffing.ask(goal)

    def _hands_there(self) -> Hands:
        if self._hands is None:
            raise RuntimeError("input before the first frame")
        return self._hands

    def _on_language(self, code: str) -> None:
        content = self._visitors.content
        self._language = code
        if content is not None:
            self._visitors.use(content._replace(language=code))

    def _on_message(self) -> None:
        if self._staffing is not None:
            self._visitors.show_message(self._staffing.board.text)

    def _on_leave(self, code: int) -> None:
        """IT or staff asked for the end, or for a new start by the supervisor."""
        self._why = "asked"
        self._pane.allow_exit()
        QCoreApplication.exit(code)

    def _picture(self, path: str) -> Path | None:
        content = self._visitors.content
        return None if content is None else content.folder.joinpath(*path.split("/"))

    # -- what it shows -------------------------------------------------------------------------

    def _use(self, loaded: Loaded | None) -> None:
        """Show a pack from now or from the next visitor on; without one, "out of order"."""
        if loaded is None or loaded.pack is None:
            if self._visitors.content is None:
                self._give_up("there is no pack that can show")
            return
        content = Content(
            loaded.pack, loaded.folder, self._bundle.strings, self._bundle.languages, self._language
        )
        self._problems.extend(language_problems(self._language, loaded.pack))
        # A visitor may still read the pack before: it is closed at the end.
        self._opened.append(loaded)
        if not self._bundle.strings(content.edition("").language).keys:
            if self._visitors.content is None:
                self._give_up("the interface has no words")
            return
        self._visitors.use(content)

    def _on_pack(self, loaded: Loaded) -> None:
        self._tell()
        self._use(loaded)

    def _restart(self) -> None:
        if self._staffing is not None:
            self._staffing.desk.end()
        self._faces.start_over()

    def _give_up(self, why: str = "the same errors return") -> None:
        """Show that the kiosk is out of order; the log has the reason."""
        self._tell()
        self._log.error(f"out of order: {why}")
        if self._staffing is not None:
            self._staffing.desk.end()
        self._visitors.give_up()

    def _note(self, problems: Sequence[Problem]) -> None:
        self._problems.extend(problems)
        self._tell()

    def _tell(self) -> None:
        """Write every problem that was not written yet; staff read them, a visitor never does."""
        problems = [*self._problems, *self._bundle.problems, *self._packs.problems]
        for problem in problems:
            if problem not in self._told:
                write = self._log.error if problem.severity == "error" else self._log.warning
                write(str(problem))
        self._told = problems


def _make_probe() -> Probe:
    # Only a pack that must be compiled needs it; a later start never does.
    from kiosk.host.probe import QtProbe

    return QtProbe()
