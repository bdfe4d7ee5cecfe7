"""The sheet "Over deze tekst": source, review and privacy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui.paging.leaf import MOST_CHARACTERS
from kiosk.ui.screens.screen import Screen
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, SIZE


class AboutScreen(Screen):
    """Shows a few lines under a title."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.about", look, (DONE, HOME, BACK, SIZE))
        self._title = TextLabel(self, "about.title")
        self._text = TextLabel(self, "about.text")
        self._lines: tuple[str, ...] = ()
        self.build_shelf()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines as paragraphs."""
        self._lines = tuple(lines)
        self.refresh()

    def arrange(self) -> None:
        look, content = self.look, self.look.metrics.content
        paragraphs = [paragraph(line) for line in self._lines]
        bottom = content.bottom - look.metrics.mm(3)
        for title_px, px in self._sizes():
            style = Style.of(look.font(title_px, HEAVY), 1.15, balanced=True)
            text = Style.of(look.font(px), 1.5, most=MOST_CHARACTERS)
            self._title.show_text(look.strings("about.title"), style, look.colour("ink"))
            y = self._title.place_at(content.x, content.y, content.width)
            y += look.metrics.mm(3)
            if y + Flow(paragraphs, text, content.width).height <= bottom:
                break
        self._text.show_paragraphs(paragraphs, text, look.colour("ink"))
        self._text.place_at(content.x, y, content.width)

    def _sizes(self) -> list[tuple[int, int]]:
        kind = self.look.type
        sizes = [(kind.heading, kind.body), (kind.label, kind.body)]
        sizes += [(kind.smallest, px) for px in range(kind.body, kind.smallest - 1, -1)]
        return sizes
