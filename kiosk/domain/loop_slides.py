"""What each slide of the display says: a kernel, a question, its answer, the notice, the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kiosk.domain.text import split_sentences, words

if TYPE_CHECKING:
    from kiosk.domain.pack import Edition, Option, Picture, Question, Source, Topic

SlideKind = Literal["title", "kernel", "question", "answer", "notice", "source"]

MOST_WORDS: Final = 25  # access.md D1
# The word that names the answer on its slide ("Antwoord").
_LABEL_WORDS: Final = 1


class Slide(NamedTuple):
    """One slide: `lead` is its smaller line (title, question), `sentences` what it says.

    `title` is that of a kernel's topic, also where it would be too many words for one slide; it
    may stand on a sheet of its own (kind "title") with the picture. `items` are the answers of a
    question; `noted` says that its words are past their review.
    """

    id: str
    kind: SlideKind
    language: str
    lead: str
    sentences: tuple[str, ...]
    items: tuple[str, ...] = ()
    accent: str = ""
    picture: Picture | None = None
    noted: bool = False
    title: str = ""

    @property
    def word_count(self) -> int:
        """How many of its words come from the pack."""
        return count_words(self.lead, *self.sentences, *self.items)


class Part(NamedTuple):
    """The pack in one language as the loop shows it."""

    edition: Edition
    source: Source | None = None
    noted: bool = False


def kernel_slide(part: Part, topic: Topic) -> Slide:
    """A topic's kernel, under its title where both together are few enough words."""
    sentences = tuple(sentence.text for sentence in topic.kernel) or (topic.title,)
    fits = count_words(topic.title, *sentences) <= MOST_WORDS and topic.kernel
    return Slide(
        f"kernel-{topic.id}",
        "kernel",
        part.edition.language,
        topic.title if fits else "",
        sentences,
        accent=topic.accent,
        picture=topic.image,
        noted=part.noted,
        title=topic.title,
    )


def question_slides(part: Part, question: Question) -> tuple[Slide, Slide]:
    """A question, and a step later the question with its answer, for whoever comes in then."""
    edition, ask = part.edition, question.ask.text
    options = tuple(option.text for option in question.options)
    if count_words(ask, *options) > MOST_WORDS:
        options = ()
    accent = _accent(edition, question.topic)
    asked = Slide(
        f"question-{question.id}",
        "question",
        edition.language,
        "",
        (ask,),
        options,
        accent,
        noted=part.noted,
    )
    answer = Slide(
        f"answer-{question.id}",
        "answer",
        edition.language,
        ask,
        _answer(ask, question.right),
        (),
        accent,
        noted=part.noted,
    )
    return asked, answer


def source_slides(part: Part) -> Iterator[Slide]:
    """The notice in slides of whole sentences, then where the words come from."""
    for number, sentences in enumerate(_batches(part.edition.notice), 1):
        text = " ".join(sentences)
        yield plain_slide(part, f"notice-{number}", "notice", text)._replace(sentences=sentences)
    said = _source(part.source)
    if said:
        yield plain_slide(part, "source", "source", said)


def count_words(*texts: str) -> int:
    """How many words some texts have together; a sign that stands alone ("?" in French) counts.

    To the eye it takes a place of its own, and whoever counts by spaces finds no more.
    """
    return sum(max(len(words(text)), len(text.split())) for text in texts)


def plain_slide(part: Part, name: str, kind: SlideKind, text: str) -> Slide:
    """A slide that says one text."""
    return Slide(name, kind, part.edition.language, "", (text,), noted=part.noted)


def _answer(ask: str, right: Option) -> tuple[str, ...]:
    why = tuple(sentence.text for sentence in right.why)
    # The reason whole or not at all: its last sentence may be what limits it.
    fits = count_words(ask, right.text, *why) + _LABEL_WORDS <= MOST_WORDS
    return (right.text, *why) if fits else (right.text,)


def _accent(edition: Edition, topic_id: str) -> str:
    try:
        return edition.topics[edition.topics.place(topic_id)].accent
    except KeyError:
        return ""


def _batches(text: str) -> Iterator[tuple[str, ...]]:
    """The sentences of a text in batches of at most 25 words."""
    batch: list[str] = []
    for sentence in split_sentences(text):
        if batch and count_words(*batch, sentence) > MOST_WORDS:
            yield tuple(batch)
            batch = []
        batch.append(sentence)
    if any(batch):
        yield tuple(batch)


def _source(source: Source | None) -> str:
    """Title, author, organisation and year, as far as they are known and few enough words."""
    said = ""
    for more in source[:4] if source is not None else ():
        longer = f"{said}, {more}" if said else more
        if more and count_words(longer) < MOST_WORDS:
            said = longer
    return said
