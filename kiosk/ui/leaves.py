"""The leaves of what is read, and the lines on them that come from the interface."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from kiosk.domain.glossary import explanations
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.slip import with_questions
from kiosk.ui.paging.explaining import NO_LINES
from kiosk.ui.paging.layout import Words
from kiosk.ui.paging.leaf import Leaf
from kiosk.ui.paging.one_by_one import sentence_leaves
from kiosk.ui.paging.paginate import Pager, WordsOf
from kiosk.ui.theme.look import Look


class Keeping(NamedTuple):
    """What the button says that keeps a topic's questions, and whether they are kept."""

    words: str
    kept: bool = False


class Leaves:
    """The leaves of the topic that was read last, so that turning a page costs nothing."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._leaves: tuple[Leaf, ...] = ()

    def of(
        self,
        topic: Topic,
        look: Look,
        words: WordsOf,
        edition: Edition | None = None,
        *,
        one_by_one: bool = False,
    ) -> tuple[Leaf, ...]:
        """The leaves of a topic in a look; with an `edition` its hard words are explained."""
        glossary = None if edition is None else edition.glossary
        size = look.letters.text_size
        key = (look.strings.language, topic, look.metrics, size, glossary, one_by_one)
        if key != self._key:
            lines = NO_LINES if edition is None else explanations(topic, edition)
            if one_by_one:
                self._leaves = sentence_leaves(topic, look, words, lines)
            else:
                self._leaves = Pager(topic, look, words, lines).leaves()
            self._key = key
        return self._leaves


def topic_words(edition: Edition, topic: Topic, look: Look) -> WordsOf:
    """How the lines of a topic's leaves are made."""
    return partial(words_of, edition, topic, look)


def asking(topic: Topic, look: Look) -> Topic:
    """The topic with the page of its questions for the doctor, if it has any."""
    keep = "topic.keep_one" if len(topic.questions) == 1 else "topic.keep"
    return with_questions(topic, look.strings("farewell.questions"), look.strings(keep))


def sheet_words(look: Look) -> WordsOf:
    """How the lines of a sheet's leaves are made: a page number where there are several."""

    def words(number: int, count: int, _minutes: bool) -> Words:
        several = "" if count == 1 else look.strings("topic.page", number=number, count=count)
        return Words(several, "")

    return words


def words_of(
    edition: Edition,
    topic: Topic,
    look: Look,
    number: int,
    count: int,
    minutes: bool,
) -> Words:
    """The lines of a leaf: "Pagina 1 van 4 · 2 minuten" and "Hierna: …"."""
    say = look.strings
    progress = say("topic.page", number=number, count=count)
    if minutes:
        key = "topic.minute" if topic.minutes == 1 else "topic.minutes"
        progress += " · " + say(key, count=topic.minutes)
    place = edition.topics.place(topic.id) + 1
    if place < len(edition.topics):
        following = say("topic.next", title=edition.topics[place].title)
    else:
        following = say("topic.next_quiz" if edition.questions else "topic.next_home")
    ask = edition.activities.ask if edition.activities else ""
    return Words(progress, following, say("topic.to_do"), ask, say("topic.ask_keep"))
