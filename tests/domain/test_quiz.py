"""One round of the quiz (DESIGN.md section 5; access.md Q3, Q4)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pack import Option, Page, Question, Run, Sentence
from kiosk.domain.quiz import QuizRound, page_of, topics_of

RIGHT, WRONG = 0, 1


def question(topic: str = "een") -> Question:
    options = tuple(Option(text, text == "goed", (), ("C01",), "") for text in ("goed", "mis"))
    return Question("q", topic, Sentence("s", (Run("Wat?"),)), None, options)


def page(*claims: str) -> Page:
    return Page(Sentence("h", (Run("Kop"),)), (), None, claims, "", "")


THREE = [question("een"), question("twee"), question("een")]


def test_a_fresh_round_asks_everything_in_order() -> None:
    fresh = QuizRound.over(THREE)
    assert fresh.asked == (0, 1, 2)
    assert fresh.next_open() == 0
    assert [fresh.progress(number) for number in fresh.asked] == [(1, 3), (2, 3), (3, 3)]
    assert fresh.answer_to(0) is None


def test_an_answer_stands_until_another_replaces_it() -> None:
    quiz = QuizRound.over(THREE).answered(0, WRONG)
    assert quiz.answer_to(0) == WRONG
    assert quiz.answered(0, RIGHT).answer_to(0) == RIGHT
    assert quiz.answered(0, RIGHT).missed(THREE) == ()


def test_an_answer_can_be_taken_back() -> None:
    quiz = QuizRound.over(THREE).answered(0, WRONG).answered(1, RIGHT).reopened(0)
    assert quiz.answer_to(0) is None
    assert quiz.answer_to(1) == RIGHT


def test_the_next_question_is_the_next_open_one_else_an_earlier_one() -> None:
    quiz = QuizRound.over(THREE).answered(0, RIGHT)
    assert quiz.next_open(0) == 1
    assert quiz.answered(1, RIGHT).next_open(1) == 2
    assert quiz.answered(2, RIGHT).next_open(2) == 1
    assert quiz.answered(1, RIGHT).answered(2, RIGHT).next_open(2) is None


def test_a_question_that_is_not_asked_counts_as_the_start() -> None:
    assert QuizRound((0, 2)).next_open(1) == 0


def test_missed_and_known_are_in_order_and_leave_out_what_is_open() -> None:
    quiz = QuizRound.over(THREE).answered(2, WRONG).answered(0, WRONG)
    assert quiz.missed(THREE) == (0, 2)
    assert quiz.known(THREE) == ()
    assert quiz.answered(0, RIGHT).known(THREE) == (0,)


def test_again_asks_only_what_was_missed() -> None:
    quiz = QuizRound.over(THREE).answered(0, WRONG).answered(1, RIGHT).again(THREE)
    assert quiz == QuizRound((0,), (), ((0, WRONG), (1, RIGHT)))
    assert quiz.progress(0) == (1, 1)


def test_stopping_a_retry_loses_nothing() -> None:
    quiz = QuizRound.over(THREE).answered(0, WRONG).answered(1, RIGHT).answered(2, WRONG)
    retry = quiz.again(THREE)
    assert retry.is_retry
    assert retry.missed(THREE) == (0, 2)
    assert retry.known(THREE) == (1,)
    assert retry.answered(0, RIGHT).missed(THREE) == (2,)
    assert retry.answered(0, RIGHT).known(THREE) == (0, 1)


def test_a_round_over_nothing_ends_at_once() -> None:
    assert QuizRound.over([]).next_open() is None
    assert QuizRound.over(THREE).again(THREE).asked == ()


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1))))
def test_every_way_through_ends_with_all_known_or_missed(answers: list[tuple[int, int]]) -> None:
    quiz = QuizRound.over(THREE)
    for place, option in answers:
        quiz = quiz.answered(place, option)
    steps = 0
    while (place := quiz.next_open()) is not None:
        quiz = quiz.answered(place, WRONG)
        steps += 1
    assert steps <= 3
    assert sorted(quiz.known(THREE) + quiz.missed(THREE)) == [0, 1, 2]


def test_topics_come_once_each_and_at_most_so_many() -> None:
    assert topics_of(THREE, (0, 1, 2), 2) == ("een", "twee")
    assert topics_of(THREE, (2, 0), 2) == ("een",)
    assert topics_of(THREE, (0, 1), 1) == ("een",)


def test_an_answer_comes_from_the_first_page_with_one_of_its_claims() -> None:
    pages = [page("C02"), page("C03", "C01"), page("C01")]
    assert page_of(pages, THREE[0].options[RIGHT]) == 1
    assert page_of([page("C09")], THREE[0].options[RIGHT]) == 0


def test_a_question_knows_its_right_answer() -> None:
    assert THREE[0].right.text == "goed"
