"""Hard words of an edition: how pages may write them, and where in a topic each is explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kiosk.domain.pack import Edition, Run, Sentence, Topic
from kiosk.domain.text import plain, sentence_id

# A word ends at anything but a letter, a digit or a hyphen: "MS" does not stand in "MS-team", but
# "IRM" stands in "l'IRM".
_BEFORE = r"(?<![^\W_])(?<![-\u2010\u2011])"
_AFTER = r"(?![^\W_]|[-\u2010\u2011](?=[^\W_]))"
# French sets a colon apart from the word before it.
_COLON = {"fr": "\u202f:"}

Explanations = Mapping[str, tuple[Sentence, ...]]
"""The lines of a topic by the id of the sentence that they stand under."""


class Term(NamedTuple):
    """A hard word: as its line has it, every form that pages may have, and what it means."""

    word: str
    forms: tuple[str, ...]
    meaning: str

    @classmethod
    def of(cls, key: str, meaning: str) -> Term:
        """A term as `glossary.toml` writes it: forms between commas, the one to show first."""
        forms = tuple(part for part in (part.strip() for part in key.split(",")) if part)
        return cls(forms[0] if forms else "", forms, meaning)


def terms(glossary: Mapping[str, str]) -> tuple[Term, ...]:
    """The terms of a glossary in its order."""
    return tuple(Term.of(key, meaning) for key, meaning in glossary.items())


def line_of(term: Term, language: str) -> Sentence:
    """The line that explains a term ("MRI: een foto …"), with the id of its words."""
    colon = _COLON.get(language.replace("-", "_").split("_")[0], ":")
    text = f"{term.word}{colon} {term.meaning}"
    return Sentence(
        sentence_id(text), (Run(f"{term.word}{colon}", bold=True), Run(f" {term.meaning}"))
    )


class Finder:
    """Finds terms in texts: whole words only, also with a capital at their beginning."""

    def __init__(self, found: Iterable[Term]) -> None:
        self._terms: dict[str, Term] = {}
        for term in found:
            for form in map(_folded, term.forms):
                for written in (form, form[:1].upper() + form[1:]):
                    self._terms.setdefault(written, term)
        # Where two begin at one place the longer one is meant: "witte stof", not "witte".
        forms = sorted(self._terms, key=len, reverse=True)
        words = "|".join(re.escape(form) for form in forms)
        self._pattern = re.compile(f"{_BEFORE}(?:{words}){_AFTER}") if forms else None

    def find(self, text: str) -> Iterator[Term]:
        """The terms of a text in order, as often as they stand there."""
        if self._pattern is not None:
            for match in self._pattern.finditer(_folded(text)):
                yield self._terms[match[0]]


def explanations(topic: Topic, edition: Edition) -> Explanations:
    """Where a topic explains its hard words: each once, where the reader meets it first.

    Headings count as the first sentence of their page; title and kernel explain nothing.
    """
    finder = Finder(terms(edition.glossary))
    seen: set[Term] = set()
    found: dict[str, tuple[Sentence, ...]] = {}
    for sentence in sentences(topic):
        new = [term for term in dict.fromkeys(finder.find(sentence.text)) if term not in seen]
        if new:
            seen.update(new)
            found[sentence.id] = tuple(line_of(term, edition.language) for term in new)
    return found


def sentences(topic: Topic) -> Iterator[Sentence]:
    """What a reader of a topic meets, in order: headings, text, and the action at the end."""
    for page in topic.pages:
        yield page.heading
        yield from page.sentences()
    yield from topic.action


def _folded(text: str) -> str:
    return " ".join(plain(text).split())
