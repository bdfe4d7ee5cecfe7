"""Another language in the middle of a visit keeps the sentence and the quiz (issue 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.pack import Edition, Pack, Question, TopicList
from kiosk.ui.listening import VoiceManners
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_question, make_topic
from tests.ui.voice_support import MadeUpVoice, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

LANGUAGES = ("nl", "fr")
DUTCH = (
    ("Eerst", ("Dit is de eerste zin. Dit is de tweede zin.",)),
    ("Dan", ("Hier is nog een zin. En hier nog een. En dan nog een. Dan is het gedaan.",)),
)
FRENCH = (
    ("D'abord", ("Voici la première phrase. Voici la deuxième phrase.",)),
    ("Puis", ("Voici encore une phrase. Et c'est fini.",)),
)


def other(question: Question) -> Question:
    """The question in the other language, its right answer in another place."""
    first, *others = question.options
    options = tuple(option._replace(text=f"Réponse {option.text}") for option in (*others, first))
    ask = question.ask._replace(runs=(question.ask.runs[0]._replace(text=f"Fr {question.id} ?"),))
    return question._replace(ask=ask, options=options)


@pytest.fixture
def pack() -> Pack:
    questions = [make_question(number, "kaart-1") for number in (1, 2, 3)]
    made = make_pack([make_topic(1, Texts(DUTCH)), make_topic(2)], questions, languages=LANGUAGES)
    dutch = made.editions["nl"]
    french: Edition = dutch._replace(
        language="fr",
        topics=TopicList((make_topic(1, Texts(FRENCH)), make_topic(2))),
        questions=tuple(other(one) for one in reversed(questions)),
    )
    return made._replace(editions={"nl": dutch, "fr": french})


@pytest.fixture
def kiosk(start: Callable[[Plan], Kiosk], pack: Pack) -> Kiosk:
    kiosk = start(Plan(pack, languages=LANGUAGES))
    kiosk.press("attract.read")
    return kiosk


def speak_french(kiosk: Kiosk) -> None:
    """From a page or a question to French, and back home."""
    kiosk.press("nav.home", "nav.view", "view.language", "nav.back")


def test_the_card_leads_back_to_the_page_that_was_left(kiosk: Kiosk) -> None:
    kiosk.press("home.topic.kaart-1", "nav.next")
    speak_french(kiosk)
    assert kiosk.screen == "screen.home"
    kiosk.press("home.topic.kaart-1")
    assert kiosk.name("topic.heading") == "Puis"
    kiosk.press("nav.home", "home.topic.kaart-1")
    assert kiosk.name("topic.heading") == "D'abord", "as without another language"


def test_a_card_begins_at_the_start_without_another_language(kiosk: Kiosk) -> None:
    kiosk.press("home.topic.kaart-1", "nav.next", "nav.home", "nav.view", "view.dark", "nav.back")
    kiosk.press("home.topic.kaart-1")
    assert kiosk.name("topic.heading") == "Eerst"


def test_another_card_begins_at_its_start(kiosk: Kiosk) -> None:
    kiosk.press("home.topic.kaart-1", "nav.next")
    speak_french(kiosk)
    kiosk.press("home.topic.kaart-2")
    assert kiosk.name("topic.progress").startswith("Page 1")


def test_there_and_back_again_is_the_same_page(kiosk: Kiosk) -> None:
    kiosk.press("home.topic.kaart-1", "nav.next", "nav.home", "nav.view")
    kiosk.press("view.language", "view.language", "nav.home", "home.topic.kaart-1")
    assert kiosk.name("topic.heading") == "Dan"


def test_one_sentence_at_a_time_stays_and_so_does_the_sentence(kiosk: Kiosk) -> None:
    kiosk.press("nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    for _ in range(4):
        kiosk.press("nav.next")
    assert kiosk.name("topic.body") == "En dan nog een."
    speak_french(kiosk)
    kiosk.press("home.topic.kaart-1")
    assert kiosk.name("topic.body") == "Et c'est fini.", "half of two as half of four"


@pytest.mark.parametrize("letters", LETTERS, ids=str)
def test_in_all_letters_the_page_has_the_counterpart(
    start: Callable[[Plan], Kiosk], bundled: Loaded, letters: Letters
) -> None:
    """The bundled pack on the smallest glass: the same page of the author, as far along."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=SIZES[5], languages=LANGUAGES))
    kiosk.enter(letters)
    kiosk.press("home.topic.hersenen-in-beeld", "nav.next", "nav.next", "nav.next", "nav.next")
    heading = kiosk.name("topic.heading")
    dutch, french = (bundled.pack.edition(code) for code in LANGUAGES)
    pages = dutch.topics[dutch.topics.place("hersenen-in-beeld")].pages
    number = next(at for at, page in enumerate(pages) if page.heading.text == heading)
    assert number, "the first page would come without another language"
    kiosk.press("nav.home", "nav.view")
    while not kiosk.shows("view.language"):
        kiosk.press("nav.next")
    kiosk.press("view.language", "nav.home", "home.topic.hersenen-in-beeld")
    there = french.topics[french.topics.place("hersenen-in-beeld")].pages
    assert kiosk.name("topic.heading") == there[number].heading.text


def test_the_quiz_goes_on_at_its_question_with_its_answers(kiosk: Kiosk) -> None:
    kiosk.press("home.quiz", "quiz.option.2", "quiz.next")
    assert kiosk.name("quiz.question") == "Wat was vraag 2 ook weer?"
    speak_french(kiosk)
    kiosk.press("home.quiz")
    assert kiosk.name("quiz.question") == "Fr vraag-2 ?"
    assert kiosk.name("quiz.progress") == "Question 2 sur 3"
    kiosk.press("quiz.option.3", "quiz.next", "quiz.option.3", "quiz.next")
    assert kiosk.screen == "screen.quiz-result"
    assert kiosk.name("quiz.again").endswith("1 question")


def test_a_verdict_stays_that_of_the_same_answer(kiosk: Kiosk) -> None:
    navigator = kiosk.session.navigator
    kiosk.press("home.quiz", "quiz.option.2")
    before = [kiosk.name(name) for name in ("quiz.verdict", "quiz.why")]
    assert before[0] == "Niet juist"
    navigator.speak("fr")
    kiosk.flush()
    assert kiosk.screen == "screen.quiz"
    assert kiosk.name("quiz.question") == "Fr vraag-1 ?"
    assert kiosk.name("quiz.verdict") != before[0]
    assert kiosk.name("quiz.why") == before[1], "of the same answer, which is made up in Dutch"
    assert "Réponse" in kiosk.name("quiz.right-answer")
    navigator.speak("nl")
    kiosk.flush()
    assert [kiosk.name(name) for name in ("quiz.verdict", "quiz.why")] == before
    kiosk.press("nav.back")
    assert kiosk.shows("quiz.option.1"), "the question is open again"


def test_what_sounds_falls_silent_and_the_next_speaks_the_other_language(
    start: Callable[[Plan], Kiosk], pack: Pack
) -> None:
    reading = Reading(
        start(Plan(pack, languages=LANGUAGES)), MadeUpVoice("nl", "fr"), VoiceManners()
    )
    kiosk, voice = reading.kiosk, reading.voice
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.listen")
    assert voice.number
    kiosk.session.navigator.speak("fr")
    kiosk.flush()
    assert not voice.number
    assert reading.marked() == []
    voice.orders.clear()
    kiosk.press("nav.listen")
    voice.finish()
    assert {order.language for order in voice.orders} == {"fr"}
    assert "Voici la première phrase." in voice.said


def test_the_next_visitor_finds_nothing_of_it(kiosk: Kiosk) -> None:
    kiosk.press("home.topic.kaart-1", "nav.next")
    speak_french(kiosk)
    kiosk.press("nav.done", "farewell.wipe", "attract.read", "home.topic.kaart-1")
    assert kiosk.name("topic.heading") == "Eerst"


FOUR = ("nl", "fr", "en", "de")


def offered(kiosk: Kiosk) -> dict[str, str]:
    """The languages that the sheet offers, by identifier; its pages come round."""
    found: dict[str, str] = {}
    for _ in range(3):
        found |= {
            one: kiosk.name(one) for one in kiosk.widgets() if one.startswith("view.language")
        }
        if kiosk.shows("nav.next"):
            kiosk.press("nav.next")
    return found


@pytest.mark.parametrize("size", SIZES)
def test_every_other_language_has_a_button_in_its_own_words(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size
) -> None:
    """Who reads only German must not have to find it behind French and English."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=size, languages=FOUR))
    kiosk.press("attract.larger", "nav.view")
    assert offered(kiosk) == {
        "view.language": "Français",
        "view.language.2": "English",
        "view.language.3": "Deutsch",
    }
    while not kiosk.shows("view.language.3"):
        kiosk.press("nav.next")
    kiosk.press("view.language.3")
    assert kiosk.name("view.title") == "Sprache und Bild"
    assert offered(kiosk) == {
        "view.language": "Nederlands",
        "view.language.2": "Français",
        "view.language.3": "English",
    }


def test_home_bears_the_sign_of_languages_where_there_are_several(
    start: Callable[[Plan], Kiosk], pack: Pack
) -> None:
    """Who cannot read "Taal en scherm" knows the sign."""

    def button(*languages: str) -> QImage:
        kiosk = start(Plan(pack, languages=languages))
        kiosk.press("attract.read")
        return kiosk.picture().copy(*kiosk.box("nav.view"))

    alone = button("nl")
    assert button("nl") == alone
    assert button("nl", "fr") != alone
