"""The strips of controls that lie over the bottom of the wall for as long as they are needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import ROOMY_PAD_MM, WordButton, roomy_px
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import Place

BACK = Place("talk.back", "talk.back", "mdi6.arrow-left", 3)
BLACK = Place("talk.black", "talk.black", "mdi6.projector-screen-off-outline", 4)
OVERVIEW = Place("talk.overview", "talk.overview", "mdi6.view-grid-outline", 5)
NEXT = Place("talk.next", "talk.next", "mdi6.arrow-right", 6, primary=True)
UNDO = Place("talk.undo", "talk.undo", "mdi6.undo", 2)
STAY = Place("talk.stay", "talk.stay", "mdi6.arrow-right", 6, primary=True)
END = Place("talk.end", "talk.end", "mdi6.stop-circle-outline", 5)

# On the end card, which has nothing to undo.
END_HERE = END._replace(first=2)

CONTROLS = (UNDO, END_HERE, BACK, BLACK, OVERVIEW, NEXT)
ASKING = (END, STAY)


class Strip(QWidget):
    """A strip of shelf with controls and a line of words. `requested` carries identifiers."""

    requested = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        names: tuple[str, str],
        places: Sequence[Place],
        room: tuple[int, int],
    ) -> None:
        """`names` identify the strip and its line of words; `room` is the words' first place, and
        how many they have.
        """
        super().__init__(parent)
        self._look = look
        self._room = room
        self._places = tuple(places)
        self.setAccessibleIdentifier(names[0])
        self.words = TextLabel(self, names[1])
        self.words.centre_vertically()
        self._buttons = [StripButton(self, place.identifier, look, place.icon) for place in places]
        for button in self._buttons:
            button.clicked.connect(self._on_pressed)
        self.hide()

    def arrange(self, look: Look, words: str, accent: str) -> None:
        """Lie over the bottom of the window, with these words."""
        self._look = look
        metrics, shelf = look.metrics, look.metrics.shelf
        self.setGeometry(shelf.x, shelf.y, shelf.width, shelf.height)
        px = strip_px(look, [look.strings(place.key) for place in self._places])
        for place, button in zip(self._places, self._buttons, strict=True):
            button.set_look(look)
            button.set_px(px)
            button.set_words(look.strings(place.key))
            button.primary = place.primary
            button.set_accent(accent)
            button.place(_inside(metrics.place(place.first, place.places), shelf))
        in_order(self._buttons)
        self.setAccessibleName(words)
        box = self._words_box(look)
        sizes = range(metrics.floor, look.type.body + 1)
        style = Style.of(look.font(look.type.body, STRONG), 1.2)
        size = largest_px(sizes, [words], room=(box.width, box.height), make=style)
        style = Style.of(look.font(size, STRONG), 1.2)
        self.words.show_text(words, style, look.colour("ink"))
        self.words.place(_inside(box, shelf))

    def _words_box(self, look: Look) -> Rect:
        first, count = self._room
        per_row = 3 if look.metrics.portrait else 6
        if not look.metrics.portrait:
            return look.metrics.place(first, count)
        return look.metrics.place(first, min(count, per_row))

    def show_button(self, identifier: str, *, shown: bool) -> None:
        """Show a control or leave its place empty."""
        for button in self._buttons:
            if button.accessibleIdentifier() == identifier:
                button.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("shelf"))
        painter.end()

    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.requested.emit(sender.accessibleIdentifier())


def in_order(buttons: Sequence[QWidget]) -> None:
    """Make the order of the accessibility tree the order of sight: row by row."""
    for button in sorted(buttons, key=lambda button: (button.y(), button.x())):
        button.raise_()


def strip_px(look: Look, words: Sequence[str]) -> int:
    """The largest font size in px at which each of these words fits on a place of the shelf."""
    metrics = look.metrics
    box = metrics.place(1)
    return roomy_px(look, words, box.width, box.height - metrics.mm(6.0) - metrics.mm(8.0))


class StripButton(WordButton):
    """A control of a talk on a place of the shelf."""

    pad_mm = ROOMY_PAD_MM


def _inside(box: Rect, outer: Rect) -> Rect:
    return box._replace(x=box.x - outer.x, y=box.y - outer.y)
