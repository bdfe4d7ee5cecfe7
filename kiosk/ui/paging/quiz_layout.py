"""Where the parts of a question stand, in px."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.pack import Question
from kiosk.ui.paging.leaf import label_style
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Metrics, Rect
from kiosk.ui.widgets.buttons import answer_pad
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Flow, Style, paragraph, paragraph_of

# Answers: as high as their words need, between these, in mm.
LOWEST_ANSWER_MM = 80.0
HIGHEST_ANSWER_MM = 100.0
PORTRAIT_ANSWER_MM = 57.0
LEAST_ANSWER_MM = 33.0
ANSWER_LINE = 1.25
# What answers leave free above and below together; less before letters are smaller than is lawful.
CLEAR_MM = (5.0, 3.5)
# A picture lower than this gives way to the question.
LEAST_PICTURE_MM = 30.0


class QuestionBox(NamedTuple):
    """The parts of an open question."""

    progress: Rect
    progress_style: Style
    question: Rect
    question_style: Style
    options: list[Rect]
    option_px: int
    picture: Rect | None = None


def question_box(look: Look, question: Question, progress: str) -> QuestionBox:
    """Place an open question: answers low, the question as large as the rest allows.

    The progress is never larger than what it counts.
    """
    kind, content = look.type, look.metrics.content
    head = Flow((paragraph(progress),), label_style(look, kind.label), content.width)
    answers = _options(look, question, content.y + head.height + look.metrics.mm(2))
    box = _question_box(look, question, progress, kind.label, answers)
    if box.question_style.font.pixelSize() >= kind.label:
        return box
    return _question_box(look, question, progress, kind.smallest, answers)


def _question_box(
    look: Look, question: Question, progress: str, head_px: int, answers: tuple[list[Rect], int]
) -> QuestionBox:
    """The question above its answers and their letters, its progress in letters of `head_px`."""
    options, px = answers
    metrics, kind = look.metrics, look.type
    content = metrics.content
    head = Flow((paragraph(progress),), label_style(look, head_px), content.width)
    line = Rect(content.x, content.y, content.width, head.height)
    y = line.bottom + metrics.mm(2)
    room = options[0].y - y - metrics.mm(4)
    if question.image is not None:
        found = _with_picture(look, question, Rect(content.x, y, content.width, room))
        if found is not None:
            where, style, picture = found
            return QuestionBox(line, head.style, where, style, options, px, picture)
    where, style = _ask(look, question, content.width, room, kind.smallest)
    if metrics.lowered:
        # What is read comes down to what is pressed (access.md R2).
        line = line._replace(y=line.y + max(0, room - where.height))
        y = line.bottom + metrics.mm(2)
    where = where._replace(x=content.x, y=y)
    return QuestionBox(line, head.style, where, style, options, px)


def _ask(look: Look, question: Question, width: int, room: int, least: int) -> tuple[Rect, Style]:
    """The question in the largest size, not under `least`, at which it fits in a room."""
    kind = look.type
    style = Style.of(look.font(least, HEAVY), 1.15, balanced=True)
    for size in (kind.heading, kind.label, (kind.label + kind.smallest) // 2):
        larger = Style.of(look.font(size, HEAVY), 1.15, balanced=True)
        flow = Flow((paragraph_of((question.ask,)),), larger, width)
        if size > least and flow.height <= room and not flow.broken_word:
            return Rect(0, 0, width, flow.height), larger
    flow = Flow((paragraph_of((question.ask,)),), style, width)
    return Rect(0, 0, width, flow.height), style


def _with_picture(look: Look, question: Question, area: Rect) -> tuple[Rect, Style, Rect] | None:
    """Question and picture beside one another (in portrait under it); None: no room for both."""
    metrics = look.metrics
    if metrics.portrait:
        where, style = _ask(look, question, area.width, area.height, look.type.label)
        top = where.height + metrics.mm(4)
        picture = Rect(area.x, area.y + top, area.width, area.height - top)
        if metrics.lowered:
            picture = picture._replace(y=area.y)
    else:
        where, style = _ask(look, question, metrics.span(8), area.height, look.type.label)
        picture = Rect(metrics.column_x(8), area.y, metrics.span(4), area.height)
    if where.height > area.height or picture.height < metrics.mm(LEAST_PICTURE_MM):
        return None
    y = area.bottom - where.height if metrics.lowered else area.y
    return where._replace(x=area.x, y=y), style, picture


def _options(look: Look, question: Question, top: int) -> tuple[list[Rect], int]:
    metrics, kind = look.metrics, look.type
    count = len(question.options)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    stacked = metrics.portrait and not _in_a_row(metrics, count)
    across = metrics.columns // 3
    width = metrics.content.width if stacked else metrics.span(across)
    # The question keeps what it needs at the smallest size.
    style = Style.of(look.font(kind.smallest, HEAVY), 1.15, balanced=True)
    ask = Flow((paragraph_of((question.ask,)),), style, metrics.content.width)
    most = min(bottom - top - ask.height - metrics.mm(6), bottom - metrics.reach_top)
    if stacked:
        most = (most - (count - 1) * metrics.gutter) // count
        high = max(metrics.target, min(metrics.mm(PORTRAIT_ANSWER_MM), most))
        px, _ = _answer_px(look, question, width, high)
        step = high + metrics.gutter
        first = bottom - count * step + metrics.gutter
        return [Rect(metrics.margin, first + n * step, width, high) for n in range(count)], px
    least = metrics.mm(PORTRAIT_ANSWER_MM) if metrics.portrait else metrics.target
    high = max(least, min(metrics.mm(HIGHEST_ANSWER_MM), most))
    px, needed = _answer_px(look, question, width, high)
    high = max(min(high, metrics.mm(LOWEST_ANSWER_MM)), min(high, needed))
    first = bottom - high
    return [Rect(metrics.column_x(across * n), first, width, high) for n in range(count)], px


def _in_a_row(metrics: Metrics, count: int) -> bool:
    """Whether answers stand beside one another: "Lager" leaves too little under one another."""
    room = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM) - metrics.reach_top
    return room < count * metrics.mm(LEAST_ANSWER_MM) + (count - 1) * metrics.gutter


def _answer_px(look: Look, question: Question, width: int, high: int) -> tuple[int, int]:
    """The font size at which every answer fits in its plate, and the height they then need."""
    pad = answer_pad(look)
    texts = [option.text for option in question.options]
    make = Style.of(look.font(look.type.body, STRONG), ANSWER_LINE)
    sizes, px = range(look.metrics.floor, look.type.body + 1), 0
    for clear in CLEAR_MM:
        room = (width - 2 * pad, high - look.metrics.mm(clear))
        px = largest_px(sizes, texts, room=room, make=make)
        if px >= look.metrics.smallest:
            break
    style = Style.of(look.font(px, STRONG), ANSWER_LINE)
    flows = [Flow((paragraph(text),), style, width - 2 * pad) for text in texts]
    return px, max(flow.height for flow in flows) + 2 * pad
