"""The overview of a talk: every slide small, with its number; a touch or its number opens it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.talk.show import Place as TalkPlace
from kiosk.domain.text import plain
from kiosk.ui.screen import Screen
from kiosk.ui.talk.slide_paint import paint_step
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.strip import StripButton, in_order, strip_px
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect
from kiosk.ui.widgets.control import Control, Skin, plate_skin
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import Place

CLOSE = Place("talk.close", "talk.close", "mdi6.arrow-left", 3)
EARLIER = Place("talk.pages-back", "talk.pages_back", "mdi6.chevron-left", 5)
LATER = Place("talk.pages-next", "talk.pages_next", "mdi6.chevron-right", 6)
HELP = Place("talk.help", "talk.help", "mdi6.help-circle-outline", 2)
END = Place("talk.end", "talk.end", "mdi6.stop-circle-outline", 1)
PLACES = (END, HELP, CLOSE, EARLIER, LATER)

_ROWS, _COLUMNS = 3, 4
_ROWS_PORTRAIT, _COLUMNS_PORTRAIT = 2, 4
_NUMBER_MM = 19.0
_PAD_MM = 3.2


def columns(metrics: Metrics) -> int:
    """How many slides stand beside one another."""
    return _COLUMNS_PORTRAIT if metrics.portrait else _COLUMNS


def per_page(metrics: Metrics) -> int:
    """How many slides one page of the overview shows."""
    rows = _ROWS_PORTRAIT if metrics.portrait else _ROWS
    return rows * columns(metrics)


class SlideTile(Control):
    """A slide in small, with its number beside it."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "talk.go", look)
        self.slide = 0
        self.chosen = False
        self._state: TalkState | None = None

    def show_slide(self, state: TalkState, slide: int, *, chosen: bool) -> None:
        """Show a slide (from 0); `chosen` where Enter would go to."""
        self._state, self.slide, self.chosen = state, slide, chosen
        self.setAccessibleIdentifier(f"talk.go.{slide + 1}")
        self.set_accent(state.slides[slide].accent)
        self.set_words(str(slide + 1))
        self.px = self.look.type.label
        self.setAccessibleName(plain(f"{slide + 1} {state.slides[slide].heading}"))

    def skin(self) -> Skin:
        skin = plate_skin(self.look, strong=self.chosen)
        return skin._replace(ground=self.look.colour("pressed")) if self.chosen else skin

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        state, metrics = self._state, self.look.metrics
        if state is None:
            return
        number = metrics.mm(_NUMBER_MM)
        # On the smallest glass the edge itself takes most of it.
        pad = max(metrics.mm(_PAD_MM), plate_skin(self.look, strong=True).edge_px + 3)
        if metrics.portrait:
            spot = QRectF(0, pad / 2, box.width(), number)
            room = QRectF(pad, number, box.width() - 2 * pad, box.height() - number - pad)
        else:
            spot = QRectF(pad / 2, 0, number - pad / 2, box.height())
            room = QRectF(number, pad, box.width() - number - pad, box.height() - 2 * pad)
        painter.setPen(ink)
        self._paint_number(painter, spot.adjusted(pad / 4, 0, -pad / 4, 0))
        wall = state.wall
        whole = wall.look.metrics
        scale = min(room.width() / whole.width, room.height() / whole.height)
        painter.save()
        painter.translate(
            room.x() + (room.width() - whole.width * scale) / 2,
            room.y() + (room.height() - whole.height * scale) / 2,
        )
        painter.scale(scale, scale)
        painter.setClipRect(0, 0, whole.width, whole.height)
        paint_step(painter, state.step(TalkPlace(self.slide)), wall)
        painter.restore()

    def _paint_number(self, painter: QPainter, spot: QRectF) -> None:
        """In the middle of a spot; smaller where it has too many digits for it."""
        font = self.look.font(self.px, HEAVY)
        advance = QFontMetricsF(font).horizontalAdvance(self.words)
        if advance > spot.width():
            font = self.look.font(int(self.px * spot.width() / advance), HEAVY)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        x = spot.center().x() - measure.horizontalAdvance(self.words) / 2
        y = spot.center().y() + measure.capHeight() / 2
        painter.drawText(QPointF(x, y), self.words)


class OverviewScreen(Screen):
    """Shows a page of slides. `slide_chosen(number)`: that one (from 0) was touched."""

    slide_chosen = Signal(int)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.talk", look, ())
        self._state: TalkState | None = None
        self._words = TextLabel(self, "talk.which")
        self._tiles: list[SlideTile] = []
        self._buttons = [StripButton(self, place.identifier, look, place.icon) for place in PLACES]
        for button in self._buttons:
            button.clicked.connect(self._on_pressed)

    def show_state(self, state: TalkState, look: Look) -> None:
        """Show the page on which the chosen slide stands."""
        self._state, self.look = state, look
        self.refresh()

    def told(self) -> str:
        """Which slides these are, and where Enter would go to."""
        shown = [tile for tile in self._tiles if tile.chosen and tile.isVisibleTo(self)]
        chosen = [tile.accessibleName() for tile in shown]
        return "\n".join([self._words.text(), *chosen])

    def arrange(self) -> None:
        if self._state is None:
            return
        show, metrics = self._state.show, self.look.metrics
        per = per_page(metrics)
        page, pages = show.cursor // per, -(-len(self._state.slides) // per)
        slides = range(page * per, min((page + 1) * per, len(self._state.slides)))
        top = self._arrange_words(page, pages)
        boxes = _grid(metrics, top)
        while len(self._tiles) < len(slides):
            tile = SlideTile(self, self.look)
            tile.clicked.connect(self._on_tile)
            self._tiles.append(tile)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(slides))
        for tile, slide, box in zip(self._tiles, slides, boxes, strict=False):
            tile.show_slide(self._state, slide, chosen=slide == show.cursor)
            tile.place(box)
        self._arrange_shelf(page, pages)

    def _arrange_words(self, page: int, pages: int) -> int:
        """Place the line above the slides; returns the y under it."""
        assert self._state is not None, "given before it is arranged"
        say, show, metrics = self.look.strings, self._state.show, self.look.metrics
        text = say("talk.which")
        if show.typed:
            text = say("talk.go", number=show.typed)
        elif pages > 1:
            text = say("talk.which_page", number=page + 1, count=pages)
        style = Style.of(self.look.font(self.look.type.smallest, STRONG), 1.2)
        self._words.show_text(text, style, self.look.colour("ink"))
        y = metrics.margin // 2
        return self._words.place_at(metrics.margin, y, metrics.content.width)

    def _arrange_shelf(self, page: int, pages: int) -> None:
        look = self.look
        px = strip_px(look, [look.strings(place.key) for place in PLACES])
        for place, button in zip(PLACES, self._buttons, strict=True):
            button.set_px(px)
            button.set_words(look.strings(place.key))
            button.place(look.metrics.place(place.first, place.places))
        in_order(self._buttons)
        self._buttons[3].setVisible(page > 0)
        self._buttons[4].setVisible(page + 1 < pages)

    def paint_ground(self, painter: QPainter) -> None:
        shelf = self.look.metrics.shelf
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, self.look.colour("shelf"))

    def _on_tile(self) -> None:
        sender = self.sender()
        if isinstance(sender, SlideTile):
            self.slide_chosen.emit(sender.slide)


def _grid(metrics: Metrics, top: int) -> list[Rect]:
    rows = _ROWS_PORTRAIT if metrics.portrait else _ROWS
    across = columns(metrics)
    gap, x = metrics.gutter, metrics.margin
    y = max(top + metrics.mm(2), metrics.reach_top, metrics.margin)
    width = (metrics.content.width - (across - 1) * gap) // across
    height = (metrics.shelf.y - metrics.mm(4) - y - (rows - 1) * gap) // rows
    return [
        Rect(x + column * (width + gap), y + row * (height + gap), width, height)
        for row in range(rows)
        for column in range(across)
    ]
