"""Words, sentences and their ids: the one place that counts and cuts text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kiosk.domain.pack import Run, Sentence

SOFT_HYPHEN = "\u00ad"

# A word is a run of letters and digits; hyphen and apostrophe do not split it (DESIGN.md 6).
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010\u2011-][^\W_]+)*")

# A sentence ends at . ! ? or … , with closing quotes or brackets, before white space.
_END = re.compile(r"[.!?…]+[\"'\u201d\u2019)\]]*(?=\s)")

_NOT_AN_END = frozenset({"dr.", "prof.", "bv.", "bijv.", "nr.", "ca.", "o.a.", "enz.", "m.", "mr."})


def words(text: str) -> list[str]:
    """The words of a text; soft hyphens stand in none of them."""
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """The text in NFC without soft hyphens, as it is spoken and named."""
    return unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))


def split_sentences(text: str) -> list[str]:
    """The sentences of one paragraph, without the white space around them."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        last = text[start : end.end()].split()[-1:]
        if last and last[0].lower().lstrip("(\"'\u201c\u2018") in _NOT_AN_END:
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def split_runs(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs of a paragraph, cut where its sentences end; white space is folded to one space."""
    weights: list[bool] = []
    letters: list[str] = []
    for run in runs:
        for letter in run.text:
            blank = letter.isspace() and letter not in "\u00a0\u202f"
            if blank and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if blank else letter)
            weights.append(run.bold)
    text = "".join(letters)
    start = 0
    for sentence in split_sentences(text):
        begin = text.index(sentence, start)
        start = begin + len(sentence)
        yield _runs(text, weights, begin, start)


def _runs(text: str, weights: list[bool], begin: int, end: int) -> tuple[Run, ...]:
    found: list[Run] = []
    cut = begin
    for place in range(begin + 1, end + 1):
        if place == end or weights[place] != weights[cut]:
            found.append(Run(text[cut:place], weights[cut]))
            cut = place
    return tuple(found)


def sentence_id(text: str) -> str:
    """The first 10 hex digits of SHA-256 of the plain text in NFC (DESIGN.md section 6)."""
    # Only a pack that is compiled needs it; loading OpenSSL costs 4 ms of a start.
    import hashlib

    normal = unicodedata.normalize("NFC", text)
    return hashlib.sha256(normal.encode()).hexdigest()[:10]


class SentenceNames:
    """Gives the sentences of one topic their ids, `-2`, `-3` … where one returns."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def named(self, runs: tuple[Run, ...]) -> Sentence:
        """The sentence with its id."""
        name = sentence_id("".join(run.text for run in runs))
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return Sentence(name if count == 1 else f"{name}-{count}", runs)
