"""Readability warns by the numbers of access.md L1 to L3, and by nothing else."""

from __future__ import annotations

import pytest

from kiosk.content.readability import flesch_douma
from kiosk.problems import Problem
from tests.content.builder import PackFolder

TOPIC = "nl/topics/10-een.md"


def page(pack: PackFolder, text: str) -> list[Problem]:
    """What is said when the last page has this text."""
    pack.replace(TOPIC, "Hier staat nog wat.", text)
    return [problem for problem in pack.problems() if "the seal is broken" not in problem.what]


@pytest.mark.parametrize(
    ("words", "sentences", "syllables", "score"),
    [(10, 1, 10, 120.5), (100, 10, 150, 82.0), (20, 2, 40, 43.5), (0, 0, 0, 100.0)],
)
def test_flesch_douma(words: int, sentences: int, syllables: int, score: float) -> None:
    assert flesch_douma(words, sentences, syllables) == pytest.approx(score)


def test_a_hard_page_is_named_with_its_score(pack: PackFolder) -> None:
    text = "Medicijnen bevorderen herstellende activiteiten."
    found = page(pack, text)
    assert ("nl/topics/10-een.md", 21) in [(p.file, p.line) for p in found]
    assert any("reading ease (Flesch-Douma) of -" in p.what for p in found)


def test_hard_pages_together_are_named_once(pack: PackFolder) -> None:
    found = page(pack, "Bewegen verbetert vele gewrichten. Bewegen verbetert herstel.")
    means = [p for p in found if "mean reading ease" in p.what]
    assert [(p.file, p.line, p.severity) for p in means] == [("nl/topics", 0, "warning")]


def test_long_sentences_together_are_named_once(pack: PackFolder) -> None:
    sentence = f"{' '.join(['wat'] * 14)}."
    body = "Bewegen doet **goed**. Dat is fijn.\n\n- Zwem wat.\n- Loop wat."
    pack.replace(TOPIC, body, f"{sentence} {sentence}")
    (problem,) = page(pack, sentence)
    assert (problem.file, problem.line, problem.severity) == ("nl/topics", 0, "warning")
    assert "14.0 words in the mean" in problem.what


@pytest.mark.parametrize(("words", "named"), [(14, False), (15, False), (16, True)])
def test_a_sentence_has_15_words_at_most(pack: PackFolder, words: int, named: bool) -> None:
    found = page(pack, f"{' '.join(['wat'] * words)}.")
    assert any("a sentence has" in p.what for p in found) == named


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("ademhaling", False),
        ("ademhalingen", True),
        ("strandwachtings", True),
        ("strandwachting", False),
    ],
)
def test_a_word_has_4_syllables_and_14_letters_at_most(
    pack: PackFolder, word: str, named: bool
) -> None:
    found = page(pack, f"Let op de {word}. Dat is goed. Zo is het. En nu. Ja.")
    assert any(f"the word {word} has" in p.what for p in found) == named


def test_long_words_in_the_kernel_and_the_quiz_are_named(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Bewegen doet goed. Dat is fijn.", "Zomervakantie doet goed.")
    pack.replace("nl/quiz.toml", "Stil zitten", "Zomervakantie")
    found = [p for p in pack.problems() if "zomervakantie" in p.what.lower()]
    assert [(p.file, p.line) for p in found] == [("nl/quiz.toml", 12), (TOPIC, 5)]


def test_other_languages_are_measured_without_syllables(pack: PackFolder) -> None:
    pack.add_language("fr")
    pack.replace("fr/topics/10-een.md", "Hier staat nog wat.", f"{' '.join(['mot'] * 16)}.")
    pack.replace("fr/topics/10-een.md", "Zwem wat.", "Kinésithérapeutes agréés.")
    found = [p for p in pack.problems() if p.file.startswith("fr/")]
    assert sorted(p.what.split("(")[0] for p in found) == [
        "a sentence has 16 words ",
        "the word Kinésithérapeutes has 17 letters",
    ]
