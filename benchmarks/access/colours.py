"""Contrast and colour of both themes, as every kind of eyes sees them (access.md V3 to V6, V8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from benchmarks.access.figure import Extreme, Figure
from kiosk.ui.theme.theme import Theme
from tests.resources.test_themes import (
    ACCENTS,
    AREAS,
    BODY,
    SHAPES,
    TEXT,
    contrast,
    document,
    lightness,
)
from tests.resources.vision import VISIONS, delta_e, lab, seen_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

THEMES = ("light", "dark")


def measure() -> Iterator[Figure]:
    """The lowest of each, over both themes and all accents."""
    themes = {name: Theme.from_document(name, document(name)) for name in THEMES}
    for row, what, pairs, bar in (
        ("V3", "words", TEXT, 7.0),
        ("V3", "body and answers", BODY, 12.0),
        ("V4", "shapes and focus", SHAPES, 4.5),
        ("V4", "edges of areas", AREAS, 3.0),
    ):
        seen = _lowest(themes, pairs)
        yield Figure(row, what, seen.value, ":1", least=bar, where=seen.where)
    grey = _apart(themes, ("grey",))
    yield Figure("V5", "right and not right in grey", grey[0].value, "L*", least=20.0)
    light, colour = _apart(themes, VISIONS)
    yield Figure("V6", "apart to all eyes", light.value, "L*", least=20.0, where=light.where)
    yield Figure("V6", "and", colour.value, "ΔE2000", least=15.0, where=colour.where)
    paper = {name: lightness(theme.colour("paper")) for name, theme in themes.items()}
    yield Figure("V8", "light ground", paper["light"], "L*", least=90.0, most=99.5)
    yield Figure("V8", "dark ground", paper["dark"], "L*", most=20.0)


def _lowest(themes: dict[str, Theme], pairs: Sequence[tuple[str, str]]) -> Extreme:
    found = Extreme()
    for name, theme in themes.items():
        for role, ground in pairs:
            for accent in ACCENTS:
                ratio = contrast(theme.colour(role, accent), theme.colour(ground, accent))
                found.see(ratio, f"{name}: {role} on {ground}, {accent}")
    return found


def _apart(themes: dict[str, Theme], visions: Sequence[str]) -> tuple[Extreme, Extreme]:
    """How far right and not right lie apart in L* and ΔE2000: their shapes, and their panels.

    A panel differs by its ground in the light theme, by its edge in the dark one.
    """
    light, colour = Extreme(), Extreme()
    for name, theme in themes.items():
        for vision in visions:
            eyes = seen_by(vision)
            panel = max(_differ(theme, part, eyes) for part in ("ground", "edge"))
            for what, found in (("shape", _differ(theme, "shape", eyes)), ("panel", panel)):
                light.see(found[0], f"{name}: {what}, {vision}")
                colour.see(found[1], f"{name}: {what}, {vision}")
    return light, colour


def _differ(theme: Theme, part: str, eyes: Callable[[QColor], QColor]) -> tuple[float, float]:
    right, wrong = (lab(eyes(theme.colour(f"{side}_{part}"))) for side in ("right", "wrong"))
    return abs(right[0] - wrong[0]), delta_e(right, wrong)
