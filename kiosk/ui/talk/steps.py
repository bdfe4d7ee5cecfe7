"""Sets a slide in as few steps as its wall allows: it splits, it never shrinks (issue 3)."""

from __future__ import annotations

from kiosk.domain.talk.show import Steps
from kiosk.domain.talk.slides import Slide
from kiosk.domain.talk.split import split_line
from kiosk.ui.talk.poster_step import Poster, alone_step, poster_step
from kiosk.ui.talk.question_step import bars_step, verdict_step
from kiosk.ui.talk.step import SetSlide, Step
from kiosk.ui.talk.title_step import title_step
from kiosk.ui.talk.wall_look import Wall

# With its heading repeated a line is cut into so many parts at most; then each stands alone.
_MOST_WITH_HEADING = 3


def set_slide(slide: Slide, wall: Wall, bottom: int = 0) -> SetSlide:
    """The steps of a slide on a wall; `bottom` px of the first and the last one stay free for controls."""
    match slide.kind:
        case "title" | "end":
            step = title_step(slide, wall, bottom)
            return SetSlide((step,) if step is not None else _page(slide, wall))
        case "page":
            return SetSlide(_page(slide, wall))
        case "question":
            return _question(slide, wall)


def steps_of(found: SetSlide) -> Steps:
    """How many steps a slide has, for the domain."""
    return Steps(len(found.asked), len(found.answered), len(found.steps[0].slide.answers))


def _page(slide: Slide, wall: Wall) -> tuple[Step, ...]:
    for parts in range(1, _MOST_WITH_HEADING + 1):
        lines = split_line(slide.line, parts) or ("",)
        posters = [Poster(slide.heading, line, slide.picture) for line in lines]
        steps = [poster_step(slide, poster, wall) for poster in posters]
        found = tuple(step for step in steps if step is not None)
        if len(found) == len(steps):
            return found
    return (*_heading(slide, wall), *_alone(slide, slide.line, wall, on_colour=False))


def _heading(slide: Slide, wall: Wall) -> tuple[Step, ...]:
    """The heading with its picture on a wall of its own, in parts where even that is too much."""
    step = poster_step(slide, Poster(slide.heading, "", slide.picture), wall)
    return (step,) if step is not None else _alone(slide, slide.heading, wall, on_colour=True)


def _alone(slide: Slide, text: str, wall: Wall, *, on_colour: bool) -> tuple[Step, ...]:
    """Words in the fewest parts that fit; a single word that does not is made to."""
    count = len(text.split())
    for parts in range(1, count + 1):
        steps = [
            alone_step(slide, part, wall, on_colour=on_colour)
            or (_last_resort(slide, part, wall, on_colour=on_colour) if parts == count else None)
            for part in split_line(text, parts)
        ]
        found = tuple(step for step in steps if step is not None)
        if len(found) == len(steps):
            return found
    return ()


def _last_resort(slide: Slide, text: str, wall: Wall, *, on_colour: bool) -> Step:
    """A word that is larger than the wall, as large as it can be: a hall must see something."""
    for px in range(wall.px, 1, -max(1, wall.px // 16)):
        step = alone_step(slide, text, wall, on_colour=on_colour, px=px)
        if step is not None:
            return step._replace(fits=px == wall.px)
    return Step(slide, text, fits=False)


def _question(slide: Slide, wall: Wall) -> SetSlide:
    say = wall.look.strings
    answer = slide.answers[slide.right or 0].text
    right = say("talk.right", answer=answer)
    everything = range(len(slide.answers))
    verdict = _verdict(slide, wall, right)
    for heading in (True, False):
        asked = bars_step(slide, wall, everything, right, heading=heading, revealed=False)
        shown = bars_step(slide, wall, everything, right, heading=heading, revealed=True)
        if asked is not None and shown is not None:
            first = () if heading else _heading(slide, wall)
            return SetSlide((*first, asked), (shown, *verdict))
    bars = _bars_apart(slide, wall, right)
    return SetSlide((*_heading(slide, wall), *bars), verdict)


def _bars_apart(slide: Slide, wall: Wall, right: str) -> tuple[Step, ...]:
    """The answers over several steps, as many on each as fit."""
    found: list[Step] = []
    left = list(range(len(slide.answers)))
    while left:
        for most in range(len(left), 0, -1):
            step = bars_step(slide, wall, left[:most], right, heading=False, revealed=False)
            if step is not None:
                found.append(step)
                break
        else:
            most = 1
            found.append(_last_resort(slide, slide.answers[left[0]].text, wall, on_colour=False))
        del left[:most]
    return tuple(found)


def _verdict(slide: Slide, wall: Wall, right: str) -> tuple[Step, ...]:
    """The right answer and why, in one step or with the reason in parts."""
    for parts in range(1, _MOST_WITH_HEADING + 1):
        steps = [verdict_step(slide, wall, right, why) for why in split_line(slide.why, parts)]
        found = tuple(step for step in steps if step is not None)
        if found and len(found) == len(steps):
            return found
    first = verdict_step(slide, wall, right, "")
    if first is not None:
        head: tuple[Step, ...] = (first,)
    else:
        head = _alone(slide, right, wall, on_colour=True)
    shown = (
        step._replace(revealed=True)
        for step in (*head, *_alone(slide, slide.why, wall, on_colour=False))
    )
    return tuple(shown)
