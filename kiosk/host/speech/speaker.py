"""The process that speaks: reads orders from its input, and tells what became of each.

An order and what is told of it are one line of JSON each (docs/speech.md). It ends with its
input, even while an engine hangs.
"""

from __future__ import annotations

import json
import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any, TextIO

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal

from kiosk.domain.speaking import choose_locale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer
    from PySide6.QtTextToSpeech import QTextToSpeech

# Says nothing at all, and says that it speaks (access.md S1).
_MOCK = "mock"
# Names of voices that are told for a language; espeak-ng lists a hundred.
_NAMES = 3


class Speaker(QObject):
    """Says or plays one thing at a time. `ordered(line)`: an order came; `over()`: the last one."""

    ordered = Signal(str)
    over = Signal()

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out
        self._voice: QTextToSpeech | None = None
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._number = 0
        self._began = False
        # An engine has an order from the moment it is given one, long before it sounds.
        self._engine_busy = False
        self.ordered.connect(self._on_order, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look for an engine, which may take for ever, and tell its voices."""
        self._voice = _engine()
        if self._voice is not None:
            self._voice.stateChanged.connect(self._on_state)
        self._tell(voices={} if self._voice is None else _voices(self._voice))

    def listen(self, orders: TextIO) -> None:
        """Pass on every order; belongs to a thread of its own."""
        for line in orders:
            self.ordered.emit(line)
        # Who gave the orders is gone. The other thread may hang, so nothing is left to it.
        os._exit(0)

    def _on_order(self, line: str) -> None:
        try:
            order: dict[str, Any] = json.loads(line)
        except ValueError:
            return
        if "stop" in order:
            self._stop()
            self._tell(stopped=order["stop"])
        elif "say" in order:
            self._stop()
            self._number = int(order["say"])
            self._began = False
            if order.get("file"):
                self._play(order)
            else:
                self._say(order)

    def _stop(self) -> None:
        self._number = 0
        if self._voice is not None and self._engine_busy:
            self._engine_busy = False
            self._voice.stop()
        if self._player is not None:
            self._player.stop()

    def _tell(self, **what: object) -> None:
        print(json.dumps(what), file=self._out, flush=True)

    # -- a voice -------------------------------------------------------------------------------

    def _say(self, order: Mapping[str, Any]) -> None:
        voice = self._voice
        locales = {} if voice is None else {at.name(): at for at in voice.availableLocales()}
        name = choose_locale(str(order["language"]), list(locales))
        if voice is None or name is None:
            self._fail("no voice")
            return
        if voice.locale().name() != name:
            voice.setLocale(locales[name])
        voice.setVolume(float(order["volume"]))
        voice.setRate(float(order["rate"]))
        self._engine_busy = True
        voice.say(str(order["text"]))

    def _on_state(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        assert self._voice is not None, "it is the one that tells"
        state = self._voice.state()
        if state == QTextToSpeech.State.Speaking and self._number and not self._began:
            self._began = True
            self._tell(began=self._number)
        elif state == QTextToSpeech.State.Ready and self._began:
            self._end()
        elif state == QTextToSpeech.State.Error:
            self._fail(self._voice.errorString())

    # -- a recording ---------------------------------------------------------------------------

    def _play(self, order: Mapping[str, Any]) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        if self._player is None:
            self._output = QAudioOutput(self)
            self._player = QMediaPlayer(self)
            self._player.setAudioOutput(self._output)
            self._player.playbackStateChanged.connect(self._on_playing)
            self._player.mediaStatusChanged.connect(self._on_media)
            self._player.errorOccurred.connect(self._on_broken)
        assert self._output is not None, "made with its player"
        if self._output.device().isNull():
            self._fail("no sound device")
            return
        self._output.setVolume(float(order["volume"]))
        self._player.setSource(QUrl.fromLocalFile(str(order["file"])))
        self._player.play()

    def _on_playing(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        player = self._player
        playing = QMediaPlayer.PlaybackState.PlayingState
        if player is None or not self._number or player.playbackState() != playing:
            return
        if not self._began:
            self._began = True
            self._tell(began=self._number, seconds=player.duration() / 1000)

    def _on_media(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        assert self._player is not None, "it is the one that tells"
        if self._player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia and self._number:
            self._end()

    def _on_broken(self) -> None:
        assert self._player is not None, "it is the one that tells"
        self._fail(self._player.errorString())

    def _end(self) -> None:
        number, self._number, self._began = self._number, 0, False
        if number:
            self._engine_busy = False
            self._tell(ended=number)

    def _fail(self, why: str) -> None:
        number, self._number, self._began = self._number, 0, False
        if number:
            self._engine_busy = False
            self._tell(failed=number, why=why)


def speak() -> int:
    """Speaks what the kiosk that started this process orders; ends with it."""
    application = QCoreApplication([])
    speaker = Speaker(sys.stdout)
    Thread(target=speaker.listen, args=(sys.stdin,), daemon=True).start()
    speaker.begin()
    return application.exec()


def _engine() -> QTextToSpeech | None:
    """The first engine that can speak, never the mock; None without one."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # a library of the sound system is missing
        return None
    for name in QTextToSpeech.availableEngines():
        if name != _MOCK:
            found = QTextToSpeech(name)
            if found.state() != QTextToSpeech.State.Error and found.availableLocales():
                return found
    return None


def _voices(engine: QTextToSpeech) -> dict[str, list[str]]:
    """The names of voices by language; only those of the locale that speaks now are known."""
    found: dict[str, list[str]] = {}
    for locale in engine.availableLocales():
        names = found.setdefault(locale.name().split("_")[0], [])
        if len(names) < _NAMES and locale.name() not in names:
            names.append(locale.name())
    return found
