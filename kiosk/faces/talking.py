"""Presentation mode as the program sees it: the preflight, then the talk, then patients again."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.configuration.wishes import talk_problems
from kiosk.domain.talk.keys import Command, Learned
from kiosk.domain.talk.slides import TalkChoice, from_pack
from kiosk.faces.side_window import SideWindow, slide_letters
from kiosk.host.awake import Awake
from kiosk.host.screens_watch import ScreensWatch
from kiosk.store.talks import SavedTalks
from kiosk.ui.talk.means import Means
from kiosk.ui.talk.preparing import Preparing
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.two_screens import Gear, TwoScreens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from kiosk.faces.pane import Pane
    from kiosk.problems import Problem
    from kiosk.ui.content import Content
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.hands import Hands


class Lectern(NamedTuple):
    """What a talk stands on: window and input, look, the pack, settings and the data folder.

    `name` is the talk asked for on the command line, "" for none; `passive_distance_mm` as in the
    settings; `believed` tells whether the time of day can be shown; `tell` takes what staff should
    know.
    """

    pane: Pane
    hands: Hands
    look: Callable[[], Look]
    content: Callable[[], Content | None]
    data: Path
    passive_distance_mm: float
    believed: Callable[[], bool]
    tell: Callable[[Sequence[Problem]], None]
    name: str = ""


class Talking(QObject):
    """The talk's face. Owns the preflight, the talk that runs, and what keeps the machine awake.

    `over()`: the talk has ended, or nobody wanted one. `close()` ends everything.
    """

    over = Signal()

    def __init__(self, lectern: Lectern) -> None:
        super().__init__(lectern.pane.window)
        self._lectern = lectern
        self._named = lectern.name
        self._screens = ScreensWatch(lectern.pane.window.screen, self)
        self._saved = SavedTalks(lectern.data)
        lectern.tell(self._saved.problems)
        self._learned: dict[str, Command] = {}
        self._awake = Awake(parent=self)
        self._preparing: Preparing | None = None
        self._talk: TwoScreens | None = None

    # -- as a face -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the preflight, or begin the talk that was asked for by name."""
        self._awake.hold()
        self._prepare()

    def pause(self) -> None:
        """Leave the window to the staff's screens; a talk stands still."""
        if self._talk is not None:
            self._talk.pause()
        elif self._preparing is not None:
            self._preparing.close()

    def resume(self) -> None:
        """Show again what showed before."""
        if self._talk is not None:
            self._talk.resume()
        elif self._preparing is not None:
            self._preparing.open(self._preparing.choice)
        else:
            self._prepare()

    def withdraw(self) -> None:
        """End the talk; nothing of it is kept."""
        self._awake.release()
        if self._preparing is not None:
            self._preparing.close()
            self._preparing.deleteLater()
            self._preparing = None
        if self._talk is not None:
            self._talk.close()
            self._talk.deleteLater()
            self._talk = None
        self._lectern.hands.changed()

    def close(self) -> None:
        """Stop for good."""
        self.withdraw()
        self._screens.close()
        self._awake.close()

    # -- its own -------------------------------------------------------------------------------

    def _prepare(self) -> None:
        lectern, content = self._lectern, self._lectern.content()
        if content is None:
            self.over.emit()
            return
        means = Means(
            look=lectern.look,
            edition=lambda: content.edition(""),
            talks=lambda: content.pack.talks,
            saved=self._saved,
            screens=self._screens,
            clock=time.monotonic,
            wall_clock=self._wall_clock,
            learned=self._learned,
        )
        wanted, self._named = self._wanted(content), ""
        if wanted is not None:
            self._run(wanted, self._learned)
            return
        preparing = self._preparing = Preparing(lectern.pane.window, lectern.hands, means)
        preparing.started.connect(self._on_started)
        preparing.left.connect(self.over)
        preparing.open()

    def _wanted(self, content: Content) -> TalkChoice | None:
        """The talk that the command line names: one that staff saved, else one of the pack."""
        if not self._named:
            return None
        brought = {talk.name: talk for talk in content.pack.talks}
        saved = self._saved.find(self._named)
        if saved is None and self._named not in brought:
            known = {*brought, *(talk.name for talk in self._saved.talks)}
            self._lectern.tell(talk_problems(self._named, known))
            return None
        return saved or from_pack(brought[self._named])

    def _on_started(self, choice: TalkChoice) -> None:
        if self._preparing is not None:
            learned = self._preparing.learned
            self._preparing.deleteLater()
            self._preparing = None
            self._run(choice, learned)

    def _run(self, choice: TalkChoice, learned: Learned) -> None:
        lectern, content = self._lectern, self._lectern.content()
        if content is None:
            return
        pane, distance_mm = lectern.pane, lectern.passive_distance_mm

        def letters(look: Look) -> int:
            return slide_letters(look, pane.scale, distance_mm)

        main = Spot(
            pane.window,
            lectern.hands,
            lectern.look,
            letters,
            lambda: None,
        )
        gear = Gear(self._screens, self._open_side, self._awake, time.monotonic, self._wall_clock)
        self._talk = TwoScreens(main, content, gear)
        self._talk.over.connect(self.over)
        self._talk.begin(choice, learned)

    def _open_side(self) -> Spot:
        lectern = self._lectern
        return SideWindow(self._wall, lectern.look, lectern.passive_distance_mm).spot

    def _wall(self) -> QScreen:
        return self._screens.wall or QGuiApplication.primaryScreen()

    def _wall_clock(self) -> datetime | None:
        return datetime.now().astimezone() if self._lectern.believed() else None
