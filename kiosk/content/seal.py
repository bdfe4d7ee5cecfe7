"""The seal of a review: a hash over every word of one language, which breaks when one changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kiosk.content.fields import fold
from kiosk.domain.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable


class Seal:
    """Takes the texts of one language in reading order."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, texts: Iterable[str]) -> None:
        """Adds texts; white space, soft hyphens and empty texts do not count."""
        for text in texts:
            words = fold(plain(text))
            if words:
                self._hash.update(f"{words}\n".encode())

    @property
    def text_hash(self) -> str:
        """The hash of everything added so far, as `text_hash` in pack.toml has it."""
        return self._hash.hexdigest()


def text_hash(texts: Iterable[str]) -> str:
    """The seal of these texts."""
    seal = Seal()
    seal.add(texts)
    return seal.text_hash
