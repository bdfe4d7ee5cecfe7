"""The kiosk's side of speech, with a program that pretends to speak, well or badly."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess, QTimer

from kiosk.host.speech import voice as module
from kiosk.host.speech.voice import Order, Voice
from tests.speech.fake import FakeVoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up voice is a script")

SENTENCE = Order("Bewegen helpt.", "nl", 0.5, -0.2)


@pytest.fixture
def fake(tmp_path: Path) -> FakeVoice:
    return FakeVoice(tmp_path)


@pytest.fixture
def voice(fake: FakeVoice, qtbot: QtBot) -> Iterator[Voice]:
    made = Voice([str(fake.program)])
    yield made
    processes = made.findChildren(QProcess)
    made.close()
    for process in processes:
        process.waitForFinished(5000)


def looked(voice: Voice, qtbot: QtBot) -> Voice:
    with qtbot.waitSignal(voice.changed, timeout=10_000):
        voice.look()
    return voice


def retry(voice: Voice) -> QTimer | None:
    """The timer of the next look, while it runs."""
    coarse = [t for t in voice.findChildren(QTimer) if t.timerType().name == "VeryCoarseTimer"]
    return next((timer for timer in coarse if timer.isActive()), None)


def test_it_knows_its_voices_and_then_holds_no_process(voice: Voice, qtbot: QtBot) -> None:
    looked(voice, qtbot)
    assert voice.speaks("nl")
    assert voice.speaks("nl_BE")
    assert not voice.speaks("de")
    assert voice.voices["nl"] == ("Nep",)
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess), timeout=10_000)
    assert retry(voice) is None  # nothing wakes an idle kiosk


def test_it_looks_once(voice: Voice, fake: FakeVoice, qtbot: QtBot) -> None:
    looked(voice, qtbot).look()
    assert fake.starts() == 1


def test_without_an_engine_no_process_is_started(fake: FakeVoice, qtbot: QtBot) -> None:
    voice = Voice([str(fake.program)], has_engine=lambda: False)
    looked(voice, qtbot)
    assert voice.trouble == "no-engine"
    assert fake.starts() == 0


def test_it_says_a_sentence_as_ordered(voice: Voice, fake: FakeVoice, qtbot: QtBot) -> None:
    told: list[int] = []
    voice.began.connect(told.append)
    voice.ended.connect(lambda: told.append(-7))
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.say(7, SENTENCE)
    assert told == [7, -7]
    [heard] = fake.heard()
    assert heard.order == {"say": 7, **SENTENCE._asdict()}


def test_sentences_share_one_process(voice: Voice, fake: FakeVoice, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        with qtbot.waitSignal(voice.ended, timeout=10_000):
            voice.say(number, SENTENCE)
    assert fake.starts() == 1
    assert len(fake.said()) == 3


def test_stopping_reaches_the_process_at_once(voice: Voice, fake: FakeVoice, qtbot: QtBot) -> None:
    """access.md S2: within 300 ms. The quickest is the kiosk's own time, the rest the machine's."""
    fake.last(30)
    took: list[float] = []
    for number in range(1, 4):
        voice.say(number, SENTENCE)
        qtbot.waitUntil(lambda count=number: len(fake.said()) == count, timeout=10_000)
        before = time.monotonic()
        with qtbot.assertNotEmitted(voice.ended, wait=100):
            voice.stop()
        qtbot.waitUntil(lambda: "stop" in fake.heard()[-1].order, timeout=5_000)
        took.append(fake.heard()[-1].at - before)
    assert min(took) < 0.3


def test_who_does_not_stop_is_ended(voice: Voice, fake: FakeVoice, qtbot: QtBot) -> None:
    fake.behave("deaf")
    fake.last(30)
    voice.say(1, SENTENCE)
    qtbot.waitUntil(lambda: bool(fake.said()), timeout=10_000)
    voice.stop()
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess), timeout=5_000)
    assert module.STOP_MS < 300
    assert voice.trouble == ""  # it may speak again
    fake.behave("fine")
    fake.last(0.05)
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.say(2, SENTENCE)


@pytest.mark.parametrize(
    ("manner", "trouble"), [("mute", "silent"), ("stuck", "silent"), ("dying", "died")]
)
def test_who_fails_is_told_and_comes_back(
    voice: Voice,
    fake: FakeVoice,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    manner: str,
    trouble: str,
) -> None:
    """access.md S5: no sound device leaves an engine speaking for ever; a daemon may be killed."""
    monkeypatch.setattr(module, "BEGIN_MS", 50)
    monkeypatch.setattr(module, "limit_s", lambda _text, _rate: 0.05)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] - stands in for seconds
    looked(voice, qtbot)
    fake.behave(manner)
    fake.last(30)
    failed: list[int] = []
    voice.failed.connect(failed.append)
    with qtbot.waitSignal(voice.failed, timeout=10_000):
        voice.say(3, SENTENCE)
    assert failed == [3]
    assert not voice.speaks("nl")
    assert voice.trouble == trouble
    fake.behave("fine")
    timer = retry(voice)
    assert timer is not None
    assert timer.interval() <= 5_000
    with qtbot.waitSignal(voice.changed, timeout=10_000):
        timer.timeout.emit()
    assert voice.speaks("nl")


def test_an_engine_that_hangs_is_given_up(
    voice: Voice, fake: FakeVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """qt-facts.md 7: it may hang for more than ten minutes."""
    monkeypatch.setattr(module, "READY_MS", 300)
    fake.behave("hung")
    looked(voice, qtbot)
    assert voice.trouble == "hung"
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess), timeout=10_000)


def test_stopping_one_that_still_starts_ends_it(
    voice: Voice, fake: FakeVoice, qtbot: QtBot
) -> None:
    fake.behave("hung")
    voice.say(1, SENTENCE)
    voice.stop()
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess), timeout=10_000)
    assert voice.trouble == ""


def test_a_program_that_is_not_there_is_no_voice(qtbot: QtBot) -> None:
    voice = Voice(["/nowhere/at/all"])
    looked(voice, qtbot)
    assert voice.trouble == "died"
    voice.close()


def test_the_real_process_says_that_it_has_no_voice_or_which(qtbot: QtBot) -> None:
    """It starts, never takes the mock for a voice, and ends with its input."""
    process = QProcess()
    process.start(sys.executable, ["-m", "kiosk", "speak"])
    qtbot.waitUntil(process.canReadLine, timeout=30_000)
    line = bytes(process.readLine().data())
    assert line.startswith(b'{"voices":')
    assert b"mock" not in line
    process.write(b'{"say": 1, "text": "x", "language": "xx", "volume": 1, "rate": 0}\n')
    qtbot.waitUntil(process.canReadLine, timeout=30_000)
    assert b'"failed": 1' in bytes(process.readLine().data())
    process.closeWriteChannel()
    assert process.waitForFinished(10_000)
