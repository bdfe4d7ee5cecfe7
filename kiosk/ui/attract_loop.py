"""Shows one kernel after another on attract, each for as long as its words need."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.domain.pack import Edition, Topic
from kiosk.domain.playlist import Playlist, dwell_s
from kiosk.ui.screens.attract import AttractScreen


class Dwell(NamedTuple):
    """How long a card shows: a base and a time for each word, in seconds (access.md D1)."""

    base_s: float = 3.0
    word_s: float = 1.0


class AttractLoop(QObject):
    """Owns the timer of attract; `close()` stops it. Between two cards nothing runs."""

    def __init__(self, parent: QObject, clock: Callable[[], float], dwell: Dwell) -> None:
        super().__init__(parent)
        self._clock = clock
        self._dwell = dwell
        self._edition: Edition | None = None
        self._playlist: Playlist | None = None
        self._screen: AttractScreen | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer may come early by a twentieth, and a slow reader is owed the whole time.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._held = False
        self._late = False

    def start(self, edition: Edition, screen: AttractScreen) -> None:
        """Begin with the first topic's kernel on this screen."""
        self._edition, self._screen = edition, screen
        self._playlist = Playlist(edition.topics) if len(edition.topics) else None
        if self._playlist is not None:
            self._playlist.restart(self._clock())
        self._show()

    def stop(self) -> None:
        """Leave attract."""
        self._timer.stop()
        self._screen = None
        self._late = False

    def hold(self, down: bool) -> None:
        """Keep the card that shows while a finger rests; its turn may end once that lifts."""
        self._held = down
        if not down and self._late:
            self.advance()

    def _on_time(self) -> None:
        if self._held:
            self._late = True
        else:
            self.advance()

    def close(self) -> None:
        """Stop for good."""
        self.stop()

    def advance(self) -> None:
        """Show the next kernel."""
        self._late = False
        if self._playlist is not None and self._screen is not None:
            self._playlist.advance(self._clock())
            self._show()

    def meant(self, touched_at: float) -> Topic | None:
        """The topic that a touch meant whose touch-down was at that time."""
        if self._playlist is None or self._edition is None:
            return None
        return self._edition.topics[self._playlist.chosen(touched_at)]

    def _show(self) -> None:
        edition, screen = self._edition, self._screen
        if edition is None or screen is None:
            return
        topic = None if self._playlist is None else edition.topics[self._playlist.place]
        screen.show_topic(topic, edition.title)
        if topic is not None and len(edition.topics) > 1:
            seconds = dwell_s(screen.word_count(), self._dwell.base_s, self._dwell.word_s)
            self._timer.start(round(1000 * seconds))
