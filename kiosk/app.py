"""The composition root: settings and a pack become a window with a session."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bundle import Bundle
from kiosk.commands.run_options import RunOptions
from kiosk.configuration.wishes import language_problems, unreviewed
from kiosk.content.packs import Loaded
from kiosk.content.probe import Probe
from kiosk.domain.modes import Modes
from kiosk.faces.pane import Pane
from kiosk.faces.rescue import Rescue
from kiosk.faces.visitors import Visitors
from kiosk.log import Log
from kiosk.pack_choice import PackChoice, candidates
from kiosk.problems import Problem
from kiosk.settings import LoadedSettings
from kiosk.ui.content import Content
from kiosk.ui.first_frame import FirstFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.domain.pack import Pack
    from kiosk.faces.conducting import Conductor
    from kiosk.faces.watching import Watching

_A_DAY_S = 86_400


class Kiosk:
    """Owns the window, its faces and what keeps it in front; `close()` ends them.

    Before the first frame it makes only what attract shows; everything that a visit needs
    follows in the same turn of the event loop in which that frame was painted.
    """

    def __init__(self, options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> None:
        self._options = options
        self._loaded = loaded
        self._settings = loaded.settings
        if options.watch:  # an author who thinks for an hour has not left
            self._settings = self._settings._replace(idle_min_s=_A_DAY_S)
        self._data = data
        self._log = log
        self._opened: list[Loaded] = []
        self._conductor: Conductor | None = None
        self.watching: Watching | None = None
        self._told: list[Problem] = []
        self._language = options.language or self._settings.language
        self._pane = Pane(options, self._settings, log)
        self.window = self._pane.window
        self._problems = [*loaded.problems, *self._pane.problems]
        store = data / "cache"
        self._bundle = Bundle(store)
        self._modes = Modes.starting(options.mode or self._settings.mode)
        self._visitors = Visitors(
            self.window, lambda: self._looks, self._settings, shows=self._modes.now == "touch"
        )
        self.window.resized.connect(self._visitors.on_resized)
        self._looks = self._pane.looks(self._bundle, self._picture)
        found = candidates(options.pack, self._settings.pack, data, safe=options.safe)
        self._problems.extend(found.problems)
        unfit = None if self._settings.allow_unreviewed else unreviewed(self._language)
        self._packs = PackChoice(found.folders, store, _make_probe, unfit)
        self._rescue = Rescue(self._restart, self._give_up, log, time.monotonic)
        self._show_first()
        self._first_frame = FirstFrame(self.window.current or self.window)
        self._first_frame.passed.connect(self._complete)

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
        from kiosk.faces.conducting import Conductor, Setting

        setting = Setting(
            pane=self._pane,
            looks=lambda: self._looks,
            visitors=self._visitors,
            loaded=self._loaded,
            data=self._data,
            language=self._language,
            problems=lambda: self._told,
            tell=self._note,
            talk=self._options.talk or "",
        )
        self._conductor = Conductor(setting, self._modes)
        self._conductor.start()
        # After the session: the filter made last sees input first, and touch keeps all it sees.
        self._pane.lock()
        self._packs.ready.connect(self._on_pack)
        self._packs.refused.connect(self._tell)
        self._packs.start()
        self._bundle.noticed = self._tell
        self._tell()
        if self._options.watch and self._options.pack is not None:
            self._watch(self._options.pack)

    def _watch(self, folder: Path) -> None:
        """Show what an author saves, and what is wrong with it."""
        from kiosk.domain.letters import Letters
        from kiosk.faces.watching import Desk, Watching

        desk = Desk(
            folder,
            self._data / "cache",
            self.window,
            self._looks(Letters(100), "", False),
            lambda: self._visitors.content is not None and self._visitors.content.folder == folder,
            self._renew,
        )
        self.watching = Watching(desk)

    def _renew(self, loaded: Loaded) -> None:
        if loaded.pack is None:
            return
        self._looks.kit.drawings.forget()
        self._visitors.renew(self._content(loaded.pack, loaded.folder))
        if self._conductor is not None:
            self._conductor.show_again()
        self.window.update()

    def close(self) -> None:
        """End everything, in the order in which it leans on one another."""
        self._rescue.close()
        self._pane.close()
        self._visitors.close()
        if self._conductor is not None:
            self._conductor.close()
        if self.watching is not None:
            self.watching.close()
        for loaded in self._opened:
            loaded.close()
        self._packs.close()

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
        content = self._content(loaded.pack, loaded.folder)
        self._problems.extend(language_problems(content.language, loaded.pack))
        # A visitor may still read the pack before: it is closed at the end.
        self._opened.append(loaded)
        if not self._bundle.strings(content.edition("").language).keys:
            if self._visitors.content is None:
                self._give_up("the interface has no words")
            return
        self._visitors.use(content)

    def _content(self, pack: Pack, folder: Path) -> Content:
        language = self._language if self._conductor is None else self._conductor.language
        return Content(pack, folder, self._bundle.strings, self._bundle.languages, language)

    def _on_pack(self, loaded: Loaded) -> None:
        self._tell()
        self._use(loaded)
        if self._conductor is not None:
            self._conductor.show_again()

    def _restart(self) -> None:
        if self._conductor is None:
            self._visitors.begin()
        else:
            self._conductor.start_over()

    def _give_up(self, why: str = "the same errors return") -> None:
        """Show that the kiosk is out of order; the log has the reason."""
        self._tell()
        self._log.error(f"out of order: {why}")
        if self._conductor is not None:
            self._conductor.leave_staff()
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
