"""What a translation lacks, and what is older than the text it was made from."""

from __future__ import annotations

import pytest

from kiosk.problems import Problem
from tests.content.builder import PackFolder

TOPIC = "fr/topics/10-een.md"
QUIZ = "fr/quiz.toml"
ASKED = 'translation_of = "?"\n'


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


def test_a_missing_glossary_is_named(bilingual: PackFolder) -> None:
    bilingual.write("nl/glossary.toml", 'blad = "Een kant."\n')
    (problem,) = problems(bilingual)
    assert (problem.file, problem.line, problem.severity) == ("fr/glossary.toml", 0, "warning")
    bilingual.write("fr/glossary.toml", 'blad = "Een kant."\n')
    assert problems(bilingual) == []
