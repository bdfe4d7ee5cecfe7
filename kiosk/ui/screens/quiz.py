"""A question with its answers and, once answered, the verdict in the same place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Question
from kiosk.ui.paging.quiz_layout import QuestionBox, question_box
from kiosk.ui.paging.verdict_layout import VerdictBox, VerdictText, verdict_box
from kiosk.ui.screen import Screen
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import AnswerButton, WordButton
from kiosk.ui.widgets.flow import paragraph_of
from kiosk.ui.widgets.label import PictureLabel, TextLabel
from kiosk.ui.widgets.late import set_aside, show_late
from kiosk.ui.widgets.mark import paint_panel, paint_verdict_mark
from kiosk.ui.widgets.sentences import Said, said_by
from kiosk.ui.widgets.shelf import BACK, HOME, LISTEN, QUIZ_NEXT, SIZE, STOP

MORE_ICON = "mdi6.book-open-page-variant-outline"


class Asked(NamedTuple):
    """What the screen shows: a question, which it is of how many, the option chosen or None."""

    question: Question
    progress: tuple[int, int]
    chosen: int | None
    accent: str


class QuizScreen(Screen):
    """Emits `answered(option)` from 0, and `read_more_requested()` on a verdict."""

    answered = Signal(int)
    read_more_requested = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.quiz", look, (STOP, HOME, BACK, SIZE, LISTEN, QUIZ_NEXT))
        self.spoken_topic = "quiz"
        self._progress = TextLabel(self, "quiz.progress")
        self._question = TextLabel(self, "quiz.question")
        self._picture = PictureLabel(self, "quiz.picture")
        self._options = [AnswerButton(self, f"quiz.option.{number}", look) for number in (1, 2, 3)]
        for option in self._options:
            option.clicked.connect(self._on_option)
        self._verdict = TextLabel(self, "quiz.verdict")
        self._answer = TextLabel(self, "quiz.right-answer")
        self._why = TextLabel(self, "quiz.why")
        self._more = WordButton(self, "quiz.read-more", look, MORE_ICON)
        self._more.beside = True
        self._more.clicked.connect(self.read_more_requested)
        for part in (self._verdict, self._answer, self._why, self._more):
            set_aside(part)
        self.own_words = (self._progress, self._verdict, self._answer)
        self._asked: Asked | None = None
        self._panel: VerdictBox | None = None
        self.build_shelf()

    def show_question(self, asked: Asked) -> None:
        """Show a question, or its verdict once an option was chosen."""
        before, self._asked = self._asked, asked
        self.accent = asked.accent
        self.refresh()
        answered = before is None or before.chosen is None or before.question != asked.question
        if asked.chosen is not None and answered:
            labels = (self._verdict, self._answer, self._why)
            self.announce(" ".join(label.text() for label in labels if label.isVisibleTo(self)))

    def told(self) -> str:
        """The question; a verdict is announced when it falls."""
        return "" if self._verdict.isVisibleTo(self) else super().told()

    def said(self) -> list[Said]:
        """What shows; after a question its answers."""
        answers = [option for option in self._options if option.isVisibleTo(self)]
        return super().said() + [
            one for answer in answers for one in said_by(answer, self.spoken_topic)
        ]

    def arrange(self) -> None:
        asked, look = self._asked, self.look
        if asked is None:
            return
        verdict = asked.chosen is not None
        for part in (self._verdict, self._answer, self._why, self._more):
            show_late(part, shown=verdict)
        self.show_place("quiz.next", shown=verdict)
        number, count = asked.progress
        progress = look.strings("quiz.progress", number=number, count=count)
        for number, option in enumerate(self._options):
            there = number < len(asked.question.options)
            option.setVisible(there and not verdict)
            option.set_words(asked.question.options[number].text if there else "")
        if verdict:
            self._arrange_verdict(asked, progress)
        else:
            self._panel = None
            box = question_box(look, asked.question, progress)
            self._arrange_question(asked, progress, box)

    def _arrange_question(self, asked: Asked, progress: str, box: QuestionBox) -> None:
        look = self.look
        self._progress.show_text(progress, box.progress_style, look.colour("ink_soft"))
        self._progress.place(box.progress)
        ask = (paragraph_of((asked.question.ask,)),)
        self._question.show_paragraphs(ask, box.question_style, look.colour("ink"))
        self._question.place(box.question)
        for option, place in zip(self._options, box.options, strict=False):
            option.set_px(box.option_px)
            option.place(place)
        self._arrange_picture(asked, box.picture)

    def _arrange_picture(self, asked: Asked, place: Rect | None) -> None:
        picture = asked.question.image
        self._picture.setVisible(place is not None and picture is not None)
        if place is None or picture is None:
            return
        # On the paper: the figure takes the topic's colour, and its gaps show the paper.
        look = self.look
        colours = {
            "figure": look.colour("heading", asked.accent).name(),
            "ground": look.colour("paper").name(),
        }
        size = QSize(place.width, place.height)
        pixmap = look.kit.drawings.pixmap(picture.path, size, colours)
        self._picture.setVisible(not pixmap.isNull())
        self._picture.show_picture(pixmap, picture.alt)
        self._picture.place(place)

    def _arrange_verdict(self, asked: Asked, progress: str) -> None:
        look = self.look
        assert asked.chosen is not None, "a verdict has an answer"
        self._arrange_picture(asked, None)
        chosen = asked.question.options[asked.chosen]
        side = "right" if chosen.correct else "wrong"
        text = VerdictText(
            progress,
            asked.question.ask,
            look.strings(f"quiz.{side}"),
            look.strings("quiz.right_answer", answer=asked.question.right.text),
            chosen.why,
        )
        box = self._panel = verdict_box(look, text)
        ink = look.colour(f"{side}_ink")
        self._progress.show_text(progress, box.progress_style, look.colour("ink_soft"))
        self._progress.place(box.progress)
        ask = (paragraph_of((asked.question.ask,)),)
        self._question.show_paragraphs(ask, box.question_style, look.colour("ink"))
        self._question.place(box.question)
        self._verdict.show_text(text.verdict, box.verdict_style, ink)
        self._verdict.place(box.verdict)
        self._answer.show_text(text.answer, box.answer_style, ink)
        self._answer.place(box.answer)
        self._why.show_paragraphs((paragraph_of(text.why),), box.why_style, ink)
        self._why.place(box.why)
        self._more.set_words(look.strings("quiz.read_more"))
        self._more.icon_name = MORE_ICON
        px = self._more.fit_beside(box.more.width)
        if px < look.metrics.smallest:
            # On the smallest glass the words keep their size and the icon gives way.
            self._more.icon_name = ""
            px = self._more.fit_beside(box.more.width)
        self._more.set_px(px)
        self._more.place(box.more)

    def paint_ground(self, painter: QPainter) -> None:
        box, asked = self._panel, self._asked
        if box is None or asked is None or asked.chosen is None:
            return
        right = asked.question.options[asked.chosen].correct
        side = "right" if right else "wrong"
        look = self.look
        paint_panel(painter, look, box.panel, f"{side}_ground", f"{side}_edge")
        paint_verdict_mark(painter, look, box.mark, right=right)

    def _on_option(self) -> None:
        number = self.pressed_identifier().rpartition(".")[2]
        if number:
            self.answered.emit(int(number) - 1)
