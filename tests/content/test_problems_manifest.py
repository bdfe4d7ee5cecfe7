"""Errors of pack.toml and of the glossary, each at its line."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    MANIFEST,
    TOPIC,
    Case,
    assert_only,
    problems_after,
)

ERRORS = {
    "no pack id": Case(MANIFEST, 'id = "proef"\n', "", 1, "id is missing", "add id = …"),
    "no version": Case(MANIFEST, 'version = "1.0"\n', "", 1, "version is missing"),
    "no title": Case(MANIFEST, '[title]\nnl = "Proef"\n', "", 1, "title is missing"),
    "newer schema": Case(MANIFEST, "schema = 1", "schema = 2", 1, "schema 2, newer than", "update"),
    "schema of another kind": Case(
        MANIFEST, "schema = 1", 'schema = "1"', 1, "schema is not 1", "schema = 1"
    ),
    "schema true": Case(MANIFEST, "schema = 1", "schema = true", 1, "schema is not 1"),
    "schema zero": Case(MANIFEST, "schema = 1", "schema = 0", 1, "schema is not 1"),
    "schema in parts": Case(MANIFEST, "schema = 1", "schema = 1.0", 1, "schema is not 1"),
    "no languages": Case(MANIFEST, 'languages = ["nl"]\n', "", 1, "languages is missing"),
    "empty languages": Case(MANIFEST, '["nl"]', "[]", 4, "languages is empty"),
    "language leaves the folder": Case(
        MANIFEST, '["nl"]', '["../nl"]', 4, "'../nl' is no language"
    ),
    "language twice": Case(MANIFEST, '["nl"]', '["nl", "nl"]', 4, "nl stands here twice"),
    "unknown manifest key": Case(
        MANIFEST,
        'version = "1.0"',
        'version = "1"\nlanguage = "nl"',
        4,
        "'language' is unknown",
        "did you mean languages?",
    ),
    "unknown source key": Case(
        MANIFEST,
        "organisation =",
        'organization = "x"\norganisation =',
        18,
        "'organization'",
        "did you mean organisation?",
    ),
    "title in a language not listed": Case(
        MANIFEST, 'nl = "Proef"', 'nl = "Proef"\nfr = "Essai"', 8, "the key 'fr' is unknown"
    ),
    "year that is none": Case(MANIFEST, "year = 2024", 'year = "x"', 19, "year is not a year"),
    "review without a name": Case(
        MANIFEST, 'reviewed_by = "Een arts"\n', "", 21, "reviewed_by is missing"
    ),
    "review day that is none": Case(
        MANIFEST, "2026-01-02", '"gisteren"', 23, "reviewed_on is not a day"
    ),
    "review that ends before it begins": Case(
        MANIFEST, '"2028-01-02"', "2025-01-02", 24, "review_by is before reviewed_on"
    ),
    "talk about nothing": Case(
        MANIFEST,
        "[review.nl]",
        '[talk.a]\ntitle = "A"\ntopics = []\n\n[review.nl]',
        23,
        "topics is empty",
    ),
    "talk about a topic that is not there": Case(
        MANIFEST,
        "[review.nl]",
        '[talk.a]\ntitle = "A"\ntopics = ["twee"]\n\n[review.nl]',
        23,
        "there is no topic 'twee'",
    ),
    "not TOML": Case(MANIFEST, 'id = "proef"', "id = proef", 2, "this is not TOML", "quote"),
    "brackets in brackets": Case(
        MANIFEST, 'id = "proef"', f"id = {'[' * 13}{']' * 13}", 2, "too deep in one another"
    ),
    "dots without end": Case(
        MANIFEST, 'id = "proef"', f"id{'.a' * 13} = 1", 2, "a key has too many dots"
    ),
    "key twice": Case(MANIFEST, 'id = "proef"', 'id = "a"\nid = "b"', 3, "a key stands here twice"),
    "character in the manifest": Case(
        MANIFEST, '"Een korte proef"', '"Een → proef"', 10, "lacks the character →"
    ),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_the_manifest(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


def test_a_word_that_the_glossary_explains_may_be_long(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Zwem wat.", "Zwem in de zomervakantie.")
    pack.write("nl/glossary.toml", 'zomervakantie = "Vrije tijd in juli."\n')
    pack.seal()
    assert pack.problems() == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("MRI = 3\n", 1, "MRI is not a text in quotes"),
        ('Een = "Een."\n"bijv." = ""\n', 2, "bijv. is empty"),
        ('MRI = "Een → foto."\n', 1, "the font lacks the character →"),
        ('MRI = "Een foto.\n', 1, "this is not TOML"),
    ],
)
def test_a_glossary_is_words_and_sentences(
    pack: PackFolder, text: str, line: int, what: str
) -> None:
    pack.write("nl/glossary.toml", text)
    found = [problem for problem in pack.problems() if problem.severity == "error"]
    assert_only(found, Case("nl/glossary.toml", "", "", line, what), "error")
