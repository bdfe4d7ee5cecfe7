"""Sets the slides of a talk on a wall: at its start, and anew when the wall became another."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.talk.pace import Pace, Plan
from kiosk.domain.talk.show import Show
from kiosk.domain.talk.slides import Cards, Slide, TalkChoice, make_slides
from kiosk.ui.content import Content
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.step import SetSlide
from kiosk.ui.talk.steps import set_slide, steps_of
from kiosk.ui.talk.wall_look import Wall


def begun(
    content: Content, choice: TalkChoice, wall: Wall, columns: int, screens: int
) -> TalkState:
    """A talk at its first slide; `columns` stand beside one another in its overview."""
    say, source = wall.look.strings, content.pack.source
    # A title such as "Dr." stays with its name.
    author = source.author.replace(". ", ".\u00a0") if source else ""
    opening = say("talk.opening", author=author) if author else ""
    cards = Cards(opening, say("talk.closing"), say("talk.closing_line"))
    slides = make_slides(content.edition(""), choice, cards)
    sets = _set(slides, wall)
    show = Show(tuple(map(steps_of, sets)), columns=columns, screens=screens)
    pace = Pace(Plan.over(slides, choice.minutes))
    return TalkState(choice, slides, sets, wall, show, pace)


def set_anew(state: TalkState, wall: Wall, columns: int) -> TalkState:
    """The same talk, showing the same, on another wall."""
    sets = _set(state.slides, wall)
    show = state.show.with_steps([steps_of(found) for found in sets])
    return state._replace(sets=sets, wall=wall, show=show._replace(columns=columns))


def _set(slides: Sequence[Slide], wall: Wall) -> tuple[SetSlide, ...]:
    """The slides as a wall shows them; the first and the last keep room for their controls."""
    room = wall.look.metrics.shelf.height
    return tuple(set_slide(slide, wall, room) for slide in slides)
