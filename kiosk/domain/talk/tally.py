"""Hands that went up for the answers of a talk's questions; kept in memory for the talk only."""

from __future__ import annotations

from typing import NamedTuple

MOST_HANDS = 999


class Tally(NamedTuple):
    """Hands per slide and answer, and how it came about, so that each step can be undone."""

    counts: tuple[tuple[int, int, int], ...] = ()
    before: tuple[Tally, ...] = ()

    def of(self, slide: int, answer: int) -> int:
        """Hands counted for an answer (from 0) of a slide (from 0)."""
        return next((count for s, a, count in self.counts if (s, a) == (slide, answer)), 0)

    def raised(self, slide: int, answer: int) -> Tally:
        """One hand more."""
        return self.set(slide, answer, self.of(slide, answer) + 1)

    def set(self, slide: int, answer: int, count: int) -> Tally:
        """The hands for an answer, 0 to 999; what is the same already is no step to undo."""
        count = min(max(count, 0), MOST_HANDS)
        if count == self.of(slide, answer):
            return self
        kept = tuple(entry for entry in self.counts if entry[:2] != (slide, answer))
        past = (*self.before, Tally(self.counts))
        return Tally((*kept, (slide, answer, count)), past)

    def amended(self, slide: int, answer: int, count: int) -> Tally:
        """Like `set`, as a part of the last step: a finger that slides is undone at once."""
        return Tally(self.set(slide, answer, count).counts, self.before)

    def undone(self) -> Tally:
        """Without the last step."""
        if not self.before:
            return self
        return Tally(self.before[-1].counts, self.before[:-1])

    @property
    def most(self) -> int:
        """The most hands for any answer."""
        return max((count for _, _, count in self.counts), default=0)
