"""Breaks a topic into leaves that fit: at sentences, after everything else has given way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from kiosk.domain.glossary import Explanations
from kiosk.domain.letters import TEXT_SIZES
from kiosk.domain.pack import Block, Page, Sentence, Topic
from kiosk.ui.paging.explaining import NO_LINES, alone, apart, explained, lines_of, one_each
from kiosk.ui.paging.layout import SMALLEST_PANEL_MM, Box, Words, lay_out
from kiosk.ui.paging.leaf import END, PANELS, Leaf, Shape, heading_sizes, shapes
from kiosk.ui.theme.look import Look

# Broken pages try at most this many ways to cut; more sentences are cut greedily.
MOST_CUTS = 400

# The words of a leaf: given the number and count of leaves, and whether minutes show.
WordsOf = Callable[[int, int, bool], Words]


class Pager:
    """Breaks one topic for one look; `lines` are those of its hard words, by sentence."""

    def __init__(
        self, topic: Topic, look: Look, words: WordsOf, lines: Explanations = NO_LINES
    ) -> None:
        self._topic = topic
        self._look = look
        self._words = words
        self._lines = lines
        self._has_tail = bool(topic.action) or bool(words(1, 1, False).following)

    def leaves(self) -> tuple[Leaf, ...]:
        """The topic's leaves in order."""
        for joined in (True, False):
            for panel in self._panels():
                found = self._whole(panel, tail_joined=joined)
                if found is not None:
                    return self._with_panel_height(found)
        return self._with_panel_height(tuple(self._apart()))

    def box(self, leaf: Leaf, number: int, count: int) -> Box:
        """Where the parts of a leaf stand."""
        return lay_out(
            self._topic, leaf, self._look, self._words(number, count, leaf.shape.minutes)
        )

    # -- every page whole, with one panel for the topic -----------------------------------

    def _panels(self) -> tuple[int, ...]:
        if self._topic.image is None and all(page.picture is None for page in self._topic.pages):
            return ()
        return (1,) if self._look.metrics.portrait else PANELS

    def _whole(self, panel: int, *, tail_joined: bool) -> tuple[Leaf, ...] | None:
        size = self._look.letters.text_size
        last = len(self._topic.pages) - 1
        found: list[Leaf] = []
        for number, page in enumerate(self._topic.pages):
            shape = Shape(panel, number == 0, heading_sizes(self._look)[0])
            tail = tail_joined and number == last and self._has_tail
            leaf = Leaf(number, page.blocks, shape, False, size, button=page.activities)
            leaf = self._joined(self._explained(leaf, self._lines), tail=tail)
            if not self._fits(leaf):
                return None
            found.append(leaf)
        if self._has_tail and not tail_joined:
            shape = Shape(panel, False, heading_sizes(self._look)[0])
            found.append(self._joined(Leaf(last, (), shape, True, size)))
            if not self._fits(found[-1]):
                return None
        return tuple(found)

    # -- page by page, broken where needed ---------------------------------------------------

    def _apart(self) -> Iterator[Leaf]:
        last = len(self._topic.pages) - 1
        for number, page in enumerate(self._topic.pages):
            leaves = self._page(number, page)
            if number == last and self._has_tail:
                yield from leaves[:-1]
                joined = self._joined(leaves[-1])
                # An action under lines that stand alone would part it from its page.
                if (joined.blocks or not joined.explained) and self._fits(joined):
                    yield joined
                else:
                    yield leaves[-1]
                    yield from self._tail(last)
            else:
                yield from leaves

    def _page(self, number: int, page: Page) -> list[Leaf]:
        for size in self._sizes():
            leaves = self._set(number, page, size, self._lines)
            if not leaves:
                bare = self._set(number, page, size, NO_LINES)
                full = [self._explained(leaf, self._lines, first=leaf is bare[0]) for leaf in bare]
                leaves = apart(full, self._fits, heading_sizes(self._look))
            if leaves:
                return leaves
        # Glass too small for one sentence at the smallest lawful size: show it all the same.
        bare = Shape(0, False, heading_sizes(self._look)[-1])
        whole = Leaf(number, page.blocks, bare, False, TEXT_SIZES[0], button=page.activities)
        return [whole, *one_each(self._explained(whole, self._lines))]

    def _set(self, number: int, page: Page, size: int, lines: Explanations) -> list[Leaf]:
        """The leaves of a page at a text size, with these lines; none where none fit."""
        leaves = self._with_button(number, page, size, page.activities, lines)
        if page.activities and len(leaves) != 1:
            # Its button may have a leaf of its own, where that takes no more leaves.
            others = self._with_button(number, page, size, "", lines)
            lone = Leaf(number, (), Shape(0, False, 0), False, size, button=page.activities)
            for px in heading_sizes(self._look):
                shaped = lone._replace(shape=Shape(0, False, px))
                if others and self._fits(shaped):
                    others = [*others, shaped]
                    return leaves if 0 < len(leaves) <= len(others) else others
        return leaves

    def _with_button(
        self, number: int, page: Page, size: int, button: str, lines: Explanations
    ) -> list[Leaf]:
        """The leaves of a page with a button on the last; none where none fit."""
        panels = (*self._panels()[-1:], 0)
        for shape in shapes(self._look, panels=panels, first=number == 0):
            leaf = Leaf(number, page.blocks, shape, False, size, button=button)
            leaf = self._explained(leaf, lines)
            if self._fits(leaf):
                return [leaf]
        return self._broken(number, page.blocks, (size, button), lines)

    def _broken(
        self,
        number: int,
        blocks: tuple[Block, ...],
        manner: tuple[int, str],
        lines: Explanations,
    ) -> list[Leaf]:
        """The leaves of blocks that do not fit together; none where a sentence alone does not.

        `manner`: their text size, and the button of the last.
        """
        size, button = manner
        units = [
            (place, block.kind, sentence)
            for place, block in enumerate(blocks)
            for sentence in block.sentences
        ]
        for parts in range(2, len(units) + 1):
            cuts = list(_best_cuts(units, parts))
            for px in heading_sizes(self._look):
                for minutes in (True, False) if number == 0 else (False,):
                    found: list[Leaf] = []
                    for start, end in cuts:
                        shape = Shape(0, minutes and not start, px)
                        leaf = Leaf(number, _blocks(units[start:end]), shape, False, size)
                        found.append(self._explained(leaf, lines, first=not start))
                    found[-1] = found[-1]._replace(button=button)
                    if all(self._fits(leaf) for leaf in found):
                        return found
        return []

    def _tail(self, last: int) -> list[Leaf]:
        """The action and "Hierna: …" on leaves of their own."""
        whole = self._joined(Leaf(last, (), Shape(0, False, 0), True, 0))
        for size in self._sizes():
            found = self._tail_at(whole, size, self._lines)
            if found:
                return found
            # Words that need a leaf of their own are explained before the action has them.
            bare = self._tail_at(whole, size, NO_LINES)
            before = alone(whole._replace(text_size=size), self._fits, heading_sizes(self._look))
            if bare and before:
                return [*before, *bare]
        shape = Shape(0, False, heading_sizes(self._look)[-1])
        whole = whole._replace(shape=shape, text_size=TEXT_SIZES[0])
        return [*one_each(whole), whole._replace(explained=())]

    def _tail_at(self, whole: Leaf, size: int, lines: Explanations) -> list[Leaf]:
        """The leaves of the action at a text size; none where they do not fit."""
        panels = (*self._panels()[-1:], 0)
        for shape in shapes(self._look, panels=panels, first=False):
            leaf = whole._replace(shape=shape, text_size=size)
            leaf = self._explained(leaf, lines, first=False)
            if self._fits(leaf):
                return [leaf]
        return self._broken_action(whole.page, size, lines)

    def _broken_action(self, last: int, size: int, lines: Explanations) -> list[Leaf]:
        action = self._topic.action
        shape = Shape(0, False, heading_sizes(self._look)[-1])
        units = [(0, "paragraph", sentence) for sentence in action]
        for parts in range(2, len(action) + 1):
            found = [
                Leaf(last, (), shape, end == len(action), size, action=action[start:end])
                for start, end in _best_cuts(units, parts)
            ]
            found = [self._explained(leaf, lines, first=False) for leaf in found]
            if all(self._fits(leaf) for leaf in found):
                return found
        return []

    def _joined(self, leaf: Leaf, *, tail: bool = True) -> Leaf:
        """The leaf with the action, its hard words, and "Hierna: …"."""
        if not tail:
            return leaf
        action = self._topic.action
        lines = (*leaf.explained, *lines_of(action, self._lines))
        return leaf._replace(tail=True, action=action, explained=lines)

    def _explained(self, leaf: Leaf, lines: Explanations, *, first: bool = True) -> Leaf:
        return explained(self._topic, leaf, lines, first=first)

    def _sizes(self) -> list[int]:
        """The text sizes that may be asked for, the visitor's own first."""
        return [size for size in reversed(TEXT_SIZES) if size <= self._look.letters.text_size]

    # -- measuring ------------------------------------------------------------------------

    def _fits(self, leaf: Leaf) -> bool:
        if leaf.shape.panel and self._look.metrics.portrait:
            return self._room(leaf) >= self._look.metrics.mm(SMALLEST_PANEL_MM)
        # The widest progress line a topic may come to need.
        box = self.box(leaf, 88, 88)
        return box.fits and not (leaf.shape.minutes and box.crowded)

    def _room(self, leaf: Leaf) -> int:
        """The height that the text leaves to a panel on top."""
        box = self.box(leaf._replace(panel_height=0), 88, 88)
        return box.limit - box.bottom

    def _with_panel_height(self, leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
        """In portrait the picture on top takes what the text leaves (LOOK.md, Screens)."""
        if not self._look.metrics.portrait:
            return leaves
        return tuple(
            leaf._replace(panel_height=self._room(leaf)) if leaf.shape.panel else leaf
            for leaf in leaves
        )


Unit = tuple[int, str, Sentence]


def _best_cuts(units: list[Unit], parts: int) -> Iterator[tuple[int, int]]:
    """The most even way to cut sentences into parts; a cut inside a paragraph costs extra."""
    sizes = [len(sentence.text) for _, _, sentence in units]
    tries = combinations(range(1, len(units)), parts - 1)
    best: tuple[float, tuple[int, ...]] | None = None
    for number, cuts in enumerate(tries):
        if number >= MOST_CUTS:
            break
        edges = (0, *cuts, len(units))
        longest = max(sum(sizes[a:b]) for a, b in pairwise(edges))
        inside = sum(1 for cut in cuts if units[cut][0] == units[cut - 1][0])
        cost = longest + 12 * inside
        if best is None or cost < best[0]:
            best = (cost, edges)
    assert best is not None, "parts never outnumber the sentences"
    return pairwise(best[1])


def _blocks(units: list[Unit]) -> tuple[Block, ...]:
    found: list[Block] = []
    places: list[int] = []
    for place, kind, sentence in units:
        if places and places[-1] == place:
            found[-1] = found[-1]._replace(sentences=(*found[-1].sentences, sentence))
        else:
            places.append(place)
            found.append(Block("bullet" if kind == "bullet" else "paragraph", (sentence,)))
    return tuple(found)


def leaf_of(leaves: tuple[Leaf, ...], sentence: str) -> int:
    """The leaf on which a sentence stands, else the first; the end is the last leaf's."""
    if sentence == END:
        return len(leaves) - 1
    for number, leaf in enumerate(leaves):
        if leaf.first == sentence or leaf.shows(sentence):
            return number
    return 0


def leaf_of_page(leaves: tuple[Leaf, ...], page: int) -> int:
    """The first leaf of a page."""
    return next((number for number, leaf in enumerate(leaves) if leaf.page == page), 0)
