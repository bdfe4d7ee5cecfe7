"""The short diagnosis that IT reads off a QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.health import items, red

if TYPE_CHECKING:
    from kiosk.domain.health_facts import Facts


def diagnosis(facts: Facts, most: int = 300) -> str:
    """The short diagnosis for a QR code, one line each: versions, red items, settings, pack.

    At most `most` characters, plain ASCII. It holds no path, no name of a person and no secret.
    """
    pack = f"{facts.pack.id} {facts.pack.version}" if facts.pack is not None else "none"
    names = list(dict.fromkeys(item.name for item in red(items(facts))))
    lines = [
        f"kiosk {facts.versions.kiosk}",
        f"red {' '.join(names) or 'none'}",
        f"settings {facts.settings_hash or '?'}",
        f"pack {pack}",
        f"qt {facts.versions.qt} python {facts.versions.python}",
        f"time {facts.clock.now}",
    ]
    text = "\n".join(lines).encode("ascii", "replace").decode("ascii")
    return text[:most]
