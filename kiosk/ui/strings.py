"""The words of the interface in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast


class Strings:
    """Looks up words by key and fills in values. A missing word is an empty one:

    a patient never reads a key or a message that is meant for staff.
    """

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self._words = words

    @classmethod
    def from_document(cls, language: str, document: object) -> Strings:
        """The words of a parsed file; tables become keys with dots."""
        return cls(language, dict(_flat("", document)))

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with `{name}` replaced by the value of that name."""
        text = self._words.get(key, "")
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def __contains__(self, key: str) -> bool:
        return key in self._words

    @property
    def keys(self) -> frozenset[str]:
        """Every key that has words."""
        return frozenset(self._words)


def _flat(prefix: str, document: object) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if isinstance(document, dict):
        for key, value in cast("dict[str, object]", document).items():
            found.extend(_flat(f"{prefix}.{key}" if prefix else key, value))
    elif prefix and isinstance(document, str):
        found.append((prefix, document))
    return found
