"""The gate: a pad of digits, or how long to wait, or whom to ask where no PIN is set."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.grid import bottom_box
from kiosk.ui.sight_order import order_by_sight
from kiosk.ui.staff.sheet import StaffSheet
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect
from kiosk.ui.widgets.buttons import WordButton, paint_dot
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

ACCENT = "petrol"
MOST_DIGITS: Final = 8
# A key of the pad: 30 mm is the law, a whole hand's width the most that helps (access.md M1, M2).
KEY_MM = 40.0
FIELD_MM = 20.0
DOT_MM = 7.0
# As on a telephone, which hands know.
_PAD = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "ok")
_ACROSS = 3

Reason = Literal["menu", "talk", "it"]
_TITLES: dict[Reason, str] = {
    "menu": "staff.pin_title",
    "talk": "staff.pin_title_talk",
    "it": "staff.pin_title_it",
}


class Asking(NamedTuple):
    """What the gate shows: how many digits are in, and what it says of the PIN before.

    `seconds` is the wait that is left, 0 for none; `there` is False where no PIN is set at all.
    """

    digits: int = 0
    wrong: bool = False
    seconds: int = 0
    there: bool = True


class DigitField(QLabel):
    """A dot for each digit that was typed; how many are wanted it never says."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier("staff.pin-digits")
        self.look = look
        self._digits = 0

    def show_digits(self, look: Look, digits: int) -> None:
        """Show so many dots."""
        self.look, self._digits = look, digits
        say = look.strings
        one = say("staff.pin_digit") if digits == 1 else say("staff.pin_digits", count=digits)
        self.setAccessibleName(one if digits else say("staff.pin_empty"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, mm = self.look, self.look.metrics.mm
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.metrics.line / 2
        painter.setPen(QPen(look.colour("line"), look.metrics.line))
        painter.setBrush(look.colour("plate"))
        radius = look.metrics.radius
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
        step = min(mm(1.7 * DOT_MM), (self.width() - mm(DOT_MM)) / MOST_DIGITS)
        for number in range(self._digits):
            centre = QPointF(mm(DOT_MM) + (number + 0.3) * step, self.height() / 2)
            paint_dot(painter, centre, mm(DOT_MM) / 2, look.colour("ink"), filled=True)
        painter.end()


class StaffPinScreen(StaffSheet):
    """Emits `chosen("staff.key.7")`, `chosen("staff.ok")`, `chosen("staff.erase")` and `left()`."""

    def __init__(self, parent: QWidget, look: Look, reason: Reason = "menu") -> None:
        super().__init__(parent, "screen.staff-pin", look, ())
        self._reason: Reason = reason
        self._asking = Asking()
        self._title = TextLabel(self, "staff.pin-title")
        self._field = DigitField(self, look)
        self._text = TextLabel(self, "staff.pin-text")
        self._keys = [self._key(name) for name in _PAD]
        self._cancel = WordButton(self, "staff.cancel", look, "mdi6.arrow-left")
        self._cancel.beside = True
        self._cancel.clicked.connect(self.left)

    def _key(self, name: str) -> WordButton:
        icons = {"erase": "mdi6.backspace-outline", "ok": "mdi6.check"}
        identifier = f"staff.key.{name}" if name.isdigit() else f"staff.{name}"
        key = WordButton(self, identifier, self.look, icons.get(name, ""))
        key.beside = name.isdigit()
        key.primary = name == "ok"
        key.set_accent(ACCENT)
        key.clicked.connect(self._on_key)
        return key

    def _on_key(self) -> None:
        self.chosen.emit(self.pressed_identifier())

    def show_asking(self, asking: Asking) -> None:
        """Show how the gate stands; a screen reader hears what went wrong.

        The seconds are said once, at the start: nobody listens to a count of two minutes.
        """
        before, self._asking = self._asking, asking
        self.refresh()
        trouble = asking.wrong or asking.seconds or not asking.there
        news = (asking.wrong, bool(asking.seconds)) != (before.wrong, bool(before.seconds))
        if trouble and (news or not asking.there):
            self.announce(self._said())

    def _said(self) -> str:
        say, asking = self.look.strings, self._asking
        if not asking.there:
            return say("staff.pin_none")
        if asking.seconds == 1:
            return say("staff.pin_wait_one")
        if asking.seconds:
            return say("staff.pin_wait", seconds=asking.seconds)
        return say("staff.pin_wrong") if asking.wrong else say("staff.pin_ask")

    # -- in its place --------------------------------------------------------------------------

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        asks = self._asking.there and not self._asking.seconds
        box = bottom_box(metrics)
        self._cancel.set_words(look.strings("staff.cancel"))
        self._cancel.set_px(self._cancel.fit_beside(box.width))
        self._cancel.place(box)
        boxes = pad_boxes(metrics)
        for key, place in zip(self._keys, boxes, strict=True):
            key.setVisible(asks)
            key.place(place)
        self._field.setVisible(asks)
        self._word_keys(boxes[0])
        self._arrange_text(text_box(metrics, boxes), asks=asks)

    def _word_keys(self, box: Rect) -> None:
        look = self.look
        digit_px = min(look.type.heading, round(box.height * 0.6))
        for key, name in zip(self._keys, _PAD, strict=True):
            key.set_words(name if name.isdigit() else look.strings(f"staff.{name}"))
            key.set_px(digit_px)
        words = [key for key in self._keys if not key.beside]
        style = Style.of(look.font(look.type.smallest, STRONG), 1.15)
        room = (box.width - look.metrics.mm(6), box.height // 2)
        px = largest_px(look.label_sizes, [key.words for key in words], room=room, make=style)
        for key in words:
            key.set_px(px)

    def _arrange_text(self, box: Rect, *, asks: bool) -> None:
        """Title, field and what the gate says, under one another; on tall glass just above the keys."""
        look, metrics = self.look, self.look.metrics
        heading = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True)
        title = look.strings(_TITLES[self._reason])
        self._title.show_text(title, heading, look.colour("ink"))
        body = Style.of(look.font(look.type.body, STRONG), 1.35)
        self._text.show_text(self._said(), body if asks else heading, look.colour("ink"))
        gap, high = metrics.mm(5), metrics.mm(FIELD_MM)
        title_high = self._height(self._title, box)
        text_high = self._height(self._text, box)
        whole = title_high + gap + text_high + (gap + high if asks else 0)
        y = box.y + (max(0, box.height - whole) if metrics.portrait else 0)
        y = self._title.place_at(box.x, y, box.width) + gap
        if asks:
            self._field.show_digits(look, self._asking.digits)
            wide = min(box.width, metrics.mm((MOST_DIGITS + 1) * 1.7 * DOT_MM))
            self._field.setGeometry(box.x, y, wide, high)
            y += high + gap
        self._text.place_at(box.x, y, box.width)

    @staticmethod
    def _height(label: TextLabel, box: Rect) -> int:
        return label.place_at(box.x, 0, box.width)

    def refresh(self) -> None:
        super().refresh()
        order_by_sight(self.findChildren(Control))

    def paint_ground(self, painter: QPainter) -> None:
        # The ground of every screen of staff: no page of a patient looks so.
        painter.fillRect(self.rect(), self.look.colour("shelf"))


def pad_boxes(metrics: Metrics) -> list[Rect]:
    """The twelve keys, row by row: at the right side, on tall glass above the way back."""
    gutter = metrics.gutter
    if metrics.portrait:
        bottom = bottom_box(metrics).y - gutter
        wide = (metrics.content.width - (_ACROSS - 1) * gutter) // _ACROSS
    else:
        bottom = metrics.height - metrics.margin
        wide = metrics.mm(KEY_MM)
    rows = len(_PAD) // _ACROSS
    room = (bottom - metrics.reach_top - (rows - 1) * gutter) // rows
    high = max(metrics.target, min(metrics.mm(KEY_MM), room))
    x = metrics.width - metrics.margin - _ACROSS * wide - (_ACROSS - 1) * gutter
    y = bottom - rows * high - (rows - 1) * gutter
    return [
        Rect(
            x + (number % _ACROSS) * (wide + gutter),
            y + (number // _ACROSS) * (high + gutter),
            wide,
            high,
        )
        for number in range(len(_PAD))
    ]


def text_box(metrics: Metrics, pad: list[Rect]) -> Rect:
    """Where title and message stand: beside the pad, on tall glass above it."""
    content = metrics.content
    if metrics.portrait:
        return Rect(content.x, content.y, content.width, pad[0].y - metrics.gutter - content.y)
    width = pad[0].x - 2 * metrics.gutter - content.x
    return Rect(content.x, pad[0].y, width, metrics.shelf.y - pad[0].y)
