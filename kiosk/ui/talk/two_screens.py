"""Gives a talk its windows: slides on the wall, notes with the speaker, as screens come and go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.domain.talk.keys import NOTHING_LEARNED, Command, Learned
from kiosk.domain.talk.slides import TalkChoice
from kiosk.host.awake import Awake
from kiosk.host.screens_watch import ScreensWatch
from kiosk.ui.content import Content
from kiosk.ui.talk.desk import TalkDesk
from kiosk.ui.talk.presenter_face import PresenterFace
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.wall import WallFace


class Gear(NamedTuple):
    """What a talk needs beside its windows. `wall_clock` is None where nobody believes it.

    `open_side` makes a window on the public's own screen (`ScreensWatch.wall`).
    """

    screens: ScreensWatch
    open_side: Callable[[], Spot]
    awake: Awake
    clock: Callable[[], float]
    wall_clock: Callable[[], datetime | None]


class TwoScreens(QObject):
    """Owns a running talk with its faces and its second window. `over`: the talk has ended.

    With one screen the slide stands on it. With two the speaker keeps the kiosk's own, until
    they swap. A screen that comes or goes keeps the talk going on what is there.
    """

    over = Signal()

    def __init__(self, main: Spot, content: Content, gear: Gear) -> None:
        super().__init__(main.window)
        self._main = main
        self._gear = gear
        self._side: Spot | None = None
        self._swapped = False
        self._paused = False
        self._closed = False
        self._presenter: PresenterFace | None = None
        self._on = main
        self._desk = TalkDesk(self._wall_face(main), main.hands.keys, content, gear.clock)
        self._desk.changed.connect(self._on_changed)
        self._desk.swapped.connect(self._on_swapped)
        self._desk.noted.connect(self._on_noted)
        self._desk.over.connect(self._on_over)
        gear.screens.changed.connect(self._arrange)

    @property
    def desk(self) -> TalkDesk:
        """The talk itself."""
        return self._desk

    @property
    def state(self) -> TalkState | None:
        """The talk that runs."""
        return self._desk.state

    def begin(self, choice: TalkChoice, learned: Learned = NOTHING_LEARNED) -> None:
        """Show the first slide."""
        self._gear.awake.hold()
        self._follow_screens()
        screens = 2 if self._side is not None else 1
        self._place_faces()
        self._desk.begin(choice, learned, screens)

    def pause(self) -> None:
        """Leave the kiosk's own window to staff; a wall of its own keeps its slide."""
        self._paused = True
        self._desk.pause()
        self._drop_presenter()
        # What staff type goes to their screen, wherever the speaker's keys went.
        self._main.window.activateWindow()

    def resume(self) -> None:
        """Show the talk again as it was."""
        self._paused = False
        self._arrange()
        self._desk.resume()

    def close(self) -> None:
        """End the talk, if it still runs, and give every window back; a second time is nothing."""
        if self._closed:
            return
        self._closed = True
        self._gear.screens.changed.disconnect(self._arrange)
        self._drop_presenter()
        self._desk.close()
        self._close_side()
        self._gear.awake.release()

    # -- windows ---------------------------------------------------------------------------------

    def _wall_face(self, spot: Spot) -> WallFace:
        return WallFace(spot.window, spot.hands, spot.look, spot.letters)

    def _arrange(self) -> None:
        """Screens came or went: use what is there."""
        if self._desk.state is None:
            return
        before = self._side
        self._follow_screens()
        self._place_faces()
        if before is not None and self._side is None:
            before.close()
        if not self._paused:
            self._desk.set_screens(2 if self._side is not None else 1)

    def _follow_screens(self) -> None:
        there = self._gear.screens.wall is not None
        if there and self._side is None:
            self._side = self._gear.open_side()
            # What the talk leaves is for the kiosk's own window: staff's keys for their gate.
            self._side.hands.keys.add_taker(self._main.hands.keys.offer)
            self._desk.listen(self._side.hands.keys)
        elif not there and self._side is not None:
            self._desk.leave(self._side.hands.keys)
            self._side = None
            self._swapped = False

    def _place_faces(self) -> None:
        """Put the wall and the speaker's view into the windows that are theirs now."""
        wall, speaker = self._main, None
        if self._side is not None:
            wall, speaker = self._side, self._main
            if self._swapped:
                wall, speaker = speaker, wall
        self._drop_presenter()
        if wall is not self._on:
            self._on = wall
            self._desk.use_wall(self._wall_face(wall))
        if speaker is not None and not self._paused:
            self._presenter = self._presenter_face(speaker)

    def _presenter_face(self, spot: Spot) -> PresenterFace:
        face = PresenterFace(spot, self._gear.clock, self._gear.wall_clock)
        face.requested.connect(self._desk.request)
        face.commanded.connect(self._on_commanded)
        face.chosen.connect(self._desk.go)
        face.turned.connect(self._desk.turn)
        face.touched.connect(self._desk.notice)
        state = self._desk.state
        if state is not None:
            face.show_state(state)
        return face

    def _drop_presenter(self) -> None:
        if self._presenter is not None:
            self._presenter.close()
            self._presenter.deleteLater()
            self._presenter = None

    def _close_side(self) -> None:
        if self._side is not None:
            self._side.close()
            self._side = None

    # -- what the talk says ----------------------------------------------------------------------

    def _on_changed(self, state: TalkState) -> None:
        if self._presenter is not None:
            self._presenter.show_state(state)

    def _on_commanded(self, command: Command) -> None:
        self._desk.do(command)

    def _on_swapped(self) -> None:
        if self._side is not None:
            self._swapped = not self._swapped
            self._place_faces()

    def _on_noted(self) -> None:
        if self._presenter is not None:
            self._presenter.turn_notes()

    def _on_over(self) -> None:
        self.close()
        self.over.emit()
