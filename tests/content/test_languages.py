"""A second language falls back to the reference file by file; everything else refuses the pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.content.packs import load
from kiosk.domain.pack import Pack
from kiosk.problems import Problem, exit_code
from tests.content.builder import FakeProbe, PackFolder

TOPIC = "fr/topics/10-een.md"
QUIZ = "fr/quiz.toml"


@pytest.fixture
def bilingual(pack: PackFolder) -> PackFolder:
    pack.add_language("fr")
    pack.replace(TOPIC, "Een kaart", "Une fiche")
    pack.replace(QUIZ, "Wat doet goed?", "Quoi de bon?")
    pack.seal("fr")
    return pack


def shown(pack: PackFolder) -> tuple[Pack | None, list[Problem]]:
    loaded = load(pack.folder, None, FakeProbe)
    assert list(loaded.problems) == pack.problems()
    return loaded.pack, [p for p in loaded.problems if "the seal is broken" not in p.what]


def titles(pack: Pack | None, language: str) -> list[str]:
    assert pack is not None
    topics = pack.edition(language).topics
    return [topics[place].title for place in range(len(topics))]


def test_two_languages_are_shown(bilingual: PackFolder) -> None:
    pack, problems = shown(bilingual)
    assert problems == []
    assert pack is not None
    assert pack.languages == ("nl", "fr")
    assert titles(pack, "nl") == ["Een kaart"]
    assert titles(pack, "fr") == ["Une fiche"]
    assert pack.edition("fr").questions[0].ask.text == "Quoi de bon?"
    assert pack.edition("fr_BE").title == "Essai title"


SPOILS: dict[str, Callable[[PackFolder], None]] = {
    "unknown icon": lambda pack: pack.replace(TOPIC, "mdi6.run", "mdi6.nope"),
    "too many words": lambda pack: pack.replace(TOPIC, "Hier staat", "wat " * 41),
    "no front matter": lambda pack: pack.write(TOPIC, "Bonjour"),
    "binary": lambda pack: pack.write(TOPIC, b"\xff\xfe\x00"),
    "letters": lambda pack: pack.replace(TOPIC, "Hier", "→"),
    "missing picture": lambda pack: pack.replace(TOPIC, "Hier", "![Een](images/x.png)"),
    "gone": lambda pack: pack.path(TOPIC).unlink(),
    "another id": lambda pack: pack.replace(TOPIC, 'id = "een"', 'id = "un"'),
    "a link": lambda pack: (
        pack.path(TOPIC).unlink(),
        pack.path(TOPIC).symlink_to(pack.path("nl/topics/10-een.md")),
    )[0],
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_a_broken_topic_is_shown_in_the_reference_language(
    bilingual: PackFolder, spoil: Callable[[PackFolder], None]
) -> None:
    spoil(bilingual)
    pack, problems = shown(bilingual)
    assert titles(pack, "fr") == ["Een kaart"]
    assert titles(pack, "nl") == ["Een kaart"]
    assert pack is not None
    assert pack.edition("fr").topics.place("een") == 0
    assert pack.edition("fr").questions[0].ask.text == "Quoi de bon?"
    assert exit_code(problems) == 2
    assert {problem.file for problem in problems if problem.severity == "error"} <= {
        TOPIC,
        "fr/topics",
    }


QUIZ_SPOILS: dict[str, Callable[[PackFolder], None]] = {
    "too many words": lambda pack: pack.replace(QUIZ, "Quoi", "quoi " * 13),
    "not TOML": lambda pack: pack.write(QUIZ, "[["),
    "gone": lambda pack: pack.path(QUIZ).unlink(),
    "another question": lambda pack: pack.replace(QUIZ, '"q1"', '"q2"'),
}


@pytest.mark.parametrize("spoil", QUIZ_SPOILS.values(), ids=QUIZ_SPOILS.keys())
def test_a_broken_quiz_is_shown_in_the_reference_language(
    bilingual: PackFolder, spoil: Callable[[PackFolder], None]
) -> None:
    spoil(bilingual)
    pack, problems = shown(bilingual)
    assert pack is not None
    assert pack.edition("fr").questions[0].ask.text == "Wat doet goed?"
    assert titles(pack, "fr") == ["Une fiche"]
    assert {problem.file for problem in problems if problem.severity == "error"} == {QUIZ}


REFUSED: dict[str, Callable[[PackFolder], None]] = {
    "reference topic": lambda pack: pack.replace("nl/topics/10-een.md", "mdi6.run", "mdi6.nope"),
    "reference quiz": lambda pack: pack.replace("nl/quiz.toml", "correct = true", "correct = 1"),
    "manifest": lambda pack: pack.replace("pack.toml", 'version = "1.0"\n', ""),
    "title": lambda pack: pack.replace("pack.toml", 'fr = "Essai title"\n', ""),
    "glossary": lambda pack: pack.write("fr/glossary.toml", "[["),
    "claims": lambda pack: pack.write("claims.toml", "[["),
    "a link beside": lambda pack: pack.path("extra").symlink_to("/etc/hostname"),
}


@pytest.mark.parametrize("spoil", REFUSED.values(), ids=REFUSED.keys())
def test_any_other_error_refuses_the_pack(
    bilingual: PackFolder, spoil: Callable[[PackFolder], None]
) -> None:
    spoil(bilingual)
    pack, problems = shown(bilingual)
    assert pack is None
    assert exit_code(problems) == 2


def test_a_language_without_a_folder_is_told_once(pack: PackFolder) -> None:
    pack.replace("pack.toml", '["nl"]', '["nl", "fr"]')
    for part in ("title", "subtitle", "notice"):
        pack.replace("pack.toml", f"[{part}]\n", f'[{part}]\nfr = "Essai"\n')
    found, problems = shown(pack)
    assert titles(found, "fr") == ["Een kaart"]
    errors = [(p.file, p.what) for p in problems if p.severity == "error"]
    assert errors == [
        ("fr/quiz.toml", "this file is missing"),
        ("fr/topics", "there is no topic file here"),
    ]


def test_topics_keep_the_order_of_the_reference(bilingual: PackFolder) -> None:
    for language in ("nl", "fr"):
        text = bilingual.read(f"{language}/topics/10-een.md")
        name = "20-twee.md" if language == "nl" else "05-deux.md"
        bilingual.write(f"{language}/topics/{name}", text.replace('"een"', '"twee"'))
    bilingual.replace("fr/topics/05-deux.md", "Une fiche", "Deux fiches")
    pack, problems = shown(bilingual)
    assert problems == []
    assert titles(pack, "fr") == ["Une fiche", "Deux fiches"]


def test_a_topic_that_only_a_translation_has_is_an_error(bilingual: PackFolder) -> None:
    text = bilingual.read(TOPIC).replace('"een"', '"eeen"')
    bilingual.write("fr/topics/20-trop.md", text)
    pack, problems = shown(bilingual)
    assert titles(pack, "fr") == ["Une fiche"]
    (problem,) = problems
    assert (problem.file, problem.line) == ("fr/topics/20-trop.md", 2)
    assert "did you mean een?" in problem.to_do


def test_a_broken_reference_is_not_laid_at_its_translations_door(bilingual: PackFolder) -> None:
    bilingual.write("nl/topics/10-een.md", "kapot")
    pack, problems = shown(bilingual)
    assert pack is None
    assert [(p.file, p.severity) for p in problems] == [("nl/topics/10-een.md", "error")]


def test_a_translation_with_other_pages_is_a_warning(bilingual: PackFolder) -> None:
    text = bilingual.read(TOPIC)
    bilingual.write(TOPIC, text[: text.index("---\n")])
    pack, (problem,) = shown(bilingual)
    assert titles(pack, "fr") == ["Une fiche"]
    assert (problem.file, problem.severity) == (TOPIC, "warning")
    assert "1 pages, in the reference language 2" in problem.what


def test_a_translation_need_not_repeat_the_look(bilingual: PackFolder) -> None:
    bilingual.replace("nl/topics/10-een.md", "icon =", 'loop = false\naccent = "mos"\nicon =')
    bilingual.replace(TOPIC, 'icon = "mdi6.run"\n', "")
    pack, problems = shown(bilingual)
    assert problems == []
    assert pack is not None
    topic = pack.edition("fr").topics[0]
    assert (topic.icon, topic.accent, topic.loop) == ("mdi6.run", "mos", False)


def test_strength_in_a_language_without_words_is_one_warning(pack: PackFolder) -> None:
    pack.add_claims()
    pack.add_language("xx")
    found, problems = shown(pack)
    assert found is not None
    (problem,) = problems
    assert (problem.file, problem.line, problem.severity) == ("pack.toml", 4, "warning")
    assert "no list of words for xx" in problem.what
