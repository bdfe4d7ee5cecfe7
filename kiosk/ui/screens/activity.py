"""The activities: wishes to choose from, and the answer to one, set like a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.activities import ACTIVITY, Activities
from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect
from kiosk.ui.theme.rows import Rows, card_rows
from kiosk.ui.widgets.cards import TopicCard, card_pad, place_drawings, title_style
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.sentences import Said, said_by
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, SIZE

ABOVE_SHELF_MM = 6.0
UNDER_HEAD_MM = 5.0
# The head gives way while cards are lower than this; higher ones are no better.
GOOD_CARD_MM = 60.0
CARD_MM = 130.0
# In a row of landscape, and in portrait.
MOST_ACROSS, ACROSS_PORTRAIT = 4, 2
# A title breaks into two lines (LOOK.md, Screens).
MOST_LINES = 2


class ActivityScreen(Screen):
    """The wishes, a card each. Emits `wish_chosen(id)`."""

    wish_chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.activity", look, (DONE, HOME, BACK, SIZE, LISTEN))
        self.spoken_topic = ACTIVITY
        self._title = TextLabel(self, "activity.title")
        self._ask = TextLabel(self, "activity.ask")
        self._cards: list[TopicCard] = []
        self._activities: Activities | None = None
        self.build_shelf()

    def show_wishes(self, activities: Activities, accent: str) -> None:
        """Show a card for each wish, in the accent of the topic that they belong to."""
        if activities != self._activities:
            self._make(activities, accent)
        self._activities = activities
        self.accent = accent
        self.refresh()

    def said(self) -> list[Said]:
        """What shows, with the cards."""
        cards = [one for card in self._cards for one in said_by(card, self.spoken_topic)]
        return super().said() + cards

    def _make(self, activities: Activities, accent: str) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for wish in activities.wishes:
            card = TopicCard(self, f"activity.wish.{wish.id}", self.look)
            card.show_topic(wish.label, accent, wish.picture, "")
            card.clicked.connect(self._on_card)
            card.show()
            self._cards.append(card)

    def arrange(self) -> None:
        if self._activities is None:
            return
        look = self.look
        boxes = self._arrange_head(self._activities)
        room = (boxes[0].width - 2 * card_pad(look), boxes[0].height - 2 * look.metrics.mm(3))
        labels = [card.words for card in self._cards]
        style = title_style(look, look.type.label)
        px = largest_px(wish_sizes(look, labels, room[0]), labels, room=room, make=style)
        for card, box in zip(self._cards, boxes, strict=True):
            card.set_px(px)
            card.place(box)
        place_drawings(self._cards)

    def _arrange_head(self, activities: Activities) -> list[Rect]:
        """Place title and question as large as good cards allow; returns the cards' boxes."""
        metrics, kind = self.look.metrics, self.look.type
        sizes = [
            (kind.poster, kind.body),
            (kind.heading, kind.body),
            (kind.heading, kind.smallest),
            (kind.label, kind.smallest),
        ]
        count, good = len(self._cards), metrics.mm(GOOD_CARD_MM)
        if metrics.lowered:
            good = min(good, wish_boxes(metrics, count, 0)[0].height)
        for title_px, ask_px in sizes:
            head = self._place_head(activities, title_px, ask_px)
            boxes = wish_boxes(metrics, count, head)
            if boxes[0].height >= good:
                break
        else:
            head = self._place_head(activities, kind.smallest, kind.smallest)
            boxes = wish_boxes(metrics, count, head)
        if metrics.lowered:
            # What is read comes down to what is pressed (access.md R2).
            for label in (self._title, self._ask):
                free = boxes[0].y - metrics.mm(UNDER_HEAD_MM) - head
                label.move(label.x(), label.y() + max(0, free))
        return boxes

    def _place_head(self, activities: Activities, title_px: int, ask_px: int) -> int:
        """Place title and question in these sizes; returns the y below them."""
        look, content = self.look, self.look.metrics.content
        large = Style.of(look.font(title_px, HEAVY), 1.1, balanced=True)
        self._title.show_text(activities.title, large, look.colour("heading", self.accent))
        y = self._title.place_at(content.x, content.y, content.width)
        small = Style.of(look.font(ask_px), 1.3)
        self._ask.show_text(activities.ask, small, look.colour("ink"))
        return self._ask.place_at(content.x, y + look.metrics.mm(1), content.width)

    def _on_card(self) -> None:
        self.wish_chosen.emit(self.pressed_identifier().removeprefix("activity.wish."))


class ActivityAnswerScreen(LeafScreen):
    """A page of the answer to a wish."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "activity", look)


def wish_sizes(look: Look, labels: list[str], width: int) -> Sequence[int]:
    """The letters in px at which labels break into at most two lines of a width in px.

    Those leave room for the drawings; where no lawful letters do (access.md V1), all that cards
    may have.
    """
    short = [
        px
        for px in look.label_sizes
        if px >= look.metrics.smallest and _lines(look, labels, px, width) <= MOST_LINES
    ]
    return short or look.label_sizes


def _lines(look: Look, labels: list[str], px: int, width: int) -> int:
    style = title_style(look, px)
    return max(Flow((paragraph(label),), style, width).lines for label in labels)


def wish_boxes(metrics: Metrics, count: int, head: int) -> list[Rect]:
    """The cards under a head that ends at y = `head`: side by side, in portrait two in a row."""
    bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    top = max(head + metrics.mm(UNDER_HEAD_MM), metrics.reach_top)
    across = ACROSS_PORTRAIT if metrics.portrait else count if count <= MOST_ACROSS else 3
    rows = Rows(across, metrics.columns // across, top, bottom, metrics.mm(CARD_MM))
    return card_rows(metrics, count, rows)
