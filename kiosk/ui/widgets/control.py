"""What every control shares: its ground, edge, pressed state, focus ring and name."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.domain.text import plain
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect


class Skin(NamedTuple):
    """The colours of a control; `edge_px` is the width of its edge in px."""

    ground: QColor
    edge: QColor
    ink: QColor
    pressed: QColor
    pressed_ink: QColor
    edge_px: int


def plate_skin(look: Look, *, strong: bool = False) -> Skin:
    """The usual control: a plate with a line around it."""
    metrics = look.metrics
    return Skin(
        look.colour("plate"),
        look.colour("ink" if strong else "line"),
        look.colour("ink"),
        look.colour("pressed"),
        look.colour("ink"),
        metrics.strong_line if strong else metrics.line,
    )


def primary_skin(look: Look, accent: str) -> Skin:
    """The one control that goes on: filled with the accent of the topic."""
    ground = look.colour("primary", accent)
    return Skin(
        ground,
        ground,
        look.colour("on_primary"),
        look.colour("pressed"),
        look.colour("ink"),
        look.metrics.line,
    )


def card_skin(look: Look, accent: str) -> Skin:
    """A topic's card: a large flat area of its colour."""
    return Skin(
        look.colour("card", accent),
        look.colour("card_edge", accent),
        look.colour("on_card"),
        look.colour("card_pressed"),
        look.colour("on_card"),
        look.metrics.strong_line,
    )


# What a visitor or staff cannot get back with one press: their place, a round, a talk, the kiosk.
_LOSES = frozenset(
    {
        "nav.done",
        "quiz.stop",
        "farewell.wipe",
        "staff.ok",
        "staff.restart",
        "staff.exit",
        "talk.end",
    }
)


class Control(QPushButton):
    """A real button, painted flat; subclasses paint what stands on it.

    It shows itself pressed while it is down, and a ring of at least 1 mm while it has the
    keyboard's focus (access.md M10, X2). Its accessible name is the words it shows.
    `tallies`: each tap on it is one more, however soon after the one before.
    """

    tallies = False

    def __init__(self, parent: QWidget, identifier: str, look: Look) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier(identifier)
        self.look = look
        self.loses = identifier in _LOSES
        self.accent = ""
        self.words = ""
        self.px = look.metrics.smallest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A mouse that comes and goes changes nothing: without this, each time it is painted anew.
        self.ensurePolished()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)

    def set_look(self, look: Look) -> None:
        """Take on a new look."""
        self.look = look
        self.update()

    def set_words(self, words: str) -> None:
        """The words on the control, which are its accessible name too."""
        self.words = words
        name = plain(words)
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        self.update()

    def set_px(self, px: int) -> None:
        """The font size of the words, in px."""
        if px != self.px:
            self.px = px
            self.update()

    def set_accent(self, accent: str) -> None:
        """The accent of the topic that the control belongs to."""
        if accent != self.accent:
            self.accent = accent
            self.update()

    def place(self, box: Rect) -> None:
        """Put the control in a rectangle."""
        self.setGeometry(box.x, box.y, box.width, box.height)

    def skin(self) -> Skin:
        """The colours now."""
        return plate_skin(self.look)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Paint what stands on the control inside `box`."""

    def sizeHint(self) -> QSize:
        return self.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        skin = self.skin()
        down = self.isDown()
        box = QRectF(self.rect())
        half = skin.edge_px / 2
        painter.setPen(QPen(skin.edge, skin.edge_px))
        painter.setBrush(skin.pressed if down else skin.ground)
        radius = self.look.metrics.radius - half
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        self.paint_content(painter, box, skin.pressed_ink if down else skin.ink)
        self.paint_focus(painter, box)
        painter.end()

    def paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ring of the keyboard's focus, while keys are used."""
        if not (self.hasFocus() and self.look.kit.keyboard.in_use):
            return
        # Two rings: dark inside light, so that on every ground and over every edge, which may be
        # as dark or as light as a ring, at least one of them changes by 3:1 (access.md X2).
        metrics = self.look.metrics
        wide = max(metrics.strong_line, metrics.mm(1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, inset in (("focus_gap", wide / 2), ("focus", wide * 1.5)):
            painter.setPen(QPen(self.look.colour(role), wide))
            radius = max(1.0, metrics.radius - inset)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
