"""Called away and back: three pictures bring back the page and the quiz, from outside (issue 6)."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import zxingcpp

from tests.journeys.support.kiosk import REPOSITORY
from tests.journeys.support.switch import Switch, order_problems
from tests.journeys.support.walks import answer, open_home, open_topic, page, pages_onward

if TYPE_CHECKING:
    from tests.journeys.support.framebuffer import Picture
    from tests.journeys.support.kiosk import Kiosk

FAREWELL_S = 20.0
QUESTIONS = tomllib.loads(
    next(REPOSITORY.glob("resources/packs/bewegen-bij-ms/nl/topics/10-*.md"))
    .read_text("utf-8")
    .split("+++")[1]
)["questions"]


def leave(kiosk: Kiosk) -> list[str]:
    """Press "Klaar", look at the pictures, and walk away."""
    kiosk.open("nav.done", "screen.farewell")
    names = [node.name for node in kiosk.settled().starting("farewell.picture.")]
    assert len(set(names)) == 3
    kiosk.wait_for("screen.attract", timeout=FAREWELL_S + 5)
    return names


def visit_of_another(kiosk: Kiosk) -> None:
    """Somebody else reads another topic, says goodbye, and wipes it."""
    open_topic(kiosk, 2)
    kiosk.step("nav.next")
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")


def choose(kiosk: Kiosk, names: list[str], *, tap: bool = False, keys: bool = False) -> None:
    """Choose the pictures with these names; with `keys` by Tab, and Enter or Space."""
    for number, name in enumerate(names, 1):
        card = next(
            node for node in kiosk.settled().starting("return.picture.") if node.name == name
        )
        if keys:
            Switch(kiosk).press(card.identifier, card.identifier, ("Return", "space")[number % 2])
        elif tap:
            kiosk.tap(card.identifier)
        else:
            kiosk.do(card.identifier, "Toggle")
        state = f"{number} van 3 gekozen"
        assert kiosk.settled().node("return.state").name == state


def read_code(picture: Picture) -> str:
    view = memoryview(picture.data[1::4]).cast("B", shape=[picture.height, picture.width])
    (found,) = zxingcpp.read_barcodes(view)
    return found.text


def test_the_page_comes_back_after_another_visitor(kiosk: Kiosk) -> None:
    assert open_home(kiosk).find("home.return") is None
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")
    open_topic(kiosk, 1)
    before = page(kiosk.step("nav.next"))
    names = leave(kiosk)
    visit_of_another(kiosk)
    assert open_home(kiosk).find("home.return") is not None
    kiosk.go("home.return", "screen.return")
    choose(kiosk, names, tap=True)
    kiosk.go("nav.next", "screen.topic")
    assert page(kiosk.settled()) == before


def test_the_quiz_comes_back_and_a_wrong_choice_is_forgiven(kiosk: Kiosk) -> None:
    open_home(kiosk)
    kiosk.open("home.quiz", "screen.quiz")
    answer(kiosk, right=False)
    kiosk.open("quiz.stop", "screen.quiz-result")
    before = kiosk.settled()
    names = leave(kiosk)
    open_home(kiosk)
    kiosk.open("home.return", "screen.return")
    others = [node.name for node in kiosk.settled().starting("return.picture.")]
    choose(kiosk, [*names[:2], next(name for name in others if name not in names)])
    kiosk.do("nav.next")
    kiosk.wait_until_gone("nav.next")
    assert kiosk.settled().node("return.state").name == "0 van 3 gekozen"
    choose(kiosk, names, keys=True)
    assert order_problems(kiosk) == []
    Switch(kiosk).press("nav.next", "screen.quiz-result")
    assert kiosk.settled().content() == before.content()


def test_questions_are_taken_along_as_text(kiosk: Kiosk) -> None:
    open_topic(kiosk, 0)
    asking = next(one for one in pages_onward(kiosk) if one.find("topic.keep") is not None)
    assert all(question in asking.node("topic.body").name for question in QUESTIONS)
    assert order_problems(kiosk) == []
    Switch(kiosk).press("topic.keep", "topic.keep", "space")
    assert kiosk.settled().node("topic.keep").name == "Bewaard"
    kiosk.open("nav.done", "screen.farewell")
    text = kiosk.settled().node("farewell.code").name
    assert order_problems(kiosk) == []
    assert read_code(kiosk.still_picture()) == text
    assert all(question in text for question in QUESTIONS)
    kiosk.open("farewell.wipe", "screen.attract")
