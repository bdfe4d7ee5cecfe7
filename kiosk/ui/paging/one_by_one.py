"""Breaks a topic into sentences: a leaf for each, for who reads one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.glossary import Explanations
from kiosk.domain.letters import TEXT_SIZES
from kiosk.domain.pack import Block, Topic
from kiosk.ui.paging.explaining import NO_LINES, apart, explained, one_each
from kiosk.ui.paging.layout import lay_out
from kiosk.ui.paging.leaf import Leaf, Shape, sized
from kiosk.ui.paging.paginate import WordsOf
from kiosk.ui.theme.look import Look

# A sentence in the middle stands so much farther from its heading than the text of a page.
_AROUND_MM = 0.5


def sentence_leaves(
    topic: Topic, look: Look, words: WordsOf, lines: Explanations = NO_LINES
) -> tuple[Leaf, ...]:
    """A leaf for each sentence of a topic, in order; the last says what comes after it.

    The hard words of a sentence stand below it; where they do not fit there, they come next.
    """

    def fits(leaf: Leaf) -> bool:
        # The room of the words that come after the topic is kept on every leaf.
        return lay_out(topic, leaf._replace(tail=True), look, words(88, 88, False)).fits

    shape = Shape(0, False, look.type.label)
    bare = _leaves(topic, shape, look.letters.text_size)
    page, full = -1, list[Leaf]()
    for leaf in bare:
        full.append(explained(topic, leaf, lines, first=leaf.page != page))
        page = leaf.page
    found = apart(full, fits, (shape.heading_px,))
    # Where a line fits nowhere at these letters it stands all the same: no word is lost.
    found = found or [
        one for leaf in full for one in (leaf._replace(explained=()), *one_each(leaf))
    ]
    if found:
        found[-1] = found[-1]._replace(tail=True)
    return tuple(_in_lawful_letters(topic, leaf, look, words) for leaf in found)


def _in_lawful_letters(topic: Topic, leaf: Leaf, look: Look, words: WordsOf) -> Leaf:
    """The leaf in the largest letters that its sentence has room for, at most the visitor's own.

    On glass too small for it at the smallest lawful size it stands in that all the same.
    """
    room = look.metrics.mm(_AROUND_MM)
    for size in reversed([size for size in TEXT_SIZES if size < look.letters.text_size]):
        box = lay_out(topic, leaf, look, words(88, 88, False))
        if box.bottom + room <= box.limit:
            break
        leaf = leaf._replace(text_size=size)
        px = sized(look, leaf).type.label
        leaf = leaf._replace(shape=leaf.shape._replace(heading_px=px))
    return leaf


def _leaves(topic: Topic, shape: Shape, size: int) -> Iterator[Leaf]:
    for number, page in enumerate(topic.pages):
        for sentence in page.sentences():
            yield Leaf(number, (Block("paragraph", (sentence,)),), shape, False, size)
        if page.activities:
            yield Leaf(number, (), shape, False, size, button=page.activities)
    for sentence in topic.action:
        yield Leaf(len(topic.pages) - 1, (), shape, False, size, action=(sentence,))
