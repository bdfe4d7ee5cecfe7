"""All of a running talk that screens show, in one frozen object."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.talk.pace import Pace
from kiosk.domain.talk.show import Place, Show
from kiosk.domain.talk.slides import Slide, TalkChoice
from kiosk.ui.talk.slide_paint import Counted
from kiosk.ui.talk.step import SetSlide, Step
from kiosk.ui.talk.wall_look import Wall


class TalkState(NamedTuple):
    """What runs, as it is set on its wall. `warned`: nobody does anything, and it ends soon."""

    choice: TalkChoice
    slides: tuple[Slide, ...]
    sets: tuple[SetSlide, ...]
    wall: Wall
    show: Show
    pace: Pace
    warned: bool = False

    def step(self, place: Place) -> Step:
        """A step as the wall shows it."""
        return self.sets[place.slide].steps[place.step]

    def counted(self, place: Place) -> Counted:
        """The hands for the answers of a slide, with what is being typed for one of them."""
        show = self.show
        answers = range(len(self.slides[place.slide].answers))
        hands = [show.tally.of(place.slide, answer) for answer in answers]
        chosen = show.counting if place == show.place else None
        if chosen is not None and show.typed:
            hands[chosen] = int(show.typed)
        return Counted(tuple(hands), chosen)
