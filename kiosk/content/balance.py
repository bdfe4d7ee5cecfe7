"""Warns of a quiz whose right answers can be guessed by their place or their length."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.content.report import FileReport
    from kiosk.domain.pack import Question

_FEWEST = 3
_MOST_IN_A_PLACE = 0.45  # access.md Q5
_MOST_LONGEST = 0.5  # access.md Q5


def check_balance(questions: Sequence[Question], report: FileReport) -> None:
    """Warns when right answers bunch in one place, or are the longest in more than half."""
    whole = [question for question in questions if _is_whole(question)]
    if len(whole) < _FEWEST:
        return
    places = Counter(
        next(n for n, option in enumerate(question.options, 1) if option.correct)
        for question in whole
    )
    place, count = places.most_common(1)[0]
    widest = max(len(question.options) for question in whole)
    if count > max(-(-len(whole) // widest), int(len(whole) * _MOST_IN_A_PLACE)):
        what = f"{count} of {len(whole)} right answers stand in place {place}"
        report.warning(0, what, "spread them over the places")
    longest = sum(_right_is_longest(question) for question in whole)
    if longest > len(whole) * _MOST_LONGEST:
        what = f"in {longest} of {len(whole)} questions the right answer is the longest"
        report.warning(0, what, "make wrong answers as long")


def _is_whole(question: Question) -> bool:
    return sum(option.correct for option in question.options) == 1


def _right_is_longest(question: Question) -> bool:
    right = len(question.right.text)
    return all(len(option.text) < right for option in question.options if not option.correct)
