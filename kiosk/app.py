"""The composition root: settings and a pack become a window with a session."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kiosk.bundle import Bundle
from kiosk.content.packs import Loaded
from kiosk.content.probe import Probe
from kiosk.domain.letters import Letters
from kiosk.domain.modes import Modes
from kiosk.host.foreground import Foreground
from kiosk.host.screens import Scale, pick_screen, scale_of
from kiosk.log import Log
from kiosk.options import RunOptions
from kiosk.pack_choice import PackChoice, candidates
from kiosk.problems import Problem
from kiosk.rescue import Rescue
from kiosk.settings import LoadedSettings
from kiosk.ui.attract_loop import Dwell
from kiosk.ui.attract_stand import AttractStand
from kiosk.ui.content import Content
from kiosk.ui.first_frame import FirstFrame
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.manners import Manners
from kiosk.ui.window import KioskWindow
from kiosk.wishes import language_problems, mode_problems, screen_problems, unreviewed

if TYPE_CHECKING:
    from kiosk.host.lockdown import Lockdown
    from kiosk.ui.screens.trouble import TroubleScreen
    from kiosk.ui.session import Session
    from kiosk.ui.theme.look import Kit, Look
    from kiosk.ui.touch.hands import Hands


class Kiosk:
    """Owns the window, its session and what keeps it in front; `close()` ends them.

    Before the first frame it makes only what attract shows; everything that a visit needs
    follows in the same turn of the event loop in which that frame was painted.
    """

    def __init__(self, options: RunOptions, loaded: LoadedSettings, data: Path, log: Log) -> None:
        self._options = options
        self._settings = loaded.settings
        self._log = log
        self._opened: list[Loaded] = []
        self._hands: Hands | None = None
        self._session: Session | None = None
        self._stand: AttractStand | None = None
        self._foreground: Foreground | None = None
        self._lockdown: Lockdown | None = None
        self._trouble: TroubleScreen | None = None
        self._report: object = None
        self._scale = Scale(1.0, "assumed")
        self._told: list[Problem] = []
        self._modes = Modes.starting(options.mode or self._settings.mode)
        self._language = options.language or self._settings.language
        self._problems = [*loaded.problems, *mode_problems(self._modes.now)]
        self.window = KioskWindow()
        self.window.resized.connect(self._on_resized)
        self._take_glass()
        store = data / "cache"
        self._bundle = Bundle(store)
        self._looks = self._make_looks()
        found = candidates(options.pack, self._settings.pack, data)
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
            self._looks = self._make_looks(self._bundle.plain_kit())
            if self._stand is not None:
                self._stand.close()
                self._stand = None
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

        if self._stand is not None:
            self._session = self._make_session(self._stand)
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
        if self._lockdown is not None:
            self._lockdown.close()
        if self._foreground is not None:
            self._foreground.close()
        if self._session is not None:
            self._session.close()
        elif self._stand is not None:
            self._stand.close()
        if self._hands is not None:
            self._hands.close()
        for loaded in self._opened:
            loaded.close()
        self._packs.close()

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
        # A session looks after its own screens; what shows without one is looked after here.
        if self._trouble is not None and self._trouble is self.window.current:
            self._trouble.set_look(self._plain_look())
        elif self._session is None and self._stand is not None:
            self._stand.relook()

    def _plain_look(self) -> Look:
        return self._looks(Letters(self._settings.start_text_size), "", False)

    def _picture(self, path: str) -> Path | None:
        if self._stand is None:
            return None
        return self._stand.content.folder.joinpath(*path.split("/"))

    # -- what it shows -------------------------------------------------------------------------

    def _use(self, loaded: Loaded | None) -> None:
        """Show a pack from now or from the next visitor on; without one, "out of order"."""
        if loaded is None or loaded.pack is None:
            if self._stand is None:
                self._give_up("there is no pack that can show")
            return
        content = Content(
            loaded.pack, loaded.folder, self._bundle.strings, self._bundle.languages, self._language
        )
        self._problems.extend(language_problems(self._language, loaded.pack))
        # A visitor may still read the pack before: it is closed at the end.
        self._opened.append(loaded)
        if not self._bundle.strings(content.edition("").language).keys:
            if self._stand is None:
                self._give_up("the interface has no words")
            return
        if self._session is not None:
            self._session.use_content(content)
            return
        self._stand = self._make_stand(content)
        self._stand.show()

    def _make_stand(self, content: Content) -> AttractStand:
        settings = self._settings
        start = Letters(settings.start_text_size)
        dwell = Dwell(settings.attract_base_s, settings.attract_word_s)
        return AttractStand(self.window, content, self._looks, start, time.monotonic, dwell)

    def _make_session(self, stand: AttractStand) -> Session:
        from kiosk.domain.observer import Nobody
        from kiosk.ui.session import Session
        from kiosk.ui.touch.hands import Hands

        settings = self._settings
        manners = Manners(
            settings.idle_min_s,
            settings.idle_warning_s,
            settings.tap_guard_ms / 1000,
            settings.start_text_size,
            Dwell(settings.attract_base_s, settings.attract_word_s),
        )
        clock = time.monotonic
        self._hands = hands = Hands(self.window, self._looks.px_per_mm, clock, manners.tap_guard_s)
        content = stand.content
        return Session(hands, self.window, content, self._looks, manners, clock, Nobody(), stand)

    def _on_pack(self, loaded: Loaded) -> None:
        self._tell()
        self._use(loaded)
        if self._session is None and self._stand is not None:
            self._session = self._make_session(self._stand)

    def _restart(self) -> None:
        if self._session is not None:
            self._session.reset()
        elif self._stand is not None:
            # The error came before the session was there: attract shows, but takes no touch.
            self._stand.show()
            self._session = self._make_session(self._stand)

    def _give_up(self, why: str = "the same errors return") -> None:
        """Show that the kiosk is out of order; the log has the reason."""
        from kiosk.ui.screens.trouble import TroubleScreen

        self._tell()
        self._log.error(f"out of order: {why}")
        if self._session is not None:
            self._session.withdraw()
        elif self._stand is not None:
            self._stand.leave()
        self._trouble = TroubleScreen(self.window, self._plain_look())
        self.window.show_screen(self._trouble)
        self._trouble.refresh()

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
