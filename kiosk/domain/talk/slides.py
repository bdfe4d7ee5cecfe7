"""Turns the topics of a pack into the slides of a talk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kiosk.domain.pack import Edition, Page, Picture, Question, Talk, Topic
from kiosk.domain.text import split_sentences

SlideKind = Literal["title", "page", "question", "end"]


class TalkChoice(NamedTuple):
    """What a speaker chose: topics in order, those to leave out now, questions or not.

    `name` is how the talk is saved, `title` what its first slide says ("": the pack's title).
    A hidden topic keeps its place in the order, so that it can be shown again another time.
    `minutes` is the time that the speaker has; 0: what the slides need.
    """

    topics: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    questions: bool = True
    name: str = ""
    title: str = ""
    minutes: int = 0

    @property
    def shown(self) -> tuple[str, ...]:
        """The topics that the talk shows, in order, each once."""
        return tuple(dict.fromkeys(name for name in self.topics if name not in self.hidden))


class Cards(NamedTuple):
    """Words of the first and the last slide, in the language of the talk."""

    opening: str = ""
    closing: str = ""
    closing_line: str = ""


class Answer(NamedTuple):
    """An answer on a question's slide."""

    text: str
    correct: bool


class Slide(NamedTuple):
    """One slide. A wall may need several steps for it; a question has its answer in a later one.

    `number` counts from 1 and stays whatever the glass; `id` names the slide in the pack
    ("title", "page.waarom-bewegen.2", "question.ratten", "end"). `line` is at most twelve words,
    else the first sentence of the page. `text` and `notes` are for the speaker only.
    """

    id: str
    number: int
    kind: SlideKind
    heading: str
    line: str = ""
    topic: str = ""
    topic_title: str = ""
    accent: str = ""
    picture: Picture | None = None
    text: tuple[str, ...] = ()
    notes: str = ""
    answers: tuple[Answer, ...] = ()
    why: str = ""

    @property
    def right(self) -> int | None:
        """The place of the right answer, from 0; None on slides that ask nothing."""
        return next((at for at, answer in enumerate(self.answers) if answer.correct), None)


def everything(edition: Edition) -> TalkChoice:
    """The talk that shows all topics of a pack in its own order."""
    topics = edition.topics
    return TalkChoice(tuple(topics[place].id for place in range(len(topics))))


def from_pack(talk: Talk) -> TalkChoice:
    """A talk that the pack brings along (`[talk.<name>]`, DESIGN.md section 6)."""
    return TalkChoice(talk.topics, frozenset(talk.hide), True, talk.name, talk.title)


def make_slides(
    edition: Edition, choice: TalkChoice, cards: Cards | None = None
) -> tuple[Slide, ...]:
    """The slides of a talk: a title, the pages of each topic with its questions, an end.

    A topic that the edition does not have is left out: a saved talk outlives its pack.
    """
    found = cards or Cards()
    return tuple(
        slide._replace(number=number)
        for number, slide in enumerate(_slides(edition, choice, found), 1)
    )


def _slides(edition: Edition, choice: TalkChoice, cards: Cards) -> Iterator[Slide]:
    topics = [topic for name in choice.shown if (topic := _topic(edition, name)) is not None]
    first = topics[0] if topics else None
    picture = first.image if first is not None else None
    accent = first.accent if first is not None else ""
    title = choice.title or edition.title
    yield Slide("title", 0, "title", title, cards.opening, accent=accent, picture=picture)
    for topic in topics:
        yield from _pages(topic)
        if choice.questions:
            for question in edition.questions:
                if question.topic == topic.id:
                    yield _question(question, topic)
    last = topics[-1].accent if topics else ""
    yield Slide("end", 0, "end", cards.closing, cards.closing_line, accent=last)


def _topic(edition: Edition, name: str) -> Topic | None:
    try:
        return edition.topics[edition.topics.place(name)]
    except KeyError:
        return None


def _pages(topic: Topic) -> Iterator[Slide]:
    for number, page in enumerate(topic.pages, 1):
        yield Slide(
            f"page.{topic.id}.{number}",
            0,
            "page",
            page.heading.text,
            page.slide or _first_sentence(page),
            topic.id,
            topic.title,
            topic.accent,
            page.picture or topic.image,
            tuple(" ".join(part.text for part in block.sentences) for block in page.blocks),
            page.notes,
        )


def _first_sentence(page: Page) -> str:
    """The page's first sentence, whole also where it stands on the page in parts."""
    first = next((block for block in page.blocks if block.sentences), None)
    if first is None:
        return ""
    return split_sentences(" ".join(part.text for part in first.sentences))[0]


def _question(question: Question, topic: Topic) -> Slide:
    return Slide(
        f"question.{question.id}",
        0,
        "question",
        question.ask.text,
        topic=topic.id,
        topic_title=topic.title,
        accent=topic.accent,
        picture=question.image,
        answers=tuple(Answer(option.text, option.correct) for option in question.options),
        why=" ".join(sentence.text for sentence in question.right.why),
    )
