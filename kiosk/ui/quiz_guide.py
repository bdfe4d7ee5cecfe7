"""Leads through the quiz: question, verdict, reading more, result, and missed questions again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.domain.pack import Question
from kiosk.domain.quiz import QuizRound, page_of, topics_of
from kiosk.domain.visit import QuestionPlace, ResultPlace, TopicPlace, Visit
from kiosk.ui.paging.paginate import leaf_of_page
from kiosk.ui.screen import Screen
from kiosk.ui.screens.quiz import Asked, QuizScreen
from kiosk.ui.screens.result import TOPICS, ResultScreen

if TYPE_CHECKING:
    from kiosk.ui.navigator import Navigator


class QuizGuide(QObject):
    """The quiz's part of the navigator, which it serves."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator = navigator

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self._navigator.edition.questions

    def open(self) -> None:
        """Go to the next open question; when all are answered, begin a new round."""
        visit = self._navigator.visit
        if visit is None or not self._questions:
            return
        if visit.quiz is None or visit.quiz.is_retry or visit.quiz.next_open() is None:
            visit.quiz = QuizRound.over(self._questions)
            self._navigator.observer.saw("quiz_opened")
        self._to_next(visit, None)

    def _to_next(self, visit: Visit, after: int | None) -> None:
        question = visit.quiz.next_open(after) if visit.quiz is not None else None
        if question is None:
            self._navigator.observer.saw("quiz_finished")
            self._navigator.go(ResultPlace())
        else:
            self._navigator.go(QuestionPlace(question))

    def on_request(self, identifier: str) -> None:
        """Do what "Verder" on a verdict or "Stoppen" asks for."""
        visit = self._navigator.visit
        if visit is None or not isinstance(visit.place, QuestionPlace):
            return
        if identifier == "quiz.stop":
            self._navigator.go(ResultPlace())
        else:
            self._to_next(visit, visit.place.question)

    def reopen(self, visit: Visit) -> bool:
        """Take back the answer whose verdict shows; says whether there was one."""
        place, quiz = visit.place, visit.quiz
        if not isinstance(place, QuestionPlace) or quiz is None:
            return False
        if quiz.answer_to(place.question) is None:
            return False
        visit.quiz = quiz.reopened(place.question)
        return True

    def can_show(self, visit: Visit) -> bool:
        """Whether a place of the trail still exists: a later round asks other questions."""
        place, quiz = visit.place, visit.quiz
        if isinstance(place, QuestionPlace):
            return quiz is not None and place.question in quiz.asked
        return not isinstance(place, ResultPlace) or quiz is not None

    # -- showing it ----------------------------------------------------------------------------

    def render(self, visit: Visit, place: QuestionPlace | ResultPlace) -> None:
        """Show a question, its verdict, or the result."""
        quiz = visit.quiz
        if quiz is None:
            return
        if isinstance(place, ResultPlace):
            self._render_result(visit, quiz)
            return
        question = self._questions[place.question]
        number, count = quiz.progress(place.question)
        chosen = quiz.answer_to(place.question)
        accent = self._navigator.topic(question.topic).accent
        screen = self._navigator.stage.screen(QuizScreen, visit)
        screen.show_question(Asked(question, (number, count), chosen, accent))

    def _render_result(self, visit: Visit, quiz: QuizRound) -> None:
        say = self._navigator.stage.look(visit).strings
        missed = quiz.missed(self._questions)
        known = topics_of(self._questions, quiz.known(self._questions), TOPICS)
        titles = [self._navigator.topic(topic).title for topic in known]
        if not quiz.answers and not quiz.is_retry:
            summary = say("result.none")
        elif not titles:
            summary = say("result.new")
        elif len(titles) == 1:
            summary = say("result.known", first=titles[0])
        else:
            summary = say("result.known_two", first=titles[0], second=titles[1])
        title = say("result.done" if quiz.next_open() is None else "result.stopped")
        again = topics_of(self._questions, missed, TOPICS)
        topics = [self._navigator.topic(topic) for topic in again]
        screen = self._navigator.stage.screen(ResultScreen, visit)
        screen.show_result((title, summary), topics, len(missed))

    def connect_screen(self, screen: Screen) -> None:
        """Hear what a screen of the quiz means."""
        if isinstance(screen, QuizScreen):
            screen.answered.connect(self._on_answer)
            screen.read_more_requested.connect(self._on_read_more)
        elif isinstance(screen, ResultScreen):
            screen.topic_chosen.connect(self._on_topic)
            screen.again_requested.connect(self._on_again)

    def _on_answer(self, option: int) -> None:
        visit = self._navigator.visit
        if visit is None or visit.quiz is None or not isinstance(visit.place, QuestionPlace):
            return
        visit.quiz = visit.quiz.answered(visit.place.question, option)
        self._navigator.render()

    def _on_read_more(self) -> None:
        visit = self._navigator.visit
        if visit is None or not isinstance(visit.place, QuestionPlace):
            return
        question = self._questions[visit.place.question]
        topic = self._navigator.topic(question.topic)
        page = page_of(topic.pages, question.right)
        leaves = self._navigator.stage.leaves(visit, topic)
        self._navigator.go(TopicPlace(topic.id, leaves[leaf_of_page(leaves, page)].first))

    def _on_topic(self, topic_id: str) -> None:
        self._navigator.go(TopicPlace(topic_id))

    def _on_again(self) -> None:
        visit = self._navigator.visit
        if visit is None or visit.quiz is None:
            return
        visit.quiz = visit.quiz.again(self._questions)
        self._to_next(visit, None)
