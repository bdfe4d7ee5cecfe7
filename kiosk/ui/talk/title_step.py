"""Sets the first and the last slide of a talk: a whole wall in one colour, words that may grow."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from kiosk.domain.talk.slides import Slide
from kiosk.ui.talk.step import Area, Step, Words
from kiosk.ui.talk.wall_look import TITLE_STEPS, Wall
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, paragraph
from kiosk.ui.widgets.held import NO_BREAK

_LEAST_PICTURE_EM = 2.4
_GAP_EM = 0.5
# Shares of the width that the words may have beside a picture.
_SHARES = (0.56, 0.66)


class _Try(NamedTuple):
    """The line as it may break, what stays free at the bottom in px, and the words' share of the
    width: None for all of it and no picture.
    """

    line: str
    bottom: int
    share: float | None


def title_step(slide: Slide, wall: Wall, bottom: int = 0) -> Step | None:
    """The slide with its picture if it can be, then as large as it can be; None where it is cut.

    `bottom` px at the bottom stay free of words for controls, unless that costs the picture.
    """
    shares: tuple[float, ...] = ()
    if slide.picture is not None:
        shares = (1.0,) if wall.portrait else _SHARES
    lines = _lines(slide.line)
    # A title without its picture is poorer than one whose last line the controls cover at first,
    # and than one that breaks a name.
    tries = [
        *(_Try(*one) for one in product(lines, (bottom,), shares)),
        *(_Try(*one) for one in product(lines, (0,), shares)),
        *(_Try(line, bottom, None) for line in lines),
    ]
    for one in tries:
        for part in TITLE_STEPS:
            step = _title(slide, wall, wall.em(part), one)
            if step is not None:
                return step
    return None


def _lines(line: str) -> list[str]:
    """The line with the name after its colon held together; with its end held; and as it is."""
    head, colon, name = line.partition(": ")
    first, space, last = name.rpartition(" ")
    if not space:
        return [line]
    return [
        head + colon + name.replace(" ", NO_BREAK),
        head + colon + first + NO_BREAK + last,
        line,
    ]


def _title(slide: Slide, wall: Wall, px: int, how: _Try) -> Step | None:
    """The words in letters of `px` px, with the picture that they leave room for."""
    pad, gap, bottom, share = wall.pad, wall.em(_GAP_EM), how.bottom, how.share
    width = round(wall.width * (share or 1.0)) - 2 * pad
    flows = [Flow((paragraph(slide.heading),), wall.heading(px), width)] if slide.heading else []
    if slide.line:
        flows.append(Flow((paragraph(how.line),), wall.text(), width))
    high = sum(flow.height for flow in flows) + gap * (len(flows) - 1)
    room = wall.height - bottom - 2 * pad
    whole = px > wall.px or how.line != slide.line
    if high > room or (whole and any(flow.broken_word for flow in flows)):
        return None
    picture: Rect | None = None
    y = pad + (room - high) // 2
    if share is not None:
        picture = _picture(wall, width, room - high)
        if min(picture.width, picture.height) < wall.em(_LEAST_PICTURE_EM):
            return None
        if wall.portrait:
            y = wall.height - bottom - pad - high
    return _placed(slide, wall, flows, y, picture)


def _picture(wall: Wall, width: int, left: int) -> Rect:
    """Beside words of a width, or above them in what they leave of the height."""
    pad = wall.pad
    if wall.portrait:
        side = min(left - pad, wall.width - 2 * pad)
        return Rect((wall.width - side) // 2, pad + (left - pad - side) // 2, side, side)
    # Only words keep off the room of the controls: a picture may be covered for a moment.
    side = min(wall.width - width - 3 * pad, wall.height - 2 * pad)
    return Rect(wall.width - pad - side, (wall.height - side) // 2, side, side)


def _placed(slide: Slide, wall: Wall, flows: list[Flow], y: int, picture: Rect | None) -> Step:
    words: list[Words] = []
    for flow in flows:
        words.append(Words(flow, wall.pad, y, "on_panel"))
        y += flow.height + wall.em(_GAP_EM)
    ground = Area(Rect(0, 0, wall.width, wall.height), "panel", slide.accent)
    shown = [slide.heading, slide.line]
    found = None
    if picture is not None and slide.picture is not None:
        found = (slide.picture, picture)
        shown.append(slide.picture.alt)
    return Step(slide, "\n".join(filter(None, shown)), (ground,), tuple(words), found)
