"""Home: the cards, the quiz, and pages of six where there are more (DESIGN.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from kiosk.ui.screens.home import whole_sentences
from kiosk.ui.widgets.cards import TopicCard
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from tests.ui.support.kiosk import FULL_HD, LETTERS, SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_question, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

SHELF = {"nav.done", "nav.view", "nav.size"}


def cards(kiosk: Kiosk) -> list[str]:
    """The topics whose cards show, in the order of sight."""
    found = [identifier for identifier in kiosk.widgets() if identifier.startswith("home.topic.")]
    return [
        identifier.removeprefix("home.topic.")
        for identifier in sorted(found, key=lambda one: kiosk.box(one)[1::-1])
    ]


@pytest.fixture
def twelve(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(Plan(pack_of(12)))
    kiosk.press("attract.read")
    return kiosk


def test_a_card_opens_its_topic(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-2")
    assert kiosk.screen == "screen.topic"
    assert kiosk.name("topic.title") == "Kaart 2"


def test_a_card_is_named_by_its_title(start: Callable[[Plan], Kiosk]) -> None:
    topics = [make_topic(1, title="Wandel\u00adroute")]
    kiosk = start(Plan(make_pack(topics)))
    kiosk.press("attract.read")
    assert kiosk.name("home.topic.kaart-1").split("\n")[0] == "Wandelroute"


def test_a_topic_that_was_read_can_be_opened_from_home_again(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next", "nav.home", "home.topic.kaart-1")
    assert kiosk.name("topic.progress").startswith("Pagina 1 van 2")


def test_up_to_six_topics_show_at_once(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(6)))
    kiosk.press("attract.read")
    assert cards(kiosk) == [f"kaart-{number}" for number in range(1, 7)]
    assert not kiosk.shows("nav.next")
    assert not kiosk.shows("home.progress")


def test_more_topics_come_in_pages_of_six_with_the_quiz_on_each(twelve: Kiosk) -> None:
    quiz = twelve.box("home.quiz")
    assert cards(twelve) == [f"kaart-{number}" for number in range(1, 7)]
    assert twelve.name("home.progress") == "Kaarten 1 tot 6 van 12"
    twelve.press("nav.next")
    assert cards(twelve) == [f"kaart-{number}" for number in range(7, 13)]
    assert twelve.name("home.progress") == "Kaarten 7 tot 12 van 12"
    assert twelve.box("home.quiz") == quiz
    twelve.press("nav.next")
    assert cards(twelve) == [f"kaart-{number}" for number in range(1, 7)]


def test_the_last_page_of_home_may_be_short(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(7)))
    kiosk.press("attract.read")
    first = kiosk.box("home.topic.kaart-1")
    kiosk.press("nav.next")
    assert cards(kiosk) == ["kaart-7"]
    assert kiosk.box("home.topic.kaart-7") == first
    assert kiosk.shows("home.quiz")


def test_back_from_a_topic_leads_to_the_page_of_home_it_came_from(twelve: Kiosk) -> None:
    twelve.press("nav.next", "home.topic.kaart-8", "nav.back")
    assert "kaart-8" in cards(twelve)


def test_the_page_of_home_survives_another_size_of_letters(twelve: Kiosk) -> None:
    twelve.press("nav.next", "nav.size")
    assert "kaart-8" in cards(twelve)


def test_the_quiz_opens_from_any_page_of_home(twelve: Kiosk) -> None:
    twelve.press("nav.next", "home.quiz")
    assert twelve.screen == "screen.quiz"


def test_one_topic_is_enough(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(1, 1)))
    kiosk.press("attract.read")
    assert cards(kiosk) == ["kaart-1"]
    assert set(kiosk.widgets()) > {"home.quiz"} | SHELF


def test_without_questions_there_is_no_quiz(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(2, 0)))
    kiosk.press("attract.read")
    assert not kiosk.shows("home.quiz")
    assert cards(kiosk) == ["kaart-1", "kaart-2"]


def test_without_topics_the_kiosk_still_works(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(make_pack([])))
    assert kiosk.name("attract.topic") == "Een proef"
    kiosk.press("attract.topic")
    assert kiosk.screen == "screen.home"
    kiosk.press("nav.done")
    assert kiosk.screen == "screen.farewell"


def test_where_nothing_fits_above_a_title_the_drawing_stands_beside_it(
    start: Callable[[Plan], Kiosk],
) -> None:
    pack = make_pack(
        [make_topic(number, title="Luister naar uw lichaam") for number in range(1, 7)]
    )
    placed: list[set[str]] = []
    for size in (FULL_HD, SIZES[1]):
        kiosk = start(Plan(pack, size=size))
        kiosk.enter(LETTERS[1])
        cards = [widget for widget in kiosk.widgets().values() if isinstance(widget, TopicCard)]
        placed.append({card.drawing for card in cards})
    assert placed == [{"above"}, {"beside"}]


def test_on_small_glass_pictures_give_way_and_words_do_not(start: Callable[[Plan], Kiosk]) -> None:
    titles = ["Luister naar uw lichaam", "Wat nog niet bekend is"] * 3
    topics = [make_topic(number, title=title) for number, title in enumerate(titles, 1)]
    pack = make_pack(topics, [make_question(1, "kaart-1")])
    pictured: list[set[bool]] = []
    for size in (FULL_HD, SIZES[5]):
        kiosk = start(Plan(pack, size=size))
        kiosk.enter(LETTERS[2])
        shown = [widget for widget in kiosk.widgets().values() if isinstance(widget, TopicCard)]
        assert [card.words for card in shown] == titles
        pictured.append({card.pictured for card in shown})
    assert pictured == [{True}, {False}]


def test_a_subtitle_that_needs_two_lines_has_one_for_each_sentence() -> None:
    text, style = "Wat is bekend bij MS? Kies een kaart.", Style.of(QFont(), 1.3, apart=0.0)
    whole = Flow((paragraph(text),), style, 10_000)
    parts = whole_sentences(text, style, round(whole.widest * 0.8))
    assert [part.text for part in parts] == ["Wat is bekend bij MS?", "Kies een kaart."]
    # One line stays one line.
    assert len(whole_sentences(text, style, 10_000)) == 1
