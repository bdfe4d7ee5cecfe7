"""Packs in memory, made of as many topics, pages and questions as a test needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.pack import (
    Block,
    Edition,
    Option,
    Pack,
    Page,
    Picture,
    Question,
    Review,
    Run,
    Sentence,
    Source,
    Topic,
    TopicList,
)
from kiosk.domain.text import SentenceNames, split_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

ACCENTS = ("petrol", "baksteen", "indigo", "mos", "pruim", "omber")

# One short and one long page for each of two topics' worth of text; no word means anything.
SHORT = ("Rustig begin", ("Dit is een korte zin. Nog een zin komt erna.",))
LONG = (
    "Wat langer om te lezen",
    (
        "Deze bladzijde heeft meer woorden dan de andere. Zij staan in twee stukken.",
        "Hier begint het tweede stuk. Daar horen nog deze woorden bij. Dan is het gedaan.",
    ),
)

PageText = tuple[str, "Sequence[str]"]


class Texts(NamedTuple):
    """What a made-up topic says: its pages as (heading, paragraphs; "- " starts a bullet)."""

    pages: Sequence[PageText] = (SHORT, LONG)
    action: str = "Kies één ding en doe het."
    kernel: str = "Dit is de kern van de kaart."
    picture: str = ""


def sentences(names: SentenceNames, text: str) -> tuple[Sentence, ...]:
    return tuple(names.named(runs) for runs in split_runs([Run(text)]))


TEXTS = Texts()


def make_topic(number: int, texts: Texts = TEXTS, *, title: str = "", loop: bool = True) -> Topic:
    names = SentenceNames()
    picture = Picture(texts.picture, "Wat er te zien is.") if texts.picture else None
    kernel = sentences(names, texts.kernel)
    pages = tuple(
        _page(names, place, heading, paragraphs)
        for place, (heading, paragraphs) in enumerate(texts.pages)
    )
    return Topic(
        id=f"kaart-{number}",
        title=title or f"Kaart {number}",
        icon="mdi6.run",
        minutes=1,
        image=picture,
        accent=ACCENTS[number % len(ACCENTS)],
        kernel=kernel,
        loop=loop,
        action=sentences(names, texts.action) if texts.action else (),
        questions=(),
        pages=pages,
    )


def _page(names: SentenceNames, place: int, heading: str, paragraphs: Sequence[str]) -> Page:
    blocks = tuple(
        Block(
            "bullet" if paragraph.startswith("- ") else "paragraph",
            sentences(names, paragraph.removeprefix("- ")),
        )
        for paragraph in paragraphs
    )
    return Page(sentences(names, heading)[0], blocks, None, (f"C0{place}",), "", "")


def make_question(
    number: int,
    topic: str,
    *,
    options: int = 3,
    right: int = 0,
    image: Picture | None = None,
) -> Question:
    """A question of which the option at place `right` is right; its page is the topic's second."""
    names = SentenceNames()
    answers = tuple(
        Option(
            text=f"Antwoord {'abc'[place]} van {number}",
            correct=place == right,
            why=sentences(names, f"Dit staat zo op kaart nummer {number}, bij {'abc'[place]}."),
            claims=("C01",) if place == right else (),
            against="" if place == right else "C01",
        )
        for place in range(options)
    )
    ask = sentences(names, f"Wat was vraag {number} ook weer?")[0]
    return Question(f"vraag-{number}", topic, ask, image, answers)


def make_pack(
    topics: Sequence[Topic],
    questions: Sequence[Question] = (),
    *,
    review: Review | None = None,
    languages: Sequence[str] = ("nl",),
) -> Pack:
    editions = {
        language: Edition(
            language=language,
            title="Een proef",
            subtitle="Woorden om te proeven",
            notice="Dit is een proef.",
            topics=TopicList(tuple(topics)),
            questions=tuple(questions),
            glossary={},
            review=review,
        )
        for language in languages
    }
    return Pack("proef", "1.0", Source("Een artikel", "Een arts", "Een huis", "2024"), editions, ())


def pack_of(topics: int = 2, questions: int = 3, texts: Texts = TEXTS) -> Pack:
    """So many topics and questions; question n belongs to topic n, and so round."""
    made = [make_topic(number, texts) for number in range(1, topics + 1)]
    asked = [
        make_question(number, made[(number - 1) % topics].id, right=number % 3)
        for number in range(1, questions + 1)
    ]
    return make_pack(made, asked)
