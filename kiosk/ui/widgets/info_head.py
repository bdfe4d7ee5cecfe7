"""A title with short lines below it, each behind an icon: the head of a speaker's screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import HEAVY, REGULAR
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel

# The icon before a line, and the text after it, in em of the line.
_ICON_EM, _TEXT_EM = 1.0, 1.45


class Line(NamedTuple):
    """A line of the head: its identifier, icon and words."""

    identifier: str
    icon: str
    words: str


class HeadSize(NamedTuple):
    """Font sizes of title (0: no title) and lines in px; tight where the glass is low."""

    title: int
    line: int
    tight: bool = False


class InfoHead:
    """Owns the labels of a head on one screen; dies with it."""

    def __init__(self, parent: QWidget, identifier: str, most_lines: int) -> None:
        self._title = TextLabel(parent, identifier)
        self._labels = [TextLabel(parent) for _ in range(most_lines)]
        self._icons: list[tuple[str, QRectF]] = []
        self._words = ""
        self._lines: Sequence[Line] = ()

    def show_words(self, title: str, lines: Sequence[Line]) -> None:
        """What to say; it shows with the next `place`."""
        self._words, self._lines = title, lines

    def place(self, look: Look, size: HeadSize, above: int) -> int:
        """Place everything over the width of the content; returns the y below it.

        On tall glass it stands just above what hands can reach, `above` px from there.
        """
        content = look.metrics.content
        title = Style.of(look.font(size.title or size.line, HEAVY), 1.15, balanced=True)
        text = Style.of(look.font(size.line, REGULAR), 1.15 if size.tight else 1.2)
        indent = round(_TEXT_EM * size.line)
        gap = 0 if size.tight else look.metrics.mm(2)
        flows = [
            Flow((paragraph(line.words),), text, content.width - indent) for line in self._lines
        ]
        high = gap + sum(flow.height for flow in flows)
        high += Flow((paragraph(self._words),), title, content.width).height
        y = max(content.y, look.metrics.reach_top - high - above)
        self._title.setVisible(bool(size.title))
        if size.title:
            self._title.show_text(self._words, title, look.colour("ink"))
            y = self._title.place_at(content.x, y, content.width) + gap
        return self._place_lines(look, y, text, indent)

    def _place_lines(self, look: Look, y: int, style: Style, indent: int) -> int:
        content = look.metrics.content
        self._icons = []
        side = _ICON_EM * style.font.pixelSize()
        inset = (style.line - side) / 2
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(self._lines))
            if number < len(self._lines):
                line = self._lines[number]
                label.setAccessibleIdentifier(line.identifier)
                label.show_text(line.words, style, look.colour("ink"))
                self._icons.append((line.icon, QRectF(content.x, y + inset, side, side)))
                y = label.place_at(content.x + indent, y, content.width - indent)
        return y

    def paint_icons(self, painter: QPainter, look: Look) -> None:
        """Paint the icons on the ground of the screen."""
        for icon, box in self._icons:
            look.kit.icons.paint(painter, icon, box, look.colour("ink_soft"))
