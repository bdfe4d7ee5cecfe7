"""What reading a pack needs, and where what was read goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.claims import Claims
    from kiosk.content.index_file import Place
    from kiosk.content.letters import Letters
    from kiosk.content.pictures import Pictures
    from kiosk.content.report import Report
    from kiosk.content.source import Source
    from kiosk.content.topic_file import TopicReader
    from kiosk.domain.activities import Activities
    from kiosk.domain.pack import Question, Topic


class Sink(Protocol):
    """Where topics, quizzes and activities go as soon as they are read."""

    def topic(self, topic: Topic) -> Place:
        """Takes a topic and says where it is kept."""
        ...

    def questions(self, questions: Iterable[Question]) -> Place:
        """Takes a quiz and says where it is kept."""
        ...

    def activities(self, activities: Activities) -> Place:
        """Takes the activities of a language and says where they are kept."""
        ...


class Tools(NamedTuple):
    """What reading a pack needs, made once for all its languages.

    `wording` false: nobody asks how well it is written, only whether it can be shown.
    """

    source: Source
    report: Report
    pictures: Pictures
    letters: Letters
    reader: TopicReader
    claims: Claims | None
    sink: Sink
    wording: bool = True
