"""Which leaf explains which hard words: below the text that has them, else right after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.domain.glossary import Explanations
from kiosk.domain.pack import Sentence, Topic
from kiosk.ui.paging.leaf import Leaf, Shape, page_at

NO_LINES: Explanations = {}

Fits = Callable[[Leaf], bool]


def lines_of(sentences: Iterable[Sentence], lines: Explanations) -> tuple[Sentence, ...]:
    """The lines that stand under some sentences, in their order."""
    return tuple(line for sentence in sentences for line in lines.get(sentence.id, ()))


def explained(topic: Topic, leaf: Leaf, lines: Explanations, *, first: bool) -> Leaf:
    """The leaf with the lines of what it says; the `first` of a page explains its heading too."""
    heading = (page_at(topic, leaf).heading,) if first else ()
    return leaf._replace(explained=lines_of((*heading, *leaf.sentences()), lines))


def apart(leaves: Iterable[Leaf], fits: Fits, heading_sizes: tuple[int, ...]) -> list[Leaf]:
    """The leaves in order; lines that do not fit below their text have leaves after it.

    None at all where a line does not even fit alone.
    """
    found: list[Leaf] = []
    for leaf in leaves:
        if not leaf.explained or fits(leaf):
            found.append(leaf)
            continue
        after = alone(leaf, fits, heading_sizes)
        if not after:
            return []
        found += [leaf._replace(explained=()), *after]
    return found


def alone(leaf: Leaf, fits: Fits, heading_sizes: tuple[int, ...]) -> list[Leaf]:
    """The lines of a leaf on one leaf, else each on its own; none where that does not fit."""
    for px in heading_sizes:
        found = one_each(leaf._replace(shape=Shape(0, False, px)))
        together = [one._replace(explained=leaf.explained) for one in found[:1]]
        for leaves in (together, found):
            if all(map(fits, leaves)):
                return leaves
    return []


def one_each(leaf: Leaf) -> list[Leaf]:
    """A leaf for each line of a leaf, set as that is."""
    bare = leaf._replace(blocks=(), action=(), button="", tail=False)
    return [bare._replace(explained=(line,)) for line in leaf.explained]
