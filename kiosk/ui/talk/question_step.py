"""Sets a question with its answers as bars, and the answer once it is given away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.talk.slides import Slide
from kiosk.ui.talk.poster_step import Poster, poster_step
from kiosk.ui.talk.step import Area, Bar, Step, Words
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.fitting import after_colon
from kiosk.ui.widgets.flow import Flow, paragraph

# The room at the end of a bar for the number of hands, and inside it above and below its words.
COUNT_EM = 1.5
BAR_PAD_EM = 0.14
GAP_EM = 0.2
_MARK_EM = 1.2
# The least height of a bar in mm: it is pressed like any control (access.md M1).
_LEAST_MM = 30.0


class _Bars(NamedTuple):
    """Words of the bars, and the height that all of them share: size gives nothing away."""

    flows: tuple[Flow, ...]
    each: int
    said: tuple[str, ...]


class _Head(NamedTuple):
    """What stands above the bars: so many px, what is painted there, and what it says."""

    block: int
    areas: tuple[Area, ...]
    words: tuple[Words, ...] = ()
    mark: Rect | None = None
    said: tuple[str, ...] = ()


def bars_step(
    slide: Slide, wall: Wall, answers: Sequence[int], right: str, *, heading: bool, revealed: bool
) -> Step | None:
    """Some answers of a question as bars, under the question where `heading`; None if cut.

    `right` names the right answer once it is revealed: in the place of the question, else on its
    bar. Its room is kept from the start, so that nothing moves when it comes.
    """
    margin = wall.look.metrics.margin
    gap = max(wall.em(GAP_EM), wall.look.metrics.gutter)
    head = _head(slide, wall, right, revealed=revealed) if heading else _band(slide, wall, gap)
    said = "" if heading else right
    top = head.block + gap
    room = wall.height - margin - top - (len(answers) - 1) * gap
    bars = _bars(slide, wall, answers, said, revealed=revealed, most=room // len(answers))
    spare = room - len(answers) * bars.each
    if spare < 0:
        return None
    # What is left makes the bars higher: larger targets, and a calm slide.
    each = bars.each + min(spare // len(answers), bars.each // 2)
    placed = tuple(
        Bar(
            Rect(margin, top + at * (each + gap), wall.width - 2 * margin, each),
            bars.flows[at],
            answer,
            bars.said[at],
        )
        for at, answer in enumerate(answers)
    )
    name = "\n".join((*head.said, *bars.said))
    return Step(slide, name, head.areas, head.words, None, placed, head.mark, revealed=revealed)


def _band(slide: Slide, wall: Wall, gap: int) -> _Head:
    """The topic's colour as a band at the top, where no hand reaches (access.md R1)."""
    high = max(wall.look.metrics.reach_top - gap, wall.rule)
    return _Head(high, (Area(Rect(0, 0, wall.width, high), "heading", slide.accent),))


def _head(slide: Slide, wall: Wall, right: str, *, revealed: bool) -> _Head:
    """The question on its colour; once it is revealed the right answer in its place."""
    pad, side = wall.pad, wall.em(_MARK_EM)
    width = wall.width - 2 * pad
    ask = Flow((paragraph(slide.heading),), wall.heading(), width)
    told = after_colon(right, wall.heading(), width - side - pad)
    gap = max(wall.em(GAP_EM), wall.look.metrics.gutter)
    # What no hand reaches is for the question (access.md R1).
    block = max(max(ask.height, told.height, side) + 2 * pad, wall.look.metrics.reach_top - gap)
    flow = told if revealed else ask
    role, accent = ("right_ground", "") if revealed else ("panel", slide.accent)
    areas = (Area(Rect(0, 0, wall.width, block), role, accent),)
    ink = "right_ink" if revealed else "on_panel"
    words = (Words(flow, pad, (block - flow.height) // 2, ink),)
    mark = Rect(wall.width - pad - side, (block - side) // 2, side, side) if revealed else None
    return _Head(block, areas, words, mark, (right if revealed else slide.heading,))


def _bars(
    slide: Slide, wall: Wall, answers: Sequence[int], right: str, *, revealed: bool, most: int
) -> _Bars:
    """The words of the bars; with `right` the right one says so, once it is revealed.

    They are as high as those on another part of the slide, unless that is more than `most` px.
    """
    room = wall.width - 2 * wall.look.metrics.margin - 2 * wall.pad - wall.em(COUNT_EM)
    style = wall.answer()
    own = [slide.answers[at].text for at in answers]
    said = [
        right if right and revealed and slide.right == at else slide.answers[at].text
        for at in answers
    ]
    everything = [answer.text for answer in slide.answers]
    if right:
        everything.append(right)
        own += [right] if slide.right in answers else []
    flows = tuple(Flow((paragraph(text),), style, room) for text in said)
    least = wall.look.metrics.mm(_LEAST_MM)
    heights = [
        max(Flow((paragraph(text),), style, room).height for text in texts)
        for texts in (everything, own)
    ]
    each = [max(tall + 2 * wall.em(BAR_PAD_EM), least) for tall in heights]
    return _Bars(flows, each[0] if each[0] <= most else each[1], tuple(said))


def verdict_step(slide: Slide, wall: Wall, right: str, why: str) -> Step | None:
    """The right answer on its colour with its mark, and why under it; None where it is cut."""
    poster = Poster(right, why, None, "right_ground", "right_ink", mark=True)
    return poster_step(slide, poster, wall)
