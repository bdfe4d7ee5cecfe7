"""Ways through the kiosk that several journeys take, and what they find on the way."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.journeys.support.kiosk import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot

PACK = REPOSITORY / "resources" / "packs" / "bewegen-bij-ms" / "nl"
MOST_PAGES = 240
"""More pages than any letter size makes of the bundled pack: a walk that gets there is lost."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of a topic says."""

    title: str
    heading: str
    body: str
    progress: str
    following: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """A question's options: the right text and the others."""

    right: str
    wrong: tuple[str, ...]


def quiz_answers() -> dict[str, Answers]:
    """Question to answers, from the bundled pack's own file."""
    questions = tomllib.loads((PACK / "quiz.toml").read_text("utf-8"))["question"]
    return {
        question["ask"]: Answers(
            next(option["text"] for option in question["option"] if option["correct"]),
            tuple(option["text"] for option in question["option"] if not option["correct"]),
        )
        for question in questions
    }


def first_title() -> str:
    """The title of the bundled pack's first topic, from its own file."""
    first = min((PACK / "topics").glob("*.md"))
    title: str = tomllib.loads(first.read_text("utf-8").split("+++")[1])["title"]
    return title.replace("\u00ad", "")


def open_home(kiosk: Kiosk, door: str = "attract.read") -> Snapshot:
    """From attract through a door to home."""
    kiosk.open(door, "screen.home")
    return kiosk.settled()


def open_topic(kiosk: Kiosk, number: int = 0) -> Snapshot:
    """From attract through home to the first page of a topic, counted from 0."""
    cards = open_home(kiosk).starting("home.topic.")
    kiosk.open(cards[number].identifier, "screen.topic")
    return kiosk.settled()


def open_quiz(kiosk: Kiosk) -> Snapshot:
    """From attract through home to the first question."""
    open_home(kiosk)
    kiosk.open("home.quiz", "screen.quiz")
    return kiosk.settled()


def page(snapshot: Snapshot) -> Page:
    """The page that shows."""
    following = snapshot.find("topic.following")
    return Page(
        title=snapshot.node("topic.title").name,
        heading=snapshot.node("topic.heading").name,
        body=snapshot.node("topic.body").name,
        progress=snapshot.node("topic.progress").name,
        following=None if following is None else following.name,
    )


def pages_onward(kiosk: Kiosk) -> Iterator[Snapshot]:
    """Every page from the one that shows, "Verder" by "Verder", up to the quiz."""
    snapshot = kiosk.settled()
    for _ in range(MOST_PAGES):
        if snapshot.screen() != "screen.topic":
            return
        yield snapshot
        snapshot = kiosk.step("nav.next")
    raise AssertionError(f"no end after {MOST_PAGES} pages")


def answer(kiosk: Kiosk, *, right: bool, tap: bool = False) -> Snapshot:
    """Answer the question that shows; returns the verdict."""
    snapshot = kiosk.settled()
    answers = quiz_answers()[snapshot.node("quiz.question").name]
    wanted = answers.right if right else answers.wrong[0]
    option = next(node for node in snapshot.starting("quiz.option.") if node.name == wanted)
    (kiosk.go if tap else kiosk.open)(option.identifier, "quiz.verdict")
    return kiosk.settled()
