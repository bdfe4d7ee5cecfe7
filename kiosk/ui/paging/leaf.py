"""A leaf: what a screen shows at once of a topic, and where its parts stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.pack import Block, Page, Sentence, Topic
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import (
    LIST_APART,
    Flow,
    Paragraph,
    Style,
    paragraph,
    paragraph_of,
    paragraphs_of,
)

_NUMBER = re.compile(r"\d+")
# The place of a leaf that has only "Hierna: …", and of one that has only a button of its page.
END = "end"
BUTTON = "button"
# Line heights (LOOK.md, Type; access.md V7) and the most characters a line may have.
BODY_LINE = 1.5
HEADING_LINE = 1.15
LABEL_LINE = 1.25
MOST_CHARACTERS = 60
# Panels of the picture in columns, richest first; without a panel a band of the accent stays.
PANELS = (5, 4, 3)
BAND_MM = 5.0


class Shape(NamedTuple):
    """How much a leaf has given way: panel columns, minutes or not, heading size in px."""

    panel: int
    minutes: bool
    heading_px: int


class Leaf(NamedTuple):
    """What shows at once: blocks of a page, sentences of the topic's action, or both.

    `tail`: this is the topic's last leaf, so "Hierna: …" stands here too.
    `text_size` is that of Letters, or smaller on glass too small for one sentence in it;
    `panel_height` is the height of the picture's panel in px where it stands on top; `button`
    are the words of a button below the text, "" for none. `explained` are the lines of hard words
    that the leaf explains; a leaf may have nothing else.
    """

    page: int
    blocks: tuple[Block, ...]
    shape: Shape
    tail: bool
    text_size: int
    panel_height: int = 0
    action: tuple[Sentence, ...] = ()
    button: str = ""
    explained: tuple[Sentence, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """The sentences that show, in reading order."""
        for block in self.blocks:
            yield from block.sentences
        yield from self.action

    @property
    def first(self) -> str:
        """The id of the sentence at the top: the visitor's place."""
        nothing = f"{BUTTON}-{self.page}" if self.button else END
        shown = (*self.sentences(), *self.explained)
        return next((sentence.id for sentence in shown), nothing)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of the topic stands here, only what comes after it."""
        return not (self.blocks or self.action or self.explained or self.button)

    @property
    def repeats(self) -> bool:
        """Whether another topic may have a leaf with the same words: hard words, or a button."""
        return not (self.blocks or self.action) and bool(self.explained or self.button)

    def shows(self, sentence: str) -> bool:
        """Whether a sentence, or the line of a hard word, stands here, by its id."""
        return any(part.id == sentence for part in (*self.sentences(), *self.explained))


def sized(look: Look, leaf: Leaf) -> Look:
    """The look in the text size of a leaf."""
    return look._replace(letters=look.letters._replace(text_size=leaf.text_size))


def body_style(look: Look) -> Style:
    """How the text of a page is set."""
    return Style.of(look.font(look.type.body, REGULAR), BODY_LINE, most=MOST_CHARACTERS)


def glossary_style(look: Look) -> Style:
    """How the lines of hard words are set: smaller than a page, but they grow with Letters too.

    They are one list: closer to one another than to the text above.
    """
    px = (look.type.smallest + look.type.label) // 2
    font = look.font(px, REGULAR)
    return Style.of(font, BODY_LINE, balanced=True, most=MOST_CHARACTERS, apart=LIST_APART)


def action_style(look: Look) -> Style:
    """How the one action of a topic is set."""
    return Style.of(look.font(look.type.body, STRONG), 1.3, most=MOST_CHARACTERS)


def heading_style(look: Look, px: int) -> Style:
    """How the heading of a page is set."""
    return Style.of(look.font(px, HEAVY), HEADING_LINE, balanced=True)


def label_style(look: Look, px: int, *, balanced: bool = False) -> Style:
    """How progress, titles and small lines are set."""
    return Style.of(look.font(px, STRONG), LABEL_LINE, balanced=balanced)


def heading_sizes(look: Look) -> tuple[int, ...]:
    """The sizes of headings in px, largest first; none under the text that it stands above."""
    kind = look.type
    sizes = (kind.heading, round((kind.heading + kind.body) / 2), kind.body)
    return tuple(dict.fromkeys(sizes))


def shapes(look: Look, *, panels: tuple[int, ...], first: bool) -> Iterator[Shape]:
    """The shapes to try: picture, then minutes, then heading size give way (issue, Fit)."""
    sizes = heading_sizes(look)
    for panel in panels:
        yield Shape(panel, first, sizes[0])
    bare = panels[-1] if panels else 0
    if first:
        yield Shape(bare, False, sizes[0])
    for px in sizes[1:]:
        yield Shape(bare, False, px)


def button_style(look: Look) -> Style:
    """How the words of a button below the text are set."""
    return Style.of(look.font(look.type.label, STRONG), 1.15, balanced=True)


def body_of(leaf: Leaf, following: str, ask: str = "") -> tuple[Paragraph, ...]:
    """What the body shows: its text, else the action, hard words, or what comes after the topic.

    A button that has a leaf of its own stands below `ask`.
    """
    if leaf.blocks:
        return paragraphs_of(leaf.blocks)
    if leaf.action:
        return (paragraph_of(leaf.action),)
    if leaf.explained:
        return tuple(paragraph_of((line,)) for line in leaf.explained)
    return (paragraph(ask if leaf.button else following),)


def glossary_of(leaf: Leaf) -> tuple[Paragraph, ...]:
    """The lines of hard words where they stand below a text."""
    if not leaf.blocks and not leaf.action:
        return ()
    return tuple(paragraph_of((line,)) for line in leaf.explained)


def action_of(leaf: Leaf) -> tuple[Paragraph, ...]:
    """The action where it stands under the text."""
    return (paragraph_of(leaf.action),) if leaf.blocks and leaf.action else ()


def following_of(leaf: Leaf, following: str) -> str:
    """What comes after the topic, where that stands in a line of its own."""
    return following if leaf.tail and (leaf.blocks or leaf.action or leaf.explained) else ""


def widest(progress: str) -> str:
    """A progress line with the widest numbers that a topic may come to need.

    By it a line gets its size, so that the size is the same on every page of a topic and a page
    that was found to fit before the pages were counted fits afterwards.
    """
    return _NUMBER.sub("88", progress)


def progress_px(look: Look, text: str, width: int) -> int:
    """The font size of the line that says where the reader is: the largest on one line."""
    flow = Flow((paragraph(widest(text)),), label_style(look, look.type.label), width)
    return look.type.label if flow.lines == 1 else look.type.smallest


def page_at(topic: Topic, leaf: Leaf) -> Page:
    """The page that a leaf is part of."""
    return topic.pages[leaf.page]
