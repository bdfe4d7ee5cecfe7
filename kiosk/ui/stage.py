"""Shows places of a visit in the window: the right screen, with the right words, in its look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Edition, Topic
from kiosk.domain.slip import is_asking
from kiosk.domain.visit import AboutPlace, HomePlace, TopicPlace, ViewPlace, Visit
from kiosk.ui.content import Content
from kiosk.ui.leaves import Keeping, Leaves, asking, sheet_words, topic_words
from kiosk.ui.paging.leaf import Leaf, page_at
from kiosk.ui.paging.paginate import WordsOf, leaf_of
from kiosk.ui.screen import Screen
from kiosk.ui.screens.about import AboutScreen
from kiosk.ui.screens.farewell import FarewellScreen, Goodbye
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.sentence import SentenceScreen
from kiosk.ui.screens.topic import TopicScreen
from kiosk.ui.screens.view import Choice, ViewScreen, choices_a_page
from kiosk.ui.sheets import about_topic, choices
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.card_boxes import cards_a_page
from kiosk.ui.window import KioskWindow

S = TypeVar("S", bound=Screen)
# As in domain/speaking.py, which only who listens loads.
LOUDEST = 4
LookOf = Callable[[Letters, str, bool], Look]


class Stage(QObject):
    """Owns the window's screens. `made(screen)` is emitted for each new one, to be connected."""

    made = Signal(object)

    def __init__(
        self, window: KioskWindow, content: Content, look_of: LookOf, start: Letters
    ) -> None:
        super().__init__(window)
        self.window = window
        self.content = content
        self.start = start
        # How loud a visit is read aloud, from 1 to 4; 0 where nothing can be. And the loudest.
        self.loudness: Callable[[Visit], int] = _silent
        self.loudest = LOUDEST
        self._look_of = look_of
        self._leaves = Leaves()

    # -- what everything is shown with ---------------------------------------------------------

    def edition(self, visit: Visit | None) -> Edition:
        """The pack in the visitor's language."""
        return self.content.edition(visit.language if visit is not None else "")

    def look(self, visit: Visit | None) -> Look:
        """How the window looks for this visitor; without one, as at the start."""
        language = self.edition(visit).language
        if visit is None:
            return self._look_of(self.start, language, False)
        look = self._look_of(visit.letters, language, visit.mirrored)
        if visit.lowered and look.metrics.can_lower:
            return look._replace(metrics=look.metrics._replace(lowered=True))
        return look

    def topic(self, visit: Visit | None, topic_id: str) -> Topic:
        """A topic by its id."""
        topics = self.edition(visit).topics
        return asking(topics[topics.place(topic_id)], self.look(visit))

    def leaves(self, visit: Visit, topic: Topic) -> tuple[Leaf, ...]:
        """The leaves of a topic as this visitor reads it."""
        look = self.look(visit)
        topic = asking(topic, look)
        return self.leaves_of(visit, topic, topic_words(self.edition(visit), topic, look))

    def leaves_of(self, visit: Visit, topic: Topic, words: WordsOf) -> tuple[Leaf, ...]:
        """The leaves of what is set like a topic, with the lines that `words` makes."""
        look, edition = self.look(visit), self.edition(visit)
        return self._leaves.of(topic, look, words, edition, one_by_one=visit.one_by_one)

    def leaf(self, visit: Visit, place: TopicPlace) -> tuple[str, int]:
        """Which leaf of which topic a place is on, at these letters."""
        leaves = self.leaves(visit, self.topic(visit, place.topic))
        return place.topic, leaf_of(leaves, place.sentence)

    def about(self, visit: Visit) -> tuple[Topic, tuple[Leaf, ...]]:
        """The sheet "Over deze tekst" as a topic, and its leaves."""
        look = self.look(visit)
        topic = about_topic(self.edition(visit), self.content, look.strings)
        return topic, self._leaves.of(topic, look, sheet_words(look))

    # -- screens -------------------------------------------------------------------------------

    def screen(self, kind: type[S], visit: Visit | None) -> S:
        """The screen of a kind that shows, in today's look, else a new one."""
        current = self.window.current
        look = self.look(visit)
        if isinstance(current, kind):
            current.look = look
            return current
        make = cast("Callable[[QWidget, Look], S]", kind)
        screen = make(self.window, look)
        self.made.emit(screen)
        self.window.show_screen(screen)
        return screen

    def forget(self) -> None:
        """Keep nothing of a visit."""
        self._leaves = Leaves()

    def farewell(self, visit: Visit, goodbye: Goodbye) -> None:
        """Hide what was read, and show what is taken along."""
        self.screen(FarewellScreen, visit).show_goodbye(goodbye)

    def home(self, visit: Visit, place: HomePlace, *, returning: bool) -> None:
        """Show the cards of one page of topics; `returning`: and the way back with a code."""
        edition = self.edition(visit)
        cards = cards_a_page(self.look(visit).metrics, returning=returning)
        # A page of three cards may be gone where six stand on one.
        first = place.page % self.home_pages(visit, returning=returning) * cards
        last = min(first + cards, len(edition.topics))
        self.screen(HomeScreen, visit).show_cards(
            (edition.title, edition.subtitle),
            [edition.topics[number] for number in range(first, last)],
            first=first,
            count=len(edition.topics),
            quiz=bool(edition.questions),
            returning=returning,
            translated=len(self.content.languages) > 1,
        )

    def home_pages(self, visit: Visit, *, returning: bool = False) -> int:
        """How many pages of cards home has; `returning` as in `home`."""
        cards = cards_a_page(self.look(visit).metrics, returning=returning)
        return max(1, -(-len(self.edition(visit).topics) // cards))

    def read(self, visit: Visit, place: TopicPlace, keeping: Keeping) -> None:
        """Show the leaf of a topic on which a sentence stands; `keeping` is for its questions."""
        topic = self.topic(visit, place.topic)
        leaves = self.leaves(visit, topic)
        number = leaf_of(leaves, place.sentence)
        look = self.look(visit)
        words = topic_words(self.edition(visit), topic, look)
        shown = words(number + 1, len(leaves), leaves[number].shape.minutes)
        if is_asking(page_at(topic, leaves[number])):
            shown = shown._replace(keep=keeping.words, kept=keeping.kept)
        kind = TopicScreen
        if visit.one_by_one:
            kind = SentenceScreen
            progress = look.strings("topic.sentence", number=number + 1, count=len(leaves))
            shown = shown._replace(progress=progress)
        self.screen(kind, visit).show_leaf(topic, leaves[number], shown)

    def tell_about(self, visit: Visit, place: AboutPlace) -> None:
        """Show a leaf of "Over deze tekst"."""
        topic, leaves = self.about(visit)
        number = leaf_of(leaves, place.sentence)
        shown = sheet_words(self.look(visit))(number + 1, len(leaves), False)
        more = number + 1 < len(leaves)
        self.screen(AboutScreen, visit).show_leaf(topic, leaves[number], shown, goes_on=more)

    def choices(self, visit: Visit) -> list[list[Choice]]:
        """What "Taal en scherm" offers, page by page."""
        look = self.look(visit)
        offer = choices(visit, self.content, look, self.loudness(visit))
        most = choices_a_page(look.metrics, len(offer))
        return [offer[first : first + most] for first in range(0, len(offer), most)]

    def page_of(self, visit: Visit, what: str) -> int:
        """The page of "Taal en scherm" that offers a choice."""
        for number, page in enumerate(self.choices(visit)):
            if any(choice.what == what for choice in page):
                return number
        return 0

    def view(self, visit: Visit, place: ViewPlace) -> None:
        """Show a page of "Taal en scherm"."""
        pages = self.choices(visit)
        screen = self.screen(ViewScreen, visit)
        screen.show_choices(pages[place.page % len(pages)], more=len(pages) > 1)


def _silent(_visit: Visit) -> int:
    return 0
