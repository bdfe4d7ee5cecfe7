"""Counts the syllables of Dutch words by their groups of vowels."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Hyphenation patterns count too few (idee 1, radio 1) and flatter a text: access.md section 4.

# A vowel with a trema begins a syllable of its own. It is written here as a capital letter.
_TREMA = {"ä": "A", "ë": "E", "ï": "I", "ö": "O", "ü": "U"}
_GROUP = re.compile(
    r"""
    (?:eeu|ieu(?=w|$)|eau|oei|aai|ooi)       # three letters, one sound
    | [aA]a | [eE]e | [oO]o | [uU]u          # long vowels, also after a trema (reëel)
    | [iI]e | [oO]e | [eE]u | [uU]i | [iI]j | [eE]i | [aA]u | [oO]u | [aA]i | [oO]i
    | (?:ay|ey|oy|uy)(?![aeiou])
    | [aeiouyAEIOU]
    """,
    re.VERBOSE,
)
_SILENT_Y = re.compile(r"(?:^|(?<=[aeiou]))y(?=[aeiou])")
# Words from Latin in which e and u are two sounds; words from English with silent letters.
_EUM = re.compile(r"eum(?=s?$)")
_ENGLISH = {
    "cake": 1,
    "cakes": 1,
    "online": 2,
    "site": 1,
    "sites": 1,
    "website": 2,
    "websites": 2,
    "team": 1,
    "teams": 1,
    "time": 1,
    "games": 1,
    "game": 1,
    "service": 2,
    "coach": 1,
    "coaches": 2,
    "toast": 1,
    "exercise": 3,
    "medxercise": 4,
}
_DIGITS = {"7": 2, "9": 2}
_LONGEST_ABBREVIATION = 5


def counter(language: str) -> Callable[[str], int] | None:
    """The function that counts a word's syllables in a language, or None where there is none."""
    return dutch_syllables if language.replace("-", "_").split("_")[0] == "nl" else None


@lru_cache(maxsize=4096)
def dutch_syllables(word: str) -> int:
    """The syllables of a Dutch word as it is spoken; at least 1.

    Capitals alone are spelled out letter by letter (MS 2, MRI 3), as are digits.
    """
    total = sum(_part(part) for part in re.split("['’‐‑-]", word) if part)
    return max(total, 1)


def _part(part: str) -> int:
    if part.isdigit():
        return sum(_DIGITS.get(digit, 1) for digit in part)
    if part.isupper() and len(part) <= _LONGEST_ABBREVIATION:
        return len(part)
    lower = part.lower()
    if lower in _ENGLISH:
        return _ENGLISH[lower]
    return len(_GROUP.findall(_EUM.sub("eAm", _vowels(lower))))


def _vowels(word: str) -> str:
    marked = "".join(_TREMA.get(sign, sign) for sign in unicodedata.normalize("NFC", word))
    bare = unicodedata.normalize("NFD", marked)
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return _SILENT_Y.sub("j", plain.replace("qu", "q"))
