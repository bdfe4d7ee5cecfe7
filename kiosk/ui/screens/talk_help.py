"""The help sheet of a talk: what each key does, in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.talk.strip import StripButton, in_order, strip_px
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import Place

CLOSE = Place("talk.close", "talk.close", "mdi6.arrow-left", 3)
END = Place("talk.end", "talk.end", "mdi6.stop-circle-outline", 1)
MORE = Place("talk.help-more", "talk.pages_next", "mdi6.chevron-right", 6)
PLACES = (END, CLOSE, MORE)

# Rows of the sheet: the keys, and what they do.
ROWS = (
    ("talk.keys_next", "talk.does_next"),
    ("talk.keys_back", "talk.does_back"),
    ("talk.keys_black", "talk.does_black"),
    ("talk.keys_white", "talk.does_white"),
    ("talk.keys_overview", "talk.does_overview"),
    ("talk.keys_number", "talk.does_number"),
    ("talk.keys_ends", "talk.does_ends"),
    ("talk.keys_hands", "talk.does_hands"),
    ("talk.keys_hold", "talk.does_hold"),
    ("talk.keys_freeze", "talk.does_freeze"),
    ("talk.keys_escape", "talk.does_escape"),
)
_PART = 0.38
_GAP_MM = 1.0
# The most that the sheet's letters may grow over the smallest lawful ones.
_LARGEST = 1.5


class Air(NamedTuple):
    """Room above the title and below it in mm, and its letters relative to those of the rows."""

    edge_mm: float
    below_mm: float
    title: float


# Where there is room for it, and where every row counts.
_ROOMY = Air(11.0, 3.0, 1.3)
_TIGHT = Air(4.0, 1.0, 1.0)


class TalkHelpScreen(Screen):
    """Shows the keys. `requested` carries the identifier of what was pressed."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.talk", look, ())
        self._title = TextLabel(self, "talk.help-title")
        self._keys = [TextLabel(self, f"talk.help-keys.{n}") for n in range(1, len(ROWS) + 1)]
        self._does = [TextLabel(self, f"talk.help-does.{n}") for n in range(1, len(ROWS) + 1)]
        self._buttons = [StripButton(self, place.identifier, look, place.icon) for place in PLACES]
        for button in self._buttons[:-1]:
            button.clicked.connect(self._on_pressed)
        self._buttons[-1].clicked.connect(self.turn)
        self._page = 0

    def arrange(self) -> None:
        px, air, pages = self._pages()
        self._page %= len(pages)
        self._place(px, air, pages[self._page])
        say, metrics = self.look.strings, self.look.metrics
        size = strip_px(self.look, [say(place.key) for place in PLACES])
        for place, button in zip(PLACES, self._buttons, strict=True):
            button.set_px(size)
            button.set_words(say(place.key))
            button.place(metrics.place(place.first))
        in_order(self._buttons)
        self._buttons[-1].setVisible(len(pages) > 1)

    def told(self) -> str:
        """The keys that show, each with what it does."""
        rows = zip(self._keys, self._does, strict=True)
        shown = [f"{keys.text()}: {does.text()}" for keys, does in rows if keys.isVisibleTo(self)]
        return "\n".join([self._title.text(), *shown])

    def turn(self) -> None:
        """Show the next page of the sheet, after the last the first."""
        self._page += 1
        self.refresh()

    def _pages(self) -> tuple[int, Air, list[range]]:
        """The font size in px, the air, and the rows of each page: as few pages as can be."""
        smallest = self.look.type.smallest
        fewest = len(self._broken(smallest, _TIGHT))
        for air in (_ROOMY, _TIGHT):
            for px in range(round(smallest * _LARGEST), smallest, -1):
                if len(pages := self._broken(px, air)) == 1:
                    return px, air, pages
            if len(pages := self._broken(smallest, air)) == fewest:
                return smallest, air, pages
        return smallest, _TIGHT, self._broken(smallest, _TIGHT)

    def _broken(self, px: int, air: Air) -> list[range]:
        metrics, heights = self.look.metrics, [height for *_, height in self._rows(px)]
        title = Flow(
            (paragraph(self.look.strings("talk.help_title")),),
            self._style(round(px * air.title), HEAVY),
            metrics.content.width,
        )
        edges = metrics.mm(air.edge_mm) + metrics.mm(_TIGHT.edge_mm)
        room = metrics.shelf.y - edges - title.height - metrics.mm(air.below_mm)
        pages: list[range] = []
        start = used = 0
        for row, height in enumerate(heights):
            if used + height > room and row > start:
                pages.append(range(start, row))
                start, used = row, 0
            used += height + metrics.mm(_GAP_MM)
        return [*pages, range(start, len(heights))]

    def _style(self, px: int, weight: int) -> Style:
        return Style.of(self.look.font(px, weight), 1.15)

    def _widths(self) -> tuple[int, int]:
        content = self.look.metrics.content
        keys = round(content.width * _PART)
        return keys, content.width - keys - self.look.metrics.mm(6)

    def _rows(self, px: int) -> list[tuple[str, str, int]]:
        """The keys and what they do, with the height of each row in px."""
        say, (wide, rest) = self.look.strings, self._widths()
        found: list[tuple[str, str, int]] = []
        for keys, does in ROWS:
            left = Flow((paragraph(say(keys)),), self._style(px, STRONG), wide)
            right = Flow((paragraph(say(does)),), self._style(px, REGULAR), rest)
            found.append((say(keys), say(does), max(left.height, right.height)))
        return found

    def _place(self, px: int, air: Air, shown: range) -> None:
        look, content, mm = self.look, self.look.metrics.content, self.look.metrics.mm
        ink = look.colour("ink")
        style = self._style(round(px * air.title), HEAVY)
        self._title.show_text(look.strings("talk.help_title"), style, ink)
        y = self._title.place_at(content.x, mm(air.edge_mm), content.width) + mm(air.below_mm)
        wide, rest = self._widths()
        rows = zip(self._rows(px), self._keys, self._does, strict=True)
        for row, ((keys, does, height), left, right) in enumerate(rows):
            for label in (left, right):
                label.setVisible(row in shown)
            if row not in shown:
                continue
            left.show_text(keys, self._style(px, STRONG), ink)
            left.place(Rect(content.x, y, wide, height))
            right.show_text(does, self._style(px, REGULAR), ink)
            right.place(Rect(content.right - rest, y, rest, height))
            y += height + mm(_GAP_MM)

    def paint_ground(self, painter: QPainter) -> None:
        shelf = self.look.metrics.shelf
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))
