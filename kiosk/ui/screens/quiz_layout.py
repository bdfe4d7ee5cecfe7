"""Where the parts of a question and of a verdict stand, in px."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.pack import Question, Sentence
from kiosk.ui.paging.leaf import MOST_CHARACTERS, label_style
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import answer_pad
from kiosk.ui.widgets.flow import Flow, Style, largest_px, paragraph, paragraph_of

ABOVE_SHELF_MM = 6.0
# Answers: as high as their words need, between these, in mm.
LOWEST_ANSWER_MM = 80.0
HIGHEST_ANSWER_MM = 100.0
PORTRAIT_ANSWER_MM = 57.0
MARK_MM = 36.0
SMALL_MARK_MM = 15.0
PANEL_PAD_MM = 7.0
ANSWER_LINE = 1.25


class QuestionBox(NamedTuple):
    """The parts of an open question."""

    progress: Rect
    progress_style: Style
    question: Rect
    question_style: Style
    options: list[Rect]
    option_px: int


class VerdictText(NamedTuple):
    """The words of a verdict."""

    progress: str
    ask: Sentence
    verdict: str
    answer: str
    why: tuple[Sentence, ...]
    more: str


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
    more_px: int
    fits: bool


def question_box(look: Look, question: Question, progress: str) -> QuestionBox:
    """Place an open question: answers low, the question as large as the rest allows."""
    metrics, kind = look.metrics, look.type
    content = metrics.content
    head = Flow((paragraph(progress),), label_style(look, kind.label), content.width)
    line = Rect(content.x, content.y, content.width, head.height)
    options, px = _options(look, question, line.bottom + metrics.mm(2))
    room = options[0].y - line.bottom - metrics.mm(6)
    for size in (kind.heading, kind.label, kind.smallest):
        style = Style.of(look.font(size, HEAVY), 1.15, balanced=True)
        ask = Flow((paragraph_of((question.ask,)),), style, content.width)
        if ask.height <= room:
            break
    where = Rect(content.x, line.bottom + metrics.mm(2), content.width, ask.height)
    return QuestionBox(line, head.style, where, style, options, px)


def _options(look: Look, question: Question, top: int) -> tuple[list[Rect], int]:
    metrics, kind = look.metrics, look.type
    count = len(question.options)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    width = metrics.content.width if metrics.portrait else metrics.span(4)
    texts = [option.text for option in question.options]
    sizes = range(kind.smallest, kind.body + 1)
    # The question keeps at least two lines of the smallest size.
    most = bottom - top - round(2.6 * kind.smallest) - metrics.mm(6)
    if metrics.portrait:
        most = (most - (count - 1) * metrics.gutter) // count
        wanted = metrics.mm(PORTRAIT_ANSWER_MM)
    else:
        wanted = metrics.mm(HIGHEST_ANSWER_MM)
    high = max(metrics.target, min(wanted, most))
    make = Style.of(look.font(kind.body, STRONG), ANSWER_LINE)
    pad = answer_pad(look)
    px = largest_px(sizes, texts, room=(width - 2 * pad, high - metrics.mm(6)), make=make)
    if not metrics.portrait:
        style = Style.of(look.font(px, STRONG), ANSWER_LINE)
        needed = max(Flow((paragraph(text),), style, width - 2 * pad).height for text in texts)
        high = max(min(high, metrics.mm(LOWEST_ANSWER_MM)), min(high, needed + 2 * pad))
        boxes = [
            Rect(metrics.column_x(4 * number), bottom - high, width, high)
            for number in range(count)
        ]
        return boxes, px
    first = bottom - count * high - (count - 1) * metrics.gutter
    step = high + metrics.gutter
    return [Rect(metrics.margin, first + n * step, width, high) for n in range(count)], px


def verdict_box(look: Look, text: VerdictText) -> VerdictBox:
    """Place a verdict: the largest type at which every word shows on this one screen."""
    for answer, verdict, question in _sizes(look):
        for wide in (False, True) if not look.metrics.portrait else (True,):
            box = _verdict(look, text, (answer, verdict, question), wide=wide)
            if box.fits:
                return box
    return box


def _sizes(look: Look) -> Iterator[tuple[int, int, int]]:
    """Sizes in px of the why, the verdict's word and the question: the why shrinks last."""
    kind = look.type
    yield kind.body, kind.heading, kind.body
    yield kind.body, kind.heading, kind.smallest
    yield kind.body, kind.body, kind.smallest
    for px in range(kind.body - 1, kind.smallest - 1, -1):
        yield px, max(px, kind.smallest), kind.smallest


def _verdict(
    look: Look, text: VerdictText, sizes: tuple[int, int, int], *, wide: bool
) -> VerdictBox:
    """`wide`: a small mark before the verdict's word instead of a large one beside the text."""
    why_px, verdict_px, question_px = sizes
    metrics, content = look.metrics, look.metrics.content
    mm = metrics.mm
    px = look.type.label if question_px > look.type.smallest else look.type.smallest
    head = Flow((paragraph(text.progress),), label_style(look, px), content.width)
    progress = Rect(content.x, content.y, content.width, head.height)
    style = Style.of(look.font(question_px, STRONG), 1.2)
    ask = Flow((paragraph_of((text.ask,)),), style, content.width)
    question = Rect(content.x, progress.bottom, content.width, ask.height)
    top = question.bottom + mm(3)
    bottom = metrics.shelf.y - mm(ABOVE_SHELF_MM)
    panel = Rect(content.x, top, content.width, bottom - top)
    pad = mm(PANEL_PAD_MM)
    more_width = min(metrics.span(4), panel.width - 2 * pad)
    more = Rect(panel.right - pad - more_width, panel.bottom - pad - mm(30.0), more_width, mm(30.0))
    if metrics.portrait:
        more = more._replace(x=panel.x + pad, width=panel.width - 2 * pad)
    x, y = panel.x + pad, panel.y + pad - mm(2)
    width = panel.width - 2 * pad - (0 if wide else more_width + pad)
    if wide:
        side = max(mm(SMALL_MARK_MM), round(verdict_px * 1.05))
        mark = Rect(x, y, side, side)
        verdict_x = x + side + mm(5)
    else:
        side = min(mm(MARK_MM), more.y - panel.y - pad - mm(5))
        mark = Rect(more.x + (more_width - side) // 2,
                    panel.y + (more.y - panel.y - side + mm(2)) // 2, side, side)
        verdict_x = x
    v_style = Style.of(look.font(verdict_px, HEAVY), 1.15)
    word = Flow((paragraph(text.verdict),), v_style, panel.right - pad - verdict_x)
    verdict = Rect(verdict_x, y, panel.right - pad - verdict_x if wide else width, word.height)
    if wide and side > word.height:
        verdict = verdict._replace(y=y + (side - word.height) // 2)
    y = max(verdict.bottom, mark.bottom if wide else 0) + mm(1.5)
    a_style = Style.of(look.font(why_px, STRONG), 1.3, most=MOST_CHARACTERS)
    answer = Rect(x, y, width, Flow((paragraph(text.answer),), a_style, width).height)
    w_style = Style.of(look.font(why_px, REGULAR), 1.5, most=MOST_CHARACTERS)
    why = Rect(x, answer.bottom + mm(1), width,
               Flow((paragraph_of(text.why),), w_style, width).height)
    below = more.y - mm(3) if wide else panel.bottom - mm(4)
    fits = why.bottom <= below and (wide or side >= mm(20.0))
    sizes_ = range(look.type.smallest, look.type.label + 1)
    more_room = (more.width - mm(28), more.height)
    more_px = largest_px(sizes_, [text.more], room=more_room, make=label_style(look, px))
    return VerdictBox(
        progress, head.style, question, style, panel, mark, verdict, v_style,
        answer, a_style, why, w_style, more, more_px, fits,
    )
