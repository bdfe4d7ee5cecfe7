"""Runs a talk: keys, clicker and fingers in, slides on the wall, and an end by itself."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from kiosk.domain.talk.keys import NOTHING_LEARNED, Command, Learned, command_of
from kiosk.domain.talk.quiet import Quiet
from kiosk.domain.talk.show import Place, Show
from kiosk.domain.talk.slides import TalkChoice
from kiosk.domain.talk.steering import steered
from kiosk.ui.content import Content
from kiosk.ui.talk.key_names import key_name
from kiosk.ui.talk.meanings import CONTROLS
from kiosk.ui.talk.setting import begun, set_anew
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.wall import WallFace
from kiosk.ui.touch.keys import KeyField

_OPTION = "talk.option."


class TalkDesk(QObject):
    """One talk from its first slide to its end; `begin()` starts it, `close()` stops everything.

    `changed(state)`: something shows otherwise (for a presenter's view). `swapped`: the speaker
    wants the screens exchanged; `noted`: the next leaf of the notes. `over`: the talk has ended, by the end card, `talk.end`, or after
    30 minutes in which nobody did anything. Nothing of it is kept.
    """

    changed = Signal(object)
    swapped = Signal()
    noted = Signal()
    over = Signal()

    def __init__(
        self, wall: WallFace, keys: KeyField, content: Content, clock: Callable[[], float]
    ) -> None:
        """`keys` are those of the wall's window; `listen` adds those of another."""
        super().__init__()
        self._face = wall
        self._keys = [keys]
        self._content = content
        self._clock = clock
        self._learned: Learned = NOTHING_LEARNED
        self._quiet = Quiet(clock())
        self._state: TalkState | None = None
        self._listening = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    # -- from and to outside -------------------------------------------------------------------

    @property
    def state(self) -> TalkState | None:
        """The talk that runs; None before and after."""
        return self._state

    @property
    def wall(self) -> WallFace:
        """The window that the public sees."""
        return self._face

    def begin(
        self, choice: TalkChoice, learned: Learned = NOTHING_LEARNED, screens: int = 1
    ) -> None:
        """Show the first slide; `learned` are keys that the speaker taught the preflight."""
        face = self._face
        self._learned = learned
        self._quiet = Quiet(self._clock())
        self._state = begun(self._content, choice, face.wall, face.columns, screens)
        self._listen()
        self._tell()
        if screens == 1:
            self._face.offer_controls()

    def do(self, command: Command) -> None:
        """Do what a key, a control of the wall or one of the presenter's view says."""
        if self._state is None:
            return
        self._alive()
        if command == "swap":
            self.swapped.emit()
            return
        if command == "notes":
            self.noted.emit()
            return
        self._become(steered(self._state.show, command, self._clock()))

    def go(self, slide: int) -> None:
        """Show a slide, from 0."""
        if self._state is not None:
            self._alive()
            self._become(self._state.show.going_to(Place(slide)))

    def raise_hand(self, answer: int) -> None:
        """One hand more for an answer (from 0) of the question that shows."""
        if self._state is not None:
            self._alive()
            self._become(self._state.show.raising(answer))

    def set_hands(self, answer: int, hands: int, amends: bool = False) -> None:
        """So many hands for an answer (from 0) of the question that shows (`Show.setting`)."""
        if self._state is not None:
            self._alive()
            self._become(self._state.show.setting(answer, hands, amends=amends))

    def request(self, identifier: str) -> None:
        """Do what a control means, by its identifier."""
        if identifier in CONTROLS:
            self.do(CONTROLS[identifier])
        elif identifier.startswith(_OPTION):
            self.raise_hand(int(identifier.removeprefix(_OPTION)) - 1)
        elif identifier in ("talk.close", "talk.stay"):
            self._close_sheet()
        elif identifier == "talk.end":
            self._end()

    def set_screens(self, screens: int) -> None:
        """One screen, or two with a presenter's view."""
        if self._state is not None:
            self._become(self._state.show.with_screens(screens))

    def listen(self, keys: KeyField) -> None:
        """Take the keys of another window too."""
        self._keys.append(keys)
        if self._listening:
            keys.add_taker(self._on_key)

    def leave(self, keys: KeyField) -> None:
        """Take the keys of a window no longer; it may be gone."""
        self._keys.remove(keys)
        if self._listening:
            keys.remove_taker(self._on_key)

    def use_wall(self, wall: WallFace) -> None:
        """Show the slides in another window from now on; the wall before is closed."""
        self._unlink()
        self._face.close()
        self._face = wall
        if self._listening:
            self._link()
            self._set_anew()

    def pause(self) -> None:
        """Leave the window to something else, and keep the talk as it is."""
        self._deafen()
        self._timer.stop()
        self._face.rest()

    def resume(self) -> None:
        """Show the talk again as it was."""
        if self._state is not None:
            self._alive()
            self._listen()
            self._set_anew()

    def close(self) -> None:
        """Stop every timer and let go of keys and glass; nothing of the talk is kept."""
        self.pause()
        self._state = None
        self._face.close()

    # -- its own -------------------------------------------------------------------------------

    def _links(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        face = self._face
        return (
            (face.requested, self.request),
            (face.chosen, self.go),
            (face.turned, self.turn),
            (face.slid, self.set_hands),
            (face.resized, self._set_anew),
            (face.touched, self.notice),
        )

    def _link(self) -> None:
        for signal, slot in self._links():
            signal.connect(slot)

    def _unlink(self) -> None:
        if self._listening:
            for signal, slot in self._links():
                signal.disconnect(slot)

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            self._link()
            for keys in self._keys:
                keys.add_taker(self._on_key)

    def _deafen(self) -> None:
        if self._listening:
            self._unlink()
            self._listening = False
            for keys in self._keys:
                keys.remove_taker(self._on_key)

    def _on_key(self, event: QKeyEvent) -> bool:
        name = key_name(event)
        if not name:
            return False
        command = command_of(name, self._learned)
        self._alive()
        if command is not None:
            self.do(command)
        # Every key is the talk's while it runs: none presses a control behind the slide.
        return True

    def notice(self) -> None:
        """The speaker gave a sign that means nothing else."""
        self._alive()

    def turn(self, slide: int) -> None:
        """Show the page of the overview with a slide (from 0)."""
        if self._state is not None:
            last = len(self._state.slides) - 1
            self._become(self._state.show._replace(cursor=min(max(slide, 0), last), typed=""))

    def _close_sheet(self) -> None:
        if self._state is not None:
            self._alive()
            self._become(self._state.show.closing())

    def _become(self, show: Show) -> None:
        state = self._state
        if state is None:
            return
        if show.over:
            self._end()
            return
        now = self._clock()
        self._quiet = self._quiet.cover(now, covered=bool(show.cover))
        pace = state.pace.at(show.place.slide, now)
        self._state = state._replace(show=show, pace=pace)
        self._tell()

    def _alive(self) -> None:
        """The speaker did something: the silence begins anew, and its warning goes."""
        self._quiet = self._quiet.alive(self._clock())
        if self._state is not None and self._state.warned:
            self._state = self._state._replace(warned=False)
            self._tell()
        self._sleep()

    def _tell(self) -> None:
        if self._state is not None:
            self._face.show_state(self._state)
            self.changed.emit(self._state)
            self._sleep()

    def _set_anew(self) -> None:
        """The wall became another: set every slide on it, and show the same."""
        state = self._state
        if state is None:
            return
        self._state = set_anew(state, self._face.wall, self._face.columns)
        self._tell()

    def _look(self) -> None:
        """Time passed: see what it changed."""
        state = self._state
        if state is None:
            return
        now = self._clock()
        quiet = self._quiet.state(now)
        if quiet == "over":
            self._end()
            return
        show = state.show.aged(now)
        warned = quiet == "warning"
        if show != state.show or warned != state.warned:
            self._state = state._replace(show=show, warned=warned)
            self._tell()
        self._sleep()

    def _sleep(self) -> None:
        if self._state is None or not self._listening:
            return
        now = self._clock()
        due = (self._quiet.next_change(now), self._state.show.next_change(now))
        waits = [wait for wait in due if wait is not None]
        if waits:
            self._timer.start(max(1, math.ceil(1000 * min(waits))))
        else:
            self._timer.stop()

    def _end(self) -> None:
        self.pause()
        self._state = None
        self.over.emit()
