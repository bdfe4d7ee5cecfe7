"""Stand-ins for words, colours and icons that remember what was asked for and is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.strings import Strings
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.look import Kit
from kiosk.ui.theme.theme import Theme

_UNFILLED = re.compile(r"\{\w*\}")


class Watch:
    """Collects in `missing`, each once and in order, what a screen could not show as meant."""

    def __init__(self) -> None:
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> list[str]:
        """What was asked for in vain, one line each."""
        return list(self._missing)

    def note(self, what: str) -> None:
        """Remember something that is missing."""
        self._missing[what] = None

    def strings(self, say: Callable[[str], Strings]) -> Callable[[str], Strings]:
        """The same words; a key without words is noted."""
        # Every look asks for them: they are copied once a language.
        kept: dict[str, Strings] = {}

        def watched(language: str) -> Strings:
            if language not in kept:
                kept[language] = _Strings(say(language), self)
            return kept[language]

        return watched

    def kit(self, kit: Kit, themes: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Kit:
        """The same kit; an icon that is not drawn and a colour without a role are noted."""
        return kit._replace(
            icons=_Icons(self),
            light=_Theme("light", themes.get("light", {}), self),
            dark=_Theme("dark", themes.get("dark", {}), self),
        )


class _Strings(Strings):
    def __init__(self, words: Strings, watch: Watch) -> None:
        super().__init__(words.language, {key: words(key) for key in words.keys})
        self._watch = watch

    def __call__(self, key: str, **values: object) -> str:
        text = super().__call__(key, **values)
        if not text:
            self._watch.note(f"strings {self.language}: no words for {key}")
        elif _UNFILLED.search(text):
            self._watch.note(f"strings {self.language}: nobody fills in all of {key}: {text}")
        return text


class _Theme(Theme):
    def __init__(self, name: str, document: Mapping[str, Mapping[str, str]], watch: Watch) -> None:
        super().__init__(name, document)
        self._known = frozenset(document.get("roles", {}))
        self._watch = watch

    def colour(self, role: str, accent: str = "") -> QColor:
        if role not in self._known:
            self._watch.note(f"theme {self.name}: no role {role}")
        if accent and accent not in self.accents:
            self._watch.note(f"theme {self.name}: no accent {accent}")
        return super().colour(role, accent)


class _Icons(Icons):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def paint(self, painter: QPainter, name: str, box: QRectF, colour: QColor) -> bool:
        found = super().paint(painter, name, box, colour)
        if name and not found:
            self._watch.note(f"icons: no {name}")
        return found
