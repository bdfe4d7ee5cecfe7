"""The quiz's result: what went well, what to read again, and what to try again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Topic
from kiosk.ui.paging.leaf import body_style, label_style
from kiosk.ui.paging.quiz_layout import ANSWER_LINE
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import AnswerButton, answer_pad
from kiosk.ui.widgets.cards import TopicCard, card_pad, picture_all_or_none, title_style
from kiosk.ui.widgets.flow import Flow, Style, largest_px, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, SIZE

ABOVE_SHELF_MM = 6.0
CARD_MM = 60.0
TOPICS = 2


class ResultScreen(Screen):
    """Emits `topic_chosen(id)` and `again_requested()`."""

    topic_chosen = Signal(str)
    again_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.quiz-result", look, (DONE, HOME, BACK, SIZE))
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

    def arrange(self) -> None:
        look, metrics = self.look, self.look.metrics
        content = metrics.content
        title, summary = self._texts
        style = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True)
        self._title.show_text(title, style, look.colour("ink"))
        y = self._title.place_at(content.x, content.y, content.width)
        y += metrics.mm(3)
        self._read.setVisible(bool(self._topics))
        self._again.setVisible(self._missed > 0)
        bottom = self._arrange_cards(y + round(3.2 * look.type.smallest))
        for px in (look.type.body, look.type.smallest):
            text = body_style(look)._replace(font=look.font(px), line=round(px * 1.5))
            if Flow((paragraph(summary),), text, content.width).height <= bottom - y:
                break
        self._summary.show_text(summary, text, look.colour("ink"))
        self._summary.place_at(content.x, y, content.width)

    def _arrange_cards(self, top: int) -> int:
        """Place the cards low; returns the y above them."""
        look, metrics = self.look, self.look.metrics
        content = metrics.content
        shown = [card for card in self._cards if card.isVisibleTo(self)]
        style = label_style(look, look.type.label)
        head = Flow((paragraph(look.strings("result.read_again")),), style, content.width)
        bottom = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
        if not shown and self._missed == 0:
            return bottom
        again_high = metrics.mm(36.0) if metrics.portrait and self._missed else 0
        rows = bottom - top - head.height - metrics.mm(3)
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
        return y - metrics.mm(3)

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
            picture_all_or_none(shown)
        room = (again.width - 2 * answer_pad(look), max(again.height - metrics.mm(4), 1))
        make = Style.of(look.font(look.type.label, STRONG), ANSWER_LINE)
        self._again.set_px(largest_px(sizes, [self._again.words], room=room, make=make))

    def _on_card(self) -> None:
        number = self.pressed_identifier().rpartition(".")[2]
        if number:
            self.topic_chosen.emit(self._topics[int(number) - 1].id)
