"""What every screen of the staff shares: a title, room below it, and the way back."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.grid import bottom_box
from kiosk.ui.sight_order import order_by_sight
from kiosk.ui.staff.sheet import StaffSheet
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton, fit_words

# The room of a title of one line with the gap below it.
TITLE_MM = 17.0


class SheetScreen(StaffSheet):
    """Emits `left()` for its way back, and `chosen(identifier)` for what its buttons mean.

    `cancel` is the button at the bottom: the same as Esc.
    """

    # The key of the words on the way back, and its icon.
    back_key = "staff.cancel"
    back_icon = "mdi6.arrow-left"

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent, identifier, look, ())
        self._title = TextLabel(self, "staff.title")
        self.cancel = StaffButton(self, "staff.cancel", look, self.back_icon)
        self.cancel.beside = True
        self.cancel.clicked.connect(self._on_cancel)

    # -- for subclasses ------------------------------------------------------------------------

    def title(self) -> str:
        """The words of the title."""
        return ""

    def arrange_sheet(self, area: Rect) -> None:
        """Fill the room between the title and the way back."""

    def button(self, identifier: str, icon: str) -> StaffButton:
        """A new button that emits `chosen` with its identifier."""
        button = StaffButton(self, identifier, self.look, icon)
        button.clicked.connect(self._on_chosen)
        button.show()
        return button

    # -- its own ---------------------------------------------------------------------------------

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        self.cancel.set_words(look.strings(self.back_key))
        box = bottom_box(metrics)
        self.cancel.set_px(self.cancel.fit_beside(box.width))
        self.cancel.place(box)
        content = metrics.content
        title = self.title()
        self._title.setVisible(bool(title))
        # On tall glass the title stands just above what hands can reach, not far above it.
        y = max(content.y, metrics.reach_top - metrics.mm(TITLE_MM))
        if title:
            style = Style.of(look.font(look.type.smallest, HEAVY), 1.2, balanced=True)
            self._title.show_text(title, style, look.colour("ink"))
            y = self._title.place_at(content.x, y, content.width) + metrics.mm(3)
        y = max(y, metrics.reach_top)
        self.arrange_sheet(Rect(content.x, y, content.width, box.y - metrics.gutter - y))

    def refresh(self) -> None:
        super().refresh()
        order_by_sight(self.findChildren(Control))

    def paint_ground(self, painter: QPainter) -> None:
        # Another ground than any page of a patient: staff see at once that they are elsewhere.
        painter.fillRect(self.rect(), self.look.colour("shelf"))

    def _on_cancel(self) -> None:
        self.back()

    def _on_chosen(self) -> None:
        self.chosen.emit(self.pressed_identifier())


def fit(buttons: list[StaffButton], boxes: list[Rect]) -> None:
    """Put buttons in boxes of one size, in letters that fit them all."""
    for button, box in zip(buttons, boxes, strict=True):
        button.place(box)
    if boxes:
        fit_words([*buttons], boxes[0].width, boxes[0].height)
