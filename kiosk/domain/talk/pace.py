"""How long a talk takes, and whether the speaker is on time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kiosk.domain.talk.slides import Slide
from kiosk.domain.text import words

Timing = Literal["waiting", "ahead", "on_time", "behind"]

# A calm speaker says 110 words a minute; a slide that needs no words still needs a look.
_WORD_S = 60.0 / 110.0
_LEAST_S = 25.0
_TITLE_S = 45.0
_QUESTION_S = 75.0  # read aloud, raise hands, count, reveal, explain
_END_S = 120.0
# Nobody can keep time to the second: so much either way is on time, and a tenth of what passed.
_SLACK_S = 45.0
_SLACK_PART = 0.1


def expected_s(slide: Slide) -> float:
    """Seconds that a slide takes when its notes, else its text, are said at an easy pace."""
    match slide.kind:
        case "title":
            return _TITLE_S
        case "question":
            return _QUESTION_S
        case "end":
            return _END_S
        case "page":
            said = slide.notes or " ".join(slide.text)
            count = len(words(said)) + len(words(slide.line))
            return max(_LEAST_S, count * _WORD_S)


def expected_minutes(slides: Sequence[Slide]) -> int:
    """Whole minutes for some slides, at least 1."""
    return max(1, round(sum(map(expected_s, slides)) / 60))


class Plan(NamedTuple):
    """Seconds planned for each slide, in order."""

    seconds: tuple[float, ...]

    @classmethod
    def over(cls, slides: Sequence[Slide], minutes: int = 0) -> Plan:
        """What the slides need; `minutes` stretches or squeezes it to the time there is."""
        needed = [expected_s(slide) for slide in slides]
        whole = sum(needed)
        factor = minutes * 60.0 / whole if minutes > 0 and whole > 0 else 1.0
        return cls(tuple(second * factor for second in needed))

    @property
    def whole(self) -> float:
        """Seconds for the whole talk."""
        return sum(self.seconds)

    def begins(self, slide: int) -> float:
        """When a slide (from 0) should begin, in seconds since the second slide began."""
        return sum(self.seconds[1:slide])

    def ends(self, slide: int) -> float:
        """When a slide should be over, in seconds since the second slide began."""
        return sum(self.seconds[1 : slide + 1])


class Pace(NamedTuple):
    """The time of a talk. It starts when the second slide shows; before that nobody is late."""

    plan: Plan
    started: float | None = None

    def at(self, slide: int, now: float) -> Pace:
        """The pace when a slide (from 0) shows at `now` (seconds of one clock)."""
        return self._replace(started=now) if self.started is None and slide >= 1 else self

    def elapsed(self, now: float) -> float:
        """Seconds since the talk started; 0 while it did not."""
        return 0.0 if self.started is None else max(0.0, now - self.started)

    def lead(self, slide: int, now: float) -> float:
        """Seconds ahead of the plan; negative when behind, 0 while within the slide's own time."""
        passed = self.elapsed(now)
        if passed < self.plan.begins(slide):
            return self.plan.begins(slide) - passed
        return min(0.0, self.plan.ends(slide) - passed)

    def timing(self, slide: int, now: float) -> Timing:
        """How the speaker is doing."""
        if self.started is None:
            return "waiting"
        lead = self.lead(slide, now)
        slack = max(_SLACK_S, _SLACK_PART * self.elapsed(now))
        if abs(lead) <= slack:
            return "on_time"
        return "ahead" if lead > 0 else "behind"

    def left(self, slide: int, now: float) -> float:
        """Seconds that the rest takes as planned, from `now`, with what is left of this slide."""
        after = sum(self.plan.seconds[slide + 1 :])
        if self.started is None:
            return sum(self.plan.seconds[slide:])
        own = self.plan.ends(slide) - self.elapsed(now)
        planned = self.plan.seconds[slide] if slide < len(self.plan.seconds) else 0.0
        return after + min(max(own, 0.0), planned)
