"""What a pack offers the rest of the program."""

from __future__ import annotations

import pytest

from kiosk.domain.pack import (
    Block,
    Edition,
    Pack,
    Page,
    Run,
    Sentence,
    Topic,
    TopicList,
)


def sentence(text: str) -> Sentence:
    return Sentence(text, (Run(text),))


def topic(name: str) -> Topic:
    blocks = (
        Block("paragraph", (sentence("Een."), sentence("Twee."))),
        Block("bullet", (sentence("Drie."),)),
    )
    page = Page(sentence("Kop"), blocks, None, (), "", "")
    kernel = (sentence("Kern."), sentence("Klaar."))
    return Topic(name, name, "mdi6.run", 1, None, "mos", kernel, True, (), (), (page,))


def edition(language: str) -> Edition:
    topics = TopicList((topic("een"), topic("twee")))
    return Edition(language, f"Titel {language}", "", "", topics, (), {}, None)


def pack(*languages: str) -> Pack:
    return Pack("proef", "1", None, {code: edition(code) for code in languages}, ())


def test_topics_are_found_by_place_and_by_id() -> None:
    topics = edition("nl").topics
    assert len(topics) == 2
    assert topics[topics.place("twee")].id == "twee"


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        edition("nl").topics.place("drie")


@pytest.mark.parametrize(
    ("asked", "got"),
    [("fr", "fr"), ("nl_BE", "nl"), ("fr-FR", "fr"), ("FR", "fr"), ("de", "nl"), ("", "nl")],
)
def test_a_language_falls_back_to_its_base_and_then_to_the_first(asked: str, got: str) -> None:
    assert pack("nl", "fr").edition(asked).language == got


def test_an_exact_variant_comes_first() -> None:
    assert pack("nl", "nl_BE").edition("nl_BE").language == "nl_BE"


def test_languages_keep_the_packs_order() -> None:
    assert pack("fr", "nl").languages == ("fr", "nl")


def test_a_page_tells_its_sentences_in_reading_order() -> None:
    assert [part.text for part in topic("een").pages[0].sentences()] == ["Een.", "Twee.", "Drie."]


def test_a_kernel_is_one_text() -> None:
    assert topic("een").kernel_text == "Kern. Klaar."


def test_runs_make_one_text() -> None:
    assert Sentence("s", (Run("Dit is "), Run("vet", bold=True), Run("."))).text == "Dit is vet."
