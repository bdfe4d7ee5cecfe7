"""One visit: where the visitor is, how they got there, and what they chose; wiped at reset."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kiosk.domain.letters import Letters
from kiosk.domain.quiz import QuizRound

# Steps kept for "Terug"; older ones are forgotten, so that a long visit stays small.
TRAIL = 200


# How long a button must be held, in seconds: off, and the three steps of access.md M12.
HOLDS = (0.0, 0.3, 0.6, 1.0)


class HomePlace(NamedTuple):
    """Home; `page` counts the pages of six cards from 0."""

    page: int = 0
    kind: str = "home"


class TopicPlace(NamedTuple):
    """A place in a topic: the sentence at the top of the page, "" for the topic's start."""

    topic: str
    sentence: str = ""
    kind: str = "topic"


class QuestionPlace(NamedTuple):
    """A question of the quiz, by its place in the edition; its verdict once it is answered."""

    question: int
    kind: str = "question"


class ResultPlace(NamedTuple):
    """What went well in the quiz, and what to read again."""

    kind: str = "result"


class ViewPlace(NamedTuple):
    """The sheet "Taal en scherm"; `page` counts from 0 where its choices take several."""

    page: int = 0
    kind: str = "view"


class AboutPlace(NamedTuple):
    """A place in the sheet "Over deze tekst": the sentence at the top, "" for its start."""

    sentence: str = ""
    kind: str = "about"


class ReturnPlace(NamedTuple):
    """The nine pictures: those chosen so far, and whether three others led nowhere just now.

    `page` counts how often others were asked for, where the nine do not stand together.
    """

    picks: tuple[str, ...] = ()
    wrong: bool = False
    page: int = 0
    kind: str = "return"


class ActivityPlace(NamedTuple):
    """The activities, opened from a topic: their wishes, or a sentence of the answer to one."""

    topic: str
    wish: str = ""
    sentence: str = ""
    kind: str = "activity"


Place = (
    HomePlace
    | TopicPlace
    | QuestionPlace
    | ResultPlace
    | ViewPlace
    | AboutPlace
    | ReturnPlace
    | ActivityPlace
)


class Visit:
    """Everything that one visitor leaves behind, in one object that reset throws away."""

    def __init__(self, letters: Letters, language: str) -> None:
        self.letters = letters
        self.language = language
        self.mirrored = False
        self.lowered = False
        self.hold_s = HOLDS[0]
        self.one_by_one = False
        # A step of loudness from 1 to 4; 0 for the one that every visit starts with.
        self.loudness = 0
        self.quiz: QuizRound | None = None
        # The pictures that bring this visitor back, once they were shown or used; wrong tries.
        self.code: frozenset[str] | None = None
        self.misses = 0
        # The topics whose questions for the doctor are kept.
        self.asks: list[str] = []
        self.place: Place = HomePlace()
        self._trail: list[Place] = []
        # The page that home was reached from last, and whether that was in another language.
        self._left: Place | None = None
        self._spoke = False

    def go(self, place: Place) -> None:
        """Move on to a place; "Terug" leads here again. Home forgets the way."""
        if place == self.place:
            return
        if place.kind == "home":
            self._trail.clear()
            if isinstance(self.place, TopicPlace):
                self._left, self._spoke = self.place, False
        else:
            self._trail.append(self.place)
            del self._trail[:-TRAIL]
        self.place = place

    def hold_longer(self) -> None:
        """The next step of "Langer duwen"; after the longest it is off again."""
        self.hold_s = HOLDS[(HOLDS.index(self.hold_s) + 1) % len(HOLDS)]

    def return_to(self, place: Place) -> None:
        """Go back along the way to a place; move on to it where the way has none like it."""
        if place in self._trail:
            del self._trail[self._trail.index(place) :]
            self.place = place
        else:
            self.go(place)

    def speak(
        self, language: str, quiz: QuizRound | None, counterpart: Callable[[Place], Place]
    ) -> None:
        """Go on in another language, in the same round of the quiz, at the same places there."""
        self.language, self.quiz = language, quiz
        self.place = counterpart(self.place)
        self._trail = [counterpart(place) for place in self._trail]
        self._left = None if self._left is None else counterpart(self._left)
        self._spoke = True

    @property
    def left(self) -> Place | None:
        """The place that was left for another language; its card leads there again."""
        return self._left if self._spoke else None

    def stay_at(self, place: Place) -> None:
        """The same place under another name: a page turned into others by its size."""
        self.place = place

    def back(self) -> Place:
        """The place before, else home."""
        self.place = self._trail.pop() if self._trail else HomePlace()
        return self.place
