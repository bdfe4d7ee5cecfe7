"""One round of the quiz: which questions, which answers, what to offer again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.pack import Option, Page, Question


class QuizRound(NamedTuple):
    """The questions asked (their places in the edition) and the answers so far.

    Nothing is counted against anybody: an answer can be taken back, missed questions can be
    asked again, stopping is always right (access.md Q3, Q4).
    """

    asked: tuple[int, ...]
    answers: tuple[tuple[int, int], ...] = ()

    @classmethod
    def over(cls, questions: Sequence[Question]) -> QuizRound:
        """A fresh round over all questions."""
        return cls(tuple(range(len(questions))))

    def answer_to(self, question: int) -> int | None:
        """The option chosen for a question, from 0, or None while it is open."""
        return dict(self.answers).get(question)

    def answered(self, question: int, option: int) -> QuizRound:
        """The round with this answer; a later answer replaces an earlier one."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        return self._replace(answers=(*kept, (question, option)))

    def reopened(self, question: int) -> QuizRound:
        """The round with this question open again."""
        return self._replace(answers=tuple(pair for pair in self.answers if pair[0] != question))

    def next_open(self, after: int | None = None) -> int | None:
        """The next open question after one, in order, else an earlier open one, else None."""
        start = self.asked.index(after) + 1 if after in self.asked else 0
        for question in (*self.asked[start:], *self.asked[:start]):
            if self.answer_to(question) is None:
                return question
        return None

    def progress(self, question: int) -> tuple[int, int]:
        """Which question of how many, counted from 1."""
        return self.asked.index(question) + 1, len(self.asked)

    def missed(self, questions: Sequence[Question]) -> tuple[int, ...]:
        """The answered questions whose answer was not right, in order."""
        return tuple(place for place in self.asked if self._right(questions, place) is False)

    def known(self, questions: Sequence[Question]) -> tuple[int, ...]:
        """The questions answered right, in order."""
        return tuple(place for place in self.asked if self._right(questions, place))

    def again(self, questions: Sequence[Question]) -> QuizRound:
        """A new round over the missed questions only."""
        return QuizRound(self.missed(questions))

    def _right(self, questions: Sequence[Question], place: int) -> bool | None:
        chosen = self.answer_to(place)
        return None if chosen is None else questions[place].options[chosen].correct


def topics_of(questions: Sequence[Question], places: Sequence[int], most: int) -> tuple[str, ...]:
    """The topics of some questions, each once, in order, at most `most`."""
    return tuple(dict.fromkeys(questions[place].topic for place in places))[:most]


def page_of(pages: Sequence[Page], option: Option) -> int:
    """The page that an answer comes from: the first that covers one of its claims, else 0."""
    wanted = set(option.claims)
    for place, page in enumerate(pages):
        if wanted & set(page.claims):
            return place
    return 0
