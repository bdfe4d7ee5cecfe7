"""The quiz: at once, on the same screen, nothing counted against anybody (DESIGN.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.pack import Picture
from kiosk.ui.screen import Screen
from tests.ui.quiz_support import answer
from tests.ui.support.kiosk import SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_question, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from tests.ui.support.kiosk import Size

VERDICT = {"quiz.verdict", "quiz.right-answer", "quiz.why", "quiz.read-more", "quiz.next"}


def test_it_opens_at_once_on_an_unanswered_question(quiz: Kiosk) -> None:
    assert quiz.screen == "screen.quiz"
    assert quiz.name("quiz.progress") == "Vraag 1 van 3"
    assert quiz.name("quiz.question") == "Wat was vraag 1 ook weer?"
    assert not VERDICT & set(quiz.widgets())


def test_it_opens_again_on_the_first_question_that_is_open(quiz: Kiosk) -> None:
    answer(quiz, right=True)
    quiz.press("nav.home", "home.quiz")
    assert quiz.name("quiz.progress") == "Vraag 2 van 3"
    assert quiz.shows("quiz.option.1")


def test_it_opens_again_from_the_start_once_all_are_answered(quiz: Kiosk) -> None:
    for _ in range(3):
        answer(quiz, right=True)
        quiz.press("quiz.next")
    quiz.press("nav.home", "home.quiz")
    assert quiz.name("quiz.progress") == "Vraag 1 van 3"
    assert quiz.shows("quiz.option.1")


@pytest.mark.parametrize(("right", "word"), [(True, "Juist"), (False, "Niet juist")])
def test_an_answer_acts_at_once_on_the_same_screen(quiz: Kiosk, right: bool, word: str) -> None:
    screen = quiz.window.current
    answer(quiz, right=right)
    assert quiz.window.current is screen
    assert quiz.name("quiz.verdict") == word
    assert quiz.name("quiz.right-answer") == "Het juiste antwoord: Antwoord b van 1"
    assert set(quiz.widgets()) >= VERDICT
    assert not any(key.startswith("quiz.option") for key in quiz.widgets())


def test_each_option_has_its_own_why(start: Callable[[Plan], Kiosk], bundled: Loaded) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder))
    kiosk.press("attract.read", "home.quiz")
    for asked in bundled.pack.edition("nl").questions:
        assert kiosk.name("quiz.question") == asked.ask.text
        for number, option in enumerate(asked.options, 1):
            assert kiosk.name(f"quiz.option.{number}") == option.text
        for number, option in enumerate(asked.options, 1):
            kiosk.press(f"quiz.option.{number}")
            assert kiosk.name("quiz.why") == " ".join(part.text for part in option.why)
            assert kiosk.name("quiz.verdict") == ("Juist" if option.correct else "Niet juist")
            if number < len(asked.options):
                kiosk.press("nav.back")
        kiosk.press("quiz.next")
    assert kiosk.screen == "screen.quiz-result"


def test_next_is_there_after_an_answer_only(quiz: Kiosk) -> None:
    for _ in range(3):
        assert not quiz.shows("quiz.next")
        answer(quiz, right=False)
        assert quiz.shows("quiz.next")
        quiz.press("quiz.next")
    assert quiz.screen == "screen.quiz-result"


def test_back_on_a_verdict_reopens_the_question(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.press("nav.back")
    assert quiz.name("quiz.progress") == "Vraag 1 van 3"
    assert quiz.shows("quiz.option.1")
    answer(quiz, right=True)
    assert quiz.name("quiz.verdict") == "Juist"


def test_back_on_an_open_question_shows_the_verdict_before_it(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.press("quiz.next", "nav.back")
    assert quiz.name("quiz.verdict") == "Niet juist"
    assert quiz.name("quiz.progress") == "Vraag 1 van 3"


def test_esc_on_a_verdict_reopens_it_too(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.key(Qt.Key.Key_Escape)
    assert quiz.shows("quiz.option.1")


def test_stop_takes_the_place_of_done_on_the_quiz_only(quiz: Kiosk) -> None:
    place = quiz.box("quiz.stop")
    assert not quiz.shows("nav.done")
    answer(quiz, right=True)
    assert quiz.box("quiz.stop") == place
    assert not quiz.shows("nav.done")
    quiz.press("quiz.read-more")
    assert quiz.box("nav.done") == place
    assert not quiz.shows("quiz.stop")
    quiz.press("nav.back", "quiz.stop")
    assert quiz.screen == "screen.quiz-result"
    assert quiz.box("nav.done") == place
    assert not quiz.shows("quiz.stop")


def test_read_more_leads_to_the_page_it_comes_from_and_back_to_the_verdict(quiz: Kiosk) -> None:
    answer(quiz, right=False)
    quiz.press("quiz.read-more")
    assert quiz.name("topic.title") == "Kaart 1"
    assert quiz.name("topic.progress").startswith("Pagina 2 van 2"), "the page with claim C01"
    quiz.press("nav.back")
    assert quiz.name("quiz.verdict") == "Niet juist"
    assert quiz.name("quiz.progress") == "Vraag 1 van 3"


def test_every_read_more_of_the_bundled_pack_leads_to_a_page_with_its_claim(
    start: Callable[[Plan], Kiosk], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    edition = bundled.pack.edition("nl")
    kiosk = start(Plan(bundled.pack, bundled.folder))
    kiosk.press("attract.read", "home.quiz")
    for asked in edition.questions:
        kiosk.press("quiz.option.1", "quiz.read-more")
        topic = edition.topics[edition.topics.place(asked.topic)]
        assert kiosk.name("topic.title") == topic.title.replace("\u00ad", "")
        page = next(
            page for page in topic.pages if page.heading.text == kiosk.name("topic.heading")
        )
        assert set(page.claims) & set(asked.right.claims)
        kiosk.press("nav.back", "quiz.next")


@pytest.mark.parametrize("options", [2, 3])
def test_two_answers_are_as_good_as_three(start: Callable[[Plan], Kiosk], options: int) -> None:
    pack = make_pack([make_topic(1)], [make_question(1, "kaart-1", options=options)])
    kiosk = start(Plan(pack))
    kiosk.press("attract.read", "home.quiz")
    assert kiosk.shows("quiz.option.3") == (options == 3)
    kiosk.press("quiz.option.2", "quiz.next")
    assert kiosk.screen == "screen.quiz-result"


def test_verdict_and_warning_are_announced(
    start: Callable[[Plan], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """access.md X3."""
    said: list[str] = []

    def announce(_screen: Screen, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(Screen, "announce", announce)
    quiz = start(Plan(pack_of()))
    quiz.press("attract.read", "home.quiz")
    said.clear()
    answer(quiz, right=False)
    verdict = [quiz.name(key) for key in ("quiz.verdict", "quiz.right-answer", "quiz.why")]
    assert said == [" ".join(verdict)]
    quiz.press("nav.size")
    assert len(said) == 1, "the same verdict in other letters is not news"
    quiz.wait(121.0)
    assert said[1:] == ["Leest u nog? Ik ben er nog."]


HEAD = Picture("images/hersenen.svg", "Een hoofd van opzij.")


@pytest.mark.parametrize("size", [SIZES[0], SIZES[1]])
def test_a_question_shows_its_picture_until_it_is_answered(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size
) -> None:
    pack = make_pack([make_topic(1)], [make_question(1, "kaart-1", image=HEAD)])
    kiosk = start(Plan(pack, bundled.folder, size=size))
    kiosk.press("attract.read", "home.quiz")
    picture = kiosk.widget("quiz.picture")
    assert kiosk.name("quiz.picture") == HEAD.alt
    others = [kiosk.widget(name) for name in ("quiz.question", "quiz.option.1")]
    assert not any(picture.geometry().intersects(other.geometry()) for other in others)
    kiosk.press("quiz.option.1")
    assert not picture.isVisible()


def test_a_picture_that_is_not_there_leaves_the_question_alone(
    start: Callable[[Plan], Kiosk],
) -> None:
    pack = make_pack([make_topic(1)], [make_question(1, "kaart-1", image=HEAD)])
    kiosk = start(Plan(pack))
    kiosk.press("attract.read", "home.quiz")
    assert "quiz.picture" not in kiosk.widgets()
