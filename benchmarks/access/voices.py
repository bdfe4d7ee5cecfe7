"""The kiosk's side of speech, with a program that pretends to speak (access.md S2, S4, S5)."""

from __future__ import annotations

import math
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QProcess

from benchmarks.access.figure import Figure
from kiosk.domain.speaking import LOUDEST, gain, limit_s
from kiosk.host.speech.voice import Order, Voice
from kiosk.proving.offscreen import ready
from tests.speech.fake import FakeVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 10
LONG_S = 30.0
PATIENCE_S = 10.0
SENTENCE = Order("Bewegen helpt.", "nl")


class TooLateError(RuntimeError):
    """What was waited for did not happen."""


def measure() -> Iterator[Figure]:
    """Stop times, loudness, and how soon a voice that says nothing is noticed."""
    ready()
    with tempfile.TemporaryDirectory(prefix="voice-") as folder:
        fake = FakeVoice(Path(folder))
        yield Figure("S2", f"slowest of {ROUNDS} stops", max(_stops(fake)), "ms", most=300.0)
        yield Figure("S2", "a voice that does not listen", _deaf(fake), "ms", most=300.0)
        yield Figure("S5", "a mute voice is noticed", _mute(fake), "s", most=5.0)
    yield Figure("S5", "a stuck one, beyond its sentence", limit_s("", 0.0), "s", most=5.0)
    steps = [gain(step) for step in range(1, LOUDEST + 1)]
    yield Figure("S4", "steps", len(set(steps)), least=3)
    yield Figure("S4", "range", 20 * math.log10(max(steps) / min(steps)), "dB", least=18.0)


def _stops(fake: FakeVoice) -> Iterator[float]:
    """Ms from the order to fall silent to its arrival, in mid-sentence."""
    fake.last(LONG_S)
    voice = Voice([str(fake.program)])
    for number in range(1, ROUNDS + 1):
        begin(voice, number)
        before = time.monotonic()
        voice.stop()
        wait(lambda: "stop" in fake.heard()[-1].order)
        yield 1000 * (fake.heard()[-1].at - before)
    end(voice)


def _deaf(fake: FakeVoice) -> float:
    """Ms until a program is gone that does not fall silent when it is asked to."""
    fake.behave("deaf")
    voice = Voice([str(fake.program)])
    begin(voice, 1)
    before = time.monotonic()
    voice.stop()
    wait(lambda: not voice.findChildren(QProcess))
    return 1000 * (time.monotonic() - before)


def _mute(fake: FakeVoice) -> float:
    """Seconds until a voice is noticed that never begins, from when its process is ready."""
    fake.behave("mute")
    voice = Voice([str(fake.program)])
    voice.say(1, SENTENCE)
    wait(lambda: voice.asked)
    before = time.monotonic()
    wait(lambda: voice.trouble == "silent")
    seconds = time.monotonic() - before
    end(voice)
    return seconds


def begin(voice: Voice, number: int) -> None:
    """Say a sentence, and wait until it sounds."""
    told: list[int] = []
    voice.began.connect(told.append)
    voice.say(number, SENTENCE)
    wait(lambda: number in told)
    voice.began.disconnect(told.append)


def end(voice: Voice) -> None:
    """End a voice, and its process too."""
    processes = voice.findChildren(QProcess)
    voice.close()
    for process in processes:
        process.waitForFinished()


def wait(condition: Callable[[], bool]) -> None:
    """Let events pass until something is so. Raises TooLateError after ten seconds."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TooLateError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)
