"""Attract: one kernel as a poster, and three doors that set the letters for the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Topic
from kiosk.domain.text import words
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect, TypeScale
from kiosk.ui.widgets.buttons import DoorButton
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.poster import Poster, PosterPanel

if TYPE_CHECKING:
    from kiosk.ui.widgets.band import Band

DOORS = {
    "attract.read": ("attract.read", None),
    "attract.larger": ("attract.larger", Letters(150, False)),
    "attract.dark": ("attract.dark", Letters(150, True)),
}
PORTRAIT_DOOR_MM = 36.0


class AttractScreen(Screen):
    """Shows a topic's kernel until somebody touches.

    `door_chosen` carries the letters of the door (None: those of the start);
    `topic_touched` says that the screen was touched elsewhere.
    """

    door_chosen = Signal(object)
    topic_touched = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.attract", look, ())
        self._panel = PosterPanel(self, look)
        self.poster = Poster(self, "attract.topic", look)
        self.poster.clicked.connect(self.topic_touched)
        self._for_whom = TextLabel(self, "attract.for-whom")
        self._hands = TextLabel(self, "attract.hands")
        self._doors: list[DoorButton] = []
        for identifier in DOORS:
            door = DoorButton(self, identifier, look, other=identifier == "attract.dark")
            door.clicked.connect(self._on_door)
            self._doors.append(door)
        self._band: Band | None = None
        self._message = ""

    def show_message(self, text: str) -> None:
        """Show the message that staff put up, in a band above all else; "" for none."""
        if text == self._message:
            return
        self._message = text
        if text and self._band is None:
            # Rarely there: a plain start need not load it.
            from kiosk.ui.widgets.band import Band

            self._band = Band(self, "attract.message", self.look)
        self.refresh()
        self.announce(text)

    def show_topic(self, topic: Topic | None, fallback: str) -> None:
        """Show the kernel of a topic; without topics the pack's title."""
        if topic is None:
            self._panel.show_topic("", fallback, "", None)
            self.poster.set_words(fallback)
        else:
            kernel = topic.kernel_text
            self._panel.show_topic(topic.title, kernel, topic.accent, topic.image)
            self.poster.set_accent(topic.accent)
            self.poster.set_words(f"{topic.title}\n{kernel}")

    def default_control(self) -> Control:
        """The control for which a touch counts that meets no other."""
        return self.poster

    def word_count(self) -> int:
        """The words on the poster."""
        return len(words(self.poster.accessibleName()))

    def arrange(self) -> None:
        look = self.look
        metrics = look.metrics
        doors = door_boxes(metrics)
        kind = TypeScale.at(metrics.smallest, 150)
        for door, box in zip(self._doors, doors, strict=True):
            identifier = door.accessibleIdentifier()
            door.set_words(look.strings(DOORS[identifier][0]))
            wanted = look.type.smallest if identifier == "attract.read" else kind.label
            large = look._replace(letters=Letters(150))
            door.set_look(large)
            door.set_px(min(wanted, door.fit_beside(box.width)))
            door.set_look(look)
            door.place(box)
        top = self._arrange_lines(doors[0].y - metrics.mm(4))
        self._strip = top - metrics.mm(4)
        self._panel.look = look
        band = self._arrange_band()
        self._panel.place(Rect(0, band, metrics.width, self._strip - band))
        y = max(metrics.reach_top, metrics.margin, band)
        bottom = min(self._strip, doors[0].y - metrics.gutter)
        self.poster.place(Rect(metrics.margin, y, metrics.content.width, bottom - y))

    def _arrange_band(self) -> int:
        """Place the band of a message; returns the y below it."""
        if self._band is None:
            return 0
        self._band.setVisible(bool(self._message))
        if not self._message:
            return 0
        look = self.look
        return self._band.arrange(self._message, look, look.type.smallest, look.metrics.width)

    def _arrange_lines(self, bottom: int) -> int:
        """Place the two lines above the doors; returns the y above them."""
        look, content = self.look, self.look.metrics.content
        style = Style.of(look.font(look.type.smallest, STRONG), 1.2, balanced=True)
        self._for_whom.show_text(look.strings("attract.for_whom"), style, look.colour("ink"))
        self._hands.show_text(look.strings("attract.hands"), style, look.colour("ink"))
        for label in (self._for_whom, self._hands):
            label.place_at(content.x, 0, content.width)
        wide = round(self._hands.flow().widest) + 2
        used = round(self._for_whom.flow().widest)
        if used + look.metrics.gutter + wide <= content.width and self._hands.flow().lines == 1:
            y = bottom - self._for_whom.height()
            self._for_whom.place_at(content.x, y, used + 2)
            self._hands.place_at(content.right - wide, y, wide)
            return y
        y = bottom - self._hands.height()
        self._hands.move(content.x, y)
        y -= self._for_whom.height()
        self._for_whom.move(content.x, y)
        return y

    def paint_ground(self, painter: QPainter) -> None:
        metrics = self.look.metrics
        painter.fillRect(0, self._strip, metrics.width, metrics.height, self.look.colour("shelf"))

    def _on_door(self) -> None:
        self.door_chosen.emit(DOORS[self.pressed_identifier()][1])


def door_boxes(metrics: Metrics) -> list[Rect]:
    """The three doors: beside one another, in portrait under one another."""
    if not metrics.portrait:
        place = metrics.place(1)
        return [
            Rect(metrics.column_x(column), place.y, metrics.span(4), place.height)
            for column in (0, 4, 8)
        ]
    high = metrics.mm(PORTRAIT_DOOR_MM)
    step = high + metrics.gutter
    first = metrics.height - metrics.margin - high - 2 * step
    width = metrics.content.width
    return [Rect(metrics.margin, first + number * step, width, high) for number in range(3)]
