"""What every step of set-up shares: its question, its controls, and when one can go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton


class Step(QObject):
    """One question. Its controls are children of the screen, and go with the step.

    `changed()`: the answer is another one; arrange anew. `done()`: the answer is complete by
    itself, go on.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, screen: QWidget, look: Look) -> None:
        super().__init__(screen)
        self.look = look
        self.text = TextLabel(screen, "set-up.text")
        self.text.show()
        self._screen = screen
        self._widgets: list[QWidget] = [self.text]

    # -- for subclasses ------------------------------------------------------------------------

    def title(self, say: Strings) -> str:
        """The question."""
        return ""

    def arrange(self, look: Look, area: Rect) -> None:
        """Put everything in its place."""

    def take_key(self, key: Qt.Key, text: str) -> bool:
        """A key was typed; whether it meant something here."""
        return False

    def ready(self) -> bool:
        """Whether one can go on."""
        return True

    def leave(self) -> None:
        """One goes on or back."""

    # -- shared ----------------------------------------------------------------------------------

    def button(self, identifier: str, icon: str = "") -> StaffButton:
        """A new button; `on_button` hears of it."""
        button = StaffButton(self._screen, identifier, self.look, icon)
        button.clicked.connect(self._on_clicked)
        self.keep(button)
        return button

    def keep(self, widget: QWidget) -> None:
        """A widget that goes with the step."""
        widget.show()
        self._widgets.append(widget)

    def on_button(self, what: str) -> None:
        """A button was pressed; `what` is the last part of its identifier."""

    def show_text(self, text: str, look: Look, box: Rect) -> int:
        """Show the text of the step at the top of a box; returns the y below it."""
        self.text.setVisible(bool(text))
        if not text:
            return box.y
        style = Style.of(look.font(look.type.body), 1.3)
        self.text.show_text(text, style, look.colour("ink"))
        return self.text.place_at(box.x, box.y, box.width)

    def close(self) -> None:
        """Take away what it showed."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self.deleteLater()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, WordButton):
            self.on_button(sender.accessibleIdentifier().rpartition(".")[2])


def same_px(buttons: Sequence[StaffButton], width: int) -> None:
    """Give buttons with an icon beside the word the largest letters at which all fit."""
    px = min(button.fit_beside(width) for button in buttons)
    for button in buttons:
        button.set_px(px)
