"""`kiosk run --watch`: what an author saves shows at once, at the place where the author reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import RunOptions
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import HomePlace, QuestionPlace, TopicPlace, ViewPlace
from tests.app.house_support import House
from tests.content.builder import TOPIC, PackFolder
from tests.ui.support.events import deliver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.domain.visit import Place
    from kiosk.faces.watching import Watching

FILE = "nl/topics/10-een.md"


class Desk:
    """An author's pack, and the kiosk that watches it."""

    def __init__(self, house: House, pack: PackFolder) -> None:
        self.house = house
        self.pack = pack

    @property
    def watching(self) -> Watching:
        found = self.house.kiosk.watching
        assert found is not None
        return found

    @property
    def panel(self) -> str:
        return self.watching.panel.said

    def save(self, name: str, old: str, new: str) -> None:
        self.pack.replace(name, old, new)
        self.saved()

    def saved(self) -> None:
        self.watching.files.changed.emit()
        deliver()

    def read(self, place: Place) -> None:
        session = self.house.session
        assert session is not None
        session.navigator.begin(place=place)
        deliver()

    @property
    def place(self) -> Place | None:
        session = self.house.session
        visit = None if session is None else session.navigator.visit
        return None if visit is None else visit.place


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    made = PackFolder(tmp_path / "pack")
    made.write("nl/topics/20-twee.md", TOPIC.replace('id = "een"', 'id = "twee"'))
    return made


@pytest.fixture
def desk(run: Callable[..., House], pack: PackFolder) -> Desk:
    return Desk(run(RunOptions(pack=pack.folder, watch=True)), pack)


def second_page(desk: Desk) -> TopicPlace:
    """The place of the second page of the second topic, where its first sentence stands."""
    session = desk.house.session
    assert session is not None
    topics = session.navigator.edition.topics
    page = topics[topics.place("twee")].pages[1]
    return TopicPlace("twee", next(iter(page.sentences())).id)


def test_only_authors_are_watched(run: Callable[..., House], pack: PackFolder) -> None:
    assert run(RunOptions(pack=pack.folder)).kiosk.watching is None


def test_pages_break_as_on_the_glass(desk: Desk) -> None:
    session = desk.house.session
    assert session is not None
    # 1366x768 px as if they were a 21.5 inch panel, whatever the author's screen says.
    assert session.navigator.stage.look(None).metrics.px_per_mm == pytest.approx(768 / 268)


def test_the_first_screen_shows_what_was_saved(desk: Desk) -> None:
    assert desk.house.screen == "screen.attract"
    desk.save(FILE, 'kernel = "Bewegen doet goed.', 'kernel = "Rusten doet ook goed.')
    assert "Rusten doet ook goed." in desk.house.said()


def test_a_reader_keeps_the_sentence_when_others_change(desk: Desk) -> None:
    place = second_page(desk)
    desk.read(place)
    desk.save("nl/topics/20-twee.md", "# Nog een blad\n", "# Een ander hoofd\n\nEen zin vooraf.\n")
    assert desk.place == place
    assert desk.house.screen == "screen.topic"
    assert "Een ander hoofd" in desk.house.said()
    assert "Hier staat nog wat." in desk.house.said()


def test_a_reader_keeps_the_page_when_its_sentence_changes(desk: Desk) -> None:
    desk.read(second_page(desk))
    desk.save("nl/topics/20-twee.md", "Hier staat nog wat.", "Hier staat nu iets heel anders.")
    assert "Hier staat nu iets heel anders." in desk.house.said()
    assert isinstance(desk.place, TopicPlace)
    assert desk.place.topic == "twee"


def test_errors_leave_the_page_and_stand_beside_it(desk: Desk) -> None:
    place = second_page(desk)
    desk.read(place)
    words = " ".join(["woord"] * 41) + "."
    desk.save("nl/topics/20-twee.md", "Hier staat nog wat.", f"Hier staat nog wat. {words}")
    assert "Hier staat nog wat." in desk.house.said()
    assert desk.place == place
    assert "nl/topics/20-twee.md:21\nerror: this page has 45 words\n→ use at most 40" in desk.panel
    assert "The page stays as it was" in desk.panel
    assert desk.panel.index("error:") < desk.panel.index("warning:")
    desk.save("nl/topics/20-twee.md", f" {words}", " Dat is goed.")
    assert "Dat is goed." in desk.house.said()
    assert "error" not in desk.panel


@pytest.mark.parametrize("half", ["", "+++\nid = ", '+++\nid = "twee"\n+++\n# H', b"\xff\xfe"])
def test_a_file_that_is_half_saved(desk: Desk, half: str | bytes) -> None:
    desk.read(second_page(desk))
    whole = desk.pack.read("nl/topics/20-twee.md")
    desk.pack.write("nl/topics/20-twee.md", half)
    desk.saved()
    assert "Hier staat nog wat." in desk.house.said()
    assert "nl/topics/20-twee.md" in desk.panel
    desk.pack.write("nl/topics/20-twee.md", whole)
    desk.saved()
    assert "Hier staat nog wat." in desk.house.said()
    assert "error" not in desk.panel


def test_a_new_topic_and_one_that_is_gone(desk: Desk) -> None:
    desk.read(TopicPlace("twee"))
    text = TOPIC.replace('id = "een"', 'id = "drie"').replace("Een kaart", "Derde kaart")
    desk.pack.write("nl/topics/30-drie.md", text)
    desk.saved()
    assert desk.place == TopicPlace("twee")
    desk.pack.path("nl/topics/20-twee.md").unlink()
    desk.saved()
    assert desk.place == HomePlace()
    assert desk.house.screen == "screen.home"
    assert "Derde kaart" in desk.house.said()


def test_a_question_keeps_its_answer(desk: Desk) -> None:
    session = desk.house.session
    assert session is not None
    desk.read(ViewPlace())
    visit = session.navigator.visit
    assert visit is not None
    visit.quiz = QuizRound.over(session.navigator.edition.questions).answered(0, 1)
    session.navigator.go(QuestionPlace(0))
    desk.save("nl/quiz.toml", "Wat doet goed?", "Wat doet u goed?")
    assert desk.place == QuestionPlace(0)
    assert visit.quiz is not None
    assert visit.quiz.answer_to(0) == 1
    assert "Wat doet u goed?" in desk.house.said()
    desk.save("nl/quiz.toml", desk.pack.read("nl/quiz.toml"), "question = []\n")
    assert desk.place == HomePlace()


def test_a_drawing_is_drawn_anew(desk: Desk) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480">{}</svg>'
    whole = '<rect width="480" height="480" fill="#F4B740"/>'
    desk.pack.write("images/beeld.svg", svg.format(whole))
    desk.save(FILE, "questions", 'image = "images/beeld.svg"\nalt = "Een vlak."\nquestions')
    desk.read(TopicPlace("een"))
    window = desk.house.kiosk.window
    before = window.grab().toImage()
    desk.pack.write("images/beeld.svg", svg.format(whole.replace("480", "240")))
    desk.saved()
    assert window.grab().toImage() != before


def test_a_pack_that_begins_with_errors(run: Callable[..., House], pack: PackFolder) -> None:
    pack.replace("nl/quiz.toml", "[[question]]", "[[question")
    desk = Desk(run(RunOptions(pack=pack.folder, watch=True)), pack)
    assert "Waarom bewegen?" in desk.house.said()
    assert "Another pack shows" in desk.panel
    assert "nl/quiz.toml:1" in desk.panel
    desk.save("nl/quiz.toml", "[[question", "[[question]]")
    assert "Bewegen doet goed." in desk.house.said()
    assert "Another pack" not in desk.panel


def test_the_display_shows_what_was_saved(run: Callable[..., House], pack: PackFolder) -> None:
    desk = Desk(run(RunOptions(pack=pack.folder, watch=True, mode="display")), pack)
    assert desk.house.screen == "screen.display"
    desk.save("pack.toml", 'nl = "Proef"', 'nl = "Een ander pakket"')
    for name in (FILE, "nl/topics/20-twee.md"):
        desk.save(name, 'kernel = "Bewegen doet goed.', 'kernel = "Rusten doet ook goed.')
    said = desk.house.said()
    assert "Rusten doet ook goed." in said or "Een ander pakket" in said


def test_hundreds_of_saves_leave_few_packs_open(desk: Desk) -> None:
    for number in range(12):
        desk.save(FILE, "Dat is fijn." if not number else f"Keer {number}.", f"Keer {number + 1}.")
    assert len(desk.watching.opened) < 10
    assert "error" not in desk.panel
