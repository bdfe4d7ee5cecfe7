"""Where the cards of home stand: six and the quiz, fewer where there is little height."""

from __future__ import annotations

from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Metrics, Rect
from kiosk.ui.theme.rows import Rows, card_rows

CARDS = 6
# With "Lager", where there is no room for two rows of good cards.
LOW_CARDS = 3
CARD_MM = 70.0
# The title gives way while cards are lower than this.
GOOD_CARD_MM = 42.0
QUIZ_BAR_MM = 36.0


def cards_a_page(metrics: Metrics, *, returning: bool) -> int:
    """Six; with "Lager" three where the rows of six would be too low (access.md R2).

    Beside "Ik was hier al" (`returning`) two of those: half of a card is too narrow for its words.
    """
    if has_good_rows(metrics):
        return CARDS
    return LOW_CARDS - 1 if returning else LOW_CARDS


def has_good_rows(metrics: Metrics) -> bool:
    """Whether six cards stand above one another in rows that are high enough."""
    if not metrics.lowered:
        return True
    rows, bar = (3, metrics.mm(QUIZ_BAR_MM) + metrics.gutter) if metrics.portrait else (2, 0)
    room = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM) - metrics.reach_top - bar
    good = rows * metrics.mm(GOOD_CARD_MM) + (rows - 1) * metrics.gutter
    return room >= good


def card_boxes(metrics: Metrics, head: int) -> tuple[list[Rect], Rect]:
    """The cards of a page and the quiz card under a head that ends at y = `head`."""
    if not has_good_rows(metrics):
        return _low_boxes(metrics, head)
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    top = max(head + metrics.mm(4), metrics.reach_top)
    gutter = metrics.gutter
    quiz = Rect(0, 0, 0, 0)
    if metrics.portrait:
        bar = metrics.mm(QUIZ_BAR_MM)
        quiz = Rect(metrics.margin, bottom - bar, metrics.content.width, bar)
        bottom = quiz.y - gutter
    across = 2 if metrics.portrait else 3
    boxes = card_rows(metrics, CARDS, Rows(across, 3, top, bottom, metrics.mm(CARD_MM)))
    if not metrics.portrait:
        first = boxes[0].y
        quiz = Rect(metrics.column_x(9), first, metrics.span(3), bottom - first)
    return boxes, quiz


def _low_boxes(metrics: Metrics, head: int) -> tuple[list[Rect], Rect]:
    """Three cards and the quiz, all alike: in one row, in portrait in two."""
    across = 2 if metrics.portrait else 4
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    top = max(head + metrics.mm(4), metrics.reach_top)
    rows = Rows(across, 3, top, bottom, bottom - top)
    *cards, quiz = card_rows(metrics, LOW_CARDS + 1, rows)
    return cards, quiz


def shared(metrics: Metrics, cards: list[Rect], quiz: Rect) -> tuple[Rect, Rect]:
    """The places of the quiz and of "Ik was hier al": the quiz gives up a part of its own.

    Below it, else beside it; where there are three cards, the quiz takes the place of the last.
    """
    if not has_good_rows(metrics):
        return cards[LOW_CARDS - 1], quiz
    gutter = metrics.gutter
    high = (quiz.height - gutter) // 2
    if high >= metrics.target and not metrics.portrait:
        upper = quiz._replace(height=quiz.height - gutter - high)
        return upper, quiz._replace(y=upper.bottom + gutter, height=high)
    wide = (quiz.width - gutter) // 2
    return quiz._replace(width=wide), quiz._replace(x=quiz.x + wide + gutter, width=wide)
