"""Leads a visitor from screen to screen: asks the domain where to go, and the stage to show it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.domain.letters import Letters
from kiosk.domain.observer import Observer
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.returning import Codes
from kiosk.domain.visit import (
    AboutPlace,
    ActivityPlace,
    HomePlace,
    Place,
    QuestionPlace,
    ResultPlace,
    ReturnPlace,
    TopicPlace,
    ViewPlace,
    Visit,
)
from kiosk.ui.activity_guide import ActivityGuide
from kiosk.ui.paging.paginate import leaf_of
from kiosk.ui.quiz_guide import QuizGuide
from kiosk.ui.return_guide import ReturnGuide
from kiosk.ui.screen import Screen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.view import ViewScreen
from kiosk.ui.sheets import language_meant
from kiosk.ui.stage import Stage


class Navigator(QObject):
    """Owns the visit. `shown(screen)`: what lies under the finger changed.

    `wiped()`: a visitor asked to wipe everything; `stayed()`: one answered the idle warning;
    `listened()`: one pressed "Luister", or "Stop" in its place; `stepped()`: one pressed "Verder"
    or "Terug", and what that led to shows; `sounded()`: one chose how loud it sounds.
    """

    shown = Signal(object)
    wiped = Signal()
    stayed = Signal()
    listened = Signal()
    stepped = Signal()
    sounded = Signal()

    def __init__(self, stage: Stage, observer: Observer, codes: Codes) -> None:
        super().__init__(stage)
        self.stage = stage
        self.observer = observer
        self.visit: Visit | None = None
        self._away = False
        self._opened = ""
        self.quiz = QuizGuide(self)
        self.activities = ActivityGuide(self)
        self.returns = ReturnGuide(self, codes)
        stage.made.connect(self._on_made)

    # -- the visit's beginning and end ---------------------------------------------------------

    def end(self) -> None:
        """Wipe the visit."""
        if self.visit is not None:
            self.observer.saw("visit_ended")
        self.visit = None
        self._away = False
        self._opened = ""
        self.stage.forget()

    def begin(self, letters: Letters | None = None, place: Place | None = None) -> None:
        """Begin a visit at a place (home), with letters (those of the start)."""
        self.visit = Visit(letters or self.stage.start, self.stage.edition(None).language)
        self.observer.saw("visit_started")
        if place is not None:
            self.visit.go(place)
        self.render()

    @property
    def edition(self) -> Edition:
        """The pack in the visitor's language."""
        return self.stage.edition(self.visit)

    def topic(self, topic_id: str) -> Topic:
        """A topic by its id."""
        return self.stage.topic(self.visit, topic_id)

    # -- moving --------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Move on to a place."""
        if self.visit is not None and place != self.visit.place:
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
        if not self.quiz.reopen(visit):
            self._step_back(visit)
        self.render()

    def _step_back(self, visit: Visit) -> None:
        """To the place before that looks different at these letters and still exists."""
        leaf = self.activities.leaf(visit, visit.place)
        while True:
            before = self.activities.leaf(visit, visit.back())
            same = before is not None and before == leaf
            if not same and self.quiz.can_show(visit):
                return

    def on_request(self, identifier: str) -> None:
        """Do what a control of the shelf asks for."""
        visit = self.visit
        if visit is None:
            return
        match identifier:
            case "nav.done":
                self.show_farewell()
            case "nav.home":
                self.go(HomePlace())
            case "nav.back":
                self.back()
                self.stepped.emit()
            case "nav.size":
                visit.letters = visit.letters.following()
                self.render()
            case "nav.view":
                self.go(ViewPlace())
            case "nav.next":
                self._next(visit)
                self.stepped.emit()
            case "nav.listen":
                self.listened.emit()
            case "idle.stay":
                self.stayed.emit()
            case _:
                self.quiz.on_request(identifier)

    def _next(self, visit: Visit) -> None:
        place = visit.place
        if isinstance(place, HomePlace):
            pages = self.stage.home_pages(visit, returning=self.returns.offered(visit))
            visit.place = HomePlace((place.page + 1) % pages)
            self.render()
        elif isinstance(place, ViewPlace):
            visit.place = ViewPlace((place.page + 1) % len(self.stage.choices(visit)))
            self.render()
        elif isinstance(place, TopicPlace):
            self._next_leaf(visit, place)
        elif isinstance(place, ActivityPlace):
            self.activities.go_on(visit, place)
        elif isinstance(place, ReturnPlace):
            self.returns.try_picks(visit, place)
        elif isinstance(place, AboutPlace):
            leaves = self.stage.about(visit)[1]
            number = leaf_of(leaves, place.sentence) + 1
            self.go(AboutPlace(leaves[min(number, len(leaves) - 1)].first))

    def _next_leaf(self, visit: Visit, place: TopicPlace) -> None:
        """Go on; it never ends: next page, next topic, the quiz, and without a quiz home."""
        topics = self.edition.topics
        leaves = self.stage.leaves(visit, self.topic(place.topic))
        number = leaf_of(leaves, place.sentence) + 1
        following = topics.place(place.topic) + 1
        if number < len(leaves):
            self.go(TopicPlace(place.topic, leaves[number].first))
        elif following < len(topics):
            self.go(TopicPlace(topics[following].id))
        elif self.edition.questions:
            self.quiz.open()
        else:
            self.go(HomePlace())

    # -- showing -------------------------------------------------------------------------------

    def render(self) -> None:
        """Show the visitor's place."""
        visit = self.visit
        if visit is None:
            return
        match visit.place:
            case HomePlace() as place:
                self.stage.home(visit, place, returning=self.returns.offered(visit))
            case TopicPlace() as place:
                self._note_opened(place.topic)
                self.stage.read(visit, place, self.returns.keeping(visit, place.topic))
            case QuestionPlace() | ResultPlace() as place:
                self.quiz.render(visit, place)
            case ActivityPlace() as place:
                self.activities.render(visit, place)
            case ReturnPlace() as place:
                self.returns.render(visit, place)
            case ViewPlace() as place:
                self.stage.view(visit, place)
            case AboutPlace() as place:
                self.stage.tell_about(visit, place)
        self.shown.emit(self.stage.window.current)

    def _note_opened(self, topic_id: str) -> None:
        if topic_id != self._opened:
            self._opened = topic_id
            self.observer.saw("topic_opened", topic_id)

    def show_farewell(self) -> None:
        """Hide what was read at once; the visit is kept until it is wiped."""
        if self.visit is not None:
            self._away = True
            self.stage.farewell(self.visit, self.returns.goodbye(self.visit))
            self.shown.emit(self.stage.window.current)

    def resume(self) -> None:
        """Read on after the farewell."""
        self._away = False
        self.render()

    def show_again(self) -> None:
        """Show the visitor's place after something else had the window."""
        if self._away:
            self.show_farewell()
        else:
            self.render()

    def relook(self) -> None:
        """The glass became another size: show the same on it."""
        current = self.stage.window.current
        if self.visit is not None and self._away and current is not None:
            current.set_look(self.stage.look(self.visit))
        else:
            self.render()

    # -- what screens mean ---------------------------------------------------------------------

    def _on_made(self, screen: Screen) -> None:
        screen.requested.connect(self.on_request)
        self.quiz.connect_screen(screen)
        self.activities.connect_screen(screen)
        self.returns.connect_screen(screen)
        if isinstance(screen, HomeScreen):
            screen.topic_chosen.connect(self._on_topic)
            screen.quiz_chosen.connect(self.quiz.open)
        elif isinstance(screen, ViewScreen):
            screen.chosen.connect(self._on_choice)

    def _next_loudness(self, visit: Visit) -> None:
        """One step louder; after the loudest the softest."""
        step = self.stage.loudness(visit)
        visit.loudness = 1 if step >= self.stage.loudest else step + 1
        self.render()
        self.sounded.emit()

    def _on_topic(self, topic_id: str) -> None:
        left = None if self.visit is None else self.visit.left
        same = isinstance(left, TopicPlace) and left.topic == topic_id
        self.go(left if same and left is not None else TopicPlace(topic_id))

    def speak(self, language: str) -> None:
        """Show the visit in another language: the same sentence, the same state of the quiz."""
        # Few visits need it, and a start should not pay for it.
        from kiosk.domain.translating import translate

        if self.visit is not None:
            translate(self.visit, self.edition, self.stage.content.edition(language))
            self.render()

    def _on_choice(self, what: str) -> None:
        visit = self.visit
        if visit is None:
            return
        match what:
            case "dark":
                visit.letters = visit.letters.other_theme()
            case "mirror":
                visit.mirrored = not visit.mirrored
            case "lower":
                visit.lowered = not visit.lowered
                visit.place = ViewPlace(self.stage.page_of(visit, what))
            case "hold":
                visit.hold_longer()
            case "sentences":
                visit.one_by_one = not visit.one_by_one
            case "sound":
                self._next_loudness(visit)
                return
            case "about":
                self.go(AboutPlace())
                return
            case _:
                self.speak(language_meant(what, self.edition.language, self.stage.content))
                return
        self.render()
