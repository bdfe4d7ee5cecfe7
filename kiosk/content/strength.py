"""Hears whether a text carries its claims' strength and caution, by the words of its language."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.phrases import Phrases, phrases, spread, table, texts
from kiosk.content.plain_language import PlainRules, plain_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kiosk.content.claims import Claim

_MOST_BYTES = 200_000


class LanguageWords(NamedTuple):
    """What resources/language/<language>.toml says."""

    strength: Mapping[str, Phrases]
    never_with: Mapping[str, tuple[str, ...]]
    hedge: Mapping[str, Phrases]
    plain: PlainRules
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
    return LanguageWords(
        {name: phrases(said) for name, said in table(values.get("strength")).items()},
        {name: texts(others) for name, others in table(values.get("never_with")).items()},
        {name: phrases(said) for name, said in table(values.get("hedge")).items()},
        plain_rules(values),
        frozenset(w.lower() for w in texts(table(values.get("long_words")).get("allow"))),
    )


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
    carrying = spoken.strength.get(claim.strength, Phrases(()))
    if carrying and not carrying.said(said):
        what = f"the words do not carry the strength “{claim.strength}” of {{ids}}"
        found.append((what, f"say for instance “{carrying.phrases[0]}”"))
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
