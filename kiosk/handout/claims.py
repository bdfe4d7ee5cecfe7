"""The words of a pack's claims.toml, for whoever compares the pack with its source."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple, cast

from kiosk.content.claims import FILE
from kiosk.store.files import UnreadableFileError, read_small

# What the reader of packs takes at most (content/source.py).
MOST_BYTES = 256_000


class SourceClaim(NamedTuple):
    """One claim: where it stands in the source, how strong and how careful it is, what it says."""

    id: str
    part: str
    lines: str
    strength: str
    hedge: str
    text: str


def source_claims(folder: Path) -> dict[str, SourceClaim]:
    """The claims of a pack by id; none where it has no claims or they cannot be read."""
    try:
        document = tomllib.loads(read_small(folder / FILE, MOST_BYTES).decode("utf-8"))
    except (FileNotFoundError, UnreadableFileError, ValueError, RecursionError):
        return {}
    entries = cast("object", document.get("claim"))
    found: dict[str, SourceClaim] = {}
    for entry in cast("list[object]", entries) if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            claim = _claim(cast("dict[str, object]", entry))
            found.setdefault(claim.id, claim)
    return found


def _claim(entry: dict[str, object]) -> SourceClaim:
    return SourceClaim(*(str(entry.get(field, "")) for field in SourceClaim._fields))
