"""Leads a visitor away with a code of pictures, and back with it; keeps questions for the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.domain.returning import PICKS, TRIES, Codes, Kept, toggled
from kiosk.domain.slip import has_room, slip
from kiosk.domain.visit import (
    ActivityPlace,
    HomePlace,
    QuestionPlace,
    ResultPlace,
    ReturnPlace,
    TopicPlace,
    Visit,
)
from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.leaves import Keeping
from kiosk.ui.screen import Screen
from kiosk.ui.screens.farewell import FarewellScreen, Goodbye
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.returning import Asked, ReturnScreen

if TYPE_CHECKING:
    from kiosk.ui.navigator import Navigator

# How often it is looked whether the day has turned, while a code lives, in ms.
LOOK_MS = 30_000


class ReturnGuide(QObject):
    """The farewell's part of the navigator, which it serves. Its codes outlive visits.

    Owns the timer that forgets them at midnight.
    """

    def __init__(self, navigator: Navigator, codes: Codes) -> None:
        super().__init__(navigator)
        self._navigator = navigator
        self.codes = codes
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.setInterval(LOOK_MS)
        self._midnight.timeout.connect(self._look_at_day)

    # -- leaving -------------------------------------------------------------------------------

    def goodbye(self, visit: Visit) -> Goodbye:
        """What the farewell offers: the way back to an open page or quiz, and kept questions."""
        code = None
        place = visit.place
        if isinstance(place, ActivityPlace):
            # What somebody wishes for is theirs: only the page is kept where they were asked.
            place = TopicPlace(place.topic)
        if isinstance(place, TopicPlace | QuestionPlace | ResultPlace):
            kept = Kept(place, visit.quiz, self._navigator.edition.language)
            code = visit.code = self.codes.give(kept, visit.code)
            self._watch()
        questions = self.questions(visit)
        heading = self._heading(visit)
        return Goodbye(
            tuple(sorted(code or ())),
            questions,
            slip(heading, questions) if questions else "",
        )

    def _on_wipe(self) -> None:
        """Forget the code of the visit too: its visitor asked to wipe everything."""
        visit = self._navigator.visit
        if visit is not None:
            self.codes.drop(visit.code)
            self._watch()
        self._navigator.wiped.emit()

    def forget(self) -> None:
        """Forget every code: another pack has other places."""
        self.codes.forget()
        self._watch()

    def close(self) -> None:
        """Forget everything, and let nothing run."""
        self.forget()

    # -- coming back ---------------------------------------------------------------------------

    def offered(self, visit: Visit) -> bool:
        """Whether home offers the way back: a code lives, and this visitor may still try."""
        return visit.misses < TRIES and len(self.codes) > 0

    def open(self) -> None:
        """Show the nine pictures."""
        self._navigator.go(ReturnPlace())

    def render(self, visit: Visit, place: ReturnPlace) -> None:
        """Show the nine pictures as this visitor has touched them."""
        screen = self._navigator.stage.screen(ReturnScreen, visit)
        screen.show_asked(Asked(place.picks, place.wrong, visit.misses >= TRIES, place.page))

    def try_picks(self, visit: Visit, place: ReturnPlace) -> None:
        """Go back to where the pictures lead; where they lead nowhere, all may be chosen anew."""
        if len(place.picks) != PICKS or visit.misses >= TRIES:
            return
        kept = self.codes.find(place.picks)
        if kept is None:
            visit.misses += 1
            visit.stay_at(ReturnPlace((), wrong=True))
        else:
            visit.code = frozenset(place.picks)
            visit.language = kept.language
            visit.quiz = kept.quiz or visit.quiz
            visit.stay_at(kept.place)
        self._navigator.render()

    def connect_screen(self, screen: Screen) -> None:
        """Hear what the screens of going and coming back mean."""
        if isinstance(screen, FarewellScreen):
            screen.wipe_requested.connect(self._on_wipe)
            screen.resume_requested.connect(self._navigator.resume)
        elif isinstance(screen, ReturnScreen):
            screen.picked.connect(self._on_picked)
            screen.more_requested.connect(self._on_more)
        elif isinstance(screen, LeafScreen):
            screen.keep_requested.connect(self._on_keep)
        elif isinstance(screen, HomeScreen):
            screen.return_chosen.connect(self.open)

    def _on_picked(self, picture: str) -> None:
        visit = self._navigator.visit
        if visit is not None and isinstance(visit.place, ReturnPlace):
            picks = toggled(visit.place.picks, picture)
            visit.stay_at(ReturnPlace(picks, page=visit.place.page))
            self._navigator.render()

    def _on_more(self) -> None:
        visit = self._navigator.visit
        if visit is not None and isinstance(visit.place, ReturnPlace):
            visit.stay_at(visit.place._replace(page=visit.place.page + 1))
            self._navigator.render()

    # -- questions for the doctor --------------------------------------------------------------

    def questions(self, visit: Visit) -> tuple[str, ...]:
        """The questions that a visitor keeps, in the language shown, in the order of the topics."""
        topics = self._navigator.edition.topics
        # Each page asks for them: topics that nobody kept are not read.
        kept = sorted(place for topic in visit.asks for place in self._places(topic))
        return tuple(question for place in kept for question in topics[place].questions)

    def keeping(self, visit: Visit, topic_id: str) -> Keeping:
        """What the button of a topic's questions says now."""
        say = self._navigator.stage.look(visit).strings
        if topic_id in visit.asks:
            return Keeping(say("topic.kept"), True)
        if not self._has_room(visit, topic_id):
            return Keeping(say("topic.keep_full"))
        several = len(self._asked(topic_id)) > 1
        return Keeping(say("topic.keep" if several else "topic.keep_one"))

    def _asked(self, topic_id: str) -> tuple[str, ...]:
        topics = self._navigator.edition.topics
        return topics[topics.place(topic_id)].questions

    def _places(self, topic_id: str) -> tuple[int, ...]:
        """The place of a topic; none where an author took it away meanwhile."""
        try:
            return (self._navigator.edition.topics.place(topic_id),)
        except KeyError:
            return ()

    def _has_room(self, visit: Visit, topic_id: str) -> bool:
        return has_room(self._heading(visit), self.questions(visit), self._asked(topic_id))

    def _on_keep(self, topic_id: str) -> None:
        """Keep the questions of a topic, or let them go again."""
        visit = self._navigator.visit
        if visit is None:
            return
        if topic_id in visit.asks:
            visit.asks.remove(topic_id)
        elif self._has_room(visit, topic_id):
            visit.asks.append(topic_id)
        self._navigator.render()
        current = self._navigator.stage.window.current
        if current is not None:
            current.announce(self.keeping(visit, topic_id).words)

    def _heading(self, visit: Visit) -> str:
        return self._navigator.stage.look(visit).strings("farewell.questions")

    # -- midnight ------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Look at the day while there is something to forget, and at nothing else."""
        if not len(self.codes):
            self._midnight.stop()
        elif not self._midnight.isActive():
            self._midnight.start()

    def _look_at_day(self) -> None:
        self._watch()
        visit = self._navigator.visit
        if len(self.codes) or visit is None or not isinstance(visit.place, HomePlace):
            return
        if isinstance(self._navigator.stage.window.current, HomeScreen):
            self._navigator.render()
