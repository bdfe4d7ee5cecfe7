"""The composition root: settings and a pack become a window with a session."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.bundle import Bundle
from kiosk.content.packs import Loaded
from kiosk.content.probe import Probe
from kiosk.domain.letters import Letters
from kiosk.domain.modes import Mode, Modes
from kiosk.faces import Faces
from kiosk.host.foreground import Foreground
from kiosk.host.screens import Scale, pick_screen, scale_of
from kiosk.log import Log
from kiosk.options import RunOptions
from kiosk.pack_choice import PackChoice, candidates
from kiosk.problems import Problem
from kiosk.rescue import Rescue
from kiosk.settings import LoadedSettings
from kiosk.ui.content import Content
from kiosk.ui.first_frame import FirstFrame
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.window import KioskWindow
from kiosk.visitors import Visitors
from kiosk.wishes import language_problems, mode_problems, screen_problems, unreviewed

if TYPE_CHECKING:
    from kiosk.domain.staff import Goal
    from kiosk.host.lockdown import Lockdown
    from kiosk.staffing import Staffing
    from kiosk.ui.theme.look import Kit, Look
    from kiosk.ui.touch.gate import GateWatch
    from kiosk.ui.touch.hands import Hands


class Kiosk:
    """Owns the window, its faces and what keeps it in front; `close()` ends them.

    Before the first frame it makes only what attract shows; everything that a visit needs
    follows in the same turn of the event loop in which that frame was painted.
    """

    def __init__(self, options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> None:
        self._options = options
        self._settings = loaded.settings
        self._data = data
        self._log = log
        self._opened: list[Loaded] = []
        self._hands: Hands | None = None
        self._gate: GateWatch | None = None
        self._staffing: Staffing | None = None
        self._foreground: Foreground | None = None
        self._lockdown: Lockdown | None = None
        self._report: object = None
        self._scale = Scale(1.0, "assumed")
        self._told: list[Problem] = []
        self._language = options.language or self._settings.language
        self._problems = [*loaded.problems]
        self.window = KioskWindow()
        self.window.resized.connect(self._on_resized)
        self._take_glass()
        store = data / "cache"
        self._bundle = Bundle(store)
        self._visitors = Visitors(self.window, lambda: self._looks, self._settings)
        self._faces = self._make_faces(Modes.starting(options.mode or self._settings.mode))
        self._looks = self._make_looks()
        found = candidates(options.pack, self._settings.pack, data)
        self._problems.extend(found.problems)
        unfit = None if self._settings.allow_unreviewed else unreviewed(self._language)
        self._packs = PackChoice(found.folders, store, _make_probe, unfit)
        self._rescue = Rescue(self._restart, self._give_up, log, time.monotonic)
        self._show_first()
        self._first_frame = FirstFrame(self.window.current or self.window)
        self._first_frame.passed.connect(self._complete)

    def _make_faces(self, modes: Modes) -> Faces:
        self._problems.extend(mode_problems(modes.now))
        every: tuple[Mode, ...] = ("touch", "presentation", "display")
        return Faces(modes, dict.fromkeys(every, lambda: self._visitors))

    def _show_first(self) -> None:
        try:
            self._use(self._packs.first())
        except Exception as error:  # noqa: BLE001 - whatever it is, something calm must show
            self._log.exception("the first screen cannot be made", error)
            self._looks = self._make_looks(self._bundle.plain_kit())
            self._visitors.forget()
            self._give_up("the first screen cannot be made")

    def show(self) -> None:
        """Show the window, on its whole screen unless it was asked for in a size."""
        if self._foreground is None:
            self.window.show()
        else:
            self._foreground.present()

    def _complete(self) -> None:
        """Make the rest, once the first frame is on the glass."""
        from kiosk.host.lockdown import Lockdown
        from kiosk.ui.touch.gate import GateWatch
        from kiosk.ui.touch.hands import Hands

        guard_s = self._settings.tap_guard_ms / 1000
        self._hands = Hands(self.window, lambda: self._looks.px_per_mm(), time.monotonic, guard_s)
        self._gate = GateWatch(self.window, self._hands, self._staff_look, time.monotonic)
        self._gate.asked.connect(self._on_gate)
        self._visitors.complete(self._hands)
        # After the session: the filter made last sees input first, and touch keeps all it sees.
        if self._foreground is not None:
            self._lockdown = Lockdown(self.window)
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
        for guard in (self._gate, self._lockdown, self._foreground):
            if guard is not None:
                guard.close()
        self._visitors.close()
        if self._hands is not None:
            self._hands.close()
        for loaded in self._opened:
            loaded.close()
        self._packs.close()

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

            around = Surroundings(
                self.window, self._hands_there(), self._staff_look, self._settings, self._data
            )
            self._staffing = Staffing(around, self._faces, lambda: self._visitors.content)
            self._staffing.language_chosen.connect(self._on_language)
            self._staffing.leave_asked.connect(self._on_leave)
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

    def _on_leave(self, code: int) -> None:
        """IT or staff asked for the end, or for a new start by the supervisor."""
        if self._lockdown is not None:
            self._lockdown.allow_exit()
        QCoreApplication.exit(code)

    # -- the glass -----------------------------------------------------------------------------

    def _take_glass(self) -> None:
        if self._options.windowed is not None:
            self.window.resize(*self._options.windowed)
            return
        wanted = self._options.screen
        index = self._settings.screen if wanted is None else wanted
        self._problems.extend(screen_problems(index, len(QGuiApplication.screens())))
        self.window.setGeometry(pick_screen(index).geometry())
        self._foreground = Foreground(self.window, screen_index=index)

    def _make_looks(self, kit: Kit | None = None) -> Looks:
        settings = self._settings
        glass = Glass(settings.viewing_distance_mm, settings.screen_bottom_mm)
        kit = kit or self._make_kit()
        return Looks(kit, glass, self.window.size, self._px_per_mm, self._bundle.strings)

    def _make_kit(self) -> Kit:
        try:
            return self._bundle.kit(self._picture)
        except Exception as error:  # noqa: BLE001 - a kiosk without its looks is still a kiosk
            self._log.exception("the looks cannot be loaded", error)
            return self._bundle.plain_kit()

    def _px_per_mm(self) -> float:
        screen = self.window.screen()
        report = (screen.name(), screen.geometry().size(), screen.physicalSize())
        if report != self._report:
            self._report = report
            self._scale = scale_of(screen, self._settings.px_per_mm or None)
            warning = self._scale.warning()
            if warning is not None:
                self._log.warning(warning)
        return self._scale.px_per_mm

    def _on_resized(self) -> None:
        self._visitors.on_resized()

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
