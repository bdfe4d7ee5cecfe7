"""Where hard words stand, and where each is explained (issue 6, Glossary)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.glossary import Finder, Term, explanations, line_of, terms
from kiosk.domain.pack import Block, Edition, Page, Run, Sentence, Topic, TopicList
from kiosk.domain.spoken_pack import spoken
from kiosk.domain.text import SentenceNames, sentence_id, split_runs

GLOSSARY = {
    "MS": "een ziekte.",
    "zenuw, zenuwen": "een draad.",
    "witte stof": "een deel.",
    "wit, witte": "een kleur.",
}


def found(text: str) -> list[str]:
    return [term.word for term in Finder(terms(GLOSSARY)).find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Een zenuw en twee zenuwen.", ["zenuw", "zenuw"]),
        ("Zenuwen!", ["zenuw"]),
        ("Het zenuwstelsel heeft geen zenuwpijn.", []),
        ("Wie MS heeft, of ms, of Ms.", ["MS"]),
        ("l'MS en d\u2019MS: (MS), \u201cMS\u201d.", ["MS"] * 4),
        ("MS-team, anti-MS, MS2, xMS.", []),
        ("Lange MS- en andere ziekten.", ["MS"]),
        ("De witte  stof is wit.", ["witte stof", "wit"]),
        ("De witte\u00a0stof.", ["witte stof"]),
        ("Een ze\u00adnuw.", ["zenuw"]),
        ("ZENUWEN", []),
        ("", []),
    ],
)
def test_whole_words_are_found_and_nothing_inside_others(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_accents_count_in_either_way_of_writing_them() -> None:
    finder = Finder([Term.of("lésion, lésions", "un endroit.")])
    assert [term.word for term in finder.find("Des le\u0301sions.")] == ["lésion"]


def test_without_words_nothing_is_found() -> None:
    assert list(Finder([]).find("MS")) == []
    assert Term.of(" , ", "niets") == Term("", (), "niets")


@given(st.text(), st.lists(st.text(alphabet="ab c,.*(", max_size=5), max_size=4))
def test_any_words_and_any_text_are_taken(text: str, keys: list[str]) -> None:
    glossary = dict.fromkeys(keys, "iets.")
    words = {term.word for term in terms(glossary)}
    assert all(term.word in words for term in Finder(terms(glossary)).find(text))


def test_the_line_reads_on_from_the_word_and_its_id_is_that_of_its_words() -> None:
    (term,) = terms({"zenuw, zenuwen": "een draad."})
    line = line_of(term, "nl_BE")
    assert line.text == "zenuw: een draad."
    assert line.id == sentence_id(line.text)
    assert [run.bold for run in line.runs] == [True, False]
    assert line_of(term, "fr").text == "zenuw\u202f: een draad."


def topic_of(*pages: tuple[str, str], action: str = "") -> Topic:
    names = SentenceNames()

    def sentences(text: str) -> tuple[Sentence, ...]:
        return tuple(names.named(runs) for runs in split_runs([Run(text)]))

    made = tuple(
        Page(sentences(heading)[0], (Block("paragraph", sentences(text)),), None, (), "", "")
        for heading, text in pages
    )
    return Topic("een", "MS", "", 1, None, "", sentences("MS."), True, sentences(action), (), made)


def edition_of(topic: Topic, language: str = "nl") -> Edition:
    return Edition(language, "", "", "", TopicList((topic,)), (), GLOSSARY, None)


def explained(topic: Topic) -> dict[str, list[str]]:
    """The words explained in a topic, by the text of the sentence that they stand under."""
    texts = {
        sentence.id: sentence.text
        for page in topic.pages
        for sentence in (page.heading, *page.sentences())
    } | {sentence.id: sentence.text for sentence in topic.action}
    lines = explanations(topic, edition_of(topic))
    return {
        texts[name]: [line.text.split(":")[0] for line in found] for name, found in lines.items()
    }


def test_each_word_is_explained_once_where_the_reader_meets_it_first() -> None:
    topic = topic_of(
        ("Kop", "Niets. Een zenuw bij MS. Nog een zenuw."),
        ("Witte stof", "Veel zenuwen. Weer MS."),
        action="Denk aan wit.",
    )
    assert explained(topic) == {
        "Een zenuw bij MS.": ["zenuw", "MS"],
        "Witte stof": ["witte stof"],
        "Denk aan wit.": ["wit"],
    }


def test_a_sentence_that_returns_explains_only_the_first_time() -> None:
    topic = topic_of(("Kop", "Een zenuw. Een zenuw."))
    lines = explanations(topic, edition_of(topic))
    assert list(lines) == [next(topic.pages[0].sentences()).id]


def test_every_line_can_have_a_recording() -> None:
    topic = topic_of(("Kop", "Een zenuw bij MS."))
    said = [one.text for one in spoken(edition_of(topic)) if one.topic == topic.id]
    assert said[-2:] == ["zenuw: een draad.", "MS: een ziekte."]


def test_title_and_kernel_explain_nothing() -> None:
    assert explained(topic_of(("Kop", "Niets."))) == {}


def test_what_is_asked_and_its_words_can_have_recordings_too() -> None:
    topic = topic_of(("Kop", "Niets."))._replace(questions=("Is het wit?",))
    said = [one.text for one in spoken(edition_of(topic)) if one.topic == topic.id]
    assert said[-2:] == ["Is het wit?", "wit: een kleur."]
