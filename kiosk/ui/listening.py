"""Reads a screen aloud, sentence by sentence, from the touch that asks to the one that stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kiosk.domain.speaking import LOUDEST, Utterance, gain
from kiosk.domain.visit import ActivityPlace, TopicPlace
from kiosk.host.speech.recordings import Recordings
from kiosk.host.speech.voice import Order, Voice
from kiosk.ui.widgets.flow import Mark

if TYPE_CHECKING:
    from kiosk.domain.visit import Visit
    from kiosk.ui.content import Content
    from kiosk.ui.screen import Screen
    from kiosk.ui.session import Session
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.widgets.sentences import Said

# A press that follows the end of a touch so closely, in s, is that of the same touch.
_SAME_TOUCH_S = 0.1
# The places whose sentences can show one at a time.
_READ = (TopicPlace, ActivityPlace)


class VoiceManners(NamedTuple):
    """The settings that speech goes by: `rate` from -1 to 1, steps of loudness from 1 to 4.

    `quiet` tells whether it is an hour in which nothing may sound.
    """

    rate: float = 0.0
    start_step: int = 3
    most_step: int = LOUDEST
    quiet: Callable[[], bool] = bool


class Listening(QObject):
    """Offers "Luister" where something can be said, says it, and marks what sounds.

    Any touch, key, page change, reset or pause ends it. Owns no timer; the voice is its maker's.
    """

    def __init__(
        self,
        session: Session,
        hands: Hands,
        voice: Voice,
        manners: VoiceManners,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(session)
        self._session = session
        self._navigator = session.navigator
        self._window = session.navigator.stage.window
        self._voice = voice
        self.manners = manners
        self._clock = clock
        self._parts: list[Said] = []
        self._at = 0
        self._marked: Said | None = None
        self._number = 0
        self._stopped_by_touch = False
        self._resting = False
        self._touched_at = clock()
        self._follows = False
        self._heading = ""
        self._recorded: tuple[object, Recordings] | None = None
        navigator = session.navigator
        navigator.shown.connect(self.show)
        navigator.listened.connect(self._on_listened)
        navigator.stepped.connect(self._on_stepped)
        navigator.sounded.connect(self._on_sounded)
        navigator.wiped.connect(self.stop)
        stage = navigator.stage
        stage.loudness, stage.loudest = self._loudness, manners.most_step
        session.idle.left.connect(self.stop)
        hands.field.touched.connect(self._on_touched)
        hands.field.rested.connect(self._on_rested)
        hands.keys.typed.connect(self._on_touched)
        voice.changed.connect(self._offer)
        voice.began.connect(self._on_began)
        voice.ended.connect(self._on_ended)
        voice.failed.connect(self._on_failed)

    @property
    def speaking(self) -> bool:
        """Whether a screen is being read aloud."""
        return bool(self._parts)

    def show(self, _screen: Screen | None = None) -> None:
        """Something else shows: fall silent, and offer to read that."""
        self.stop()
        self._voice.look()
        self._offer()

    def start(self) -> None:
        """Read what shows from its beginning."""
        screen = self._window.current
        if screen is not None and self._can(screen):
            self._read(screen.said())

    def _read(self, said: list[Said]) -> None:
        self.stop()
        parts = [part for part in said if self._order(part) is not None]
        if parts:
            self._parts, self._at = parts, 0
            self._session.idle.rest(True)
            self._offer()
            self._say()

    def stop(self) -> None:
        """Fall silent (access.md S2: within 300 ms)."""
        if self._parts:
            self._voice.stop()
            self._mark(None)
            self._parts = []
            self._session.idle.rest(False)
            self._offer()

    # -- what happens --------------------------------------------------------------------------

    def _on_listened(self) -> None:
        visit = self._navigator.visit
        if self.speaking or self._is_stopping_touch():
            self._follows = False
            self.stop()
        elif visit is not None:
            self._follows = visit.one_by_one
            self.start()
            self._heading = self._words("heading")

    def _on_stepped(self) -> None:
        """Who has one sentence at a time read aloud hears the next one with "Verder"."""
        visit, screen = self._navigator.visit, self._window.current
        here = visit is not None and isinstance(visit.place, _READ) and visit.one_by_one
        self._follows = self._follows and here
        if not self._follows or screen is None:
            return
        before, self._heading = self._heading, self._words("heading")
        wanted = ("body", "glossary")
        if before != self._heading:
            wanted = ("heading", *wanted)
        self._read([one for one in screen.said() if _part(one) in wanted])

    def _on_sounded(self) -> None:
        """Let a visitor hear the loudness that they chose."""
        screen = self._window.current
        button = None if screen is None else screen.control("view.sound")
        if screen is not None and button is not None:
            first = screen.said()[0]
            self._read([first._replace(utterance=Utterance(button.words), end=first.start)])

    def _words(self, part: str) -> str:
        screen = self._window.current
        said = [] if screen is None else screen.said()
        return " ".join(one.utterance.text for one in said if _part(one) == part)

    def _loudness(self, visit: Visit) -> int:
        """The step of a visit; 0 where nothing can be said in its language."""
        language = self._navigator.edition.language
        if self.manners.quiet() or not self._voice.speaks(language):
            return 0
        return min(visit.loudness or self.manners.start_step, self.manners.most_step)

    def _is_stopping_touch(self) -> bool:
        """Whether the touch that silenced it is the one that presses now: it asks for no more."""
        same = self._resting or self._clock() - self._touched_at < _SAME_TOUCH_S
        return self._stopped_by_touch and same

    def _on_touched(self) -> None:
        self._touched_at = self._clock()
        self._stopped_by_touch = self.speaking
        self.stop()

    def _on_rested(self, resting: bool) -> None:
        self._resting = resting
        self._touched_at = self._clock()

    def _on_began(self, number: int) -> None:
        """Mark what sounds, and no sooner: an engine takes its time (access.md S6: 250 ms)."""
        if self._parts and number == self._number:
            self._mark(self._parts[self._at])

    def _on_ended(self, number: int) -> None:
        if self._parts and number == self._number:
            if self._at + 1 == len(self._parts):
                self.stop()
                return
            self._at += 1
            self._say()

    def _on_failed(self, number: int) -> None:
        if number == self._number:
            self.stop()

    # -- saying --------------------------------------------------------------------------------

    def _say(self) -> None:
        order = self._order(self._parts[self._at])
        self._number += 1
        if order is None:  # its recording is gone
            self.stop()
            return
        self._voice.say(self._number, order)

    def _mark(self, part: Said | None) -> None:
        """Mark a sentence instead of the one before, which stayed marked through the pause."""
        before, self._marked = self._marked, None
        if before is not None and isValid(before.shown_by):
            before.shown_by.set_mark(None)
        screen = self._window.current
        if part is None or screen is None or not isValid(part.shown_by):
            return
        look = screen.look
        ground, ink = look.colour("spoken"), look.colour("ink")
        part.shown_by.set_mark(Mark(part.paragraph, part.start, part.end, ground, ink))
        self._marked = part

    def _order(self, part: Said) -> Order | None:
        """How a sentence is said: by its recording, else by the voice; None for neither."""
        language = self._navigator.edition.language
        file = self._recordings().find(part.utterance)
        if file is None and not self._voice.speaks(language):
            return None
        visit = self._navigator.visit
        step = 0 if visit is None else visit.loudness
        volume = gain(step or self.manners.start_step, self.manners.most_step)
        recording = "" if file is None else str(file)
        return Order(part.utterance.said, language, volume, self.manners.rate, recording)

    def _recordings(self) -> Recordings:
        content: Content = self._navigator.stage.content
        key = (content.folder, self._navigator.edition.language)
        if self._recorded is None or self._recorded[0] != key:
            self._recorded = (key, Recordings(*key))
        return self._recorded[1]

    # -- offering ------------------------------------------------------------------------------

    def _can(self, screen: Screen) -> bool:
        """Whether a screen can be read: by a voice, or every sentence of the pack by a recording."""
        if self.manners.quiet():
            return False
        if self._voice.speaks(self._navigator.edition.language):
            return True
        if self._voice.trouble not in ("", "no-engine"):
            return False  # whoever plays recordings is not to be relied on either, for a while
        written = [part.utterance for part in screen.said() if part.written]
        recordings = self._recordings()
        return bool(written) and all(recordings.find(one) is not None for one in written)

    def _offer(self) -> None:
        screen = self._window.current
        if screen is not None and self._navigator.visit is not None:
            offered = self.speaking or self._can(screen)
            screen.show_listening(offered=offered, speaking=self.speaking)


def _part(said: Said) -> str:
    """What shows a sentence, by the last part of its identifier: "heading", "body"."""
    return said.shown_by.accessibleIdentifier().rpartition(".")[2]
