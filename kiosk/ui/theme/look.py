"""How one window looks now: its grid, type, colours, words and drawings in one object."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from kiosk.domain.letters import Letters
from kiosk.ui.strings import Strings
from kiosk.ui.theme.drawings import Drawings
from kiosk.ui.theme.fonts import Fonts
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.metrics import Metrics, TypeScale
from kiosk.ui.theme.theme import Theme


class Keyboard:
    """Whether somebody uses the keys now: only then is the focus shown."""

    def __init__(self) -> None:
        self.in_use = False


class Kit(NamedTuple):
    """What every look of a window shares: loaded once, handed on."""

    fonts: Fonts
    icons: Icons
    drawings: Drawings
    light: Theme
    dark: Theme
    keyboard: Keyboard


class Look(NamedTuple):
    """Handed to screens and widgets; a new one is made when size, letters or language change."""

    kit: Kit
    metrics: Metrics
    letters: Letters
    strings: Strings

    @property
    def theme(self) -> Theme:
        """The theme of these letters."""
        return self.kit.dark if self.letters.dark else self.kit.light

    @property
    def type(self) -> TypeScale:
        """Font sizes in px."""
        return TypeScale.at(self.metrics.smallest, self.letters.text_size)

    @property
    def label_sizes(self) -> range:
        """Sizes for the words of a control: they grow only while they fit (DESIGN.md section 3).

        Those under the smallest lawful size are the last resort of `largest_px`.
        """
        return range(self.metrics.floor, self.type.label + 1)

    def colour(self, role: str, accent: str = "") -> QColor:
        """The colour of a role in the theme."""
        return self.theme.colour(role, accent)

    def font(self, px: int, weight: int = 400) -> QFont:
        """The font at a size in px and a weight."""
        return self.kit.fonts.font(px, weight)
