"""The result: what went well, what can be asked again, and the way back (DESIGN.md section 5)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.quiz_support import answer, said
from tests.ui.support.kiosk import Kiosk


def test_stopping_gives_the_result_so_far(quiz: Kiosk) -> None:
    answer(quiz, right=True)
    quiz.press("quiz.stop")
    assert quiz.name("quiz.result-title") == said(quiz, "result.stopped")
    assert quiz.name("quiz.summary") == said(quiz, "result.known", first="Kaart 1")
    assert not quiz.shows("quiz.again")


def test_stopping_before_any_answer_is_fine(quiz: Kiosk) -> None:
    quiz.press("quiz.stop")
    assert quiz.name("quiz.summary") == said(quiz, "result.none")
    assert not quiz.shows("quiz.topic.1")
    assert not quiz.shows("quiz.read-again")


def test_the_result_offers_topics_and_missed_questions(quiz: Kiosk) -> None:
    for right in (False, True, False):
        answer(quiz, right=right)
        quiz.press("quiz.next")
    assert quiz.name("quiz.result-title") == said(quiz, "result.done")
    assert quiz.name("quiz.summary") == said(quiz, "result.known", first="Kaart 2")
    assert quiz.name("quiz.topic.1") == "Kaart 1"
    assert not quiz.shows("quiz.topic.2"), "a topic that was missed twice stands there once"
    assert quiz.name("quiz.again") == "Nog eens: 2 vragen"


def test_again_asks_the_missed_questions_only(quiz: Kiosk) -> None:
    for right in (False, True, False):
        answer(quiz, right=right)
        quiz.press("quiz.next")
    quiz.press("quiz.again")
    assert quiz.name("quiz.progress") == "Vraag 1 van 2"
    assert quiz.name("quiz.question") == "Wat was vraag 1 ook weer?"
    answer(quiz, right=True)
    quiz.press("quiz.next")
    assert quiz.name("quiz.question") == "Wat was vraag 3 ook weer?"
    answer(quiz, right=True)
    quiz.press("quiz.next")
    assert quiz.screen == "screen.quiz-result"
    assert not quiz.shows("quiz.again")


def test_one_missed_question_is_one(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.press("quiz.stop")
    assert quiz.name("quiz.again") == "Nog eens: 1 vraag"


def test_all_right_offers_nothing_again(quiz: Kiosk) -> None:
    for _ in range(3):
        answer(quiz, right=True)
        quiz.press("quiz.next")
    assert not {"quiz.again", "quiz.topic.1", "quiz.topic.2"} & set(quiz.widgets())
    assert quiz.name("quiz.summary") == said(
        quiz, "result.known_two", first="Kaart 1", second="Kaart 2"
    )


def test_all_wrong_still_says_what_went_well(quiz: Kiosk) -> None:
    for _ in range(3):
        answer(quiz, right=False)
        quiz.press("quiz.next")
    assert quiz.name("quiz.summary") == said(quiz, "result.new")


@pytest.mark.parametrize("rights", [(False, False, False), (True, False, True), (True,) * 3])
def test_no_number_out_of_how_many_stands_on_the_result(
    quiz: Kiosk, rights: tuple[bool, ...]
) -> None:
    for right in rights:
        answer(quiz, right=right)
        quiz.press("quiz.next")
    said = " ".join(node.name for node in quiz.nodes() if node.identifier != "quiz.again")
    said = said.replace("Kaart 1", "").replace("Kaart 2", "")
    assert not any(sign.isdigit() for sign in said)
    for word in ("fout", "punt", "score", "geslaagd", "%"):
        assert word not in said.lower()


def test_a_card_of_the_result_opens_its_topic_and_back_leads_to_the_result(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.press("quiz.stop", "quiz.topic.1")
    assert quiz.name("topic.title") == "Kaart 1"
    quiz.press("nav.back")
    assert quiz.screen == "screen.quiz-result"


def test_back_after_another_round_shows_no_question_that_it_does_not_ask(quiz: Kiosk) -> None:
    for right in (False, True, False):
        answer(quiz, right=right)
        quiz.press("quiz.next")
    quiz.press("quiz.again")
    for _ in range(20):
        quiz.key(Qt.Key.Key_Escape)
    assert quiz.screen == "screen.home"


def test_stopping_a_retry_keeps_what_was_answered(quiz: Kiosk) -> None:
    for _ in range(3):
        answer(quiz, right=False)
        quiz.press("quiz.next")
    quiz.press("quiz.again", "quiz.stop")
    assert quiz.name("quiz.again") == said(quiz, "result.again", count="3")
    quiz.press("quiz.topic.1")
