"""Three pictures bring back the sentence and the quiz, until midnight (issue 6, farewell)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.returning import MOST, TRIES, Kept
from kiosk.domain.visit import TopicPlace
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_question, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable


from tests.ui.return_support import CARDS, code, come_back, other_than

# -- leaving -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [
        ("home.topic.kaart-1",),
        ("home.quiz",),
        ("home.quiz", "quiz.option.1", "quiz.stop"),
        ("home.quiz", "quiz.option.1", "quiz.read-more"),
    ],
)
def test_pictures_show_when_a_page_or_the_quiz_was_open(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    kiosk.press("attract.read", *way)
    kiosk.press("quiz.stop" if kiosk.shows("quiz.stop") else "nav.done")
    if kiosk.screen != "screen.farewell":
        kiosk.press("nav.done")
    assert len(code(kiosk)) == 3
    assert kiosk.shows("farewell.return")


@pytest.mark.parametrize("way", [(), ("nav.view",), ("nav.view", "view.about")])
def test_no_pictures_where_nothing_was_open(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    kiosk.press("attract.read", *way, "nav.done")
    assert not [name for name in kiosk.widgets() if "picture" in name]
    kiosk.wait(21)
    kiosk.press("attract.read")
    assert not kiosk.shows("home.return")


def test_the_farewell_is_as_calm_as_ever(reader: Kiosk) -> None:
    reader.press("nav.done")
    buttons = {node.identifier for node in reader.nodes() if node.role == "Button"}
    assert buttons == {"farewell.wipe", "farewell.resume"}
    reader.wait(19.8)
    assert reader.screen == "screen.farewell"
    reader.wait(0.3)
    assert reader.screen == "screen.attract"


def test_who_reads_on_keeps_their_pictures(reader: Kiosk) -> None:
    reader.press("nav.done")
    first = code(reader)
    reader.press("farewell.resume", "nav.back", "nav.done")
    assert code(reader) == first
    assert len(reader.session.navigator.returns.codes) == 1


def test_when_no_more_codes_may_live_the_farewell_shows_none(reader: Kiosk) -> None:
    codes = reader.session.navigator.returns.codes
    for _ in range(MOST):
        codes.give(Kept(TopicPlace("kaart-1"), None, "nl"))
    reader.press("nav.done")
    assert not reader.shows("farewell.return")
    reader.press("farewell.resume")


# -- coming back ---------------------------------------------------------------------------------


def test_three_pictures_bring_back_the_page(reader: Kiosk) -> None:
    body, progress = reader.name("topic.body"), reader.name("topic.progress")
    reader.press("nav.done")
    pictures = code(reader)
    reader.wait(21)
    reader.press("attract.read", "home.topic.kaart-1", "nav.home")
    reader.wait(200)
    assert reader.screen == "screen.attract"
    come_back(reader, pictures)
    assert (reader.name("topic.body"), reader.name("topic.progress")) == (body, progress)
    reader.press("nav.back")
    assert reader.screen == "screen.home"


def test_the_sentence_comes_back_in_other_letters(start: Callable[[Plan], Kiosk]) -> None:
    """Letters are those of the door; the sentence at the top is the one that was read."""
    kiosk = start(Plan(pack_of(), size=SIZES[2]))
    kiosk.press("attract.larger", "home.topic.kaart-1", "nav.next")
    top = kiosk.name("topic.body").split(".")[0]
    kiosk.press("nav.done")
    pictures = code(kiosk)
    kiosk.wait(21)
    come_back(kiosk, pictures)
    assert kiosk.look.letters == LETTERS[1]
    assert top in kiosk.name("topic.body")


def test_the_quiz_comes_back_as_it_was(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.quiz", "quiz.option.2", "quiz.next", "quiz.option.2")
    kiosk.press("quiz.stop")
    result = kiosk.nodes()
    kiosk.press("nav.done")
    pictures = code(kiosk)
    visit = kiosk.session.navigator.visit
    assert visit is not None
    kiosk.wait(21)
    kiosk.press("attract.read", "home.quiz", "quiz.option.1", "nav.home")
    kiosk.wait(200)
    come_back(kiosk, pictures)
    assert kiosk.nodes() == result
    back = kiosk.session.navigator.visit
    assert back is not None
    assert back.quiz == visit.quiz
    kiosk.press("nav.home", "home.quiz")
    assert kiosk.name("quiz.progress") == "Vraag 3 van 3"


def test_the_language_comes_with_the_sentence(start: Callable[[Plan], Kiosk]) -> None:
    pack = make_pack([make_topic(1)], [make_question(1, "kaart-1")], languages=("nl", "fr"))
    kiosk = start(Plan(pack, languages=("nl", "fr")))
    kiosk.press("attract.read", "nav.view", "view.language", "nav.home", "home.topic.kaart-1")
    kiosk.press("nav.done")
    visit = kiosk.session.navigator.visit
    assert visit is not None
    pictures = set(visit.code or ())
    kiosk.wait(21)
    come_back(kiosk, pictures)
    after = kiosk.session.navigator.visit
    assert after is not None
    assert after.language == visit.language == "fr"


def test_a_code_lives_on_after_it_was_used_and_can_be_wiped_by_its_owner(reader: Kiosk) -> None:
    reader.press("nav.done")
    pictures = code(reader)
    for _ in range(2):
        reader.wait(21)
        come_back(reader, pictures)
        reader.press("nav.done")
        assert code(reader) == pictures
    reader.press("farewell.wipe", "attract.read")
    assert not reader.shows("home.return")


def test_a_touch_too_many_is_taken_back_with_one(reader: Kiosk) -> None:
    reader.press("nav.done")
    pictures = code(reader)
    reader.wait(21)
    reader.press("attract.read", "home.return")
    assert not reader.shows("nav.next")
    chosen = [f"return.picture.{one}" for one in sorted(pictures)]
    extra = next(card for card in CARDS if card not in chosen)
    reader.press(*chosen, extra)
    assert not reader.shows("nav.next")
    assert reader.name("return.state") == "1 te veel"
    reader.press(extra)
    states = {node.identifier: node for node in reader.nodes()}
    assert [card for card in CARDS if "checked" in states[card].states] == [
        card for card in CARDS if card in chosen
    ]
    reader.press("nav.next")
    assert reader.screen == "screen.topic"


@pytest.mark.parametrize("wrong", [1, 2, 3])
def test_wrong_pictures_are_forgiven_and_nothing_tells_which(reader: Kiosk, wrong: int) -> None:
    reader.press("nav.done")
    pictures = code(reader)
    reader.wait(21)
    come_back(reader, other_than(pictures, wrong=wrong))
    assert reader.screen == "screen.return"
    assert reader.name("return.state") == "0 van 3 gekozen"
    assert (
        reader.name("return.text") == "Met deze drie vinden we niets. Probeer het gerust nog eens."
    )
    assert not [node for node in reader.nodes() if "checked" in node.states]
    reader.press(*(f"return.picture.{one}" for one in pictures), "nav.next")
    assert reader.screen == "screen.topic"


def test_after_three_wrong_tries_this_visit_has_no_more(reader: Kiosk) -> None:
    reader.press("nav.done")
    pictures = code(reader)
    reader.wait(21)
    wrong = [f"return.picture.{one}" for one in sorted(other_than(pictures, wrong=1))]
    reader.press("attract.read", "home.return")
    for _ in range(TRIES):
        reader.press(*wrong, "nav.next")
    assert not set(CARDS) & set(reader.widgets())
    assert not reader.shows("nav.next")
    assert "geeft niet" in reader.name("return.text")
    reader.press("nav.home")
    assert not reader.shows("home.return")
    reader.press("nav.done", "farewell.wipe")
    come_back(reader, pictures)
    assert reader.screen == "screen.topic", "the next visitor may try, and the code still lives"


@pytest.mark.parametrize("how", ["nav.back", "nav.home", "Esc"])
def test_escape_and_back_lead_home(reader: Kiosk, how: str) -> None:
    reader.press("nav.done")
    reader.wait(21)
    reader.press("attract.read", "home.return", CARDS[0])
    if how == "Esc":
        reader.key(Qt.Key.Key_Escape)
    else:
        reader.press(how)
    assert reader.screen == "screen.home"
    reader.press("home.return")
    assert reader.name("return.state") == "0 van 3 gekozen"
