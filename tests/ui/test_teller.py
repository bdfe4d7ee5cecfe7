"""What a screen reader is told when a page opens (access.md X3)."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from kiosk.ui.screen import Screen
from tests.ui.support.kiosk import Kiosk


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    def announce(_screen: Screen, text: str) -> None:
        heard.append(text)

    monkeypatch.setattr(Screen, "announce", announce)
    return heard


def test_a_page_is_told_whole_and_in_order(kiosk: Kiosk, told: list[str]) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next")
    parts = ("topic.title", "topic.progress", "topic.heading", "topic.body")
    assert told[-1].startswith("\n".join(kiosk.name(part) for part in parts))
    assert len(told) == 3


def test_every_screen_of_a_visit_is_told(kiosk: Kiosk, told: list[str]) -> None:
    kiosk.press("attract.read")
    assert told[-1].startswith(kiosk.name("home.title"))
    kiosk.press("nav.view")
    assert told[-1] == kiosk.name("view.title")
    kiosk.press("view.about")
    assert kiosk.name("about.body") in told[-1]
    kiosk.press("nav.home", "home.quiz")
    assert told[-1].endswith(kiosk.name("quiz.question"))
    kiosk.press("quiz.stop")
    assert kiosk.name("quiz.summary") in told[-1]
    kiosk.press("nav.done")
    assert kiosk.name("farewell.hands") in told[-1]


def test_a_verdict_is_told_once_and_its_question_again_after_it(
    kiosk: Kiosk, told: list[str]
) -> None:
    kiosk.press("attract.read", "home.quiz")
    question = told[-1]
    told.clear()
    kiosk.press("quiz.option.1")
    assert len(told) == 1
    assert kiosk.name("quiz.why") in told[0]
    kiosk.press("nav.back")
    assert told[1:] == [question]


def test_what_only_looks_different_is_not_told_again(kiosk: Kiosk, told: list[str]) -> None:
    kiosk.press("attract.read", "nav.view")
    told.clear()
    kiosk.press("view.dark", "view.mirror")
    assert told == []


def test_the_next_visitor_is_told_too(kiosk: Kiosk, told: list[str]) -> None:
    kiosk.press("attract.read")
    home = told[-1]
    kiosk.session.reset()
    kiosk.press("attract.read")
    assert told == [home, home]


def test_attract_speaks_to_nobody(kiosk: Kiosk, told: list[str]) -> None:
    kiosk.wait(60)
    assert told == []


def test_nothing_of_a_visit_stays_with_it(kiosk: Kiosk) -> None:
    """access.md P2."""
    kiosk.press("attract.read")
    visit = ref(kiosk.session.navigator.visit)
    kiosk.session.reset()
    gc.collect()
    assert visit() is None
