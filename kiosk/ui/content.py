"""The pack that shows, in a language, with the interface's words in that language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.pack import Edition, Pack
from kiosk.ui.strings import Strings


class Content(NamedTuple):
    """A pack, the folder it came from, and the words of the interface by language.

    `spoken` are the languages of the interface; `language` is the one that a visit starts in,
    "" for the pack's first.
    """

    pack: Pack
    folder: Path
    strings: Callable[[str], Strings]
    spoken: tuple[str, ...]
    language: str

    def edition(self, language: str) -> Edition:
        """The pack in a language, else in its first."""
        return self.pack.edition(language or self.language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that both the pack and the interface speak."""
        return tuple(code for code in self.pack.languages if code in self.spoken)
