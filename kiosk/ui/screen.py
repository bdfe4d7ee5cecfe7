"""What every screen shares: its ground, its shelf, its look and the idle warning."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.text import words
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.label import TextLabel

if TYPE_CHECKING:
    from kiosk.ui.widgets.sentences import Said
    from kiosk.ui.widgets.shelf import Place, Shelf


class Screen(QWidget):
    """A screen fills its window. It emits what was meant and knows no other screen.

    `requested` carries the identifier of a pressed control of the shelf, such as "nav.next".
    """

    requested = Signal(str)

    def __init__(
        self, parent: QWidget, identifier: str, look: Look, places: tuple[Place, ...]
    ) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier(identifier)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.look = look
        self.accent = ""
        self.spoken_topic = ""
        self.own_words: tuple[TextLabel, ...] = ()
        self._places = places
        self._offered = self._speaking = False
        self._shelf: Shelf | None = None

    # -- for subclasses ---------------------------------------------------------------------

    def arrange(self) -> None:
        """Put everything in its place for the look; called whenever that changed."""

    def build_shelf(self) -> None:
        """Make the shelf; called last in a constructor, so that it is last in every order."""
        from kiosk.ui.widgets.shelf import Shelf

        self._shelf = Shelf(self, self.look, self._places)
        for place in self._places:
            self._shelf[place.identifier].clicked.connect(self._on_pressed)
        self._shelf.stay.clicked.connect(self._on_pressed)

    def said(self) -> list[Said]:
        """Every sentence that shows, in reading order (access.md S1)."""
        from kiosk.ui.widgets.sentences import said_by

        found: list[Said] = []
        for label in self._labels():
            written = bool(self.spoken_topic) and label not in self.own_words
            found.extend(said_by(label, self.spoken_topic, written=written))
        return found

    def show_place(self, identifier: str, *, shown: bool) -> None:
        """Show a button of the shelf, or leave its place empty."""
        if self._shelf is not None:
            self._shelf.show_button(identifier, shown=shown)

    def show_icon(self, identifier: str, icon: str) -> None:
        """Give a button of the shelf another icon."""
        if self._shelf is not None:
            self._shelf[identifier].icon_name = icon

    # -- for the navigator --------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Show the same in another look."""
        self.look = look
        self.refresh()

    def refresh(self) -> None:
        """Arrange everything anew."""
        self.setGeometry(0, 0, self.look.metrics.width, self.look.metrics.height)
        for control in self.findChildren(Control):
            control.set_look(self.look)
        self.arrange()
        if self._shelf is not None:
            self._shelf.arrange(self.look, self.accent)
            self._show_listening()
        self._order()
        self.update()

    def warn(self, *, on: bool) -> None:
        """Turn the shelf into the idle warning, or back."""
        if self._shelf is not None and self._shelf.warning != on:
            self._shelf.warn(on=on)
            if on:
                self.announce(self._shelf.stay.words)
            else:
                self.arrange()
                self._show_listening()

    def show_listening(self, *, offered: bool, speaking: bool) -> None:
        """Offer "Luister", or "Stop" while something sounds; or leave the place empty."""
        self._offered, self._speaking = offered, speaking
        self._show_listening()

    def _show_listening(self) -> None:
        if self._shelf is not None:
            self._shelf.show_listening(self.look, offered=self._offered, speaking=self._speaking)
            self._order()

    def show_dots(self, left: int) -> None:
        """How many of the warning's dots are still filled."""
        if self._shelf is not None:
            self._shelf.stay.set_left(left)

    @property
    def stay(self) -> Control | None:
        """The idle warning's button."""
        return self._shelf.stay if self._shelf is not None else None

    def control(self, identifier: str) -> Control | None:
        """The control with an identifier, if it shows."""
        for control in self.findChildren(Control):
            if control.accessibleIdentifier() == identifier and control.isVisibleTo(self):
                return control
        return None

    def first_control(self) -> Control | None:
        """The control that the eye meets first."""
        shown = [control for control in self.findChildren(Control) if control.isVisibleTo(self)]
        return min(shown, key=lambda control: (control.y(), control.x()), default=None)

    def word_count(self) -> int:
        """How many words a reader has before them."""
        return sum(len(words(label.text())) for label in self._labels())

    def told(self) -> str:
        """What a screen reader says when this page opens; "" for nothing: all that is read."""
        return "\n".join(label.text() for label in self._labels() if label.text())

    def announce(self, text: str) -> None:
        """Say something to a screen reader (access.md X3)."""
        # Not needed for the first frame, and 5 ms to load.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- its own ------------------------------------------------------------------------------

    def _on_pressed(self) -> None:
        # A bound method is held weakly, a lambda would keep the screen alive.
        self.requested.emit(self.pressed_identifier())

    def pressed_identifier(self) -> str:
        """The identifier of the control whose signal is being handled."""
        sender = self.sender()
        return sender.accessibleIdentifier() if isinstance(sender, QWidget) else ""

    def _labels(self) -> list[TextLabel]:
        return [label for label in self.findChildren(TextLabel) if label.isVisibleTo(self)]

    def _order(self) -> None:
        """Make the order of focus and of the accessibility tree the order of sight."""
        if self._shelf is None:
            return
        self._shelf.raise_in_order()
        buttons = self._shelf.in_order()
        controls = [
            child
            for child in self.findChildren(
                Control, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child not in buttons
        ]
        chain = [*controls, *buttons]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("paper"))
        self.paint_ground(painter)
        if self._places:
            shelf = self.look.metrics.shelf
            painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint flat areas between the paper and what stands on it."""
