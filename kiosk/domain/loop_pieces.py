"""A slide of the display with less on it, or cut in pieces that each say something."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kiosk.domain.loop_slides import Slide, count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MORE: Final = "…"


def shorter(slide: Slide) -> list[Slide]:
    """The slide with less on it that still says what it has to."""
    if slide.kind == "question" and slide.items:
        return [slide._replace(items=())]
    if slide.kind == "answer" and len(slide.sentences) > 1:
        return [slide._replace(sentences=slide.sentences[:1])]
    if slide.kind == "kernel" and slide.lead:
        return [slide._replace(lead="")]
    return []


def plain(slide: Slide, *sentences: str) -> Slide:
    """Only these sentences of a slide: no line above them, no picture."""
    kind = "notice" if slide.kind == "answer" else slide.kind
    return slide._replace(kind=kind, lead="", sentences=sentences, items=(), picture=None)


def batches(slide: Slide, count: int) -> list[Slide]:
    """The sentences in so many batches, as even in words as can be."""
    total = count_words(*slide.sentences)
    cuts, seen = [0], 0
    for place, sentence in enumerate(slide.sentences[:-1], 1):
        seen += count_words(sentence)
        left = len(slide.sentences) - place
        must = left == count - len(cuts)
        if len(cuts) < count and (must or seen >= total * len(cuts) / count):
            cuts.append(place)
    cuts.append(len(slide.sentences))
    return [plain(slide, *slide.sentences[start:end]) for start, end in pairwise(cuts)]


def broken(slide: Slide) -> Iterator[list[Slide]]:
    """The first sentence of a slide in 2 pieces, in 3, and so on up to its words; its line above
    stays over each.
    """
    words = slide.sentences[0].split()
    for count in range(2, len(words) + 1):
        size = -(-len(words) // count)
        pieces = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
        last = len(pieces) - 1
        marked = [
            f"{_MORE if at else ''}{piece}{'' if at == last else _MORE}"
            for at, piece in enumerate(pieces)
        ]
        yield [plain(slide, piece)._replace(lead=slide.lead) for piece in marked]
