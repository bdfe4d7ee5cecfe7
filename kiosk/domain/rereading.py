"""The same visit in a pack whose words just changed: the sentence stays, else the nearest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.translating import place_in, round_in
from kiosk.domain.visit import Place, TopicPlace, Visit

if TYPE_CHECKING:
    from kiosk.domain.pack import Edition


def reread(visit: Visit, here: Edition, there: Edition) -> None:
    """Go on in the new words: at the same sentence where it still stands, else as far along.

    Whatever is gone (a topic, a question) leads home.
    """
    quiz = None if visit.quiz is None else round_in(visit.quiz, here.questions, there.questions)

    def again(place: Place) -> Place:
        if isinstance(place, TopicPlace) and _stands(place, there):
            return place
        return place_in(place, here, there, quiz)

    visit.speak(there.language, quiz, again)
    visit.asks[:] = [name for name in visit.asks if _has(there, name)]


def _stands(place: TopicPlace, there: Edition) -> bool:
    if not _has(there, place.topic):
        return False
    topic = there.topics[there.topics.place(place.topic)]
    if not place.sentence:
        return True
    pages = (sentence for page in topic.pages for sentence in page.sentences())
    return any(sentence.id == place.sentence for sentence in (*pages, *topic.action))


def _has(edition: Edition, topic: str) -> bool:
    try:
        edition.topics.place(topic)
    except KeyError:
        return False
    return True
