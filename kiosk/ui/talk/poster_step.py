"""Sets a heading on its colour with a line on the paper under it: the shape of every slide."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.pack import Picture
from kiosk.domain.talk.slides import Slide
from kiosk.ui.talk.step import Area, Step, Words
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.fitting import after_colon
from kiosk.ui.widgets.flow import Flow, Style, paragraph

# The colour takes so much of the height where the words leave it the choice: slides then keep
# still while a talk goes on.
_USUAL_PART = 0.56
_USUAL_PART_PORTRAIT = 0.6
# A picture smaller than this says nothing; a larger share of the width would press the words.
_LEAST_PICTURE_EM = 2.4
_LEAST_MARK_EM = 0.9
_MOST_PICTURE = 0.4
_MOST_MARK = 0.2


class Poster(NamedTuple):
    """What stands on it: a heading, a line ("" for none), a picture, and in which colours."""

    heading: str
    line: str = ""
    picture: Picture | None = None
    ground: str = "panel"
    ink: str = "on_panel"
    mark: bool = False


class _Frame(NamedTuple):
    """How much of the wall the parts take, in px."""

    block: int
    heading: Flow
    line: Flow | None
    picture: int
    above: bool = False


def poster_step(slide: Slide, poster: Poster, wall: Wall) -> Step | None:
    """The heading over the line, with its picture where there is room; None where it is cut."""
    sided = poster.picture is not None or poster.mark
    for side in (True, False) if sided else (False,):
        frame = _frame(poster, wall, sided=side)
        if frame is not None:
            return _placed(slide, poster, wall, frame)
    return None


def alone_step(slide: Slide, text: str, wall: Wall, *, on_colour: bool, px: int = 0) -> Step | None:
    """Words alone on a whole wall, of `px` (0: the wall's letters); None where they are cut."""
    style = wall.heading(px) if on_colour else wall.text(px)
    flow = Flow((paragraph(text),), style, wall.width - 2 * wall.pad)
    if flow.height + 2 * wall.pad > wall.height:
        return None
    y = (wall.height - flow.height) // 2
    ground = Area(Rect(0, 0, wall.width, wall.height), "panel", slide.accent)
    areas = (ground,) if on_colour else (_edge(slide, wall),)
    words = Words(flow, wall.pad, y, "on_panel" if on_colour else "ink")
    return Step(slide, text, areas, (words,))


def _edge(slide: Slide, wall: Wall) -> Area:
    """The topic's colour as a band at the top, where there is nothing else of it."""
    return Area(Rect(0, 0, wall.width, wall.rule * 2), "heading", slide.accent)


def _frame(poster: Poster, wall: Wall, *, sided: bool) -> _Frame | None:
    pad = wall.pad
    line = _flow(poster.line, wall.text(), wall.width - 2 * pad)
    below = line.height + 2 * pad if line is not None else 0
    room = wall.height - below
    usual = _USUAL_PART_PORTRAIT if wall.portrait else _USUAL_PART
    block = min(room, max(round(wall.height * usual), 0)) if line is not None else room
    if not sided:
        heading = after_colon(poster.heading, wall.heading(), wall.width - 2 * pad)
        need = heading.height + 2 * pad
        return _Frame(max(block, need), heading, line, 0) if need <= room else None
    return _with_picture(poster, wall, line, (block, room))


def _with_picture(
    poster: Poster, wall: Wall, line: Flow | None, heights: tuple[int, int]
) -> _Frame | None:
    """The frame whose picture is largest; `heights` are the usual and the most of the block."""
    least = wall.em(_LEAST_MARK_EM if poster.mark else _LEAST_PICTURE_EM)
    for block in dict.fromkeys(heights):
        frame = _above(poster, wall, line, (block, least)) if wall.portrait else None
        if frame is None and (poster.mark or not wall.portrait):
            frame = _beside(poster, wall, line, (block, least))
        if frame is not None:
            return frame
    return None


def _above(poster: Poster, wall: Wall, line: Flow | None, sizes: tuple[int, int]) -> _Frame | None:
    """The picture over the heading, in a block of a height, at least so many px large."""
    (block, least), pad = sizes, wall.pad
    heading = after_colon(poster.heading, wall.heading(), wall.width - 2 * pad)
    side = min(block - heading.height - 3 * pad, wall.width - 2 * pad)
    return _Frame(block, heading, line, side, above=True) if side >= least else None


def _beside(poster: Poster, wall: Wall, line: Flow | None, sizes: tuple[int, int]) -> _Frame | None:
    """The picture at the end of the heading, in a block of a height."""
    (block, least), pad = sizes, wall.pad
    share = _MOST_MARK if poster.mark else _MOST_PICTURE
    most = min(block - 2 * pad, round(wall.width * share))
    for side in range(most, least - 1, -max(1, wall.px // 4)):
        width = wall.width - 3 * pad - side
        heading = after_colon(poster.heading, wall.heading(), width)
        if heading.height + 2 * pad <= block and not heading.broken_word:
            return _Frame(block, heading, line, side)
    return None


def _flow(text: str, style: Style, width: int) -> Flow | None:
    return Flow((paragraph(text),), style, width) if text else None


def _placed(slide: Slide, poster: Poster, wall: Wall, frame: _Frame) -> Step:
    pad, side = wall.pad, frame.picture
    accent = slide.accent if poster.ground == "panel" else ""
    areas = (Area(Rect(0, 0, wall.width, frame.block), poster.ground, accent),)
    if frame.above:
        free = frame.block - frame.heading.height - pad
        box = Rect((wall.width - side) // 2, (free - side) // 2, side, side)
        y = frame.block - pad - frame.heading.height
    else:
        box = Rect(wall.width - pad - side, (frame.block - side) // 2, side, side)
        y = (frame.block - frame.heading.height) // 2
    words = [Words(frame.heading, pad, y, poster.ink)]
    if frame.line is not None:
        free = wall.height - frame.block - frame.line.height
        words.append(Words(frame.line, pad, frame.block + free // 2, "ink"))
    shown = [poster.heading, poster.line]
    picture = (poster.picture, box) if poster.picture is not None and side else None
    if picture is not None:
        shown.append(picture[0].alt)
    mark = box if poster.mark and side else None
    name = "\n".join(filter(None, shown))
    return Step(slide, name, areas, tuple(words), picture, (), mark, revealed=poster.mark)
