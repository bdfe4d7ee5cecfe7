"""Where a talk is: slide and step, what covers the wall, which sheet lies over it, what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from kiosk.domain.talk.tally import Tally

Cover = Literal["", "black", "white"]
Sheet = Literal["", "overview", "help", "end"]

BANNER_S: Final = 12.0
"""So long that question waits for an answer; then the talk simply goes on."""
TYPED_S: Final = 8.0
"""Digits that no Enter follows are forgotten."""


class Steps(NamedTuple):
    """In how many steps a slide shows: `asked` of them first, then `answered` with the answer.

    `answers` is how many answers hands can go up for. The wall knows the steps, from its size.
    """

    asked: int = 1
    answered: int = 0
    answers: int = 0

    @property
    def whole(self) -> int:
        """All steps."""
        return self.asked + self.answered


class Place(NamedTuple):
    """A step of a slide, both from 0."""

    slide: int
    step: int = 0


class Show(NamedTuple):
    """A running talk. Every change makes a new one (`steering.steered` does what keys say).

    `now` is in seconds of one clock.

    `place` is where the speaker is, `wall` what the public sees: the same, unless frozen.
    `cursor` is the slide chosen in the overview, `columns` how many stand in a row there.
    `counting` is the answer whose hands are being typed. `screens` is 2 with a presenter view.
    """

    steps: tuple[Steps, ...]
    place: Place = Place(0)
    cover: Cover = ""
    sheet: Sheet = ""
    frozen: Place | None = None
    cursor: int = 0
    columns: int = 4
    typed: str = ""
    counting: int | None = None
    tally: Tally = Tally()
    screens: int = 1
    over: bool = False
    escaped_at: float | None = None
    sheet_at: float = 0.0
    typed_at: float = 0.0

    # -- what shows ----------------------------------------------------------------------------

    @property
    def wall(self) -> Place:
        """What the public sees under a cover or sheet."""
        return self.frozen if self.frozen is not None else self.place

    @property
    def following(self) -> Place | None:
        """What `next` would show; None at the end."""
        slide, step = self.place
        if step + 1 < self.steps[slide].whole:
            return Place(slide, step + 1)
        return Place(slide + 1) if slide + 1 < len(self.steps) else None

    @property
    def preceding(self) -> Place | None:
        """What `back` would show; None at the start."""
        slide, step = self.place
        if step > 0:
            return Place(slide, step - 1)
        return Place(slide - 1, self.steps[slide - 1].whole - 1) if slide > 0 else None

    def revealed(self, place: Place) -> bool:
        """Whether the answer to a question shows at a place."""
        return self.steps[place.slide].answered > 0 and place.step >= self.steps[place.slide].asked

    # -- what happens --------------------------------------------------------------------------

    def aged(self, now: float) -> Show:
        """The talk without what waited too long: digits typed, the question whether it is over."""
        show = self
        if show.typed and now - show.typed_at >= TYPED_S:
            show = show._replace(typed="")
        if show.sheet == "end" and now - show.sheet_at >= BANNER_S:
            show = show._replace(sheet="")
        return show

    def next_change(self, now: float) -> float | None:
        """Seconds until `aged` changes something; None when nothing waits."""
        due = [self.typed_at + TYPED_S] if self.typed else []
        if self.sheet == "end":
            due.append(self.sheet_at + BANNER_S)
        return max(0.0, min(due) - now) if due else None

    def going_to(self, place: Place) -> Show:
        """Show a place; one that there is not leaves everything as it was."""
        if not 0 <= place.slide < len(self.steps):
            return self
        if not 0 <= place.step < self.steps[place.slide].whole:
            return self
        return self.uncovered()._replace(place=place, cursor=place.slide)

    def opening(self, sheet: Sheet, now: float) -> Show:
        """Lay a sheet over the slide."""
        show = self.closing()._replace(sheet=sheet, sheet_at=now, escaped_at=None)
        return show._replace(cursor=self.place.slide) if sheet == "overview" else show

    def closing(self) -> Show:
        """Take away the sheet, the digits typed and the counting."""
        return self._replace(sheet="", typed="", counting=None)

    def uncovered(self) -> Show:
        """Take away everything that lies over the slide."""
        return self.closing()._replace(cover="")

    def raising(self, answer: int) -> Show:
        """One hand more for an answer (from 0) of the question that shows."""
        return self.setting(answer, self.tally.of(self.place.slide, answer) + 1)

    def setting(self, answer: int, hands: int, *, amends: bool = False) -> Show:
        """So many hands for an answer (from 0) of the question that shows.

        `amends` makes it a part of the step before, which is undone with it.
        """
        if not 0 <= answer < self.steps[self.place.slide].answers:
            return self
        change = self.tally.amended if amends else self.tally.set
        return self._replace(tally=change(self.place.slide, answer, hands))

    def with_steps(self, steps: Sequence[Steps]) -> Show:
        """The same talk on glass of another size: slide and answer stay, steps as near as can be.

        Raises `ValueError` for another number of slides.
        """
        if len(steps) != len(self.steps):
            raise ValueError("a talk keeps its slides")
        new = tuple(steps)
        frozen = None if self.frozen is None else _moved(self.frozen, self.steps, new)
        return self._replace(steps=new, place=_moved(self.place, self.steps, new), frozen=frozen)

    def with_screens(self, screens: int) -> Show:
        """With another number of screens; with one, nothing can be frozen: it would look stuck."""
        return self._replace(screens=screens, frozen=self.frozen if screens > 1 else None)


def _moved(place: Place, old: Sequence[Steps], new: Sequence[Steps]) -> Place:
    """The step that shows about the same on other glass; an answer is never given away."""
    slide, step = place
    was, now = old[slide], new[slide]
    if was.answered and step >= was.asked:
        part = (step - was.asked) * max(now.answered, 1) // was.answered
        return Place(slide, min(now.asked + part, now.whole - 1))
    return Place(slide, min(step * now.asked // was.asked, now.asked - 1))
