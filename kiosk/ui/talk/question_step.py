"""Sets a question with its answers as bars, and the answer once it is given away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.domain.talk.slides import Slide
from kiosk.ui.talk.poster_step import Poster, poster_step
from kiosk.ui.talk.step import Area, Bar, Step, Words
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, paragraph

# The room at the end of a bar for the number of hands, and inside it above and below its words.
COUNT_EM = 1.75
BAR_PAD_EM = 0.14
GAP_EM = 0.2
# The least height of a bar in mm: it is pressed like any control (access.md M1).
_LEAST_MM = 30.0


class _Bars(NamedTuple):
    """Words of the bars, and the height that all of them share: size gives nothing away."""

    flows: tuple[Flow, ...]
    each: int


def bars_step(
    slide: Slide, wall: Wall, answers: Sequence[int], right: str, *, heading: bool, revealed: bool
) -> Step | None:
    """Some answers of a question as bars, under the question where `heading`; None if cut.

    `right` is the right answer's text once it is revealed; its room is kept from the start.
    """
    pad, gap = wall.pad, max(wall.em(GAP_EM), wall.look.metrics.gutter)
    margin = max(pad, wall.look.metrics.margin)
    bars = _bars(slide, wall, answers, right, revealed=revealed, width=wall.width - 2 * margin)
    high = len(answers) * bars.each + (len(answers) - 1) * gap
    areas: tuple[Area, ...] = (
        Area(Rect(0, 0, wall.width, wall.rule * 2), "heading", slide.accent),
    )
    words: tuple[Words, ...] = ()
    top, bottom = margin, wall.height - margin
    if heading:
        flow = Flow((paragraph(slide.heading),), wall.heading(), wall.width - 2 * pad)
        block = flow.height + 2 * pad
        areas = (Area(Rect(0, 0, wall.width, block), "panel", slide.accent),)
        words = (Words(flow, pad, pad, "on_panel"),)
        top = block + max(pad * 2 // 3, gap)
    spare = bottom - top - high
    if spare < 0:
        return None
    # What is left makes the bars higher: larger targets, and a calm slide.
    each = bars.each + min(spare // len(answers), bars.each // 2)
    placed = tuple(
        Bar(Rect(margin, top + at * (each + gap), wall.width - 2 * margin, each), flow, answer)
        for at, (answer, flow) in enumerate(zip(answers, bars.flows, strict=True))
    )
    texts = [right if revealed and slide.right == at else slide.answers[at].text for at in answers]
    name = "\n".join([slide.heading, *texts] if heading else texts)
    return Step(slide, name, areas, words, None, placed, revealed=revealed)


def _bars(
    slide: Slide, wall: Wall, answers: Sequence[int], right: str, *, revealed: bool, width: int
) -> _Bars:
    room = width - 2 * wall.pad - wall.em(COUNT_EM)
    style = wall.answer()
    shown = [right if revealed and slide.right == at else slide.answers[at].text for at in answers]
    flows = tuple(Flow((paragraph(text),), style, room) for text in shown)
    reserved = [slide.answers[at].text for at in answers]
    if slide.right in answers:
        reserved.append(right)
    tall = max(Flow((paragraph(text),), style, room).height for text in reserved)
    least = wall.look.metrics.mm(_LEAST_MM)
    return _Bars(flows, max(tall + 2 * wall.em(BAR_PAD_EM), least))


def verdict_step(slide: Slide, wall: Wall, right: str, why: str) -> Step | None:
    """The right answer on its colour with its mark, and why under it; None where it is cut."""
    poster = Poster(right, why, None, "right_ground", "right_ink", mark=True)
    return poster_step(slide, poster, wall)
