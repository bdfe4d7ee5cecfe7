"""Sets the first and the last slide of a talk: a whole wall in one colour, words that may grow."""

from __future__ import annotations

from kiosk.domain.talk.slides import Slide
from kiosk.ui.talk.step import Area, Step, Words
from kiosk.ui.talk.wall_look import TITLE_STEPS, Wall
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, paragraph

_LEAST_PICTURE_EM = 2.4
# The share of the width that the words have beside a picture.
_WORDS_PART = 0.56


def title_step(slide: Slide, wall: Wall, bottom: int = 0) -> Step | None:
    """The slide at the largest size at which nothing is cut; None where none fits.

    `bottom` px at the bottom stay free for a control.
    """
    for picture in (True, False) if slide.picture is not None else (False,):
        for part in TITLE_STEPS:
            step = _title(slide, wall, wall.em(part), bottom, picture=picture)
            if step is not None:
                return step
    return None


def _title(slide: Slide, wall: Wall, px: int, bottom: int, *, picture: bool) -> Step | None:
    pad = wall.pad
    beside = picture and not wall.portrait
    width = round(wall.width * _WORDS_PART) - pad if beside else wall.width - 2 * pad
    flows = [Flow((paragraph(slide.heading),), wall.heading(px), width)] if slide.heading else []
    if slide.line:
        flows.append(Flow((paragraph(slide.line),), wall.text(), width))
    gap = wall.em(0.5)
    high = sum(flow.height for flow in flows) + gap * (len(flows) - 1)
    room = wall.height - bottom - 2 * pad
    side = (
        min(round(wall.width * (1 - _WORDS_PART)) - 2 * pad, room) if beside else room - high - pad
    )
    if high > room or (any(flow.broken_word for flow in flows) and px > wall.px):
        return None
    if picture and side < wall.em(_LEAST_PICTURE_EM):
        return None
    side = min(side, wall.width - 2 * pad)
    y = pad + (room - high) // 2
    box = Rect(wall.width - pad - side, pad + (room - side) // 2, side, side)
    if picture and wall.portrait:
        y = wall.height - bottom - pad - high
        box = Rect((wall.width - side) // 2, max(pad, (y - side) // 2), side, side)
    words: list[Words] = []
    for flow in flows:
        words.append(Words(flow, pad, y, "on_panel"))
        y += flow.height + gap
    ground = Area(Rect(0, 0, wall.width, wall.height), "panel", slide.accent)
    shown = [slide.heading, slide.line]
    found = (slide.picture, box) if picture and slide.picture is not None else None
    if found is not None:
        shown.append(found[0].alt)
    return Step(slide, "\n".join(filter(None, shown)), (ground,), tuple(words), found)
