"""Breaks a topic into sentences: a leaf for each, for who reads one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.pack import Block, Topic
from kiosk.ui.paging.leaf import Leaf, Shape
from kiosk.ui.theme.look import Look


def sentence_leaves(topic: Topic, look: Look) -> tuple[Leaf, ...]:
    """A leaf for each sentence of a topic, in order; the last says what comes after it."""
    found = list(_leaves(topic, Shape(0, False, look.type.label), look.letters.text_size))
    if found:
        found[-1] = found[-1]._replace(tail=True)
    return tuple(found)


def _leaves(topic: Topic, shape: Shape, size: int) -> Iterator[Leaf]:
    for number, page in enumerate(topic.pages):
        for sentence in page.sentences():
            yield Leaf(number, (Block("paragraph", (sentence,)),), shape, False, size)
        if page.activities:
            yield Leaf(number, (), shape, False, size, button=page.activities)
    for sentence in topic.action:
        yield Leaf(len(topic.pages) - 1, (), shape, False, size, action=(sentence,))
