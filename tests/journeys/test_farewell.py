"""The end of a visit: hidden at once, wiped on demand or by time, as if nobody had been there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.journeys.support.house import Plan
from tests.journeys.support.walks import answer, open_home, open_topic, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

RESET_S = 1.0
"""access.md P2."""


def test_done_hides_at_once_and_resume_shows_the_same_page(kiosk: Kiosk) -> None:
    open_topic(kiosk)
    before = kiosk.step("nav.next")
    kiosk.go("nav.done", "screen.farewell")
    text = " ".join(node.name for node in kiosk.settled())
    assert page(before).title not in text
    assert page(before).body not in text
    assert "Was of ontsmet uw handen." in text
    kiosk.go("farewell.resume", "screen.topic")
    assert kiosk.settled().content() == before.content()


def test_back_on_the_farewell_reads_on(kiosk: Kiosk) -> None:
    open_topic(kiosk)
    kiosk.open("nav.done", "screen.farewell")
    kiosk.key("Escape")
    kiosk.wait_for("screen.topic")


def test_after_a_visit_all_shows_as_at_a_fresh_start(start: Callable[[Plan], Kiosk]) -> None:
    """access.md P2: answers, letters and theme are gone; the trees are equal."""
    kiosk = start(Plan())
    fresh = kiosk.settled()
    fresh_home = open_home(kiosk)
    fresh_quiz = kiosk.open("home.quiz", "screen.quiz") and kiosk.settled()
    kiosk.open("quiz.stop", "screen.quiz-result")
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")

    kiosk.open("attract.dark", "screen.home")
    kiosk.step("nav.size")
    kiosk.open("home.quiz", "screen.quiz")
    answer(kiosk, right=False)
    kiosk.open("nav.home", "screen.home")
    kiosk.open("nav.view", "screen.view")
    kiosk.open("nav.done", "screen.farewell")
    kiosk.tap("farewell.wipe")
    lifted = time.monotonic()
    kiosk.wait_for("screen.attract")
    assert time.monotonic() - lifted <= RESET_S

    assert kiosk.settled().content() == fresh.content()
    assert open_home(kiosk).content() == fresh_home.content()
    kiosk.open("home.quiz", "screen.quiz")
    assert kiosk.settled().content() == fresh_quiz.content()
