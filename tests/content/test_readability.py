"""Readability warns by the numbers of access.md L1 to L3, and by nothing else."""

from __future__ import annotations

import pytest

from kiosk.content.readability import EASE
from kiosk.problems import Problem
from tests.content.builder import PackFolder

TOPIC = "nl/topics/10-een.md"


def page(pack: PackFolder, text: str) -> list[Problem]:
    """What is said when the last page has this text."""
    pack.replace(TOPIC, "Hier staat nog wat.", text)
    return [problem for problem in pack.problems() if "the seal is broken" not in problem.what]


@pytest.mark.parametrize(
    ("language", "words", "sentences", "syllables", "score"),
    [
        ("nl", 10, 1, 10, 120.5),
        ("nl", 100, 10, 150, 82.0),
        ("nl", 20, 2, 40, 43.5),
        ("nl", 0, 0, 0, 100.0),
        ("fr", 100, 10, 150, 86.45),
        ("en", 100, 10, 150, 69.785),
        ("de", 100, 10, 150, 82.25),
    ],
)
def test_reading_ease(
    language: str, words: int, sentences: int, syllables: int, score: float
) -> None:
    assert EASE[language].score(words, sentences, syllables) == pytest.approx(score)


def test_a_hard_page_is_named_with_its_score(pack: PackFolder) -> None:
    text = "Medicijnen bevorderen herstellende activiteiten."
    found = page(pack, text)
    assert ("nl/topics/10-een.md", 21) in [(p.file, p.line) for p in found]
    assert any("reading ease (Flesch-Douma) of -" in p.what for p in found)


def test_the_hardest_sentence_of_a_page_is_named(pack: PackFolder) -> None:
    text = "Medicijnen bevorderen activiteiten. Zo is het. Bewegen verbetert vele gewrichten."
    (what,) = [p.what for p in page(pack, text) if "this page has a reading ease" in p.what]
    assert "hardest is “Medicijnen bevorderen activiteiten”" in what


def test_hard_pages_together_are_named_once(pack: PackFolder) -> None:
    found = page(pack, "Bewegen verbetert vele gewrichten. Bewegen verbetert herstel.")
    means = [p for p in found if "mean reading ease" in p.what]
    assert [(p.file, p.line, p.severity) for p in means] == [("nl/topics", 0, "warning")]


def test_long_sentences_together_are_named_once(pack: PackFolder) -> None:
    sentence = f"{' '.join(['wat'] * 14)}."
    body = "Bewegen doet **goed**. Dat is fijn.\n\n- Zwem wat.\n- Loop wat."
    pack.replace(TOPIC, body, sentence)
    (problem,) = page(pack, sentence)
    assert (problem.file, problem.line, problem.severity) == ("nl/topics", 0, "warning")
    assert "14.0 words in the mean" in problem.what


@pytest.mark.parametrize(("words", "named"), [((10, 10), False), ((10, 11), True), ((14,), False)])
def test_the_sentences_of_a_page_have_10_words_in_the_mean(
    pack: PackFolder, words: tuple[int, ...], named: bool
) -> None:
    text = " ".join(f"{' '.join(['wat'] * count)}." for count in words)
    found = [p for p in page(pack, text) if "of this page have" in p.what]
    assert [(p.file, p.line, p.severity) for p in found] == [(TOPIC, 21, "warning")] * named


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


@pytest.mark.parametrize(
    ("language", "formula", "hard", "fine"),
    [
        ("fr", "Kandel-Moles", "Les activités thérapeutiques améliorent.", "On va bien ici."),
        ("en", "Flesch", "Rehabilitation activities improve flexibility.", "It is good to move."),
        ("de", "Amstad", "Bewegungsaktivitäten verbessern Beweglichkeit.", "Es tut gut, zu gehen."),
    ],
)
def test_each_language_has_its_own_measure(
    pack: PackFolder, language: str, formula: str, hard: str, fine: str
) -> None:
    pack.add_language(language)
    topic = f"{language}/topics/10-een.md"

    def said() -> list[str]:
        found = [p for p in pack.problems() if p.file == topic and p.line == 21]
        return [p.what for p in found if "reading ease" in p.what]

    pack.replace(topic, "Hier staat nog wat.", hard)
    (what,) = said()
    assert f"reading ease ({formula}) of" in what
    assert f"hardest is “{hard.rstrip('.')}”" in what
    pack.replace(topic, hard, fine)
    assert said() == []


def test_a_language_without_a_counter_is_measured_by_words_and_letters(pack: PackFolder) -> None:
    pack.add_language("xx")
    pack.replace("xx/topics/10-een.md", "Hier staat nog wat.", f"{' '.join(['mot'] * 16)}.")
    pack.replace("xx/topics/10-een.md", "Zwem wat.", "Kinésithérapeutes agréés ABC.")
    found = [p for p in pack.problems() if p.file.startswith("xx/")]
    assert sorted(p.what.split("(")[0] for p in found) == [
        "a sentence has 16 words ",
        "the word Kinésithérapeutes has 17 letters",
    ]


def test_an_abbreviation_is_explained(pack: PackFolder) -> None:
    assert any("the abbreviation MRI" in p.what for p in page(pack, "Zie de MRI."))
    pack.write("nl/glossary.toml", 'MRI = "Een foto."\n')
    assert not any("MRI" in p.what for p in pack.problems())


@pytest.mark.parametrize(
    ("explanation", "what"),
    [
        ("Een foto. Van u.", "the explanation of MRI has 2 sentences"),
        (f"{' '.join(['wat'] * 16)}.", "the explanation of MRI has 16 words"),
        (f"{' '.join(['wat'] * 15)}.", ""),
        ("Zo geneest u.", "“geneest” is a word of promise"),
    ],
)
def test_an_explanation_is_one_plain_sentence(
    pack: PackFolder, explanation: str, what: str
) -> None:
    pack.replace("nl/topics/10-een.md", "Zwem wat.", "Zie de MRI.")
    pack.write("nl/glossary.toml", f'MRI = "{explanation}"\n')
    pack.seal()
    found = [p.what for p in pack.problems() if p.file == "nl/glossary.toml"]
    assert [what in text for text in found] == ([True] if what else []), found
