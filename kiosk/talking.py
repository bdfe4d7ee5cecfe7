"""Presentation mode as the program sees it: the preflight, then the talk, on every screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.slides import TalkChoice, everything, from_pack
from kiosk.host.awake import Awake
from kiosk.host.foreground import Foreground
from kiosk.host.lockdown import Lockdown
from kiosk.host.screens import Scale, scale_of
from kiosk.host.screens_watch import ScreensWatch
from kiosk.store.talks import SavedTalks
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.talk.means import Means
from kiosk.ui.talk.preparing import Preparing
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.two_screens import Gear, TwoScreens
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kiosk.pane import Pane
    from kiosk.problems import Problem
    from kiosk.settings import Settings
    from kiosk.ui.content import Content
    from kiosk.ui.strings import Strings
    from kiosk.ui.theme.look import Kit, Look


class Stand(NamedTuple):
    """What a talk stands in; what may change meanwhile is asked each time.

    `kit` and `strings` are for a second window; `look` is that of staff in the kiosk's own.
    `wall_clock` is the time of day, None where nobody believes it.
    """

    pane: Pane
    hands: Hands
    look: Callable[[], Look]
    kit: Callable[[], Kit]
    strings: Callable[[str], Strings]
    content: Callable[[], Content | None]
    settings: Settings
    data: Path
    wall_clock: Callable[[], datetime | None]


class Talking(QObject):
    """The face of a talk. Owns the preflight, the talk and what keeps the machine awake.

    `over`: the talk has ended, or none was wanted; the mode before shows next. `close()` ends
    everything.
    """

    over = Signal()

    def __init__(self, stand: Stand, wanted: str = "") -> None:
        """`wanted` is a talk to begin with, without the preflight (`--talk NAME`)."""
        super().__init__(stand.pane.window)
        self._stand = stand
        self._wanted = wanted
        self._awake = Awake(parent=self)
        self._screens = ScreensWatch(stand.pane.window.screen, self)
        self._saved = SavedTalks(stand.data)
        self._talk: TwoScreens | None = None
        self._preparing = Preparing(stand.pane.window, stand.hands, self._means())
        self._preparing.started.connect(self._on_started)
        self._preparing.left.connect(self.over)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What staff should know of the saved talks."""
        return self._saved.problems

    def close(self) -> None:
        """End everything."""
        self.withdraw()
        self._awake.close()
        self._screens.close()

    # -- as a face -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the preflight, or at once the talk that was wanted at the start."""
        wanted, self._wanted = self._wanted, ""
        choice = self._named(wanted) if wanted else None
        if self._stand.content() is None:
            self.over.emit()
        elif choice is not None:
            self._on_started(choice)
        else:
            self._preparing.open()

    def pause(self) -> None:
        """Leave the window to staff, and keep everything."""
        if self._talk is not None:
            self._talk.pause()
        else:
            self._preparing.close()

    def resume(self) -> None:
        """Show again what showed."""
        if self._talk is not None:
            self._talk.resume()
        else:
            self._preparing.open(self._preparing.choice)

    def withdraw(self) -> None:
        """Leave every window; nothing of the talk is kept."""
        self._preparing.close()
        if self._talk is not None:
            self._talk.close()
            self._talk.deleteLater()
            self._talk = None

    # -- its own -------------------------------------------------------------------------------

    def _means(self) -> Means:
        stand = self._stand

        def content() -> Content:
            found = stand.content()
            if found is None:
                raise RuntimeError("a talk without a pack")
            return found

        return Means(
            stand.look,
            lambda: content().edition(""),
            lambda: content().pack.talks,
            self._saved,
            self._screens,
            time.monotonic,
            stand.wall_clock,
        )

    def _named(self, name: str) -> TalkChoice | None:
        """A talk by its name: a saved one, else one of the pack, else everything."""
        content = self._stand.content()
        if content is None:
            return None
        found = self._saved.find(name)
        in_pack = next((talk for talk in content.pack.talks if talk.name == name), None)
        if found is not None:
            return found
        return everything(content.edition("")) if in_pack is None else from_pack(in_pack)

    def _on_started(self, choice: TalkChoice) -> None:
        content = self._stand.content()
        if content is None:
            self.over.emit()
            return
        gear = Gear(
            self._screens, self._open_side, self._awake, time.monotonic, self._stand.wall_clock
        )
        self._talk = TwoScreens(self._main(), content, gear)
        self._talk.over.connect(self._on_over)
        self._talk.begin(choice, self._preparing.learned)

    def _on_over(self) -> None:
        if self._talk is not None:
            self._talk.deleteLater()
            self._talk = None
        self.over.emit()

    def _main(self) -> Spot:
        stand = self._stand
        pane, distance = stand.pane, stand.settings.passive_distance_mm

        def letters(look: Look) -> int:
            return _letters(look, pane.scale, distance)

        return Spot(pane.window, stand.hands, stand.look, letters, lambda: None)

    def _open_side(self) -> Spot:
        """A window on the public's own screen, kept in front there as the kiosk's own is."""
        stand = self._stand
        settings = stand.settings
        window = KioskWindow()

        def screen_scale() -> Scale:
            # The setting measures the kiosk's own glass, not this one.
            return scale_of(window.screen(), None)

        def px_per_mm() -> float:
            return screen_scale().px_per_mm

        glass = Glass(settings.viewing_distance_mm, settings.screen_bottom_mm)
        looks = Looks(stand.kit(), glass, window.size, px_per_mm, stand.strings)
        target = self._screens.wall or QGuiApplication.primaryScreen()
        window.setGeometry(target.geometry())
        guard = Foreground(
            window, screen=lambda: self._screens.wall or QGuiApplication.primaryScreen()
        )
        hands = Hands(window, px_per_mm, time.monotonic, settings.tap_guard_ms / 1000)
        lockdown = Lockdown(window)
        guard.present()

        def look() -> Look:
            own = stand.look()
            return looks(own.letters, own.strings.language, False)

        def letters(look: Look) -> int:
            return _letters(look, screen_scale(), settings.passive_distance_mm)

        def close() -> None:
            for one in (lockdown, guard, hands):
                one.close()
            window.hide()
            window.deleteLater()

        return Spot(window, hands, look, letters, close)


def _letters(look: Look, scale: Scale, distance_mm: float) -> int:
    """The font size in px of slides on a screen; a size that nobody knows is a projector's."""
    known = None if scale.origin == "assumed" else scale.px_per_mm
    return wall_px(look.metrics.width, look.metrics.height, known, distance_mm)
