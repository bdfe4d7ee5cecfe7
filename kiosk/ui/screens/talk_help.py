"""The help sheet of a talk: what each key does, in words."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.talk.strip import in_order, strip_px
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import Place

CLOSE = Place("talk.close", "talk.close", "mdi6.arrow-left", 3)
END = Place("talk.end", "talk.end", "mdi6.stop-circle-outline", 1)
PLACES = (END, CLOSE)

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
_PART = 0.36
# The most that the sheet's letters may grow over the smallest lawful ones.
_LARGEST = 1.5


class TalkHelpScreen(Screen):
    """Shows the keys. `requested` carries the identifier of what was pressed."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.talk", look, ())
        self._title = TextLabel(self, "talk.help-title")
        self._keys = [TextLabel(self, f"talk.help-keys.{n}") for n in range(1, len(ROWS) + 1)]
        self._does = [TextLabel(self, f"talk.help-does.{n}") for n in range(1, len(ROWS) + 1)]
        self._buttons = [WordButton(self, place.identifier, look, place.icon) for place in PLACES]
        for button in self._buttons:
            button.clicked.connect(self._on_pressed)

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        say, content = look.strings, metrics.content
        kind = look.type
        for px in range(round(kind.smallest * _LARGEST), metrics.floor - 1, -1):
            title = Flow(
                (paragraph(say("talk.help_title")),), self._style(px, HEAVY), content.width
            )
            rows = self._rows(px)
            gap = metrics.mm(1.0)
            high = title.height + sum(height + gap for *_, height in rows) + metrics.mm(2)
            if high <= metrics.shelf.y - metrics.mm(5) - metrics.mm(3) or px == metrics.floor:
                self._place(px, metrics.mm(5), gap)
                break
        size = strip_px(look, [say(place.key) for place in PLACES])
        for place, button in zip(PLACES, self._buttons, strict=True):
            button.set_px(size)
            button.set_words(say(place.key))
            button.place(metrics.place(place.first))
        in_order(self._buttons)

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

    def _place(self, px: int, y: int, gap: int) -> None:
        look, content = self.look, self.look.metrics.content
        ink = look.colour("ink")
        self._title.show_text(look.strings("talk.help_title"), self._style(px, HEAVY), ink)
        y = self._title.place_at(content.x, y, content.width) + look.metrics.mm(2)
        wide, rest = self._widths()
        rows = zip(self._rows(px), self._keys, self._does, strict=True)
        for (keys, does, height), left, right in rows:
            left.show_text(keys, self._style(px, STRONG), ink)
            left.place(Rect(content.x, y, wide, height))
            right.show_text(does, self._style(px, REGULAR), ink)
            right.place(Rect(content.right - rest, y, rest, height))
            y += height + gap

    def paint_ground(self, painter: QPainter) -> None:
        shelf = self.look.metrics.shelf
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))
