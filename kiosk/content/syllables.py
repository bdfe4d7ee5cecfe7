"""Counts the syllables of words as they are spoken, in each language that has a counter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.content.syllables_de import german_part
from kiosk.content.syllables_en import english_part
from kiosk.content.syllables_fr import french_part
from kiosk.content.syllables_nl import dutch_part
from kiosk.content.word_parts import Tongue, syllables

if TYPE_CHECKING:
    from collections.abc import Callable

# Hyphenation patterns count too few (idee 1, radio 1) and flatter a text: access.md section 4.

_DUTCH = Tongue(dutch_part, {"7": 2, "9": 2}, {"Y": 2})
_FRENCH = Tongue(french_part, {"0": 2}, {"W": 3, "Y": 2}, frozenset(("SEP",)))
_ENGLISH = Tongue(english_part, {"0": 2, "7": 2}, {"W": 3})
_GERMAN = Tongue(german_part, {"7": 2}, {"Y": 3})


def counter(language: str) -> Callable[[str], int] | None:
    """The function that counts a word's syllables in a language, or None where there is none."""
    return _COUNTERS.get(language.replace("-", "_").split("_")[0])


@lru_cache(maxsize=4096)
def dutch_syllables(word: str) -> int:
    """The syllables of a Dutch word; at least 1. MS has 2 and MRI 3: letters are spelled out."""
    return syllables(word, _DUTCH)


@lru_cache(maxsize=4096)
def french_syllables(word: str) -> int:
    """The syllables of a French word, without the e that is not spoken at its end; at least 1."""
    return syllables(word, _FRENCH)


@lru_cache(maxsize=4096)
def english_syllables(word: str) -> int:
    """The syllables of an English word; at least 1."""
    return syllables(word, _ENGLISH)


@lru_cache(maxsize=4096)
def german_syllables(word: str) -> int:
    """The syllables of a German word; at least 1."""
    return syllables(word, _GERMAN)


_COUNTERS = {
    "nl": dutch_syllables,
    "fr": french_syllables,
    "en": english_syllables,
    "de": german_syllables,
}
