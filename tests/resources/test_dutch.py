"""How the bundled Dutch speaks to a visitor (access.md L4, L7, Q1)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.content.packs import load
from kiosk.domain.glossary import explanations, terms
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.text import words
from kiosk.host.probe import QtProbe

PACK = Path(__file__).resolve().parents[2] / "resources" / "packs" / "bewegen-bij-ms"

# "je", "jij", "jouw", "jullie" and "men" are other ways to address somebody than "u".
OTHER_WAYS = {"je", "jij", "jou", "jouw", "jullie", "men"}


@pytest.fixture(scope="module")
def dutch() -> Edition:
    pack = load(PACK, None, QtProbe).pack
    assert pack is not None
    return pack.editions["nl"]


def topics_of(edition: Edition) -> list[Topic]:
    return [edition.topics[place] for place in range(len(edition.topics))]


def sentences_of(edition: Edition) -> list[str]:
    """Every sentence that a visitor reads."""
    found: list[str] = []
    for topic in topics_of(edition):
        found += [part.text for part in (*topic.kernel, *topic.action)]
        for page in topic.pages:
            found += [page.heading.text, *(part.text for part in page.sentences())]
    for question in edition.questions:
        found.append(question.ask.text)
        for option in question.options:
            found += [option.text, *(part.text for part in option.why)]
    return found


def test_a_visitor_is_addressed_with_u(dutch: Edition) -> None:
    parts = [word.lower() for text in sentences_of(dutch) for word in words(text)]
    assert OTHER_WAYS.isdisjoint(parts)
    assert "u" in parts


def test_every_hard_word_of_the_pages_is_one_that_the_glossary_explains(dutch: Edition) -> None:
    """Words that a reader may not know (access.md L3); the glossary holds no others."""
    lines = {
        line.text
        for topic in topics_of(dutch)
        for found in explanations(topic, dutch).values()
        for line in found
    }
    unsaid = [
        term.word for term in terms(dutch.glossary) if f"{term.word}: {term.meaning}" not in lines
    ]
    assert unsaid == []


def test_every_page_rests_on_lines_of_the_source_and_every_topic_ends_with_one_action(
    dutch: Edition,
) -> None:
    """access.md L7; the review date is shown once a clinician signed."""
    claims = tomllib.loads((PACK / "claims.toml").read_text("utf-8"))["claim"]
    lines = {claim["id"]: claim["lines"] for claim in claims}
    for topic in topics_of(dutch):
        assert topic.action, topic.id
        for page in topic.pages:
            assert page.claims, page.heading.text
            assert all(lines[claim] for claim in page.claims)


def test_the_quiz_is_short(dutch: Edition) -> None:
    """access.md Q1."""
    assert 5 <= len(dutch.questions) <= 7
    for question in dutch.questions:
        assert len(words(question.ask.text)) <= 12
        assert 2 <= len(question.options) <= 3
        assert all(len(words(option.text)) <= 6 for option in question.options)
