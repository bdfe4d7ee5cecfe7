"""What the checker of packs must be told about pictures, letters and icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Probe(Protocol):
    """Answers for the machine that shows the pack; `kiosk.host.probe` asks Qt, tests double it."""

    def picture(self, path: Path) -> str | None:
        """What is wrong with a picture (unreadable, too many pixels or bytes), or None."""
        ...

    def missing_characters(self, text: str) -> str:
        """The characters of a text that the shipped font lacks, each once."""
        ...

    def has_icon(self, name: str) -> bool:
        """Whether an icon of this qtawesome name (`mdi6.run`) exists."""
        ...


class TrustingProbe:
    """Finds everything fine: for text that a real probe has passed before."""

    def picture(self, path: Path) -> str | None:
        """Nothing is wrong."""
        del path

    def missing_characters(self, text: str) -> str:
        """Nothing is missing."""
        del text
        return ""

    def has_icon(self, name: str) -> bool:
        """Every icon exists."""
        return bool(name)
