"""Takes a word apart where it is spoken apart: hyphens, apostrophes, digits, letters spelled out."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SPLIT = re.compile("['’‐‑-]")
_LONGEST_ABBREVIATION = 5


class Tongue(NamedTuple):
    """How a language counts: a part in small letters; digits and letters that are not 1.

    `said` are abbreviations that are spoken as words.
    """

    part: Callable[[str], int]
    digits: Mapping[str, int]
    letters: Mapping[str, int]
    said: frozenset[str] = frozenset()


def syllables(word: str, tongue: Tongue) -> int:
    """The syllables of a word, at least 1; capitals alone and digits are read one by one."""
    return max(sum(_of(part, tongue) for part in _SPLIT.split(word) if part), 1)


def _of(part: str, tongue: Tongue) -> int:
    if part.isdigit():
        return sum(tongue.digits.get(digit, 1) for digit in part)
    if is_abbreviation(part) and part not in tongue.said:
        return sum(tongue.letters.get(letter, 1) for letter in part)
    return tongue.part(unicodedata.normalize("NFC", part.lower()))


def is_abbreviation(part: str) -> bool:
    """Whether a reader spells it letter by letter, such as MRI."""
    return part.isupper() and 1 < len(part) <= _LONGEST_ABBREVIATION
