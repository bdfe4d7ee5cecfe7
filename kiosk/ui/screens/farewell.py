"""Farewell: what was read is hidden at once; wipe it, read on, or take the way back along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.returning import PICKS
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import WordButton
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

if TYPE_CHECKING:
    from kiosk.ui.widgets.code_row import CodeRow
    from kiosk.ui.widgets.question_slip import QuestionSlip

ACCENT = "petrol"
GAP_MM, CLOSE_MM, CLOSEST_MM = 6.0, 3.0, 1.5
# The line height of the words, and where there is no room for it.
LINE, TIGHT_LINE = 1.4, 1.25
# How long it waits for its visitor to come back, in ms (LOOK.md, Screens); and where questions
# stand on it, which want a telephone to be found and held before them (access.md K1).
SHORT_MS, LONG_MS = 20_000, 120_000
# In landscape, of twelve columns: where pictures begin that stand alone.
PICTURES_AT = 6

# Puts something at (x, y) in a width, at a scale, above a limit; tells the y below it.
Lay = Callable[[int, int, int, "Scale", int], int]


class Goodbye(NamedTuple):
    """What a visitor takes along: pictures of a code, the questions kept, and these as one text."""

    pictures: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    slip: str = ""

    @property
    def waits_ms(self) -> int:
        """How long it shows without being touched."""
        return LONG_MS if self.slip else SHORT_MS


class Scale(NamedTuple):
    """Sizes of the title, the text and what is taken along in px, and of a picture in mm.

    `questions_at`: the column, of twelve, at which the questions begin in landscape.
    """

    title: int
    text: int
    along: int
    picture: float
    questions_at: int = 6

    @property
    def tight(self) -> bool:
        """Whether there is no room left for a larger title."""
        return self.text == self.title


class Column(NamedTuple):
    """What stands under one another, from the left edge `x`, in a width in px."""

    x: int
    width: int
    parts: tuple[Lay, ...]


class FarewellScreen(Screen):
    """Emits `wipe_requested()` and `resume_requested()`."""

    wipe_requested = Signal()
    resume_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.farewell", look, ())
        self._title = TextLabel(self, "farewell.title")
        self._hidden = TextLabel(self, "farewell.hidden")
        self._hands = TextLabel(self, "farewell.hands")
        self._code: CodeRow | None = None
        self._slip: QuestionSlip | None = None
        self._wipe = WordButton(self, "farewell.wipe", look, "mdi6.eraser")
        self._resume = WordButton(self, "farewell.resume", look, "mdi6.arrow-right")
        self._wipe.clicked.connect(self.wipe_requested)
        self._resume.clicked.connect(self.resume_requested)
        self._wipe.beside = self._resume.beside = True
        self._resume.primary = True
        self._resume.set_accent(ACCENT)
        self.goodbye = Goodbye()

    def show_goodbye(self, goodbye: Goodbye) -> None:
        """Show what the visitor takes along; the screen says goodbye once."""
        self.goodbye = goodbye
        if goodbye.pictures and self._code is None:
            # Loaded by who leaves, not by a start.
            from kiosk.ui.widgets.code_row import CodeRow

            self._code = CodeRow(self, PICKS)
        if goodbye.slip and self._slip is None:
            from kiosk.ui.widgets.question_slip import QuestionSlip

            self._slip = QuestionSlip(self, self.look)
        if self._slip is not None:
            self._slip.show_questions(goodbye.slip, goodbye.questions)
        self._wipe.raise_()
        self._resume.raise_()
        self.refresh()

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        self._arrange_buttons()
        content, gap = metrics.content, metrics.mm(GAP_MM)
        top, limit = content.y, metrics.shelf.y - gap
        found: tuple[Scale, list[Column], list[int]] | None = None
        for scale in scales(look):
            columns = self._columns(scale)
            bottoms = [self._lay(column, top, scale, limit) for column in columns]
            whole = self._slip is None or self._slip.whole
            if max(bottoms) > limit or not (whole or scale.along == look.type.smallest):
                continue
            told = self._slip is None or self._slip.told
            # How to take the code along gives way last of all.
            found = (scale, columns, bottoms) if told or found is None else found
            if told:
                break
        if found is None:
            return
        scale, columns, bottoms = found
        for column, bottom in zip(columns, bottoms, strict=True):
            free = limit - bottom
            down = free if metrics.lowered else free // 2
            self._lay(column, top + down, scale, bottom + down)

    def _columns(self, scale: Scale) -> list[Column]:
        """One column; on wide glass a second one for what is taken along."""
        metrics = self.look.metrics
        content, pad = metrics.content, metrics.mm(4)
        code = () if self._code is None else (self._lay_code,)
        slip = () if self._slip is None else (self._lay_slip,)
        whole = Column(content.x + pad, content.width - 2 * pad, (self._lay_words, *code, *slip))
        if metrics.portrait or not (code or slip):
            return [whole]
        second = metrics.column_x(scale.questions_at if slip else PICTURES_AT)
        first = Column(whole.x, second - metrics.gutter - whole.x, whole.parts[:-1])
        return [first, Column(second, content.right - second, whole.parts[-1:])]

    def _lay(self, column: Column, y: int, scale: Scale, limit: int) -> int:
        gap = self._gap(scale, CLOSE_MM)
        for part in column.parts:
            y = part(column.x, y, column.width, scale, limit) + gap
        return y - gap

    def _lay_words(self, x: int, y: int, width: int, scale: Scale, _limit: int) -> int:
        look, ink = self.look, self.look.colour("on_panel")
        gap = self._gap(scale, CLOSEST_MM)
        line = TIGHT_LINE if scale.tight else LINE
        styles = (
            (self._title, "farewell.title", Style.of(look.font(scale.title, HEAVY), 1.15)),
            (self._hidden, "farewell.hidden", Style.of(look.font(scale.text, REGULAR), line)),
            (self._hands, "farewell.hands", Style.of(look.font(scale.text, STRONG), line)),
        )
        for label, key, style in styles:
            label.show_text(look.strings(key), style, ink)
            y = label.place_at(x, y, width) + gap
        return y - gap

    def _gap(self, scale: Scale, close: float) -> int:
        """Apart while there is room for it, close where there is not."""
        return self.look.metrics.mm(close if scale.tight else GAP_MM)

    def _lay_code(self, x: int, y: int, width: int, scale: Scale, _limit: int) -> int:
        assert self._code is not None, "laid where there is one"
        side = self.look.metrics.mm(scale.picture)
        return self._code.place(self.look, self.goodbye.pictures, (x, y, width), scale.along, side)

    def _lay_slip(self, x: int, y: int, width: int, scale: Scale, limit: int) -> int:
        assert self._slip is not None, "laid where there is one"
        return self._slip.place(self.look, (x, y, width), scale.along, limit)

    def _arrange_buttons(self) -> None:
        look, metrics = self.look, self.look.metrics
        place = metrics.place(1)
        if metrics.portrait:
            width = metrics.content.width
            upper = metrics.place(4).y
            boxes = (
                Rect(metrics.margin, place.y, width, place.height),
                Rect(metrics.margin, upper, width, place.height),
            )
        else:
            width = metrics.span(4)
            boxes = (
                Rect(metrics.margin, place.y, width, place.height),
                Rect(metrics.column_x(8), place.y, width, place.height),
            )
        if metrics.mirrored:
            boxes = (metrics.flipped(boxes[0]), metrics.flipped(boxes[1]))
        self._wipe.set_words(look.strings("farewell.wipe"))
        self._resume.set_words(look.strings("farewell.resume"))
        px = min(button.fit_beside(width) for button in (self._wipe, self._resume))
        for button, box in zip((self._wipe, self._resume), boxes, strict=True):
            button.set_px(px)
            button.place(box)

    def paint_ground(self, painter: QPainter) -> None:
        metrics = self.look.metrics
        shelf = metrics.shelf
        painter.fillRect(0, 0, metrics.width, shelf.y, self.look.colour("panel", ACCENT))
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))


def scales(look: Look) -> tuple[Scale, ...]:
    """How large everything may be, largest first: the title gives way first, then the rest."""
    kind = look.type
    middle = round((kind.body + kind.smallest) / 2)
    return (
        Scale(kind.poster, kind.body, kind.body, 38.0),
        Scale(kind.heading, kind.body, kind.body, 34.0),
        Scale(kind.heading, kind.body, middle, 32.0),
        Scale(kind.heading, middle, kind.smallest, 30.0),
        Scale(kind.label, middle, kind.smallest, 28.0),
        Scale(kind.label, kind.smallest, kind.smallest, 26.0, 7),
        Scale(kind.smallest, kind.smallest, kind.smallest, 22.0, 7),
        Scale(kind.smallest, kind.smallest, kind.smallest, 20.0, 8),
        Scale(kind.smallest, kind.smallest, kind.smallest, 14.0, 8),
        Scale(kind.smallest, kind.smallest, kind.smallest, 20.0, 6),
        Scale(kind.smallest, kind.smallest, kind.smallest, 14.0, 6),
    )
