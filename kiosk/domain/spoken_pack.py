"""Every sentence of a pack that can have a recording."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.activities import ACTIVITY, answer
from kiosk.domain.glossary import explanations
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.slip import with_questions
from kiosk.domain.speaking import Utterance, utterances

QUIZ = "quiz"


def spoken(edition: Edition) -> tuple[Utterance, ...]:
    """The sentences of one language in order; what returns in a topic comes once."""
    found: dict[Utterance, None] = {}
    for place in range(len(edition.topics)):
        topic = edition.topics[place]
        asking = with_questions(topic, "", "")
        texts = (*_topic_texts(topic), *topic.questions, *_hard_words(asking, edition))
        found.update(dict.fromkeys(utterances(texts, topic.id)))
    found.update(dict.fromkeys(utterances(_activity_texts(edition), ACTIVITY)))
    found.update(dict.fromkeys(utterances(_quiz_texts(edition), QUIZ)))
    return tuple(found)


def _topic_texts(topic: Topic) -> Iterator[str]:
    yield topic.title
    yield from (sentence.text for sentence in topic.kernel)
    for page in topic.pages:
        yield page.heading.text
        yield from (sentence.text for sentence in page.sentences())
        if page.activities:
            yield page.activities
    yield from (sentence.text for sentence in topic.action)


def _hard_words(topic: Topic, edition: Edition) -> Iterator[str]:
    for lines in explanations(topic, edition).values():
        yield from (line.text for line in lines)


def _activity_texts(edition: Edition) -> Iterator[str]:
    activities = edition.activities
    if activities is None:
        return
    yield from (activities.title, activities.ask)
    for wish in activities.wishes:
        yield wish.label
        said = answer(activities, wish, "")
        for page in said.pages:
            yield page.heading.text
            yield from (sentence.text for sentence in page.sentences())
        yield from _hard_words(said, edition)


def _quiz_texts(edition: Edition) -> Iterator[str]:
    for question in edition.questions:
        yield question.ask.text
        for option in question.options:
            yield option.text
            yield from (sentence.text for sentence in option.why)
