"""What a speaker can change about a talk before it starts: topics, their order, questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.pack import Edition
from kiosk.domain.talk.pace import expected_minutes
from kiosk.domain.talk.slides import TalkChoice, make_slides


class Length(NamedTuple):
    """Whole minutes that a talk takes at an easy pace: in all, and per topic."""

    whole: int
    topics: dict[str, int]


def topic_ids(edition: Edition) -> tuple[str, ...]:
    """The topics of an edition in its own order."""
    topics = edition.topics
    return tuple(topics[place].id for place in range(len(topics)))


def fitted(choice: TalkChoice, known: Sequence[str]) -> TalkChoice:
    """The choice for the topics that there are: unknown ones gone, missing ones hidden at the end.

    A saved talk outlives the pack that it was made with.
    """
    there = tuple(dict.fromkeys(name for name in choice.topics if name in known))
    missing = tuple(name for name in known if name not in there)
    hidden = frozenset((*(choice.hidden & set(there)), *missing))
    return choice._replace(topics=(*there, *missing), hidden=hidden)


def toggled(choice: TalkChoice, topic: str) -> TalkChoice:
    """The choice with a topic hidden, or shown again; it keeps its place."""
    return choice._replace(hidden=choice.hidden ^ {topic})


def moved(choice: TalkChoice, topic: str, step: int) -> TalkChoice:
    """The choice with a topic `step` places later (negative: earlier), and shown.

    Who moves a topic wants it. At the end of the row it stays where it is.
    """
    order = list(choice.topics)
    if topic not in order:
        return choice
    place = order.index(topic)
    order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
    return choice._replace(topics=tuple(order), hidden=choice.hidden - {topic})


def length(edition: Edition, choice: TalkChoice) -> Length:
    """How long a talk takes, and each topic of the choice, whether it shows or not."""
    slides = make_slides(edition, choice._replace(hidden=frozenset()))
    topics = {
        name: expected_minutes([slide for slide in slides if slide.topic == name])
        for name in choice.topics
    }
    return Length(expected_minutes(make_slides(edition, choice)), topics)
