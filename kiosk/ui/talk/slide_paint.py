"""Paints a step of a slide, on the wall itself or small among others."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from kiosk.domain.pack import Picture
from kiosk.ui.talk.question_step import COUNT_EM
from kiosk.ui.talk.step import Bar, Step
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.mark import paint_verdict_mark

# The bar that grows with the hands: so many fill it, until more go up.
_LEAST_SCALE = 10


class Counted:
    """Hands for the answers of a slide, as its bars show them."""

    def __init__(self, hands: tuple[int, ...] = (), chosen: int | None = None) -> None:
        self.hands = hands
        self.chosen = chosen

    def of(self, answer: int) -> int:
        """Hands for an answer."""
        return self.hands[answer] if answer < len(self.hands) else 0

    @property
    def scale(self) -> int:
        """How many hands fill a bar: at least ten, then as many as there are."""
        return max(_LEAST_SCALE, *self.hands, 0)


NO_HANDS = Counted()


def paint_step(painter: QPainter, step: Step, wall: Wall, counted: Counted = NO_HANDS) -> None:
    """Paint a whole step in px of its wall; scale the painter for a small one."""
    look = wall.look
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, wall.width, look.metrics.height, look.colour("paper"))
    for area in step.areas:
        painter.fillRect(_rectf(area.box), look.colour(area.role, area.accent))
    if step.picture is not None:
        _paint_picture(painter, *step.picture, step.slide.accent, wall)
    if step.mark is not None:
        paint_verdict_mark(painter, look, step.mark, right=True)
    for words in step.words:
        words.flow.paint(painter, words.x, words.y, look.colour(words.role, words.accent))
    for bar in step.bars:
        paint_bar(painter, bar, step, wall, counted)


def paint_rule(painter: QPainter, wall: Wall, number: int, count: int, accent: str) -> None:
    """Paint how far the talk is, as a line along the bottom edge."""
    look = wall.look
    line = QRectF(0, wall.height, wall.width, wall.rule)
    painter.fillRect(line, look.colour("shelf"))
    done = line.width() * number / max(count, 1)
    painter.fillRect(QRectF(0, line.y(), done, line.height()), look.colour("heading", accent))


def paint_bar(painter: QPainter, bar: Bar, step: Step, wall: Wall, counted: Counted) -> None:
    """Paint an answer with the hands that went up for it."""
    look = wall.look
    right = step.revealed and step.slide.right == bar.answer
    box = _rectf(bar.box)
    wide = look.metrics.strong_line
    ground, edge, ink = (
        ("right_ground", "right_edge", "right_ink") if right else ("plate", "ink", "ink")
    )
    painter.setPen(QPen(look.colour(edge), wide))
    painter.setBrush(look.colour(ground))
    inner = box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.drawRoundedRect(inner, look.metrics.radius, look.metrics.radius)
    hands = counted.of(bar.answer)
    _paint_hands(painter, bar, wall, (hands, counted.scale), "right_shape" if right else "line")
    y = box.y() + (box.height() - bar.flow.height) / 2
    bar.flow.paint(painter, box.x() + wall.pad, y, look.colour(ink))
    end = QRectF(
        box.right() - wall.em(COUNT_EM), box.y(), wall.em(COUNT_EM) - wall.pad / 2, box.height()
    )
    if hands or counted.chosen == bar.answer:
        font = look.font(wall.px, HEAVY)
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        text = str(hands)
        x = end.right() - wall.pad / 2 - QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(x, end.center().y() + QFontMetricsF(font).capHeight() / 2), text)
    elif right:
        side = min(end.height() - wall.pad, end.width() - wall.pad / 2, wall.em(1.1))
        mark = Rect(
            round(end.right() - side - wall.pad / 2),
            round(end.center().y() - side / 2),
            round(side),
            round(side),
        )
        paint_verdict_mark(painter, look, mark, right=True)


def _paint_hands(
    painter: QPainter, bar: Bar, wall: Wall, hands: tuple[int, int], role: str
) -> None:
    """The line at the foot of a bar that grows with the hands."""
    raised, scale = hands
    if not raised:
        return
    inset = wall.look.metrics.strong_line * 2
    high = max(6, wall.em(0.13))
    whole = bar.box.width - 2 * inset - 2 * wall.look.metrics.radius
    x = bar.box.x + inset + wall.look.metrics.radius
    y = bar.box.bottom - inset - high
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wall.look.colour(role))
    painter.drawRoundedRect(QRectF(x, y, whole * raised / scale, high), high / 2, high / 2)


def _paint_picture(painter: QPainter, picture: Picture, box: Rect, accent: str, wall: Wall) -> None:
    scale = abs(painter.worldTransform().m11()) or 1.0
    size = QSize(max(1, round(box.width * scale)), max(1, round(box.height * scale)))
    pixmap = wall.look.kit.drawings.pixmap(picture.path, size, wall.look.theme.drawing(accent))
    if pixmap.isNull():
        return
    width, height = pixmap.width() / scale, pixmap.height() / scale
    x, y = box.x + (box.width - width) / 2, box.y + (box.height - height) / 2
    painter.drawPixmap(QRectF(x, y, width, height), pixmap, QRectF(pixmap.rect()))


def _rectf(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
