"""Errors and warnings of a quiz, each at its line."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    QUIZ,
    TOPIC,
    Case,
    With,
    assert_only,
    assert_richer,
    problems_after,
    unsealed,
    with_long_quiz,
    with_picture,
    words,
)

ERRORS = {
    "question over 12 words": Case(
        QUIZ, "Wat doet goed?", words(13), 4, "the question has 13 words", "at most 12"
    ),
    "option over 6 words": Case(
        QUIZ, '"Bewegen"', '"een twee drie vier vijf zes zeven"', 7, "the answer has 7 words", "6"
    ),
    "why under 8 words": Case(
        QUIZ, "Ja, want op de kaart staat dat bewegen goed doet.", words(7), 9, "has 7 words", "8"
    ),
    "why over 16 words": Case(
        QUIZ, "Nee, want op de kaart staat dat bewegen goed doet.", words(17), 14, "has 17 words"
    ),
    "character in the quiz": Case(
        QUIZ, '"Stil zitten"', '"Stil → zitten"', 12, "lacks the character"
    ),
    "unknown quiz key": Case(
        QUIZ, 'ask = "Wat', 'aks = "x"\nask = "Wat', 4, "'aks' is unknown", "did you mean ask?"
    ),
    "unknown option key": Case(
        QUIZ, "correct = true", "correct = true\nwhyy = 1", 9, "'whyy' is unknown", "mean why?"
    ),
    "question without a topic": Case(QUIZ, 'topic = "een"\n', "", 1, "topic is missing"),
    "question about no topic": Case(
        QUIZ, 'topic = "een"', 'topic = "eeen"', 3, "there is no topic 'eeen'", "did you mean een?"
    ),
    "correct not written": Case(QUIZ, "correct = false\n", "", 11, "correct is missing"),
    "correct in quotes": Case(
        QUIZ, "correct = true", 'correct = "true"', 8, "correct is not true or false"
    ),
    "none correct": Case(QUIZ, "correct = true", "correct = false", 1, "0 answers are correct"),
    "two correct": Case(QUIZ, "correct = false", "correct = true", 1, "2 answers are correct"),
    "same answers": Case(QUIZ, '"Stil zitten"', '"bewegen"', 1, "two answers are the same"),
}


MORE_ERRORS = {
    "same question id": With(
        with_long_quiz, Case(QUIZ, 'id = "q9"', 'id = "q1"', 17, "the id 'q1' stands here twice")
    ),
}


WARNINGS = {
    "question picture without alt": With(
        with_picture, Case(QUIZ, "ask =", 'image = "images/beeld.png"\nask =', 4, "has no text")
    ),
    "right answer always the longest": With(
        with_long_quiz, Case(QUIZ, '"Stil zitten"', '"Zit"', 0, "in 2 of 3 questions the right")
    ),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_the_quiz(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


@pytest.mark.parametrize("case", MORE_ERRORS.values(), ids=MORE_ERRORS.keys())
def test_an_error_of_a_richer_pack(pack: PackFolder, case: With) -> None:
    assert_richer(pack, case, "error")


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning_of_a_richer_pack(pack: PackFolder, case: With) -> None:
    assert_richer(pack, case, "warning")


@pytest.mark.parametrize("count", [1, 4])
def test_a_question_has_two_or_three_answers(pack: PackFolder, count: int) -> None:
    head, right, wrong = pack.read(QUIZ).split("[[question.option]]")
    others = [wrong.replace("Stil zitten", f"Stil {n}") for n in range(count - 1)]
    pack.write(QUIZ, "[[question.option]]".join([head, right, *others]))
    found = [problem for problem in pack.problems() if problem.severity == "error"]
    assert_only(found, Case(QUIZ, "", "", 1, f"this question has {count} answers"), "error")


def test_a_question_whose_topic_does_not_cover_its_answer_is_a_warning(pack: PackFolder) -> None:
    pack.add_claims()
    text = pack.read(TOPIC).replace('"een"', '"twee"')
    pack.write(
        "claims.toml",
        pack.read("claims.toml").replace("C01", "C02")
        + pack.read("claims.toml").removeprefix("schema = 1\n"),
    )
    pack.write("nl/topics/20-twee.md", text.replace("C01", "C02"))
    pack.replace(QUIZ, 'topic = "een"', 'topic = "twee"')
    pack.seal()
    found = pack.problems()
    assert_only(found, Case(QUIZ, "", "", 3, "no page of twee covers C01"), "warning")


def test_right_answers_in_one_place_are_a_warning(pack: PackFolder) -> None:
    text = pack.read(QUIZ)
    pack.write(QUIZ, "\n".join(text.replace('"q1"', f'"q{number}"') for number in range(3)))
    case = Case(QUIZ, "", "", 0, "3 of 3 right answers stand in place 1", "spread them")
    assert_only(unsealed(pack), case, "warning")


def test_a_right_answer_as_long_as_another_is_not_the_longest(pack: PackFolder) -> None:
    with_long_quiz(pack)
    pack.replace(QUIZ, '"Stil zitten"', '"Nietste"')
    assert len("Nietste") == len("Bewegen")
    assert unsealed(pack) == []
