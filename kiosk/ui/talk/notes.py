"""What the speaker reads beside a slide: the page's text and the notes, as large as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.domain.talk.slides import Slide
from kiosk.domain.text import split_sentences
from kiosk.ui.theme.fonts import REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph

_LINE = 1.25
_PART_GAP_MM = 3.0


class Said(NamedTuple):
    """A sentence: of which paragraph, and whether it is a note or stands on the page."""

    text: str
    paragraph: int
    note: bool


class Leaf(NamedTuple):
    """What shows at once: the notes first, for they are what is said; the page's text below."""

    notes: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]

    @property
    def words(self) -> str:
        """All of it, as it is read."""
        return "\n".join(part.text for part in (*self.notes, *self.text))


class SetNotes(NamedTuple):
    """Leaves that all have the same font size in px."""

    leaves: tuple[Leaf, ...]
    px: int


def note_style(look: Look, px: int, *, note: bool) -> Style:
    """How notes (stronger) and the page's text are set."""
    return Style.of(look.font(px, STRONG if note else REGULAR), _LINE)


def set_notes(slide: Slide, look: Look, room: tuple[int, int], largest: int) -> SetNotes:
    """The notes of a slide in a room (width, height) px: one leaf as large as fits, up to

    `largest` px, else as many leaves of the smallest lawful letters as are needed.
    """
    said = tuple(_said(slide))
    smallest = look.metrics.smallest
    for px in range(max(largest, smallest), smallest - 1, -1):
        if _high(said, look, px, room[0]) <= room[1]:
            return SetNotes((_leaf(said),), px)
    return SetNotes(tuple(_broken(said, look, room)), smallest)


def _said(slide: Slide) -> Iterator[Said]:
    for sentence in split_sentences(slide.notes):
        yield Said(sentence, 0, True)
    for number, block in enumerate(slide.text or (slide.line, slide.why)):
        for sentence in split_sentences(block):
            yield Said(sentence, number, False)


def _broken(said: Sequence[Said], look: Look, room: tuple[int, int]) -> Iterator[Leaf]:
    """Leaves of whole sentences, but for one that no leaf has room for."""
    px, found = look.metrics.smallest, list[Said]()
    for sentence in (part for whole in said for part in _in_room(whole, look, room)):
        if found and _high([*found, sentence], look, px, room[0]) > room[1]:
            yield _leaf(found)
            found = []
        found.append(sentence)
    yield _leaf(found)


def _in_room(sentence: Said, look: Look, room: tuple[int, int]) -> Iterator[Said]:
    """A sentence, halved between its words for as long as a leaf has no room for it."""
    words = sentence.text.split(" ")
    if len(words) == 1 or _high([sentence], look, look.metrics.smallest, room[0]) <= room[1]:
        yield sentence
        return
    middle = (len(words) + 1) // 2
    for half in (words[:middle], words[middle:]):
        yield from _in_room(sentence._replace(text=" ".join(half)), look, room)


def _leaf(said: Sequence[Said]) -> Leaf:
    return Leaf(_paragraphs(said, note=True), _paragraphs(said, note=False))


def _paragraphs(said: Sequence[Said], *, note: bool) -> tuple[Paragraph, ...]:
    found: dict[int, list[str]] = {}
    for sentence in said:
        if sentence.note == note:
            found.setdefault(sentence.paragraph, []).append(sentence.text)
    return tuple(paragraph(" ".join(sentences)) for sentences in found.values())


def flows(leaf: Leaf, look: Look, px: int, width: int) -> tuple[Flow, ...]:
    """Notes and text of a leaf, set in a width in px."""
    parts = ((leaf.notes, True), (leaf.text, False))
    return tuple(Flow(part, note_style(look, px, note=note), width) for part, note in parts if part)


def part_gap(look: Look) -> int:
    """The room between the notes and the text, in px."""
    return look.metrics.mm(_PART_GAP_MM)


def _high(said: Sequence[Said], look: Look, px: int, width: int) -> int:
    found = flows(_leaf(said), look, px, width)
    return sum(flow.height for flow in found) + part_gap(look) * max(0, len(found) - 1)
