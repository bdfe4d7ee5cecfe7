"""Codes of three pictures that bring a visitor back to where they were, until midnight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import Place

# What the nine pictures show; each has a drawing, and a name in every language.
PICTURES = ("tree", "fish", "sun", "house", "bicycle", "boat", "key", "cup", "book")
# How many of them make a code (the issue): 84 codes, as their order does not matter.
PICKS = 3
# How many codes live at once: a farewell from a page each quarter of an hour of a long day. More
# would let a wrong guess open somebody else's place too often.
MOST = 36
# How often a visit may be wrong.
TRIES = 3

Code = frozenset[str]
CODES = tuple(frozenset(three) for three in combinations(PICTURES, PICKS))


class Kept(NamedTuple):
    """All that a code brings back: the place in the text, the quiz, and their language.

    A sentence belongs to a language, so the language comes with it. Letters do not: the door of
    attract sets them anew for each visit.
    """

    place: Place
    quiz: QuizRound | None
    language: str


def _by_chance(codes: Sequence[Code]) -> Code:
    # 5 ms that no start waits for: the first farewell of a page does.
    import secrets

    return secrets.choice(codes)


class Codes:
    """The codes that live, in memory only. A new day, or a clock set to another, forgets all.

    `today` tells the date here; `choose` picks one of several codes as chance will have it.
    """

    def __init__(
        self,
        today: Callable[[], date],
        choose: Callable[[Sequence[Code]], Code] = _by_chance,
    ) -> None:
        self._today = today
        self._choose = choose
        self._day = date.min
        self._kept: dict[Code, Kept] = {}

    def __len__(self) -> int:
        """How many codes live."""
        self._turn_day()
        return len(self._kept)

    def give(self, kept: Kept, code: Code | None = None) -> Code | None:
        """The code that brings this back: `code` while it lives, else a new one.

        None when no more may live: one that was shown is never given up for another.
        """
        self._turn_day()
        if code not in self._kept:
            code = self._new()
        if code is not None:
            self._kept[code] = kept
        return code

    def find(self, pictures: Iterable[str]) -> Kept | None:
        """What the code of these pictures, in any order, brings back; None when none lives."""
        self._turn_day()
        return self._kept.get(frozenset(pictures))

    def drop(self, code: Code | None) -> None:
        """Forget one code."""
        if code is not None:
            self._kept.pop(code, None)

    def forget(self) -> None:
        """Forget every code."""
        self._kept.clear()

    def _turn_day(self) -> None:
        today = self._today()
        if today != self._day:
            self._day = today
            self.forget()

    def _new(self) -> Code | None:
        """A code as unlike those that live as can be: one wrong picture should open nothing."""
        if len(self._kept) >= MOST:
            return None
        free = [code for code in CODES if code not in self._kept]
        shared = [max((len(code & other) for other in self._kept), default=0) for code in free]
        least = min(shared)
        return self._choose(
            [code for code, most in zip(free, shared, strict=True) if most == least]
        )


def toggled(picks: tuple[str, ...], picture: str) -> tuple[str, ...]:
    """The pictures chosen so far, with this one chosen too, or taken back."""
    if picture in picks:
        return tuple(one for one in picks if one != picture)
    return (*picks, picture)
