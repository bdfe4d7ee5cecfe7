"""The one screen before a talk: screens, clicker, topics, time, and Start."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.grid import grid
from kiosk.ui.screen import Screen
from kiosk.ui.sight_order import order_by_sight
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.check_card import CheckCard, fit_cards
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.info_head import HeadSize, InfoHead, Line
from kiosk.ui.widgets.shelf import Place
from kiosk.ui.widgets.staff_button import StaffButton, fit_words

LEAVE = Place("talk.leave", "prepare.leave", "mdi6.arrow-left", 1)
TALKS = Place("talk.talks", "prepare.talks", "mdi6.format-list-bulleted", 2)
SAVE = Place("talk.save", "prepare.save", "mdi6.content-save-outline", 3)
EARLIER = Place("talk.earlier", "prepare.earlier", "mdi6.arrow-up-bold-outline", 4)
LATER = Place("talk.later", "prepare.later", "mdi6.arrow-down-bold-outline", 5)
REMOVE = Place("talk.remove", "prepare.remove", "mdi6.trash-can-outline", 4, 2)
RESTORE = Place("talk.restore", "prepare.restore", "mdi6.undo", 4, 2)
START = Place("talk.start", "prepare.start", "mdi6.play", 6, primary=True)
PLACES = (LEAVE, TALKS, SAVE, EARLIER, LATER, REMOVE, RESTORE, START)

# From the lowest card to the shelf; on low glass the gap between controls must do.
ABOVE_SHELF_MM = 6.0
# From the head to the first card.
BELOW_HEAD_MM, LEAST_BELOW_HEAD_MM = 6.0, 2.0
# Cards lower than this make the head give way.
GOOD_CARD_MM = 36.0
# More rows than this are no easier to read.
MOST_ROWS = 4
MOST_ROWS_PORTRAIT = 6


class Card(NamedTuple):
    """A topic as it stands in the talk."""

    topic: str
    title: str
    below: str
    accent: str
    chosen: bool = True
    marked: bool = False


class View(NamedTuple):
    """Everything that the screen shows. Cards are of topics; choices are plain buttons."""

    title: str
    lines: tuple[Line, ...] = ()
    cards: tuple[Card, ...] = ()
    questions: Card | None = None
    choices: tuple[str, ...] = ()
    buttons: frozenset[str] = frozenset()


class ChoiceButton(StaffButton):
    """A button with words only, over several lines where they are long."""

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        flow, pad = self.set_words_in(box)
        flow.paint(painter, pad, (box.height() - flow.height) / 2, ink)


class PreflightScreen(Screen):
    """Emits `requested(identifier)` for everything but cards and choices.

    `topic_pressed(id)`: the card of a topic. `choice_pressed(n)`: a button, from 0.
    """

    topic_pressed = Signal(str)
    choice_pressed = Signal(int)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.talk", look, PLACES)
        self.accent = "petrol"
        self._view = View("")
        self._page = 0
        self._pages = 1
        self._each = 1
        self._head = InfoHead(self, "talk.title", 3)
        self._cards: list[CheckCard] = []
        self._choices: list[ChoiceButton] = []
        self._questions = CheckCard(self, "talk.questions", look)
        self._questions.clicked.connect(self._on_pressed)
        self._more = StaffButton(self, "talk.more", look, "mdi6.chevron-right")
        self._more.clicked.connect(self._on_more)
        self.build_shelf()

    def show_view(self, view: View) -> None:
        """Show this; cards that show already are kept, so that the focus stays on them."""
        before, self._view = self._view, view
        if [card.topic for card in view.cards] != [card.topic for card in before.cards]:
            self._make_cards()
        if len(view.choices) != len(before.choices):
            self._make_choices()
        self.refresh()

    def turn_to(self, topic: str) -> None:
        """Show the page with a topic's card."""
        topics = [card.topic for card in self._view.cards]
        if self._pages > 1 and topic in topics:
            self._page = topics.index(topic) // self._each
            self.refresh()

    def turn_back(self) -> None:
        """Show the first page."""
        self._page = 0

    # -- what stands there -----------------------------------------------------------------------

    def _make_cards(self) -> None:
        kept = {card.accessibleIdentifier(): card for card in self._cards}
        self._cards = []
        for card in self._view.cards:
            name = f"talk.topic.{card.topic}"
            control = kept.pop(name, None)
            if control is None:
                control = CheckCard(self, name, self.look)
                control.clicked.connect(self._on_card)
            self._cards.append(control)
        for control in kept.values():
            control.hide()
            control.deleteLater()

    def _make_choices(self) -> None:
        for button in self._choices:
            button.hide()
            button.deleteLater()
        self._choices = []
        for number in range(len(self._view.choices)):
            button = ChoiceButton(self, f"talk.choice.{number + 1}", self.look)
            button.clicked.connect(self._on_choice)
            self._choices.append(button)

    def arrange(self) -> None:
        for card, control in zip(self._view.cards, self._cards, strict=True):
            _show_card(control, card)
        if self._view.questions is not None:
            _show_card(self._questions, self._view.questions)
        for words, button in zip(self._view.choices, self._choices, strict=True):
            button.set_words(words)
        self._more.set_words(self.look.strings("prepare.more"))
        for place in PLACES:
            self.show_place(place.identifier, shown=place.identifier in self._view.buttons)
        self._arrange_grid(self._arrange_head())

    def _arrange_head(self) -> Rect:
        """Place title and lines as large as good cards allow; returns the room for the cards."""
        metrics, kind = self.look.metrics, self.look.type
        heads = (
            HeadSize(kind.heading, kind.label),
            HeadSize(kind.label, kind.label),
            HeadSize(kind.label, kind.smallest),
            HeadSize(kind.smallest, kind.smallest, tight=True),
            HeadSize(0, kind.smallest, tight=True),
        )
        wanted = min(-(-self._count // self._across), self._most_rows)
        area = Rect(0, 0, 0, 0)
        self._head.show_words(self._view.title, self._view.lines)
        for head in heads:
            below = metrics.mm(LEAST_BELOW_HEAD_MM if head.tight else BELOW_HEAD_MM)
            bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
            if head.tight:
                bottom = min(metrics.place(1).y, metrics.place(4).y) - metrics.gutter
            y = max(self._head.place(self.look, head, below) + below, metrics.reach_top)
            area = Rect(metrics.margin, y, metrics.content.width, bottom - y)
            good = metrics.target if head.tight else metrics.mm(GOOD_CARD_MM)
            if area.height >= wanted * good + (wanted - 1) * metrics.gutter:
                break
        return area

    # -- the cards -------------------------------------------------------------------------------

    @property
    def _across(self) -> int:
        portrait = self.look.metrics.portrait
        if self._view.choices:
            return 2 if portrait else 3
        return 2 if portrait else 4

    @property
    def _count(self) -> int:
        """Everything that wants a place in the grid, without "more"."""
        return len(self._items()) + (self._view.questions is not None)

    def _items(self) -> list[CheckCard] | list[ChoiceButton]:
        return self._choices or self._cards

    @property
    def _most_rows(self) -> int:
        return MOST_ROWS_PORTRAIT if self.look.metrics.portrait else MOST_ROWS

    def _rows(self, area: Rect) -> int:
        metrics = self.look.metrics
        room = (area.height + metrics.gutter) // (metrics.target + metrics.gutter)
        wanted = -(-self._count // self._across)
        return max(1, min(wanted, self._most_rows, room))

    def _arrange_grid(self, area: Rect) -> None:
        rows = self._rows(area)
        slots = rows * self._across
        kept = int(self._view.questions is not None)
        items = self._items()
        paged = len(items) + kept > slots
        self._each = slots - kept - 1 if paged else slots - kept
        self._pages = max(1, -(-len(items) // self._each))
        self._page = min(self._page, self._pages - 1)
        boxes = grid(self.look.metrics, area, slots, self._across)
        first = self._page * self._each
        shown = items[first : first + self._each]
        for item in (*self._cards, *self._choices):
            item.setVisible(item in shown)
            item.resize(boxes[0].width, boxes[0].height)
        for item, box in zip(shown, boxes, strict=False):
            item.place(box)
        self._questions.setVisible(bool(kept))
        self._more.setVisible(paged)
        if kept:
            at = slots - 2 if paged else len(items)
            self._questions.place(boxes[at])
        if paged:
            self._more.place(boxes[-1])
        size = (boxes[0].width, boxes[0].height)
        fit_cards([*self._cards, self._questions] if kept else [*self._cards])
        buttons = [*self._choices, *([self._more] if paged else [])]
        fit_words([*buttons], *size)

    # -- what was pressed ------------------------------------------------------------------------

    def _on_card(self) -> None:
        self.topic_pressed.emit(self.pressed_identifier().removeprefix("talk.topic."))

    def _on_choice(self) -> None:
        self.choice_pressed.emit(int(self.pressed_identifier().removeprefix("talk.choice.")) - 1)

    def _on_more(self) -> None:
        self._page = (self._page + 1) % self._pages
        self.refresh()
        self.requested.emit("talk.more")

    def _order(self) -> None:
        order_by_sight(self.findChildren(Control))

    def paint_ground(self, painter: QPainter) -> None:
        # The ground of every screen for staff.
        painter.fillRect(self.rect(), self.look.colour("shelf"))
        self._head.paint_icons(painter, self.look)


def _show_card(control: CheckCard, card: Card) -> None:
    control.show_texts(card.title, card.below)
    control.set_accent(card.accent)
    control.setChecked(card.chosen)
    control.marked = card.marked
    control.update()
