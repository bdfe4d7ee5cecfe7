"""The speaker's window in a talk on two screens: slides, notes, time, and what asks something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.talk.keys import Command
from kiosk.ui.screen import Screen
from kiosk.ui.screens.overview import OverviewScreen, per_page
from kiosk.ui.screens.presenter import PresenterScreen
from kiosk.ui.screens.talk_help import TalkHelpScreen
from kiosk.ui.talk.presenter_view import presenter_sight
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.telling import Telling

S = TypeVar("S", bound=Screen)

TICK_MS = 5_000
"""So often the time is looked at; what did not change is not painted."""


class PresenterFace(QObject):
    """Shows a talk to its speaker. `close()` stops its timer; what shows stays until replaced.

    `requested(identifier)`: a control of the talk. `commanded(command)`: what a key would say.
    `chosen(slide)`: a slide of the overview, from 0; `turned(slide)`: another page of it.
    `touched`: a sign of the speaker.
    """

    requested = Signal(str)
    commanded = Signal(str)
    chosen = Signal(int)
    turned = Signal(int)
    touched = Signal()

    def __init__(
        self,
        spot: Spot,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime | None],
    ) -> None:
        super().__init__(spot.window)
        self._spot = spot
        self._clock = clock
        self._wall_clock = wall_clock
        self._state: TalkState | None = None
        self._own: Screen | None = None
        self._telling = Telling()
        self._seen: object = None
        self._shown: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        spot.hands.field.touched.connect(self.touched)
        spot.window.resized.connect(self._render)

    def close(self) -> None:
        """Let go of the window."""
        self._timer.stop()
        self._spot.hands.field.touched.disconnect(self.touched)
        self._spot.window.resized.disconnect(self._render)

    def show_state(self, state: TalkState) -> None:
        """Show a talk as it stands."""
        self._state = state
        self._render()

    def turn_notes(self) -> None:
        """Show the next leaf of the notes, where they have more than one."""
        if isinstance(self._own, PresenterScreen):
            self._own.turn_notes()

    def _tick(self) -> None:
        self._timer.start()
        self._render()

    def _render(self) -> None:
        state = self._state
        if state is None:
            return
        sheet = "" if state.show.cover or state.warned else state.show.sheet
        if sheet == "overview":
            self._show_once((state, self._spot.look()), self._show_overview)
        elif sheet == "help":
            self._show_once(self._spot.look(), self._show_help)
        else:
            self._show_speaker(state)
        if self._own is not None:
            self._telling.tell(self._own)
        seen = (type(self._spot.window.current), state.show.place, sheet, state.warned)
        if seen != self._seen:
            # What lies under a finger is another thing now.
            self._seen = seen
            self._spot.hands.changed()

    def _show_speaker(self, state: TalkState) -> None:
        look = self._spot.look()
        sight = presenter_sight(state, look.strings, self._clock(), self._wall_clock())

        def show() -> None:
            self._screen(PresenterScreen).show_sight(sight, look)

        self._show_once((sight, look), show)

    def _show_overview(self) -> None:
        if self._state is not None:
            self._screen(OverviewScreen).show_state(self._state, self._spot.look())

    def _show_help(self) -> None:
        screen = self._screen(TalkHelpScreen)
        screen.look = self._spot.look()
        screen.refresh()

    def _show_once(self, what: object, show: Callable[[], None]) -> None:
        if what != self._shown:
            self._shown = what
            show()

    def _screen(self, kind: type[S]) -> S:
        """The screen of a kind that shows, if it tells us of its controls; else a new one."""
        window = self._spot.window
        current = window.current
        # One of a face before this one would tell nobody.
        if isinstance(current, kind) and current is self._own:
            return current
        make = cast("Callable[[QWidget, object], S]", kind)
        screen = make(window, self._spot.look())
        screen.requested.connect(self._on_requested)
        if isinstance(screen, OverviewScreen):
            screen.slide_chosen.connect(self.chosen)
        self._own = screen
        window.show_screen(screen)
        window.setFocus(Qt.FocusReason.OtherFocusReason)
        return screen

    def _on_requested(self, identifier: str) -> None:
        state = self._state
        if state is None:
            return
        if identifier == "talk.end" and not state.warned and state.show.sheet == "":
            # A slip of the hand ends no talk: it is asked first.
            ask: Command = "end"
            self.commanded.emit(ask)
        elif identifier in ("talk.pages-back", "talk.pages-next"):
            per = per_page(self._spot.look().metrics)
            step = per if identifier == "talk.pages-next" else -per
            self.turned.emit((state.show.cursor // per) * per + step)
        else:
            self.requested.emit(identifier)
