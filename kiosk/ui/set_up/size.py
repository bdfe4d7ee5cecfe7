"""The step that measures the screen with a bank card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import CARD_MM, Draft, Facts, card_px, scale_of_card
from kiosk.ui.set_up.number import ChangeStep
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect

# One press changes the card by so many px, or so many.
STEP_PX, STRIDE_PX = 1, 16
# px_per_mm may be from 1 to 40 (kiosk/configuration/settings_spec.py): of a card 86 to 3424 px.
LEAST_PX, MOST_PX = 86, 3424
# The corner of a bank card (ISO/IEC 7810), in mm.
CORNER_MM = 3.18


class Card(QWidget):
    """The outline of a bank card, as large as it is on this screen if the number is right."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier("set-up.card")
        self.look = look
        self._scale = 1.0

    def show_at(self, x: int, y: int, px_per_mm: float) -> None:
        """Put it at (x, y) in the size of a card."""
        self._scale = px_per_mm
        width = card_px(px_per_mm)
        self.setGeometry(x, y, width, round(CARD_MM[1] * px_per_mm))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(2, self.look.metrics.line)
        painter.setPen(QPen(self.look.colour("ink"), line))
        painter.setBrush(self.look.colour("plate"))
        # The outside of the line is the edge of the card.
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        radius = CORNER_MM * self._scale
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


class SizeStep(ChangeStep):
    """A card's outline that is made as large as the card, and how large the glass is then."""

    def __init__(self, screen: QWidget, look: Look, draft: Draft, facts: Facts) -> None:
        super().__init__(screen, look, self._change_card, self._card_words)
        self._draft = draft
        self._facts = facts
        self._card = Card(screen, look)
        self.keep(self._card)
        self._most_px = MOST_PX

    @property
    def px_per_mm(self) -> float:
        """The scale now."""
        return float(self._draft.values.get("px_per_mm", self._facts.px_per_mm))

    def title(self, say: Strings) -> str:
        return say("setup.size")

    def _card_words(self, say: Strings) -> tuple[str, str, str, str]:
        return (
            say("setup.much_smaller"),
            say("setup.smaller"),
            say("setup.larger"),
            say("setup.much_larger"),
        )

    def _change_card(self, *, up: bool, much: bool) -> None:
        by = STRIDE_PX if much else STEP_PX
        wanted = card_px(self.px_per_mm) + (by if up else -by)
        kept = max(LEAST_PX, min(wanted, self._most_px))
        self._draft.values["px_per_mm"] = scale_of_card(kept)

    def glass_mm(self) -> tuple[int, int]:
        """How large the glass is if the number is right, in mm."""
        width, height = self._facts.glass_px
        return round(width / self.px_per_mm), round(height / self.px_per_mm)

    def arrange(self, look: Look, area: Rect) -> None:
        metrics, say = look.metrics, look.strings
        bottom = self.arrange_changes(look, area)
        self._card.look = look
        self._card.setAccessibleName(say("setup.card"))
        scale = self.px_per_mm
        width, height = self.glass_mm()
        words = say("setup.glass", width=width, height=height)
        room = Rect(area.x, area.y, area.width, bottom - area.y)
        if metrics.portrait:
            y = self.show_text(say("setup.size_how"), look, room) + metrics.mm(2)
            y = self.show_value(words, look, room.x, y, room.width) + metrics.mm(4)
            self._card.show_at(room.x, y, scale)
            high = bottom - y
        else:
            self._card.show_at(room.x, room.y, scale)
            x = self._card.geometry().right() + metrics.gutter
            beside = Rect(x, room.y, room.right - x, room.height)
            y = self.show_text(say("setup.size_how"), look, beside) + metrics.mm(3)
            self.show_value(words, look, x, y, beside.width)
            high = room.height
        # Never over what stands around it: half the width is for the words.
        most = min(high / CARD_MM[1], (area.width / (1 if metrics.portrait else 2)) / CARD_MM[0])
        self._most_px = max(card_px(scale), min(MOST_PX, card_px(most)))
