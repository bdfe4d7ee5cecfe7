"""Where the parts of a verdict stand, in px."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.pack import Sentence
from kiosk.ui.paging.leaf import MOST_CHARACTERS, label_style
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Style, paragraph, paragraph_of

# All in mm.
ABOVE_SHELF_MM = 6.0
MARK_MM = 46.0
SMALL_MARK_MM = 15.0
LEAST_MARK_MM = 20.0
ROOM_FOR_MARK_MM = 56.0
PANEL_PAD_MM = 7.0
# On glass so small that nothing else helps, everything moves closer.
TIGHT_TOP_MM = 5.0
TIGHT_PAD_MM = 3.0
TIGHT_SIDE_MM = 5.0
NARROW_MORE_MM = 66.0


class VerdictText(NamedTuple):
    """The words of a verdict."""

    progress: str
    ask: Sentence
    verdict: str
    answer: str
    why: tuple[Sentence, ...]


class VerdictBox(NamedTuple):
    """The parts of a verdict."""

    progress: Rect
    progress_style: Style
    question: Rect
    question_style: Style
    panel: Rect
    mark: Rect
    verdict: Rect
    verdict_style: Style
    answer: Rect
    answer_style: Style
    why: Rect
    why_style: Style
    more: Rect
    fits: bool


class _Plan(NamedTuple):
    """One way to place a verdict: type sizes in px, where its mark stands, and how close.

    `beside`: a large mark beside the text; else a small one before the verdict's word.
    `across`: the text runs over the whole width, above the button; else beside the button.
    """

    why: int
    verdict: int
    question: int
    beside: bool
    across: bool
    tight: bool = False


def verdict_box(look: Look, text: VerdictText) -> VerdictBox:
    """Place a verdict: the largest type at which every word shows on this one screen."""
    box = _largest(look, text)
    return _sunk(look, box) if look.metrics.lowered else box


def _sunk(look: Look, box: VerdictBox) -> VerdictBox:
    """The same with all text as low as it goes, nearer to a low eye; "Lees meer" stays."""
    mm, panel, more = look.metrics.mm, box.panel, box.more
    beside = box.mark.x >= more.x and box.mark.right <= more.right and not look.metrics.portrait
    free = panel.bottom - mm(PANEL_PAD_MM) - box.why.bottom
    under = box.mark.y >= box.why.bottom
    if under:
        free = more.y - box.why.bottom - box.mark.height - 2 * mm(5)
    elif box.why.x < more.right and more.x < box.why.right:
        free = more.y - mm(3) - max(box.why.bottom, box.mark.bottom)
    elif beside:
        free = min(free, more.y - mm(5) - box.mark.height - panel.y - mm(PANEL_PAD_MM))
    free = max(0, free)

    def down(part: Rect) -> Rect:
        return part._replace(y=part.y + free)

    top = panel.y + free
    middle = ((box.why.bottom + free if under else top) + more.y - box.mark.height) // 2
    return box._replace(
        progress=down(box.progress),
        question=down(box.question),
        panel=Rect(panel.x, top, panel.width, panel.height - free),
        mark=box.mark._replace(y=middle) if beside or under else down(box.mark),
        verdict=down(box.verdict),
        answer=down(box.answer),
        why=down(box.why),
    )


def _largest(look: Look, text: VerdictText) -> VerdictBox:
    sizes = _sizes(look)
    # Smaller type needs less room, so the first size that fits is found by halving.
    low, high = 0, len(sizes) - 1
    best = _placed(look, text, sizes[0])
    if best.fits:
        return best
    best = _placed(look, text, sizes[high])
    while low + 1 < high:
        middle = (low + high) // 2
        box = _placed(look, text, sizes[middle])
        if box.fits:
            high, best = middle, box
        else:
            low = middle
    return best


def _sizes(look: Look) -> list[tuple[int, int, int]]:
    """Sizes in px of the why, the verdict's word and the question, in the order they give way.

    The question shrinks first, then the verdict's word, the why last (LOOK.md, Screens).
    """
    kind = look.type
    small = range(kind.body - 1, kind.smallest - 1, -1)
    lower = range(kind.smallest - 1, look.metrics.floor - 1, -1)
    return [
        (kind.body, kind.heading, kind.body),
        (kind.body, kind.heading, kind.smallest),
        (kind.body, kind.body, kind.smallest),
        *((px, px, kind.smallest) for px in small),
        *((px, px, px) for px in lower),
    ]


def _placed(look: Look, text: VerdictText, sizes: tuple[int, int, int]) -> VerdictBox:
    """The verdict in these sizes, in the most generous arrangement that fits, else the tightest."""
    boxes = (_verdict(look, text, plan) for plan in _plans(look, sizes))
    box = next(boxes)
    while not box.fits:
        following = next(boxes, None)
        if following is None:
            break
        box = following
    return box


def _plans(look: Look, sizes: tuple[int, int, int]) -> Iterator[_Plan]:
    if not look.metrics.portrait:
        yield _Plan(*sizes, beside=True, across=False)
    yield _Plan(*sizes, beside=False, across=True)
    yield _Plan(*sizes, beside=False, across=False)
    if sizes[1] <= look.type.body:
        yield _Plan(*sizes, beside=False, across=False, tight=True)


def _verdict(look: Look, text: VerdictText, plan: _Plan) -> VerdictBox:
    metrics, content = look.metrics, look.metrics.content
    mm = metrics.mm
    px = look.type.label if plan.question > look.type.smallest else plan.question
    head = Flow((paragraph(text.progress),), label_style(look, px), content.width)
    top = mm(TIGHT_TOP_MM) if plan.tight else content.y
    progress = Rect(content.x, top, content.width, head.height)
    style = Style.of(look.font(plan.question, STRONG), 1.2)
    ask = Flow((paragraph_of((text.ask,)),), style, content.width)
    question = Rect(content.x, progress.bottom, content.width, ask.height)
    y = question.bottom + mm(2 if plan.tight else 3)
    bottom = metrics.shelf.y - mm(TIGHT_PAD_MM if plan.tight else ABOVE_SHELF_MM)
    panel = Rect(content.x, y, content.width, bottom - y)
    return _in_panel(look, text, plan, (progress, head.style, question, style, panel))


def _in_panel(
    look: Look,
    text: VerdictText,
    plan: _Plan,
    head: tuple[Rect, Style, Rect, Style, Rect],
) -> VerdictBox:
    metrics, mm = look.metrics, look.metrics.mm
    panel = head[-1]
    pad = mm(TIGHT_PAD_MM if plan.tight else PANEL_PAD_MM)
    side = mm(TIGHT_SIDE_MM if plan.tight else PANEL_PAD_MM)
    more = _more_box(look, panel, (side, pad), plan)
    x, width = panel.x + side, panel.width - 2 * side
    if not plan.across:
        width -= more.width + pad
        x += more.width + pad if metrics.mirrored else 0
    v_style = Style.of(look.font(plan.verdict, HEAVY), 1.15)
    word = Flow((paragraph(text.verdict),), v_style, width)
    y = panel.y + pad - mm(1)
    small = max(mm(SMALL_MARK_MM), word.height) if not plan.tight else word.height
    mark = Rect(x, y, small, small)
    verdict = Rect(x, y, width, word.height)
    if not plan.beside:
        verdict = Rect(
            x + small + mm(5), y + (small - word.height) // 2, width - small, word.height
        )
    y += (word.height if plan.beside else small) + mm(1)
    a_style = Style.of(look.font(plan.why, STRONG), 1.3, most=MOST_CHARACTERS, colon=True)
    w_style = Style.of(look.font(plan.why, REGULAR), 1.5, most=MOST_CHARACTERS)
    answer = Rect(x, y, width, Flow((paragraph(text.answer),), a_style, width).height)
    reason = Flow((paragraph_of(text.why),), w_style, width)
    why = Rect(x, answer.bottom + mm(1), width, reason.height)
    fits = why.bottom <= (more.y - mm(3) if plan.across else panel.bottom - mm(2))
    if plan.beside:
        side = min(mm(MARK_MM), more.y - panel.y - pad - mm(5))
        free = more.y - panel.y - side
        mark = Rect(more.x + (more.width - side) // 2, panel.y + (free + mm(2)) // 2, side, side)
        fits = fits and side >= mm(LEAST_MARK_MM)
    elif metrics.portrait and more.y - why.bottom > mm(ROOM_FOR_MARK_MM):
        # Portrait has room to spare: the mark may be large, in the middle of it.
        side = mm(MARK_MM)
        middle = (why.bottom + more.y) // 2
        mark = Rect(panel.x + (panel.width - side) // 2, middle - side // 2, side, side)
        verdict = verdict._replace(x=x, width=width)
    return VerdictBox(*head, mark, verdict, v_style, answer, a_style, why, w_style, more, fits)


def _more_box(look: Look, panel: Rect, pads: tuple[int, int], plan: _Plan) -> Rect:
    """Where "Lees meer" stands: at the bottom of the panel, in portrait over its whole width."""
    metrics = look.metrics
    high, (side, pad) = metrics.target, pads
    y = panel.bottom - max(pad, metrics.gutter if plan.tight else 0) - high
    if metrics.portrait:
        return Rect(panel.x + side, y, panel.width - 2 * side, high)
    width = metrics.mm(NARROW_MORE_MM) if plan.tight else metrics.span(4)
    width = min(width, panel.width - 2 * side)
    box = Rect(panel.right - side - width, y, width, high)
    return metrics.flipped(box) if metrics.mirrored else box
