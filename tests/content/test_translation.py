"""What a translation lacks, and what is older than the text it was made from."""

from __future__ import annotations

import pytest

from kiosk.problems import Problem
from tests.content.builder import PackFolder

TOPIC = "fr/topics/10-een.md"
QUIZ = "fr/quiz.toml"
ASKED = 'translation_of = "?"\n'
WRONG = """
[[question.option]]
text = "Slapen"
correct = false
why = "Nee, want op de kaart staat dat bewegen goed doet."
"""


@pytest.fixture
def bilingual(pack: PackFolder) -> PackFolder:
    pack.add_language("fr")
    return pack


def problems(pack: PackFolder) -> list[Problem]:
    return [p for p in pack.problems() if "the seal is broken" not in p.what]


def hash_of(problem: Problem) -> str:
    return problem.to_do.split('"')[1]


def test_a_topic_is_as_old_as_the_words_it_names(bilingual: PackFolder) -> None:
    bilingual.replace(TOPIC, 'id = "een"\n', f'id = "een"\n{ASKED}')
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line, problem.severity) == (TOPIC, 3, "warning")
    assert "changed since this was translated" in problem.what
    bilingual.replace(TOPIC, ASKED, f'translation_of = "{hash_of(problem)}"\n')
    assert problems(bilingual) == []
    bilingual.replace("nl/topics/10-een.md", "Hier staat nog wat.", "Hier staat al wat.")
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line) == (TOPIC, 3)


def test_a_quiz_is_as_old_as_the_words_it_names(bilingual: PackFolder) -> None:
    bilingual.write(QUIZ, ASKED + bilingual.read(QUIZ))
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line, problem.severity) == (QUIZ, 1, "warning")
    bilingual.replace(QUIZ, ASKED, f'translation_of = "{hash_of(problem)}"\n')
    assert problems(bilingual) == []
    bilingual.replace("nl/quiz.toml", "Wat doet goed?", "Wat doet nu goed?")
    assert [(p.file, p.line) for p in problems(bilingual)] == [(QUIZ, 1)]


@pytest.mark.parametrize("file", ["nl/topics/10-een.md", "nl/quiz.toml"])
def test_the_reference_is_no_translation(pack: PackFolder, file: str) -> None:
    text = pack.read(file)
    pack.write(file, text.replace("+++\n", f"+++\n{ASKED}", 1) if "+++" in text else ASKED + text)
    assert any("'translation_of' is unknown" in p.what for p in problems(pack))


LACKS = {
    "action": ('action = "Vraag het na."\n', "", 2, "the action of the reference language"),
    "questions": ('questions = ["Mag ik zwemmen?"]\n', "", 2, "has 0 questions"),
    "slide": ("Slide: Bewegen doet goed.\n", "", 9, "the slide line of the reference language"),
    "notes": ("Notes: Zeg het rustig.\nEn kijk rond.\n", "", 9, "the notes of the reference"),
    "claims": ("Slide:", "Claims: C01\nSlide:", 9, "names other claims"),
}


@pytest.mark.parametrize(("old", "new", "line", "what"), LACKS.values(), ids=LACKS.keys())
def test_what_a_translation_lacks_is_named(
    bilingual: PackFolder, old: str, new: str, line: int, what: str
) -> None:
    assert problems(bilingual) == []
    bilingual.replace(TOPIC, old, new)
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line, problem.severity) == (TOPIC, line, "warning")
    assert what in problem.what


def test_a_missing_picture_is_named(bilingual: PackFolder) -> None:
    bilingual.add_picture()
    image = 'image = "images/beeld.png"\nalt = "Een beeld."\nicon ='
    bilingual.replace("nl/topics/10-een.md", "icon =", image)
    bilingual.replace("nl/topics/10-een.md", "Hier", "![Een beeld.](images/beeld.png)\n\nHier")
    found = problems(bilingual)
    assert [(p.file, p.line) for p in found] == [(TOPIC, 2), (TOPIC, 21)]
    assert all("the picture of the reference language is missing" in p.what for p in found)


QUESTIONS = {
    "another topic": ('topic = "een"', 'topic = "twee"', 3, "belongs to another topic"),
    "fewer answers": (WRONG, "", 2, "has 2 answers, in the reference language 3"),
    "another order": (
        'text = "Bewegen"\ncorrect = true',
        'text = "Anders"\ncorrect = false',
        2,
        "right answer stands in another place",
    ),
}


@pytest.mark.parametrize(("old", "new", "line", "what"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_what_would_change_under_a_visitor_in_the_quiz_is_named(
    pack: PackFolder, old: str, new: str, line: int, what: str
) -> None:
    pack.write("nl/quiz.toml", pack.read("nl/quiz.toml") + WRONG)
    other = pack.read("nl/topics/10-een.md").replace('id = "een"', 'id = "twee"')
    pack.write("nl/topics/20-twee.md", other)
    pack.add_language("fr")
    assert not any(problem.file == QUIZ for problem in problems(pack))
    pack.replace(QUIZ, old, new)
    if what.startswith("right"):
        pack.replace(QUIZ, 'text = "Stil zitten"\ncorrect = false', 'text = "Stil"\ncorrect = true')
    found = [(p.line, p.severity) for p in problems(pack) if p.file == QUIZ and what in p.what]
    assert found == [(line, "warning")]


def test_a_missing_picture_of_a_question_is_named(bilingual: PackFolder) -> None:
    bilingual.add_picture()
    image = 'image = "images/beeld.png"\nalt = "Een beeld."\nask ='
    bilingual.replace("nl/quiz.toml", "ask =", image)
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line) == (QUIZ, 2)
    assert "the picture of the reference language is missing" in problem.what


def test_a_missing_glossary_is_named(bilingual: PackFolder) -> None:
    bilingual.write("nl/glossary.toml", 'blad = "Een kant."\n')
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line, problem.severity) == ("fr/glossary.toml", 0, "warning")
    bilingual.write("fr/glossary.toml", 'blad = "Een kant."\n')
    assert problems(bilingual) == []
