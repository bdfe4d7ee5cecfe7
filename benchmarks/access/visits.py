"""A thousand visits in one process: how much memory they leave behind (access.md X6)."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from benchmarks.access.figure import Figure
from benchmarks.usage import pss_mb
from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.domain.letters import Letters
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import QuestionPlace, TopicPlace
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, ready
from kiosk.ui.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

WARM_UP, VISITS, QUIZ_EVERY = 50, 1000, 5


def measure() -> Iterator[Figure]:
    """Home and a topic in every visit, now and then an answer; the letters change each time."""
    ready()
    bundle, folder = Bundle(None), resource("packs/bewegen-bij-ms")
    loaded = load(folder, None, QtProbe)
    assert loaded.pack is not None, "the bundled pack can be opened"
    content = Content(loaded.pack, folder, bundle.strings, ("nl",), "nl")
    kiosk = Offscreen(PANES[2], Letters(125), content, bundle.kit(lambda path: folder / path))
    try:
        for number in range(WARM_UP):
            _visit(kiosk, number)
        before = _memory_mb()
        for number in range(VISITS):
            _visit(kiosk, number)
        growth = 100 * (_memory_mb() / before - 1)
    finally:
        kiosk.close()
        loaded.close()
    yield Figure("X6", f"memory over {VISITS} visits", growth, "%", most=5.0)


def _visit(kiosk: Offscreen, number: int) -> None:
    navigator = kiosk.navigator
    navigator.begin(STEPS[number % len(STEPS)])
    assert navigator.visit is not None, "it has begun"
    topics, questions = navigator.edition.topics, navigator.edition.questions
    navigator.go(TopicPlace(topics[number % len(topics)].id))
    if number % QUIZ_EVERY == 0:
        navigator.visit.quiz = QuizRound.over(questions).answered(0, 0)
        navigator.go(QuestionPlace(0))
    kiosk.show_attract()
    kiosk.tidy()


def _memory_mb() -> float:
    gc.collect()
    return pss_mb(os.getpid())
