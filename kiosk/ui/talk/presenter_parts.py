"""The parts of the speaker's view: small slides, the notes, answers to count hands for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.domain.text import plain
from kiosk.ui.talk.notes import SetNotes, flows, part_gap
from kiosk.ui.talk.slide_paint import NO_HANDS, Counted, paint_step
from kiosk.ui.talk.step import Step
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.control import Control, Skin, plate_skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import PictureLabel
from kiosk.ui.widgets.mark import paint_panel, paint_verdict_mark

_PAD_MM = 4.0
_MARK_MM = 10.0
_RIM_PX = 2


class SmallSlide(PictureLabel):
    """A step of a slide in small, painted as the wall paints it."""

    def __init__(self, parent: QWidget, identifier: str) -> None:
        super().__init__(parent, identifier)
        self._step: Step | None = None
        self._wall: Wall | None = None
        self._counted = NO_HANDS

    def show_step(self, step: Step, wall: Wall, counted: Counted, name: str) -> None:
        """Show a step under a name."""
        self._step, self._wall, self._counted = step, wall, counted
        self.show_picture(QPixmap(), name)
        self.update()

    def fitted(self, wall: Wall, box: Rect) -> Rect:
        """The largest box of the wall's shape inside another, at its leading upper corner."""
        metrics = wall.look.metrics
        size = QSize(metrics.width, metrics.height).scaled(
            QSize(box.width, box.height), Qt.AspectRatioMode.KeepAspectRatio
        )
        return Rect(box.x, box.y, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None or self._wall is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self.width() / self._wall.look.metrics.width
        painter.scale(scale, scale)
        paint_step(painter, self._step, self._wall, self._counted)
        painter.resetTransform()
        # A slide is as light as the ground it stands on here.
        look = self._wall.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(look.colour("line"), _RIM_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


def notes_room(look: Look, box: Rect) -> tuple[int, int]:
    """The room for letters in the box of notes, in px, when nothing is to be turned."""
    pad = look.metrics.mm(_PAD_MM)
    return box.width - 2 * pad, box.height - 2 * pad


def notes_foot(look: Look) -> int:
    """The height of the line that says which leaf shows, in px."""
    return round(look.metrics.smallest * 1.3)


def _paint_leaf(painter: QPainter, look: Look, found: SetNotes, leaf: int, width: int) -> None:
    pad = look.metrics.mm(_PAD_MM)
    y = float(pad)
    for flow in flows(found.leaves[leaf], look, found.px, width - 2 * pad):
        flow.paint(painter, pad, y, look.colour("ink"))
        y += flow.height + part_gap(look)


class NotesSheet(PictureLabel):
    """Notes that show whole: nothing to press."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "talk.notes")
        self._shown: tuple[SetNotes, Look] | None = None

    def show_notes(self, found: SetNotes, look: Look) -> None:
        """Show the one leaf of these notes."""
        self._shown = (found, look)
        self.show_picture(QPixmap(), found.leaves[0].words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        found, look = self._shown
        painter = QPainter(self)
        paint_panel(painter, look, Rect(0, 0, self.width(), self.height()), "plate", "plate")
        _paint_leaf(painter, look, found, 0, self.width())
        painter.end()


class NotesCard(Control):
    """Notes of more than one leaf: a button that turns them."""

    px = 0  # set in letters of two weights, see `flows`

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "talk.notes", look)
        self._set = SetNotes((), 0)
        self._leaf = 0

    def show_notes(self, found: SetNotes) -> None:
        """Show notes from their first leaf."""
        if found != self._set:
            self._set, self._leaf = found, 0
        self._name()

    def turn(self) -> None:
        """Show the next leaf, after the last the first."""
        self._leaf = (self._leaf + 1) % max(1, len(self._set.leaves))
        self._name()

    def _name(self) -> None:
        if self._set.leaves:
            self.set_words(f"{self._set.leaves[self._leaf].words}\n{self._place_words()}")

    def _place_words(self) -> str:
        number, count = self._leaf + 1, len(self._set.leaves)
        return self.look.strings("presenter.leaf", number=number, count=count)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        if not self._set.leaves:
            return
        look, pad = self.look, self.look.metrics.mm(_PAD_MM)
        _paint_leaf(painter, look, self._set, self._leaf, round(box.width()))
        font = look.font(look.metrics.smallest, STRONG)
        painter.setFont(font)
        painter.setPen(look.colour("ink_soft"))
        text = self._place_words()
        x = box.width() - pad - QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(x, box.height() - pad), text)


class HandsButton(Control):
    """An answer: each touch is one hand more. The speaker sees which one is right."""

    tallies = True

    def __init__(self, parent: QWidget, number: int, look: Look) -> None:
        super().__init__(parent, f"talk.option.{number}", look)
        self.px = look.metrics.smallest
        self._answer = ""
        self._count = 0
        self._right = False
        self.counting = False

    def show_answer(self, answer: str, count: int, *, right: bool, counting: bool) -> None:
        """Show an answer, its hands, and whether a number is being typed for it."""
        self._answer, self._count, self._right, self.counting = answer, count, right, counting
        say = self.look.strings
        hands = say("talk.hand") if count == 1 else say("talk.hands", count=count)
        tick = say("presenter.right") if right else ""
        self.set_words(answer)
        self.setAccessibleName(plain("\n".join(part for part in (answer, hands, tick) if part)))

    def skin(self) -> Skin:
        return plate_skin(self.look, strong=self.counting)

    def _room(self) -> int:
        mm = self.look.metrics.mm
        return self.width() - 2 * mm(_PAD_MM) - self._count_width()

    def _count_width(self) -> int:
        font = self.look.font(self.look.type.label, HEAVY)
        return round(QFontMetricsF(font).horizontalAdvance("000")) + self.look.metrics.mm(1)

    def fits(self, px: int) -> bool:
        """Whether the answer fits at a font size in px."""
        flow = Flow((paragraph(self._answer),), self._style(px), self._room())
        return flow.height <= self.height() - self.look.metrics.mm(4) and not flow.broken_word

    def _style(self, px: int) -> Style:
        return Style.of(self.look.font(px, STRONG), 1.15)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        mm = self.look.metrics.mm
        pad = mm(_PAD_MM)
        flow = Flow((paragraph(self._answer),), self._style(self.px), self._room())
        flow.paint(painter, pad, (box.height() - flow.height) / 2, ink)
        font = self.look.font(self.look.type.label, HEAVY)
        measure = QFontMetricsF(font)
        text = str(self._count)
        end = box.width() - pad
        middle = box.height() / 2
        if self._right:
            side = mm(_MARK_MM)
            top = round(middle - side - mm(0.5))
            mark = Rect(round(end - side), top, side, side)
            _paint_tick(painter, self.look, mark)
            middle += side / 2 + mm(0.5)
        painter.setFont(font)
        painter.setPen(ink)
        x = end - measure.horizontalAdvance(text)
        painter.drawText(QPointF(x, middle + measure.capHeight() / 2), text)


def _paint_tick(painter: QPainter, look: Look, box: Rect) -> None:
    """The right answer's disc, on the ground of a right answer."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("right_ground"))
    painter.drawEllipse(QRectF(box.x, box.y, box.width, box.height))
    inner = box.inset(round(box.width * 0.14))
    paint_verdict_mark(painter, look, inner, right=True)
