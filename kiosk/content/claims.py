"""Reads a pack's claims.toml: what the source says, how strongly, how cautiously."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields
from kiosk.content.toml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.content.report import FileReport

FILE = "claims.toml"
_MOST_HINTS = 20
STRENGTHS = ("people", "general", "animals", "advice", "open", "scope")


class Claim(NamedTuple):
    """One claim; `line` is where it stands in claims.toml."""

    id: str
    strength: str
    hedge: str
    line: int


Claims = dict[str, Claim]


def read_claims(text: str, report: FileReport) -> Claims:
    """The claims in a claims.toml, by id."""
    toml = parse(text, report)
    if toml is None:
        return {}
    fields = Fields(toml, report)
    fields.whole("schema", 1, 1, required=True)
    source = fields.table("source")
    if source is not None:
        for key in ("title", "author", "organisation", "year"):
            source.has(key)
        source.unknown_keys()
    claims: Claims = {}
    for entry in fields.tables("claim"):
        claim = _claim(entry)
        if not claim.id:
            continue
        if claim.id in claims:
            entry.error("id", f"the claim {claim.id} stands here twice", "give it its own id")
        claims.setdefault(claim.id, claim)
    if not claims and not report.has_errors:
        report.error(1, "there is no [[claim]]", "add the source's claims, or remove this file")
    fields.unknown_keys()
    return claims


def _claim(entry: Fields) -> Claim:
    strength = entry.text("strength")
    if strength and strength not in STRENGTHS:
        entry.error("strength", f"there is no strength {strength!r}", f"use {', '.join(STRENGTHS)}")
        strength = "scope"
    for key in ("part", "lines"):
        entry.has(key)
    entry.text("text")
    claim = Claim(entry.text("id"), strength, entry.text("hedge", required=False), entry.line("id"))
    entry.unknown_keys()
    return claim


def unknown(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """What is wrong with, and what to do about, each id that is no claim."""
    found: list[tuple[str, str]] = []
    for name in ids:
        if len(found) >= _MOST_HINTS:
            break
        if name not in claims:
            near = difflib.get_close_matches(name[:20], list(claims)[:2000], 1)
            hint = f"did you mean {near[0]}?" if near else f"use an id of {FILE}"
            found.append((f"there is no claim {name[:20]!r}", hint))
    return found
