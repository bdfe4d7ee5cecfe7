"""Cuts the sentences that are too long for the tightest glass: pages break between parts only."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kiosk.content.fields import count
from kiosk.content.room import MOST_SENTENCE_WORDS
from kiosk.domain.pack import Run
from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.content.report import FileReport

# As many words as a page may have (DESIGN.md section 6): more stand nowhere.
MOST_CUT_WORDS = 40
# A part is no long sentence itself (access.md L2).
_PART_WORDS = 15
# How many words earlier than an even cut a comma may draw it.
_EARLIER = 4
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_PAUSE = (",", ";", ":", "–")


def parts(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """A sentence in parts of at most 15 words, rather after a comma; a shorter one stays whole."""
    text = "".join(run.text for run in runs)
    left = count(text)
    if not MOST_SENTENCE_WORDS < left <= MOST_CUT_WORDS:
        yield runs
        return
    start = 0
    for many in range(math.ceil(left / _PART_WORDS), 1, -1):
        cuts = [(end.start(), count(text[start : end.start()])) for end in _SPACE.finditer(text)]
        cuts = [
            (place, taken)
            for place, taken in cuts
            if place > start and left - _PART_WORDS * (many - 1) <= taken <= min(_PART_WORDS, left)
        ]
        if not cuts:
            break
        place, taken = _best(cuts, text, math.ceil(left / many))
        yield _between(runs, start, place)
        start, left = place + 1, left - taken
    yield _between(runs, start, len(text))


def check_long(sentences: Iterable[str], line: int, report: FileReport) -> None:
    """Warns of each sentence that shows in parts; an error where even parts are too long."""
    for sentence in sentences:
        found = words(sentence)
        if len(found) <= MOST_SENTENCE_WORDS:
            continue
        longest = max(count("".join(r.text for r in part)) for part in parts((Run(sentence),)))
        note = report.warning if longest <= MOST_SENTENCE_WORDS else report.error
        what = f"a sentence has {len(found)} words (“{' '.join(found[:4])} …”)"
        note(line, what, f"cut it; use at most {MOST_SENTENCE_WORDS}")


def _best(cuts: Sequence[tuple[int, int]], text: str, even: int) -> tuple[int, int]:
    """The cut after a comma where one is near, else the most even one."""
    at_pauses = [
        (place, taken)
        for place, taken in cuts
        if text[:place].endswith(_PAUSE) and abs(taken - even) <= _EARLIER
    ]
    return min(at_pauses or cuts, key=lambda cut: abs(cut[1] - even))


def _between(runs: Iterable[Run], begin: int, end: int) -> tuple[Run, ...]:
    """The runs between two places of their text."""
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(begin - at, 0) : max(end - at, 0)]
        if text:
            found.append(run._replace(text=text))
        at += len(run.text)
    return tuple(found)
