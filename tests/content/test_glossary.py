"""The glossary of a pack: forms, use, length, and how old a translated one is."""

from __future__ import annotations

import pytest

from kiosk.content.packs import load
from kiosk.problems import Problem
from tests.content.builder import FakeProbe, PackFolder

FILE = "nl/glossary.toml"


def found(pack: PackFolder, file: str = FILE) -> list[Problem]:
    return [problem for problem in pack.problems() if problem.file == file]


def test_forms_stand_after_commas_and_reach_the_screen(pack: PackFolder) -> None:
    pack.write(FILE, '# Woorden\n"blad, bladen" = "een kant van papier."\n')
    assert found(pack) == []
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    assert loaded.pack.editions["nl"].glossary == {"blad, bladen": "een kant van papier."}
    loaded.close()


@pytest.mark.parametrize("form", ["Sponsoractiviteiten", "sponsoractiviteiten"])
def test_every_form_of_an_explained_word_may_be_long(pack: PackFolder, form: str) -> None:
    pack.replace("nl/topics/10-een.md", "Hier staat nog wat.", f"Hier staan {form}.")
    assert any("the word sponsor" in problem.what.lower() for problem in pack.problems())
    pack.write(FILE, '"sponsoractie, sponsoractiviteiten" = "een loop voor geld."\n')
    assert not any("the word sponsor" in problem.what.lower() for problem in pack.problems())


def test_a_word_that_no_page_says_is_named(pack: PackFolder) -> None:
    pack.write(FILE, 'blad = "een kant."\n"zenuw, zenuwen" = "een draad."\n')
    (problem,) = found(pack)
    assert (problem.line, problem.severity) == (2, "warning")
    assert "no page says zenuw, zenuwen" in problem.what


@pytest.mark.parametrize("place", ["# Bewegen doet goed\n", "Zwem wat.", 'action = "Vraag'])
def test_headings_lists_and_the_action_count_as_pages(pack: PackFolder, place: str) -> None:
    pack.write(FILE, 'zenuwen = "draden."\n')
    assert len(found(pack)) == 1
    pack.replace("nl/topics/10-een.md", place, place.replace("\n", " zenuwen\n") + " zenuwen ")
    assert found(pack) == []


@pytest.mark.parametrize("place", ['kernel = "', 'title = "', 'questions = ["', "Notes: "])
def test_where_no_line_can_stand_nothing_counts(pack: PackFolder, place: str) -> None:
    pack.write(FILE, 'zenuwen = "draden."\n')
    pack.replace("nl/topics/10-een.md", place, f"{place}Zenuwen ")
    assert len(found(pack)) == 1


CASES = {
    "a form of two words": (
        '"blad, kaart" = "een."\nkaart = "twee."\n',
        2,
        "warning",
        "the form kaart",
    ),
    "no word": ('"blad," = "een."\n"?" = "twee."\n', 2, "error", "is no word"),
    "only commas": ('blad = "een."\n"," = "twee."\n', 2, "error", "is no word"),
    "a hard word in it": (
        'blad = "een sponsoractiviteitenbegroting."\n',
        1,
        "warning",
        "the word sponsoractiviteitenbegroting",
    ),
    "too long for any page": (f'blad = "{"wat " * 25}"\n', 1, "error", "have 26 words"),
    "no translation": ('translation_of = "?"\n', 1, "warning", "no page says translation_of"),
}


@pytest.mark.parametrize(("text", "line", "severity", "what"), CASES.values(), ids=CASES.keys())
def test_what_is_wrong_is_named_at_its_line(
    pack: PackFolder, text: str, line: int, severity: str, what: str
) -> None:
    pack.write(FILE, text)
    problems = [problem for problem in found(pack) if what in problem.what]
    assert [(problem.line, problem.severity) for problem in problems] == [(line, severity)]


def test_the_most_words_are_allowed(pack: PackFolder) -> None:
    pack.write(FILE, f'blad = "{"wat " * 24}"\n')
    assert not any(problem.severity == "error" for problem in found(pack))


def test_a_glossary_is_as_old_as_the_words_it_names(pack: PackFolder) -> None:
    pack.write(FILE, 'blad = "een kant van papier."\n')
    pack.add_language("fr")
    pack.write("fr/glossary.toml", 'translation_of = "?"\nblad = "een kant van papier."\n')
    (problem,) = found(pack, "fr/glossary.toml")
    assert (problem.line, problem.severity) == (1, "warning")
    assert "changed since this was translated" in problem.what
    words = problem.to_do.split('"')[1]
    pack.replace("fr/glossary.toml", '"?"', f'"{words}"')
    assert found(pack, "fr/glossary.toml") == []
    pack.replace(FILE, "papier", "karton")
    assert len(found(pack, "fr/glossary.toml")) == 1
