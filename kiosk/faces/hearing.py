"""Speech as the program sees it: nothing at all until a visitor comes, then a voice if there is one."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kiosk.domain.health_facts import Silence
    from kiosk.host.speech.voice import Voice
    from kiosk.settings import Settings
    from kiosk.ui.content import Content
    from kiosk.ui.listening import Listening
    from kiosk.ui.session import Session
    from kiosk.ui.touch.hands import Hands

# Long after the first frame and what follows it, in ms; a visitor who comes sooner is not kept
# waiting for it.
LATE_MS = 5_000


class Hearing(QObject):
    """Owns the voice and what ties it to the visits of a session; `close()` ends both."""

    def __init__(
        self,
        session: Session,
        hands: Hands,
        settings: Settings,
        wall: Callable[[], datetime | None],
        *,
        soon: bool = True,
    ) -> None:
        """Not `soon`: looks for a voice when the first visitor comes, as a display's may never.

        `wall` tells the local time, or None while it is in doubt.
        """
        super().__init__(session)
        self._session = session
        self._hands = hands
        self._settings = settings
        self._quiet = quiet_by(settings.quiet_hours, wall)
        self._listening: Listening | None = None
        self._voice: Voice | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.begin)
        if settings.speech:
            session.navigator.shown.connect(self.begin)
            if soon:
                self._late.start(LATE_MS)

    def begin(self) -> None:
        """Look for a voice, and offer what it can say from now on; once."""
        if self._listening is not None or not self._settings.speech:
            return
        # Only who listens needs these.
        from kiosk.host.speech.finding import has_engine, speaker_command
        from kiosk.host.speech.voice import Voice
        from kiosk.ui.listening import Listening, VoiceManners

        self._late.stop()
        self._session.navigator.shown.disconnect(self.begin)
        settings = self._settings
        environ = os.environ
        voice = Voice(speaker_command(sys.argv, environ), self, lambda: has_engine(environ))
        manners = VoiceManners(
            settings.speech_rate / 100,
            settings.speech_volume,
            settings.speech_volume_most,
            self._quiet,
        )
        self._listening = Listening(self._session, self._hands, voice, manners, time.monotonic)
        self._voice = voice
        self._listening.show()

    @property
    def quiet(self) -> bool:
        """Whether it is an hour in which nothing may sound."""
        return self._quiet()

    def stop(self) -> None:
        """Fall silent: something else has the window."""
        if self._listening is not None:
            self._listening.stop()

    def facts(
        self, content: Content | None
    ) -> tuple[Mapping[str, tuple[str, ...]] | None, Silence]:
        """The voices for each language of a pack, None while nobody knows; and why it is silent."""
        if not self._settings.speech:
            return None, "off"
        self.begin()
        voice = self._voice
        if voice is None or content is None or not voice.asked:
            return None, ""
        found = {
            code: voice.voices.get(code, ()) + _recorded(content, code)
            for code in content.languages
        }
        return found, "quiet" if self.quiet else voice.trouble

    def close(self) -> None:
        """End the voice, and the process in which it speaks."""
        self._late.stop()
        self.stop()
        if self._voice is not None:
            self._voice.close()


def quiet_by(setting: str, wall: Callable[[], datetime | None]) -> Callable[[], bool]:
    """Tells whether it is one of the quiet hours of a setting such as "20:00-07:00".

    While the time is in doubt (`wall` is None) no hour is quiet: as with every schedule, what
    visitors ask for goes on (features.md section 2).
    """
    if not setting:
        return bool
    from kiosk.domain.screen_hours import DAY, parse_span

    span = parse_span(setting)

    def quiet() -> bool:
        now = wall()
        if now is None:
            return False
        minute = now.hour * 60 + now.minute
        return span.has(minute) or span.has(minute + DAY)

    return quiet


def _recorded(content: Content, language: str) -> tuple[str, ...]:
    folder = content.folder / "audio" / language
    return (f"audio/{language}",) if folder.is_dir() else ()
