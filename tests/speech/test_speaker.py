"""The process that speaks, with an engine that begins when the test says so."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytest.importorskip(
    "PySide6.QtTextToSpeech",
    reason="needs libpulse0, which comes with speech-dispatcher; without both nothing can speak",
    exc_type=ImportError,
)

from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.host.speech import speaker as module
from kiosk.host.speech.speaker import Speaker

_State = QTextToSpeech.State


class SlowEngine(QObject):
    """As speechd's engine: what it was told to say is on its way before its state tells."""

    stateChanged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.on_its_way = ""
        self.sounding = ""
        self._state = _State.Ready
        self._locale = QLocale("nl_NL")

    def availableLocales(self) -> list[QLocale]:
        return [self._locale]

    def locale(self) -> QLocale:
        return self._locale

    def setVolume(self, volume: float) -> None:
        assert 0 <= volume <= 1

    def setRate(self, rate: float) -> None:
        assert -1 <= rate <= 1

    def state(self) -> QTextToSpeech.State:
        return self._state

    def say(self, text: str) -> None:
        self.on_its_way = text

    def stop(self) -> None:
        self.on_its_way = self.sounding = ""
        self._be(_State.Ready)

    def begin(self) -> None:
        """What is on its way sounds from now on."""
        self.sounding, self.on_its_way = self.on_its_way, ""
        if self.sounding:
            self._be(_State.Speaking)

    def end(self) -> None:
        """What sounds was said."""
        self.sounding = ""
        self._be(_State.Ready)

    def _be(self, state: QTextToSpeech.State) -> None:
        if state != self._state:
            self._state = state
            self.stateChanged.emit(state)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, qapp: object) -> SlowEngine:
    made = SlowEngine()
    monkeypatch.setattr(module, "_engine", lambda: made)
    return made


@pytest.fixture
def told() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def speaker(engine: SlowEngine, told: io.StringIO) -> Speaker:
    made = Speaker(told)
    made.begin()
    return made


def order(speaker: Speaker, qtbot: QtBot, told: io.StringIO, **what: object) -> None:
    if "say" in what:
        what = {"text": "Bewegen helpt.", "language": "nl", "volume": 0.5, "rate": 0.0, **what}
    before = len(told.getvalue())
    speaker.ordered.emit(json.dumps(what))
    if "stop" in what:
        qtbot.waitUntil(lambda: len(told.getvalue()) > before, timeout=2000)


def lines(told: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.getvalue().splitlines()]


def asked(speaker: Speaker, engine: SlowEngine, qtbot: QtBot, told: io.StringIO) -> None:
    order(speaker, qtbot, told, say=7)
    qtbot.waitUntil(lambda: bool(engine.on_its_way), timeout=2000)


def test_a_sentence_that_does_not_sound_yet_is_stopped_too(
    speaker: Speaker, engine: SlowEngine, qtbot: QtBot, told: io.StringIO
) -> None:
    asked(speaker, engine, qtbot, told)
    order(speaker, qtbot, told, stop=1)
    engine.begin()
    assert not engine.sounding
    assert lines(told) == [{"voices": {"nl": ["nl_NL"]}}, {"stopped": 1}]


def test_a_sentence_that_sounds_is_stopped(
    speaker: Speaker, engine: SlowEngine, qtbot: QtBot, told: io.StringIO
) -> None:
    asked(speaker, engine, qtbot, told)
    engine.begin()
    order(speaker, qtbot, told, stop=1)
    assert not engine.sounding
    assert lines(told)[1:] == [{"began": 7}, {"stopped": 1}]


def test_a_sentence_is_told_when_it_begins_and_when_it_ends(
    speaker: Speaker, engine: SlowEngine, qtbot: QtBot, told: io.StringIO
) -> None:
    asked(speaker, engine, qtbot, told)
    assert len(lines(told)) == 1
    engine.begin()
    engine.end()
    assert lines(told)[1:] == [{"began": 7}, {"ended": 7}]
