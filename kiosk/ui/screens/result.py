"""The quiz's result: what went well, what to read again, and what to try again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Topic
from kiosk.ui.paging.leaf import BODY_LINE, body_style, label_style
from kiosk.ui.paging.quiz_layout import ANSWER_LINE
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import ABOVE_SHELF_MM, Rect
from kiosk.ui.widgets.buttons import AnswerButton, answer_pad
from kiosk.ui.widgets.cards import TopicCard, card_pad, place_drawings, title_style
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.sentences import Said, said_by
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, SIZE

CARD_MM = 60.0
AGAIN_MM = 36.0
# Lower cards would make their words smaller than the law allows.
LEAST_CARD_MM = 33.0
TOPICS = 2


class ResultScreen(Screen):
    """Emits `topic_chosen(id)` and `again_requested()`."""

    topic_chosen = Signal(str)
    again_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.quiz-result", look, (DONE, HOME, BACK, SIZE, LISTEN))
        self._title = TextLabel(self, "quiz.result-title")
        self._summary = TextLabel(self, "quiz.summary")
        self._read = TextLabel(self, "quiz.read-again")
        self._cards = [TopicCard(self, f"quiz.topic.{n + 1}", look) for n in range(TOPICS)]
        for card in self._cards:
            card.clicked.connect(self._on_card)
        self._again = AnswerButton(self, "quiz.again", look)
        self._again.clicked.connect(self.again_requested)
        self._topics: tuple[Topic, ...] = ()
        self._texts = ("", "")
        self._missed = 0
        self.build_shelf()

    def show_result(self, texts: tuple[str, str], topics: Sequence[Topic], missed: int) -> None:
        """Show title and summary, at most two topics to read again, how many were missed."""
        self._texts, self._topics, self._missed = texts, tuple(topics), missed
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(topics))
            if number < len(topics):
                topic = topics[number]
                card.show_topic(topic.title, topic.accent, topic.image, topic.icon)
        self.refresh()

    def said(self) -> list[Said]:
        """What shows, with the cards and the way to try again."""
        found = super().said()
        for card, topic in zip(self._cards, self._topics, strict=False):
            found.extend(said_by(card, topic.id, written=False))
        if self._missed:
            found.extend(said_by(self._again, "", written=False))
        return found

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        content = metrics.content
        self._read.setVisible(bool(self._topics))
        self._again.setVisible(self._missed > 0)
        title_px, read_px, px = self._fitting_sizes()
        style = Style.of(look.font(title_px, HEAVY), 1.15, balanced=True)
        self._title.show_text(self._texts[0], style, look.colour("ink"))
        y = self._title.place_at(content.x, content.y, content.width) + metrics.mm(3)
        self._summary.show_text(self._texts[1], self._text_style(px), look.colour("ink"))
        y = self._summary.place_at(content.x, y, content.width)
        self._arrange_cards(y, read_px)
        if metrics.lowered:
            self._sink(y)

    def _sink(self, end: int) -> None:
        """Bring title and summary, which end at y = `end`, down to what is pressed (R2)."""
        metrics = self.look.metrics
        below = [self._read, *self._cards, self._again]
        tops = [part.y() for part in below if part.isVisibleTo(self)]
        limit = min(tops, default=metrics.shelf.y) - metrics.mm(ABOVE_SHELF_MM)
        for label in (self._title, self._summary):
            label.move(label.x(), label.y() + max(0, limit - end))

    def _text_style(self, px: int) -> Style:
        style = body_style(self.look)
        return style._replace(font=self.look.font(px), line=round(px * BODY_LINE))

    def _fitting_sizes(self) -> tuple[int, int, int]:
        """Sizes in px of title, "Lees hier nog eens over:" and summary: the summary shrinks last."""
        look, kind = self.look, self.look.type
        heads = [(kind.heading, kind.label), (kind.heading, kind.smallest)]
        heads.append((kind.body, kind.smallest))
        room = look.metrics.shelf.y - look.metrics.mm(ABOVE_SHELF_MM) - look.metrics.content.y
        width = look.metrics.content.width
        for px in range(kind.body, kind.smallest - 1, -1):
            summary = Flow((paragraph(self._texts[1]),), self._text_style(px), width).height
            for title_px, read_px in heads:
                if summary + self._height_around(title_px, read_px) <= room:
                    return title_px, read_px, px
        return kind.smallest, kind.smallest, kind.smallest

    def _height_around(self, title_px: int, read_px: int) -> int:
        """What title and lowest lawful cards take, with the room around them."""
        look, metrics = self.look, self.look.metrics
        title = Style.of(look.font(title_px, HEAVY), 1.15, balanced=True)
        width = metrics.content.width
        height = Flow((paragraph(self._texts[0]),), title, width).height + metrics.mm(3)
        if self._topics:
            text = (paragraph(look.strings("result.read_again")),)
            height += Flow(text, label_style(look, read_px), width).height
            height += metrics.mm(6) + metrics.mm(LEAST_CARD_MM)
        if metrics.portrait and self._missed:
            height += metrics.mm(AGAIN_MM) + metrics.gutter
        return height

    def _arrange_cards(self, top: int, read_px: int) -> None:
        """Place the cards low, under y = `top`."""
        look, metrics = self.look, self.look.metrics
        content = metrics.content
        shown = [card for card in self._cards if card.isVisibleTo(self)]
        style = label_style(look, read_px)
        head = Flow((paragraph(look.strings("result.read_again")),), style, content.width)
        bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
        if not shown and self._missed == 0:
            return
        again_high = metrics.mm(AGAIN_MM) if metrics.portrait and self._missed else 0
        rows = bottom - max(top + head.height + metrics.mm(6), metrics.reach_top)
        rows -= again_high + metrics.gutter if again_high else 0
        high = max(metrics.target, min(metrics.mm(CARD_MM), rows))
        span = 3 if metrics.portrait else 4
        if metrics.portrait:
            y = bottom - again_high - (metrics.gutter if again_high else 0) - high
            again = Rect(content.x, bottom - again_high, content.width, again_high)
        else:
            y = bottom - high
            again = Rect(metrics.column_x(span * len(shown)), y, metrics.span(span), high)
        for number, card in enumerate(shown):
            card.place(Rect(metrics.column_x(span * number), y, metrics.span(span), high))
        self._fit_words(shown, again, high)
        self._again.place(again)
        self._read.show_text(look.strings("result.read_again"), style, look.colour("ink_soft"))
        y -= head.height + metrics.mm(3)
        self._read.place(Rect(content.x, y, content.width, head.height))

    def _fit_words(self, shown: list[TopicCard], again: Rect, high: int) -> None:
        look, metrics = self.look, self.look.metrics
        key = "result.again_one" if self._missed == 1 else "result.again"
        self._again.set_words(look.strings(key, count=self._missed))
        sizes = look.label_sizes
        make = title_style(look, look.type.label)
        if shown:
            room = (shown[0].width() - 2 * card_pad(look), high - metrics.mm(6))
            px = largest_px(sizes, [card.words for card in shown], room=room, make=make)
            for card in shown:
                card.set_px(px)
            place_drawings(shown)
        room = (again.width - 2 * answer_pad(look), max(again.height - metrics.mm(4), 1))
        make = Style.of(look.font(look.type.label, STRONG), ANSWER_LINE)
        self._again.set_px(largest_px(sizes, [self._again.words], room=room, make=make))

    def _on_card(self) -> None:
        number = self.pressed_identifier().rpartition(".")[2]
        if number:
            self.topic_chosen.emit(self._topics[int(number) - 1].id)
