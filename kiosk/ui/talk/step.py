"""A slide as it stands on a wall: areas, words, a picture and bars, all placed in px."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.pack import Picture
from kiosk.domain.talk.slides import Slide
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow


class Area(NamedTuple):
    """A flat area in the colour of a role; with an `accent`, of that topic."""

    box: Rect
    role: str
    accent: str = ""


class Words(NamedTuple):
    """Words set in lines, with their top left corner."""

    flow: Flow
    x: int
    y: int
    role: str
    accent: str = ""


class Bar(NamedTuple):
    """An answer: its box, its words as set and said, which answer of the slide it is (from 0)."""

    box: Rect
    flow: Flow
    answer: int
    said: str


class Step(NamedTuple):
    """One step of a slide. `name` says all that shows; `fits` that nothing is cut.

    `mark` is where the tick of the right answer stands; with `revealed` the bars show it.
    """

    slide: Slide
    name: str
    areas: tuple[Area, ...] = ()
    words: tuple[Words, ...] = ()
    picture: tuple[Picture, Rect] | None = None
    bars: tuple[Bar, ...] = ()
    mark: Rect | None = None
    revealed: bool = False
    fits: bool = True


class SetSlide(NamedTuple):
    """All steps of a slide: first those that ask, then those that answer."""

    asked: tuple[Step, ...]
    answered: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return (*self.asked, *self.answered)
