"""What a slide is set with: the look of its window, and letters that a hall can read."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Style

# All in em of the wall's letters, so that a slide keeps its shape on every wall.
_PAD_EM = 0.42
_RULE_EM = 0.1
_HEADING_LINE = 1.12
_TEXT_LINE = 1.22
# Title and end have few words: they may stand larger, when they fit.
TITLE_STEPS = (1.5, 1.25, 1.0)


class Wall(NamedTuple):
    """A window's look, and the font size in px under which no word on it may be."""

    look: Look
    px: int

    @property
    def width(self) -> int:
        """Width in px."""
        return self.look.metrics.width

    @property
    def height(self) -> int:
        """Height in px, without the line of the progress."""
        return self.look.metrics.height - self.rule

    @property
    def portrait(self) -> bool:
        """Whether the wall is higher than wide."""
        return self.look.metrics.portrait

    @property
    def pad(self) -> int:
        """The room between words and the edge of an area, in px."""
        return self.em(_PAD_EM)

    @property
    def rule(self) -> int:
        """The height of the progress line at the bottom, in px."""
        return max(4, self.em(_RULE_EM))

    def em(self, part: float) -> int:
        """A length in em of the wall's letters, in whole px."""
        return round(part * self.px)

    def heading(self, px: int = 0) -> Style:
        """How headings and questions are set."""
        font = self.look.font(px or self.px, HEAVY)
        return Style.of(font, _HEADING_LINE, balanced=True)

    def text(self, px: int = 0) -> Style:
        """How lines are set."""
        return Style.of(self.look.font(px or self.px, REGULAR), _TEXT_LINE, balanced=True)

    def answer(self) -> Style:
        """How answers are set."""
        return Style.of(self.look.font(self.px, STRONG), _HEADING_LINE)
