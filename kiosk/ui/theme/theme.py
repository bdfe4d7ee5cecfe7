"""Colours by role, read from a theme file; no colour stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

ACCENT = "accent"

# Drawn when a theme file cannot be read: black on white, by Qt's own names.
_GROUNDS = frozenset(
    {"paper", "shelf", "plate", "pressed", "spoken", "right_ground", "wrong_ground", "focus_gap"}
    | {"on_panel", "on_card", "on_primary", "on_emblem", "other_ink", "cover_white"}
)


class Theme:
    """The colours of one theme. A role may stand for the accent of the topic that shows."""

    def __init__(self, name: str, document: Mapping[str, Mapping[str, str]]) -> None:
        self.name = name
        self._roles = document.get("roles", {})
        self._accents = document.get("accents", {})
        self._drawing = document.get("drawing", {})
        self._marks = document.get("marks", {})
        self._made: dict[tuple[str, str], QColor] = {}

    @classmethod
    def from_document(cls, name: str, document: object) -> Theme:
        """A theme from a parsed file; what is not a table of texts in it is left out."""
        tables: dict[str, dict[str, str]] = {}
        if isinstance(document, dict):
            for key, table in cast("dict[str, object]", document).items():
                if isinstance(table, dict):
                    pairs = cast("dict[str, object]", table).items()
                    tables[key] = {role: value for role, value in pairs if isinstance(value, str)}
        return cls(name, tables)

    def colour(self, role: str, accent: str = "") -> QColor:
        """The colour of a role, with `accent` (a name such as "petrol") where it asks for one."""
        made = self._made.get((role, accent))
        if made is None:
            made = self._made[role, accent] = self._make(role, accent)
        return made

    def _make(self, role: str, accent: str) -> QColor:
        value = self._roles.get(role, "")
        if value == ACCENT:
            value = self._accents.get(accent, self._roles.get("ink", ""))
        colour = QColor(value)
        if colour.isValid():
            return colour
        ground = role in _GROUNDS
        return QColor(Qt.GlobalColor.white if ground else Qt.GlobalColor.black)

    def drawing(self, accent: str, **instead: str) -> dict[str, str]:
        """What a drawing's own strings become, as SVG writes colours (docs/drawings.md).

        `instead`: other colours for some of the roles `ground`, `figure` and `warm`.
        """
        found: dict[str, str] = {}
        for role, value in {**self._drawing, **instead}.items():
            if value == ACCENT:
                value = self._accents.get(accent, self._roles.get("ink", ""))
            if role in self._marks:
                found[self._marks[role]] = value
        return found

    @property
    def roles(self) -> frozenset[str]:
        """The names of the roles that have a colour."""
        return frozenset(self._roles)

    @property
    def accents(self) -> tuple[str, ...]:
        """The names of the accents."""
        return tuple(self._accents)
