"""Home: six cards and the quiz."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Topic
from kiosk.domain.speaking import Utterance
from kiosk.domain.text import split_sentences
from kiosk.ui.paging.leaf import label_style
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.card_boxes import GOOD_CARD_MM, card_boxes, cards_a_page, shared
from kiosk.ui.widgets.cards import (
    MARK_GAP_MM,
    QuizCard,
    ReturnCard,
    TopicCard,
    card_pad,
    is_flat,
    place_drawings,
    quiz_mark,
    title_style,
)
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.sentences import Said, said_beside, said_by
from kiosk.ui.widgets.shelf import DONE, LISTEN, NEXT, SIZE, TRANSLATE_ICON, VIEW


class HomeScreen(Screen):
    """The cards of one page of topics.

    Emits `topic_chosen(id)`, `quiz_chosen()`, and `return_chosen()` for "Ik was hier al".
    """

    topic_chosen = Signal(str)
    quiz_chosen = Signal()
    return_chosen = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.home", look, (DONE, VIEW, SIZE, LISTEN, NEXT))
        self._title = TextLabel(self, "home.title")
        self._subtitle = TextLabel(self, "home.subtitle")
        self._more = TextLabel(self, "home.progress")
        self._cards: list[TopicCard] = []
        self._topics: tuple[Topic, ...] = ()
        self._quiz = QuizCard(self, "home.quiz", look)
        self._quiz.clicked.connect(self.quiz_chosen)
        self._return: ReturnCard | None = None
        self._texts = ("", "")
        self._count = 0
        self._first = 0
        self._has_quiz = False
        self.build_shelf()

    def show_cards(
        self,
        texts: tuple[str, str],
        topics: Sequence[Topic],
        *,
        first: int,
        count: int,
        quiz: bool,
        returning: bool,
        translated: bool,
    ) -> None:
        """Show title and subtitle, the topics of one page (the first counts from 0), the quiz.

        `returning`: a code lives, so whoever was here before can go back to their place.
        `translated`: there are other languages, which who cannot read this one finds by a sign.
        """
        self.show_icon(VIEW.identifier, TRANSLATE_ICON if translated else VIEW.icon)
        self._offer_return(returning)
        self._texts = texts
        self._topics = tuple(topics)
        self._first, self._count, self._has_quiz = first, count, quiz
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for topic in topics:
            card = TopicCard(self, f"home.topic.{topic.id}", self.look)
            card.show_topic(topic.title, topic.accent, topic.image, topic.icon)
            card.clicked.connect(self._on_card)
            card.stackUnder(self._quiz)
            card.show()
            self._cards.append(card)
        self.refresh()

    def said(self) -> list[Said]:
        """What shows, and with each card its kernel (LOOK.md, Screens)."""
        found = super().said()
        for card, topic in zip(self._cards, self._topics, strict=True):
            found.extend(said_by(card, topic.id, written=False))
            kernel = [Utterance(sentence.text, topic.id) for sentence in topic.kernel]
            found.extend(said_beside(card, kernel))
        if self._has_quiz:
            found.extend(said_by(self._quiz, "", written=False))
        return found

    def arrange(self) -> None:
        look = self.look
        boxes, quiz = self._arrange_around_cards()
        pad = card_pad(look)
        room = (boxes[0].width - 2 * pad, boxes[0].height - 2 * look.metrics.mm(3))
        sizes = look.label_sizes
        titles = [card.words for card in self._cards]
        px = largest_px(sizes, titles, room=room, make=title_style(look, look.type.label))
        for card, box in zip(self._cards, boxes, strict=False):
            card.set_px(px)
            card.place(box)
        place_drawings(self._cards)
        words = look.strings("home.quiz")
        if self._return is not None:
            quiz, back = shared(look.metrics, boxes, quiz)
            place_return(self._return, back, min(px, quiz_px(look, quiz, words)))
        px = min(px, quiz_px(look, quiz, words))
        self._quiz.set_px(px)
        self._quiz.set_words(words)
        self._quiz.place(quiz)
        self._quiz.setVisible(self._has_quiz)
        self.show_place("nav.next", shown=self._count > self._cards_a_page())

    def _arrange_around_cards(self) -> tuple[list[Rect], Rect]:
        """Place title and subtitle as large as good cards allow; returns the cards' boxes."""
        metrics = self.look.metrics
        *larger, smallest = head_sizes(self.look)
        good = metrics.mm(GOOD_CARD_MM)
        if metrics.lowered:
            # Above lowered cards there is room: the title gives way to no lack of reach.
            good = min(good, card_boxes(metrics, 0)[0][0].height)
        for sizes in larger:
            head = self._arrange_head(*sizes)
            boxes, quiz = card_boxes(metrics, head)
            if boxes[0].height >= good:
                break
        else:
            head = self._arrange_head(*smallest)
            boxes, quiz = card_boxes(metrics, head)
        if metrics.lowered:
            self._sink_head(boxes[0].y - metrics.mm(4) - head)
        return boxes, quiz

    def _sink_head(self, px: int) -> None:
        """Bring what is read down to the cards (access.md R2)."""
        for label in (self._title, self._subtitle, self._more):
            label.move(label.x(), label.y() + max(0, px))

    def _arrange_head(self, title_px: int, subtitle_px: int) -> int:
        """Place title and subtitle in these sizes; returns the y below them."""
        look, content = self.look, self.look.metrics.content
        title, subtitle = self._texts
        large = Style.of(look.font(title_px, HEAVY), 1.1, balanced=True)
        self._title.show_text(title, large, look.colour("ink"))
        y = self._title.place_at(content.x, content.y, content.width)
        small = Style.of(look.font(subtitle_px), 1.3, apart=0.0)
        lines = whole_sentences(subtitle, small, content.width)
        self._subtitle.show_paragraphs(lines, small, look.colour("ink_soft"))
        y = self._subtitle.place_at(content.x, y + look.metrics.mm(1), content.width)
        return self._arrange_more(y)

    def _arrange_more(self, y: int) -> int:
        look, content = self.look, self.look.metrics.content
        cards = self._cards_a_page()
        self._more.setVisible(self._count > cards)
        if self._count <= cards:
            return y
        last = min(self._first + cards, self._count)
        key = "home.last" if self._first + 1 == last else "home.more"
        text = look.strings(key, first=self._first + 1, last=last, count=self._count)
        style = label_style(look, look.type.smallest)
        self._more.show_text(text, style, look.colour("ink_soft"))
        return self._more.place_at(content.x, y, content.width)

    def _cards_a_page(self) -> int:
        return cards_a_page(self.look.metrics, returning=self._return is not None)

    def _offer_return(self, returning: bool) -> None:
        if returning and self._return is None:
            self._return = ReturnCard(self, "home.return", self.look, "mdi6.bookmark-outline")
            self._return.clicked.connect(self.return_chosen)
            self._return.show()
        elif not returning and self._return is not None:
            self._return.hide()
            self._return.deleteLater()
            self._return = None

    def _on_card(self) -> None:
        self.topic_chosen.emit(self.pressed_identifier().removeprefix("home.topic."))


def whole_sentences(text: str, style: Style, width: int) -> tuple[Paragraph, ...]:
    """The text, with a line for each sentence where that costs no line in a width in px."""
    whole = (paragraph(text),)
    split = tuple(paragraph(sentence) for sentence in split_sentences(text))
    return split if Flow(split, style, width).lines <= Flow(whole, style, width).lines else whole


def head_sizes(look: Look) -> list[tuple[int, int]]:
    """Sizes of title and subtitle in px, largest first: they give way to the cards."""
    kind = look.type
    return [
        (kind.poster, kind.body),
        (kind.heading, kind.body),
        (kind.heading, kind.smallest),
        (kind.label, kind.smallest),
        (kind.smallest, kind.smallest),
    ]


def quiz_px(look: Look, box: Rect, words: str) -> int:
    """The largest letters at which the quiz's words stand beside its question mark in a box."""
    pad, mark = card_pad(look), 0
    if is_flat(box.width, box.height) and (side := quiz_mark(look, box.width, box.height, words)):
        mark = side + look.metrics.mm(MARK_GAP_MM)
    room = (box.width - 2 * pad - mark, box.height - 2 * pad)
    sizes, make = look.label_sizes, title_style(look, look.type.label)
    return largest_px(sizes, [words], room=room, make=make)


def place_return(button: ReturnCard, box: Rect, px: int) -> None:
    """Put "Ik was hier al" in its place, in letters of `px` or smaller ones that fit there."""
    look, pad = button.look, card_pad(button.look)
    button.set_words(look.strings("home.return"))
    style, room = title_style(look, look.type.label), (box.width - 2 * pad, box.height - pad)
    button.set_px(min(px, largest_px(look.label_sizes, [button.words], room=room, make=style)))
    button.place(box)
