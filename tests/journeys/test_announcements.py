"""What a screen reader is told without being asked, in the language that shows (access.md X3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk

OTHERS = ("Français", "English", "Deutsch")


class Ear:
    """Hears what is announced."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._tree = kiosk.desk.tree
        self._tree.listen("object:announcement")
        self._heard: list[str] = []

    def hears(self, *names: str) -> None:
        """Wait for one announcement that says all of this, in this order; forget it."""

        def told() -> bool:
            self._heard += self._tree.announcements()
            return any(in_order(one, names) for one in self._heard)

        wait_for(told, f"an announcement of {names}", timeout=5)
        self._heard.clear()


def in_order(text: str, names: tuple[str, ...]) -> bool:
    at = 0
    for name in names:
        at = text.find(name, at)
        if at < 0:
            return False
        at += len(name)
    return True


def names(kiosk: Kiosk, *identifiers: str) -> tuple[str, ...]:
    shown = kiosk.settled()
    return tuple(shown.node(one).name for one in identifiers)


def test_pages_and_verdicts_in_every_language(kiosk: Kiosk) -> None:
    ear = Ear(kiosk)
    kiosk.open("attract.read", "screen.home")
    ear.hears(*names(kiosk, "home.title", "home.subtitle"))
    for number in range(len(OTHERS) + 1):
        kiosk.open(kiosk.settled().starting("home.topic.")[number].identifier, "screen.topic")
        page = ("topic.title", "topic.progress", "topic.heading", "topic.body")
        ear.hears(*names(kiosk, *page))
        kiosk.step("nav.next")
        ear.hears(*names(kiosk, *page))
        kiosk.open("nav.home", "screen.home")
        kiosk.open("home.quiz", "screen.quiz")
        ear.hears(*names(kiosk, "quiz.question"))
        kiosk.open("quiz.option.1", "quiz.verdict")
        ear.hears(*names(kiosk, "quiz.verdict", "quiz.right-answer", "quiz.why"))
        kiosk.open("quiz.stop", "screen.quiz-result")
        ear.hears(*names(kiosk, "quiz.result-title", "quiz.summary"))
        kiosk.open("nav.home", "screen.home")
        if number < len(OTHERS):
            kiosk.open("nav.view", "screen.view")
            assert kiosk.node("view.language").name == OTHERS[number]
            before = kiosk.node("view.title").name
            kiosk.do("view.language")
            wait_for(lambda was=before: kiosk.node("view.title").name != was, "the language")
            ear.hears(*names(kiosk, "view.title"))
            kiosk.open("nav.home", "screen.home")
