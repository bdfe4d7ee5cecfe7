"""Leads through the activities: the wishes, and the answer to each, page by page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.domain.activities import answer
from kiosk.domain.visit import ActivityPlace, Place, TopicPlace, Visit
from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.paging.layout import Words
from kiosk.ui.paging.paginate import leaf_of
from kiosk.ui.screens.activity import ActivityAnswerScreen, ActivityScreen
from kiosk.ui.screens.sentence import ActivitySentenceScreen

if TYPE_CHECKING:
    from kiosk.domain.activities import Activities
    from kiosk.domain.pack import Topic
    from kiosk.ui.navigator import Navigator
    from kiosk.ui.paging.leaf import Leaf
    from kiosk.ui.screen import Screen
    from kiosk.ui.strings import Strings


class ActivityGuide(QObject):
    """The activities' part of the navigator, which it serves."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator = navigator

    # -- moving --------------------------------------------------------------------------------

    def go_on(self, visit: Visit, place: ActivityPlace) -> None:
        """The next page of an answer; after the last one the wishes, as they were."""
        read = self._read(visit, place)
        if read is None:
            return
        _, leaves = read
        number = leaf_of(leaves, place.sentence) + 1
        if number < len(leaves):
            self._navigator.go(place._replace(sentence=leaves[number].first))
        else:
            visit.return_to(ActivityPlace(place.topic))
            self._navigator.render()

    def leaf(self, visit: Visit, place: Place) -> tuple[str, int] | None:
        """Which leaf of which topic or answer a place is on; None for one that has no leaves."""
        if isinstance(place, TopicPlace):
            return self._navigator.stage.leaf(visit, place)
        read = self._read(visit, place) if isinstance(place, ActivityPlace) else None
        if read is None or not isinstance(place, ActivityPlace):
            return None
        return f"activity {place.wish}", leaf_of(read[1], place.sentence)

    # -- showing -------------------------------------------------------------------------------

    def render(self, visit: Visit, place: ActivityPlace) -> None:
        """Show the wishes, or a page of the answer to one."""
        activities, stage = self._navigator.edition.activities, self._navigator.stage
        if activities is None:
            # Another pack, which has none: its topic says what there is.
            visit.stay_at(TopicPlace(place.topic))
            self._navigator.render()
            return
        read = self._read(visit, place)
        if read is None:
            accent = self._navigator.topic(place.topic).accent
            stage.screen(ActivityScreen, visit).show_wishes(activities, accent)
            return
        topic, leaves = read
        number = leaf_of(leaves, place.sentence)
        key = "topic.sentence" if visit.one_by_one else "topic.page"
        words = _words(activities, stage.look(visit).strings, key, number + 1, len(leaves), False)
        kind: type[LeafScreen] = ActivityAnswerScreen
        if visit.one_by_one:
            kind = ActivitySentenceScreen
        stage.screen(kind, visit).show_leaf(topic, leaves[number], words)

    def _read(self, visit: Visit, place: ActivityPlace) -> tuple[Topic, tuple[Leaf, ...]] | None:
        """The answer to a wish and its leaves; None where no wish was chosen."""
        activities, stage = self._navigator.edition.activities, self._navigator.stage
        wish = activities.wish(place.wish) if activities is not None else None
        if activities is None or wish is None:
            return None
        topic = answer(activities, wish, self._navigator.topic(place.topic).accent)
        words = partial(_words, activities, stage.look(visit).strings, "topic.page")
        leaves = stage.leaves_of(visit, topic, words)
        # "Hierna: …" alone fills no page here: the wishes say where one is.
        return topic, leaves[:-1] if len(leaves) > 1 and leaves[-1].says_nothing else leaves

    # -- what screens mean ---------------------------------------------------------------------

    def connect_screen(self, screen: Screen) -> None:
        """Hear what a screen means that opens the activities, or is one of them."""
        if isinstance(screen, ActivityScreen):
            screen.wish_chosen.connect(self._on_wish)
        elif isinstance(screen, LeafScreen):
            screen.activities_requested.connect(self._on_opened)

    def _on_opened(self) -> None:
        visit = self._navigator.visit
        if visit is not None and isinstance(visit.place, TopicPlace):
            self._navigator.go(ActivityPlace(visit.place.topic))

    def _on_wish(self, wish: str) -> None:
        visit = self._navigator.visit
        if visit is not None and isinstance(visit.place, ActivityPlace):
            self._navigator.go(ActivityPlace(visit.place.topic, wish))


def _words(
    activities: Activities, say: Strings, key: str, number: int, count: int, _minutes: bool
) -> Words:
    """The lines of a leaf; after the answer come the wishes again."""
    following = say("topic.next", title=activities.title)
    return Words(say(key, number=number, count=count), following)
