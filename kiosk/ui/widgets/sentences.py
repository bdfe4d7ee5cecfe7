"""The sentences that a screen shows, and which of its parts shows each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.speaking import Utterance, spans
from kiosk.ui.widgets.flow import paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.said import SaidControl


class Said(NamedTuple):
    """A sentence to say, and who shows it: in which paragraph, from and to which character.

    `written` by the pack's author, so a recording of the pack has it; else it is the kiosk's own.
    """

    utterance: Utterance
    shown_by: TextLabel | SaidControl
    paragraph: int
    start: int
    end: int
    written: bool = True


def said_by(part: TextLabel | SaidControl, topic: str, *, written: bool = True) -> Iterator[Said]:
    """The sentences of a label or a control; their recordings are those of a topic."""
    paragraphs = part.paragraphs if isinstance(part, TextLabel) else (paragraph(part.words),)
    for number, one in enumerate(paragraphs):
        for span in spans(one.text):
            yield Said(Utterance(span.text, topic), part, number, span.start, span.end, written)


def said_beside(part: SaidControl, utterances: list[Utterance]) -> Iterator[Said]:
    """What is said of a control beyond its words, which are marked all the while."""
    for utterance in utterances:
        yield Said(utterance, part, 0, 0, len(part.words))
