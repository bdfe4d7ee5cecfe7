"""What a screen reader makes of the kiosk: Orca itself, with its words written down (X1 to X3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.screen_reader import Orca, is_there
from tests.journeys.support.walks import answer, open_home, open_topic, pages_onward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.house import House
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot

    Pair = tuple[Kiosk, Orca]

pytestmark = pytest.mark.skipif(
    not is_there(),
    reason="Orca is not there: ./dev test unpacks it where apt-get can fetch it",
)


@pytest.fixture(scope="module")
def read_aloud(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A kiosk of its own with a screen reader, for all of these journeys."""
    stay = house.guest(Plan())
    orca = Orca(stay.kiosk.desk, tmp_path_factory.mktemp("orca"))
    yield stay.kiosk, orca
    orca.close()
    stay.close()


@pytest.fixture
def pair(read_aloud: Pair) -> Pair:
    """The two, with the kiosk at attract."""
    kiosk, orca = read_aloud
    for way in ("nav.done", "quiz.stop", "nav.done", "farewell.wipe"):
        if kiosk.find(way) is not None:
            kiosk.step(way)
    kiosk.wait_for("screen.attract")
    orca.forget()
    return kiosk, orca


@pytest.fixture
def spoken(pair: Pair) -> Kiosk:
    return pair[0]


@pytest.fixture
def orca(pair: Pair) -> Orca:
    return pair[1]


def words(*texts: str) -> list[str]:
    """Every word, with its marks, in order."""
    return " ".join(texts).split()


def lacking(said: list[str], shown: Snapshot, *, apart: tuple[str, ...] = ()) -> str:
    """The first label or button that Orca does not say after the ones before it.

    A picture, or what stands in `apart` beside other things, may come at any moment: lines are read
    from side to side.
    """
    spoken = " ".join(words(*said))
    at = 0
    for node in shown:
        if node.role not in {"label", "graphic", "push button"} or not node.name:
            continue
        name = " ".join(words(node.name))
        beside = node.identifier in apart or node.role == "graphic"
        found = spoken.find(name, 0 if beside else at)
        if found < 0:
            return f"{node.identifier}: {name}\n{spoken}"
        if not beside:
            at = found + len(name)
    return ""


def test_every_page_is_read_whole_and_in_order(spoken: Kiosk, orca: Orca) -> None:
    """Nothing more and nothing less: title, progress, heading, text, and the shelf after it."""
    open_topic(spoken)
    pages = 0
    for shown in pages_onward(spoken):
        said = orca.read_screen()[1:]  # first it says where the focus is
        pictures = [node.name for node in shown if node.role == "graphic"]
        labels = [node.name for node in shown if node.role in {"label", "push button"}]
        assert [one for one in said if one in pictures] == pictures
        assert words(*(one for one in said if one not in pictures)) == words(*labels)
        pages += 1
    assert pages >= 20


def test_every_other_screen_of_a_visit_is_read_in_order(spoken: Kiosk, orca: Orca) -> None:
    def read(*apart: str) -> None:
        shown = spoken.settled()
        assert lacking(orca.read_screen(), shown, apart=apart) == ""

    open_home(spoken)
    read("home.quiz")
    spoken.open("nav.view", "screen.view")
    read()
    spoken.open("view.about", "screen.about")
    read()
    spoken.open("nav.home", "screen.home")
    spoken.open("home.quiz", "screen.quiz")
    read()
    answer(spoken, right=False)
    read("quiz.read-more")
    spoken.open("quiz.stop", "screen.quiz-result")
    read()
    spoken.open("nav.done", "screen.farewell")
    read("farewell.return")


def test_who_tabs_hears_each_control_by_its_words(spoken: Kiosk, orca: Orca) -> None:
    open_topic(spoken)
    spoken.key("Tab")
    orca.forget()
    for _ in spoken.settled().controls():
        spoken.key("Tab")
        focused = spoken.settled().focused()
        assert focused is not None
        orca.wait_for(focused.name)


def test_another_language_is_read_as_it_shows(spoken: Kiosk, orca: Orca) -> None:
    open_home(spoken)
    spoken.open("nav.view", "screen.view")
    for language in ("Français", "English", "Deutsch"):
        assert spoken.node("view.language").name == language
        spoken.do("view.language")
        spoken.wait_for("view.title")
        spoken.open("nav.home", "screen.home")
        spoken.open(spoken.settled().starting("home.topic.")[0].identifier, "screen.topic")
        shown = spoken.settled()
        said = orca.read_screen()
        assert lacking(said, shown) == ""
        spoken.open("nav.home", "screen.home")
        spoken.open("nav.view", "screen.view")
