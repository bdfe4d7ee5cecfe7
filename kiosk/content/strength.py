"""Hears whether a text carries its claims' strength and caution, by the words of its language."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple, cast

from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kiosk.content.claims import Claim

_MOST_BYTES = 200_000


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


class LanguageWords(NamedTuple):
    """What resources/language/<language>.toml says."""

    strength: Mapping[str, Phrases]
    never_with: Mapping[str, tuple[str, ...]]
    hedge: Mapping[str, Phrases]
    unwanted: Mapping[str, Phrases]
    long_words: frozenset[str]


def language_words(folder: Path, language: str) -> LanguageWords | None:
    """The words of a language, or None where there is no usable file of them."""
    try:
        path = folder / f"{language.replace('-', '_').split('_')[0]}.toml"
        # A pipe would hold the start.
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    never = _table(values.get("never_with"))
    unwanted = {
        name: Phrases(_texts(_table(values.get(name)).get("phrases")))
        for name in ("promise", "blame", "dose")
    }
    return LanguageWords(
        {
            name: Phrases(_texts(phrases))
            for name, phrases in _table(values.get("strength")).items()
        },
        {name: tuple(_texts(others)) for name, others in never.items()},
        {name: Phrases(_texts(phrases)) for name, phrases in _table(values.get("hedge")).items()},
        unwanted,
        frozenset(w.lower() for w in _texts(_table(values.get("long_words")).get("allow"))),
    )


def spread(text: str) -> str:
    """The words of a text in small letters, each between two spaces, for `Phrases.said`."""
    return f" {' '.join(words(text)).lower()} "


def complaints(text: str, claims: Iterable[Claim], spoken: LanguageWords) -> list[tuple[str, str]]:
    """What the text fails to say of its claims' strength and hedge, and what to do about it."""
    said = spread(text)
    carried = tuple(claims)
    strengths = frozenset(claim.strength for claim in carried)
    found: dict[tuple[str, str], list[str]] = {}
    for claim in carried:
        for complaint in _of(claim, strengths, said, spoken):
            found.setdefault(complaint, []).append(claim.id)
    return [(what.format(ids=", ".join(ids)), to_do) for (what, to_do), ids in found.items()]


def _of(
    claim: Claim, strengths: frozenset[str], said: str, spoken: LanguageWords
) -> list[tuple[str, str]]:
    """What is wrong with one claim; `strengths` are those of all claims that the text carries."""
    found: list[tuple[str, str]] = []
    phrases = spoken.strength.get(claim.strength, Phrases(()))
    if phrases and not phrases.said(said):
        what = f"the words do not carry the strength “{claim.strength}” of {{ids}}"
        found.append((what, f"say for instance “{phrases.phrases[0]}”"))
    for other in spoken.never_with.get(claim.strength, ()):
        if other in strengths:
            continue
        words_of_other = spoken.strength.get(other, Phrases(())).said(said)
        if words_of_other:
            what = f"“{words_of_other}” stands beside {{ids}}, seen in people in general"
            found.append((what, "give that finding a page of its own"))
    hedges = spoken.hedge.get(claim.hedge)
    if hedges and not hedges.said(said):
        what = f"the words drop the caution “{claim.hedge}” of {{ids}}"
        found.append((what, f"say for instance “{hedges.phrases[0]}”"))
    return found


def _pattern(phrase: str) -> str:
    parts = phrase.lower().split()
    return " ".join(
        re.escape(part.rstrip("*")) + ("[^ ]*" if "*" in part else "") for part in parts
    )


def _table(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))
