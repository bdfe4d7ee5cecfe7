"""What is said aloud, sentence by sentence: its words, its recording, its loudness, its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kiosk.domain.text import SOFT_HYPHEN, plain, sentence_id, split_sentences

LOUDEST: Final = 4
STEP_DB: Final = 6.0
"""Four steps of 6 dB: 18 dB from the softest to the loudest (access.md S4)."""

# Characters that a slow voice says in a second, and what is allowed on top before a sentence
# counts as stuck (access.md S5: at most 5 s).
_CHARACTERS_A_S: Final = 10.0
_GRACE_S: Final = 4.0
# How long a voice that failed is left alone, in s, the first time and each time after that.
_PAUSES_S: Final = (5.0, 30.0, 120.0, 600.0)


class Span(NamedTuple):
    """A sentence of a paragraph, from and to a character; soft hyphens are not counted."""

    start: int
    end: int
    text: str


class Utterance(NamedTuple):
    """One sentence to say. Its recording is `audio/<language>/<topic>/<id>.ogg` of the pack."""

    text: str
    topic: str = ""

    @property
    def id(self) -> str:
        """The id of the sentence, as its file has it (DESIGN.md section 6)."""
        return sentence_id(self.text)

    @property
    def said(self) -> str:
        """The words for a voice: signs that have no sound are pauses."""
        return " ".join(plain(self.text).replace(" ·", ",").replace("\u00a0", " ").split())


def spans(text: str) -> Iterator[Span]:
    """The sentences of a paragraph with their places."""
    start = 0
    for sentence in split_sentences(text):
        begin = text.index(sentence, start)
        start = begin + len(sentence)
        yield Span(_seen(text[:begin]), _seen(text[:start]), sentence)


def utterances(texts: Iterable[str], topic: str) -> list[Utterance]:
    """Every sentence of some paragraphs."""
    return [Utterance(span.text, topic) for text in texts for span in spans(text)]


def gain(step: int, most: int = LOUDEST) -> float:
    """The amplitude (0 to 1) of a step of loudness from 1 to 4; `most` is the step allowed."""
    held = max(1, min(step, most, LOUDEST))
    return 10 ** (-STEP_DB * (LOUDEST - held) / 20)


def limit_s(text: str, rate: float) -> float:
    """Seconds after which a voice that still says `text` is stuck; `rate` from -1 to 1."""
    return _GRACE_S + len(text) / (_CHARACTERS_A_S * (1 + rate / 2))


def pause_s(failures: int) -> float:
    """Seconds until a voice that failed so many times (from 1) is asked again."""
    return _PAUSES_S[min(max(failures, 1), len(_PAUSES_S)) - 1]


def choose_locale(language: str, names: Sequence[str]) -> str | None:
    """The locale of a voice for a language, such as "nl_BE" for "nl"; None without one.

    The Flemish variant goes first, and any other of the same language will do: a voice that has
    only `nl` speaks for `nl_BE`, but none ever speaks for another language.
    """
    wanted = language.replace("-", "_")
    code = wanted.split("_")[0]
    same = [name for name in names if name.replace("-", "_").split("_")[0] == code]
    for name in (wanted, f"{code}_BE"):
        if name in same:
            return name
    return same[0] if same else None


def _seen(text: str) -> int:
    return len(text) - text.count(SOFT_HYPHEN)
