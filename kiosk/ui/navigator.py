"""Leads a visitor from screen to screen: asks the domain where to go and shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.domain.letters import Letters
from kiosk.domain.observer import Observer
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.visit import (
    AboutPlace,
    HomePlace,
    Place,
    QuestionPlace,
    ResultPlace,
    TopicPlace,
    ViewPlace,
    Visit,
)
from kiosk.ui.content import Content, Leaves, sheet_words, topic_words
from kiosk.ui.paging.leaf import Leaf
from kiosk.ui.paging.paginate import leaf_of
from kiosk.ui.quiz_guide import QuizGuide
from kiosk.ui.screen import Screen
from kiosk.ui.screens.about import AboutScreen
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.farewell import FarewellScreen
from kiosk.ui.screens.home import CARDS, HomeScreen
from kiosk.ui.screens.topic import TopicScreen
from kiosk.ui.screens.view import Choice, ViewScreen
from kiosk.ui.sheets import about_topic, choices
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

S = TypeVar("S", bound=Screen)
LookOf = Callable[[Letters, str, bool], Look]


class Navigator(QObject):
    """Owns the visit. `shown(screen)` is emitted whenever what lies under the finger changed;

    `attract_touched()` when somebody touched attract beside its doors, `wiped()` when a
    visitor asked to wipe everything, `stayed()` when one answered the idle warning.
    """

    shown = Signal(object)
    attract_touched = Signal()
    wiped = Signal()
    stayed = Signal()

    def __init__(
        self,
        window: KioskWindow,
        content: Content,
        look_of: LookOf,
        start: Letters,
        observer: Observer,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._content = content
        self._look_of = look_of
        self._start = start
        self._observer = observer
        self._leaves = Leaves()
        self._leaf = ("", 0)
        self._away = False
        self.visit: Visit | None = None
        self._quiz = QuizGuide(self)

    # -- the visit's beginning and end -------------------------------------------------------

    def show_attract(self) -> AttractScreen:
        """Wipe the visit and show attract; the screens of the visit are deleted."""
        if self.visit is not None:
            self._observer.saw("visit_ended")
        self.visit = None
        self._away = False
        self._leaf = ("", 0)
        self._leaves = Leaves()
        screen = AttractScreen(self._window, self.look())
        screen.door_chosen.connect(self._on_door)
        screen.topic_touched.connect(self.attract_touched)
        self._window.show_screen(screen)
        return screen

    def use(self, content: Content) -> None:
        """Show another pack from the next visit on; called on attract only."""
        self._content = content

    @property
    def content(self) -> Content:
        """The pack that shows."""
        return self._content

    def open_topic(self, topic: Topic) -> None:
        """Begin a visit at a topic, with the letters of the start."""
        self._begin(self._start)
        self.go(TopicPlace(topic.id))

    def open_home(self) -> None:
        """Begin a visit at home, with the letters of the start."""
        self._on_door(None)

    def _on_door(self, letters: Letters | None) -> None:
        self._begin(letters or self._start)
        self.render()

    def _begin(self, letters: Letters) -> None:
        self.visit = Visit(letters, self._content.language)
        self._observer.saw("visit_started")

    # -- where the visitor is ------------------------------------------------------------------

    @property
    def edition(self) -> Edition:
        """The pack in the visitor's language."""
        return self._content.edition(self.visit.language if self.visit else "")

    def look(self) -> Look:
        """How the window looks for this visitor."""
        visit = self.visit
        if visit is None:
            return self._look_of(self._start, self._content.language, False)
        return self._look_of(visit.letters, visit.language, visit.mirrored)

    def go(self, place: Place) -> None:
        """Move on to a place."""
        if self.visit is not None:
            self.visit.go(place)
            self.render()

    def back(self) -> None:
        """The page or screen before; from the farewell back to reading. Never leaves."""
        visit = self.visit
        if visit is None:
            return
        if self._away:
            self.resume()
            return
        if self._quiz.reopen(visit):
            self.render()
            return
        before = self._leaf if visit.place.kind == "topic" else None
        visit.back()
        while self._same(visit.place, before) or not self._quiz.can_show(visit):
            visit.back()
        self.render()

    def _same(self, place: Place, leaf: tuple[str, int] | None) -> bool:
        """Whether a place is on the leaf that shows already, at these letters."""
        if leaf is None or not isinstance(place, TopicPlace):
            return False
        leaves = self.leaves_of(self._topic(place.topic))
        return (place.topic, leaf_of(leaves, place.sentence)) == leaf

    def on_request(self, identifier: str) -> None:
        """Do what a control of the shelf asks for."""
        visit = self.visit
        match identifier:
            case "nav.done":
                self.show_farewell()
            case "nav.home":
                self.go(HomePlace())
            case "nav.back":
                self.back()
            case "nav.size" if visit is not None:
                visit.letters = visit.letters.following()
                self.render()
            case "nav.view":
                self.go(ViewPlace())
            case "nav.next":
                self._next()
            case "idle.stay":
                self.stayed.emit()
            case "quiz.next" | "quiz.stop":
                self._quiz.on_request(identifier)
            case _:
                pass

    def _next(self) -> None:
        visit = self.visit
        if visit is None:
            return
        if isinstance(visit.place, HomePlace):
            pages = -(-len(self.edition.topics) // CARDS)
            visit.place = HomePlace((visit.place.page + 1) % max(1, pages))
            self.render()
        elif isinstance(visit.place, TopicPlace):
            self._next_leaf(visit.place)
        elif isinstance(visit.place, AboutPlace):
            leaves = self._about()[1]
            number = leaf_of(leaves, visit.place.sentence) + 1
            self.go(AboutPlace(leaves[min(number, len(leaves) - 1)].first))

    def _next_leaf(self, place: TopicPlace) -> None:
        edition = self.edition
        leaves = self.leaves_of(self._topic(place.topic))
        number = leaf_of(leaves, place.sentence) + 1
        following = edition.topics.place(place.topic) + 1
        if number < len(leaves):
            self.go(TopicPlace(place.topic, leaves[number].first))
        elif following < len(edition.topics):
            self.go(TopicPlace(edition.topics[following].id))
        elif edition.questions:
            self._quiz.open()
        else:
            self.go(HomePlace())

    # -- showing it ----------------------------------------------------------------------------

    def render(self) -> None:
        """Show the visitor's place, in the screen that shows already where it can."""
        visit = self.visit
        if visit is None:
            return
        match visit.place:
            case HomePlace():
                self._render_home(visit.place)
            case TopicPlace():
                self._render_topic(visit.place)
            case QuestionPlace() | ResultPlace():
                self._quiz.render(visit.place)
            case ViewPlace():
                options = choices(visit, self._content, self.look().strings)
                self._render_view(options)
            case AboutPlace():
                self._render_about(visit.place)
        self._done()

    def _done(self) -> None:
        self.shown.emit(self._window.current)

    def screen(self, kind: type[S], *arguments: object) -> S:
        """The screen of a kind that shows, in today's look, else a new one."""
        current = self._window.current
        look = self.look()
        if isinstance(current, kind):
            current.look = look
            return current
        screen = kind(self._window, look, *arguments)
        screen.requested.connect(self.on_request)
        self._quiz.connect_screen(screen)
        if isinstance(screen, HomeScreen):
            screen.topic_chosen.connect(self._on_topic)
            screen.quiz_chosen.connect(self._quiz.open)
        if isinstance(screen, ViewScreen):
            screen.chosen.connect(self._on_choice)
        self._window.show_screen(screen)
        return screen

    def _render_home(self, place: HomePlace) -> None:
        edition = self.edition
        first = place.page * CARDS
        last = min(first + CARDS, len(edition.topics))
        topics = [edition.topics[number] for number in range(first, last)]
        self.screen(HomeScreen).show_cards(
            (edition.title, edition.subtitle),
            topics,
            first=first,
            count=len(edition.topics),
            quiz=bool(edition.questions),
        )

    def _render_topic(self, place: TopicPlace) -> None:
        topic = self._topic(place.topic)
        leaves = self.leaves_of(topic)
        number = leaf_of(leaves, place.sentence)
        if topic.id != self._leaf[0]:
            self._observer.saw("topic_opened", topic.id)
        self._leaf = (topic.id, number)
        words = topic_words(self.edition, topic, self.look())
        leaf = leaves[number]
        shown = words(number + 1, len(leaves), leaf.shape.minutes)
        self.screen(TopicScreen).show_leaf(topic, leaf, shown)

    def _render_about(self, place: AboutPlace) -> None:
        topic, leaves = self._about()
        number = leaf_of(leaves, place.sentence)
        shown = sheet_words(self.look())(number + 1, len(leaves), False)
        more = number + 1 < len(leaves)
        self.screen(AboutScreen).show_leaf(topic, leaves[number], shown, goes_on=more)

    def _about(self) -> tuple[Topic, tuple[Leaf, ...]]:
        look = self.look()
        topic = about_topic(self.edition, self._content, look.strings)
        return topic, self._leaves.of(topic, look, sheet_words(look))

    def _render_view(self, options: list[Choice]) -> None:
        self.screen(ViewScreen, options).show_choices(options)

    def show_farewell(self) -> None:
        """Hide what was read at once; the visit is kept until it is wiped."""
        self._away = True
        screen = FarewellScreen(self._window, self.look())
        screen.wipe_requested.connect(self._on_wipe)
        screen.resume_requested.connect(self.resume)
        self._window.show_screen(screen)
        self._done()

    def resume(self) -> None:
        """Read on after the farewell."""
        self._away = False
        self.render()

    def relook(self) -> None:
        """The glass became another size: show the same on it."""
        current = self._window.current
        if current is not None and (self.visit is None or self._away):
            current.set_look(self.look())
            self._done()
        else:
            self.render()

    # -- what was meant ------------------------------------------------------------------------

    def _on_wipe(self) -> None:
        self.wiped.emit()

    def _on_topic(self, topic_id: str) -> None:
        self.go(TopicPlace(topic_id))

    def _on_choice(self, what: str) -> None:
        visit = self.visit
        if visit is None:
            return
        match what:
            case "dark":
                visit.letters = visit.letters.other_theme()
            case "mirror":
                visit.mirrored = not visit.mirrored
            case "language":
                codes = self._content.languages
                visit.language = codes[(codes.index(self.edition.language) + 1) % len(codes)]
            case _:
                self.go(AboutPlace())
                return
        self.render()

    def _topic(self, topic_id: str) -> Topic:
        topics = self.edition.topics
        return topics[topics.place(topic_id)]

    def leaves_of(self, topic: Topic) -> tuple[Leaf, ...]:
        """The leaves of a topic as this visitor reads it."""
        look = self.look()
        return self._leaves.of(topic, look, topic_words(self.edition, topic, look))

    @property
    def observer(self) -> Observer:
        """Whoever hears what happened."""
        return self._observer
