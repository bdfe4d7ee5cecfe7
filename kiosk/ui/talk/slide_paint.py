"""Paints a step of a slide, on the wall itself or small among others."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from kiosk.domain.pack import Picture
from kiosk.ui.talk.step import Bar, Step
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.mark import paint_verdict_mark

# So many hands fill a bar, until more go up.
_LEAST_SCALE = 20
_FOOT_EM = 0.06
# Ground, edge and ink of an answer, and of the right one once it is revealed.
_BAR = ("plate", "ink", "ink")
_RIGHT_BAR = ("right_ground", "right_edge", "right_ink")


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
        """How many hands fill a bar: 20, doubled until all there are have room."""
        scale = _LEAST_SCALE
        while scale < max(self.hands, default=0):
            scale *= 2
        return scale


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


def paint_rule(painter: QPainter, wall: Wall, number: int, count: int) -> None:
    """Paint how far the talk is, as a line along the bottom edge."""
    look = wall.look
    line = QRectF(0, wall.height, wall.width, wall.rule)
    painter.fillRect(line, look.colour("shelf"))
    done = line.width() * number / max(count, 1)
    painter.fillRect(QRectF(0, line.y(), done, line.height()), look.colour("ink"))


def paint_bar(
    painter: QPainter, bar: Bar, step: Step, wall: Wall, counted: Counted, *, down: bool = False
) -> None:
    """Paint an answer with the hands that went up for it; `down` while it is pressed."""
    look = wall.look
    right = step.revealed and step.slide.right == bar.answer
    ground, edge, ink = _RIGHT_BAR if right else _BAR
    box = _rectf(bar.box)
    marked = down or counted.chosen == bar.answer
    wide = look.metrics.strong_line * (2 if marked else 1)
    radius = look.metrics.radius
    inner = box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    outline = QPainterPath()
    outline.addRoundedRect(inner, radius, radius)
    painter.fillPath(outline, look.colour(ground))
    part = counted.of(bar.answer) / counted.scale
    filled = QRectF(inner.x(), inner.y(), inner.width() * part, inner.height())
    if right:
        # The colour of the answer stays whole: its hands are a line at its foot.
        filled.setTop(inner.bottom() - wide - wall.em(_FOOT_EM))
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(filled, look.colour("right_shape" if right else "pressed"))
    painter.restore()
    painter.strokePath(outline, QPen(look.colour(edge), wide))
    y = box.y() + (box.height() - bar.flow.height) / 2
    bar.flow.paint(painter, box.x() + wall.pad, y, look.colour(ink))
    _paint_end(painter, bar, step, wall, counted)


def _paint_end(painter: QPainter, bar: Bar, step: Step, wall: Wall, counted: Counted) -> None:
    """At the end of a bar: its hands, and the tick where nothing else on the slide shows it."""
    box = _rectf(bar.box)
    right = step.revealed and step.slide.right == bar.answer
    hands = counted.of(bar.answer)
    ink = wall.look.colour(_RIGHT_BAR[2] if right else _BAR[2])
    end = box.right() - wall.pad
    middle = box.center().y()
    if right and step.mark is None:
        side = wall.em(0.95)
        top = middle - (side if hands else side / 2)
        middle += wall.em(0.5)
        mark = Rect(round(end - side), round(top), side, side)
        paint_verdict_mark(painter, wall.look, mark, right=True)
    if not hands and counted.chosen != bar.answer:
        return
    font = wall.look.font(wall.px, HEAVY)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    text = str(hands)
    x = end - metrics.horizontalAdvance(text)
    painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), text)


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
