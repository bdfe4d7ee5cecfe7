"""A talk on one screen, from its preparation back to the patients (issue 3, item 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.waiting import wait_for
from tests.journeys.support.walks import quiz_answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

TALK = Plan(options=("--mode", "presentation"), first_screen="screen.talk")
MOST_STEPS = 120
"""More steps than the bundled pack has on a 21.5 inch panel."""
CONTROLS_S = 6.0
GATE_ASKS_S = 1.2
"""So long after it was asked "next" is no answer to whether the talk is over."""
BLACK = (0, 0, 0)


@pytest.fixture
def talk(start: Callable[[Plan], Kiosk]) -> Kiosk:
    """A kiosk that was started for a talk; everything chosen, the first slide shows."""
    kiosk = start(TALK)
    kiosk.wait_for("talk.start")
    kiosk.key("F5")
    kiosk.wait_for("talk.slide")
    kiosk.desk.hand.keep_clear()
    return kiosk


def slide(kiosk: Kiosk) -> str:
    return kiosk.node("talk.slide").name


def onward(kiosk: Kiosk, key: str = "Next") -> str:
    """Press a key and wait until the slide is another; returns its words."""
    before = slide(kiosk)
    kiosk.key(key)
    return wait_for(
        lambda: name if (name := slide(kiosk)) != before else None, f"a slide after {key}"
    )


def ends(kiosk: Kiosk) -> None:
    """The patients have their kiosk back, with nothing of the talk."""
    kiosk.wait_for("screen.attract", timeout=10)
    assert [node for node in kiosk.settled() if node.identifier.startswith("talk.")] == []
    assert kiosk.runs()


def test_a_whole_talk_by_clicker(talk: Kiosk) -> None:
    asked: set[str] = set()
    told: list[str] = []
    for _ in range(MOST_STEPS):
        if "Dank u wel" in slide(talk):
            break
        name = onward(talk)
        told.append(name)
        asked |= {question for question in quiz_answers() if question in name}
    assert asked == set(quiz_answers())
    for answers in quiz_answers().values():
        assert any(name.startswith(f"Juist: {answers.right}") for name in told)
    talk.key("Next")
    talk.wait_for("talk.question")
    talk.key("Prior")
    talk.wait_until_gone("talk.question")
    onward(talk)
    talk.key("Next")
    talk.wait_for("talk.question")
    wait_for(lambda: ended(talk), "the end after a second press", every=GATE_ASKS_S)
    ends(talk)


def ended(kiosk: Kiosk) -> bool:
    if kiosk.find("talk.question") is not None:
        kiosk.key("Next")
    return kiosk.find("screen.attract") is not None


def test_a_clicker_whose_start_key_alternates_f5_and_esc_is_harmless(talk: Kiosk) -> None:
    name = onward(talk)
    for _ in range(4):
        talk.key("F5")
        talk.key("Escape")
    assert slide(talk) == name
    assert talk.find("talk.question") is None
    assert talk.screen() == "screen.talk"


def test_black_is_black_and_next_brings_the_slide_back(talk: Kiosk) -> None:
    onward(talk)
    talk.wait_until_gone("talk.next", timeout=CONTROLS_S + 4)
    talk.key("period")
    wait_for(lambda: set(talk.picture().colours()) == {BLACK}, "nothing but black")
    for key in ("Tab", "End", "F1", "3"):
        talk.key(key)
    assert set(talk.still_picture().colours()) == {BLACK}
    talk.key("Next")
    wait_for(lambda: talk.picture().colours().get(BLACK, 0) == 0, "a slide")


def test_controls_come_by_touch_and_fade(talk: Kiosk) -> None:
    onward(talk)
    talk.wait_until_gone("talk.next", timeout=CONTROLS_S + 4)
    name = slide(talk)
    talk.tap_spot((960, 300))
    for control in ("talk.back", "talk.black", "talk.overview", "talk.next"):
        node = talk.wait_for(control)
        assert min(node.box[2:]) >= 30 * 4.03
    assert slide(talk) == name
    talk.tap("talk.next")
    wait_for(lambda: slide(talk) != name, "the next slide")
    talk.wait_until_gone("talk.next", timeout=CONTROLS_S + 4)


def test_the_overview_by_touch_and_the_end_card(talk: Kiosk) -> None:
    if talk.find("talk.overview") is None:
        talk.tap_spot((960, 300))
    talk.tap("talk.overview")
    third = talk.wait_for("talk.go.3").name.removeprefix("3 ")
    talk.tap("talk.go.3")
    wait_for(lambda: talk.find("talk.slide"), "the slide")
    assert third in slide(talk)
    talk.key("End")
    wait_for(lambda: "Dank u wel" in slide(talk), "the end card")
    talk.tap("talk.end")
    ends(talk)


def test_a_question_shows_its_answer_by_shape_and_word_on_next(talk: Kiosk) -> None:
    for key in ("7", "Return"):
        talk.key(key)
    ask, answers = next(
        (ask, answers) for ask, answers in quiz_answers().items() if wait_asked(talk, ask)
    )
    while talk.find("talk.option.1") is None:
        onward(talk)
    options = [node.name for node in talk.settled().starting("talk.option.")]
    assert set(options) == {answers.right, *answers.wrong}
    talk.wait_until_gone("talk.next", timeout=CONTROLS_S + 4)
    talk.tap("talk.option.2")
    wait_for(lambda: talk.node("talk.option.2").name.endswith("1 hand"), "a hand")
    before = talk.still_picture()
    assert "Juist" not in " ".join(node.name for node in talk.settled())
    name = onward(talk)
    assert f"Juist: {answers.right}" in name
    assert talk.still_picture().colours() != before.colours()
    assert ask


def wait_asked(kiosk: Kiosk, ask: str) -> bool:
    return wait_for(lambda: slide(kiosk).split("\n")[0] in quiz_answers(), "a question") and (
        ask in slide(kiosk)
    )
