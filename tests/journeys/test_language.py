"""Another language on the way: the page and the question that were open, and hard words explained."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from tests.journeys.support.kiosk import REPOSITORY
from tests.journeys.support.walks import answer, open_topic, page, pages_onward

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk

PACK = REPOSITORY / "resources" / "packs" / "bewegen-bij-ms"
BRAIN = "home.topic.hersenen-in-beeld"


def headings(language: str) -> list[str]:
    """The headings of the topic on the brain, from its own file."""
    text = (PACK / language / "topics" / "30-hersenen-in-beeld.md").read_text("utf-8")
    lines = text.split("+++")[2].splitlines()
    return [line.removeprefix("# ").strip() for line in lines if line.startswith("# ")]


def asks(language: str) -> list[str]:
    """The questions of the quiz, from its own file."""
    text = (PACK / language / "quiz.toml").read_text("utf-8")
    return [question["ask"] for question in tomllib.loads(text)["question"]]


def next_language(kiosk: Kiosk) -> None:
    """Press the language in "Taal en scherm", and go home again."""
    kiosk.open("nav.home", "screen.home")
    kiosk.open("nav.view", "screen.view")
    kiosk.step("view.language")
    kiosk.open("nav.back", "screen.home")


def test_the_page_and_the_question_are_the_same_in_the_next_language(kiosk: Kiosk) -> None:
    kiosk.open("attract.read", "screen.home")
    kiosk.open(BRAIN, "screen.topic")
    seen = page(kiosk.settled()).heading
    while seen == headings("nl")[0]:
        seen = page(kiosk.step("nav.next")).heading
    number = headings("nl").index(seen)
    next_language(kiosk)
    kiosk.open(BRAIN, "screen.topic")
    assert page(kiosk.settled()).heading == headings("fr")[number]

    kiosk.open("nav.home", "screen.home")
    kiosk.open("home.quiz", "screen.quiz")
    assert kiosk.settled().node("quiz.question").name == asks("fr")[0]
    kiosk.open("quiz.option.1", "quiz.verdict")
    kiosk.step("quiz.next")
    next_language(kiosk)
    kiosk.open("home.quiz", "screen.quiz")
    assert kiosk.settled().node("quiz.question").name == asks("en")[1]


def test_hard_words_are_explained_on_the_page_that_has_them(kiosk: Kiosk) -> None:
    """Each once in a topic, and never inside the page's own text (issue 6)."""
    open_topic(kiosk)
    glossary = tomllib.loads((PACK / "nl" / "glossary.toml").read_text("utf-8"))
    lines = {f"{key.split(',')[0]}: {meaning}" for key, meaning in glossary.items()}
    seen: list[tuple[str, str]] = []
    for snapshot in pages_onward(kiosk):
        shown = page(snapshot)
        for name in ("topic.glossary", "topic.body"):
            node = snapshot.find(name)
            said = [] if node is None else node.name.split("\n")
            seen += [(shown.title, one) for one in said if one in lines]
    assert len(seen) == len(set(seen))
    assert {line for _, line in seen} == lines
    assert kiosk.settled().screen() == "screen.quiz"
    assert answer(kiosk, right=True).find("topic.glossary") is None
