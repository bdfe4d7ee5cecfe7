"""One round of the quiz: which questions, which answers, what to offer again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.pack import Option, Page, Question


class QuizRound(NamedTuple):
    """The questions asked (their places in the edition) and the answers so far.

    `earlier` are the answers of the rounds before: a question asked again counts by its earlier
    answer until it has a new one, so that stopping halfway loses nothing.
    Nothing is counted against anybody: an answer can be taken back, missed questions can be
    asked again, stopping is always right (access.md Q3, Q4).
    """

    asked: tuple[int, ...]
    answers: tuple[tuple[int, int], ...] = ()
    earlier: tuple[tuple[int, int], ...] = ()

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
        """The questions whose last answer was not right, in order."""
        last = self._last_answers()
        return tuple(place for place in sorted(last) if not _right(questions, place, last[place]))

    def known(self, questions: Sequence[Question]) -> tuple[int, ...]:
        """The questions whose last answer was right, in order."""
        last = self._last_answers()
        return tuple(place for place in sorted(last) if _right(questions, place, last[place]))

    def again(self, questions: Sequence[Question]) -> QuizRound:
        """A new round over the missed questions only."""
        return QuizRound(self.missed(questions), (), tuple(sorted(self._last_answers().items())))

    @property
    def is_retry(self) -> bool:
        """Whether this round asks again what was missed before."""
        return bool(self.earlier)

    def _last_answers(self) -> dict[int, int]:
        return {**dict(self.earlier), **dict(self.answers)}


def _right(questions: Sequence[Question], place: int, option: int) -> bool:
    return questions[place].options[option].correct


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
