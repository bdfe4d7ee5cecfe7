"""Phrases that a language file lists, and how they are found in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_CURLY, _STRAIGHT = "\u2019", "'"


class Phrases:
    """Phrases that count as said when their words stand in a row; `*` ends a word any way."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)
        parts = (_pattern(phrase) for phrase in self.phrases)
        self._pattern = re.compile(f"(?<= )(?:{'|'.join(parts)})(?= )") if self.phrases else None

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def said(self, text: str) -> str:
        """The first phrase found in a text from `spread`, or an empty text."""
        found = self._pattern.search(text) if self._pattern else None
        return found[0] if found else ""


def spread(text: str) -> str:
    """The words of a text in small letters, each between two spaces, for `Phrases.said`."""
    return f" {' '.join(words(text)).lower().replace(_CURLY, _STRAIGHT)} "


def table(value: object) -> dict[str, object]:
    """A value of a file as a table; empty where it is something else."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def texts(value: object) -> tuple[str, ...]:
    """The texts in a value of a file; none where it is no list."""
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))


def phrases(value: object) -> Phrases:
    """The phrases in a value of a file."""
    return Phrases(texts(value))


def _pattern(phrase: str) -> str:
    parts = phrase.lower().replace(_CURLY, _STRAIGHT).split()
    return " ".join(
        re.escape(part.rstrip("*")) + ("[^ ]*" if "*" in part else "") for part in parts
    )
