"""A talk by keys and clicker, on one screen (issue 3; features.md section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.talk.show import Place

if TYPE_CHECKING:
    from tests.ui.talk.talk_support import Talk

K = Qt.Key
QUESTION = 6  # the first question's slide, from 0


def test_it_begins_on_the_title_with_its_controls_for_a_while(talk: Talk) -> None:
    assert talk.name().startswith(talk.state.slides[0].heading)
    assert talk.shows("talk.next")
    talk.wait(6.1)
    assert not talk.shows("talk.next")
    assert talk.shows("talk.slide")


def test_a_clicker_gives_the_whole_talk_and_ends_it(talk: Talk) -> None:
    seen = {talk.name()}
    for _ in range(200):
        if talk.show.sheet == "end":
            break
        talk.key(K.Key_PageDown)
        seen.add(talk.name())
    steps = [step for found in talk.state.sets for step in found.steps]
    assert seen == {step.name for step in steps}
    assert (talk.show.sheet, talk.ended) == ("end", 0)
    talk.wait(1.5)
    talk.key(K.Key_PageDown)
    assert talk.ended == 1
    assert talk.desk.state is None


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_Right, K.Key_Down, K.Key_Space, K.Key_N])
def test_forwards(talk: Talk, key: Qt.Key) -> None:
    talk.key(key)
    assert talk.place == Place(1)


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left, K.Key_Up, K.Key_Backspace, K.Key_P])
def test_backwards(talk: Talk, key: Qt.Key) -> None:
    talk.key(K.Key_PageDown, K.Key_PageDown, key)
    assert talk.place == Place(1)


def test_a_held_key_goes_one_slide_only(talk: Talk) -> None:
    QTest.keyPress(talk.handle, K.Key_PageDown)
    for _ in range(5):
        QTest.keyPress(talk.handle, K.Key_PageDown)
    QTest.keyRelease(talk.handle, K.Key_PageDown)
    talk.flush()
    assert talk.place == Place(1)


def test_home_end_and_numbers(talk: Talk) -> None:
    talk.key(K.Key_End)
    assert talk.place.slide == len(talk.state.slides) - 1
    talk.key(K.Key_Home)
    assert talk.place == Place(0)
    talk.key(K.Key_1, K.Key_2)
    assert talk.name("talk.typed") == "Ga naar dia 12"
    talk.key(K.Key_Return)
    assert talk.place == Place(11)
    assert not talk.shows("talk.typed")


def test_a_number_without_enter_goes_away(talk: Talk) -> None:
    talk.key(K.Key_4)
    talk.wait(8.1)
    assert not talk.shows("talk.typed")


@pytest.mark.parametrize(
    ("key", "words", "grey"),
    [
        (K.Key_Period, "Het scherm is zwart.", 0),
        (K.Key_B, "Het scherm is zwart.", 0),
        (K.Key_V, "Het scherm is zwart.", 0),
        (K.Key_W, "Het scherm is wit.", 255),
        (K.Key_Comma, "Het scherm is wit.", 255),
    ],
)
def test_black_and_white(talk: Talk, key: Qt.Key, words: str, grey: int) -> None:
    talk.wait(7.0)
    talk.key(K.Key_PageDown, key)
    assert talk.name() == words
    for x, y in ((10, 10), (960, 540), (1900, 1075)):
        assert talk.colour(x, y).lightness() == grey
    talk.key(key)
    assert talk.name().startswith(talk.state.slides[1].heading)


def test_black_swallows_what_does_not_end_it(talk: Talk) -> None:
    talk.key(K.Key_PageDown, K.Key_Period, K.Key_Tab, K.Key_F1, K.Key_5, K.Key_End, K.Key_F5)
    assert talk.name() == "Het scherm is zwart."
    talk.key(K.Key_PageDown)
    assert (talk.show.cover, talk.place) == ("", Place(2))


def test_esc_closes_then_asks_and_never_leaves(talk: Talk) -> None:
    talk.key(K.Key_PageDown, K.Key_Tab)
    assert talk.shows("talk.which")
    talk.key(K.Key_Escape)
    assert talk.shows("talk.slide")
    talk.key(K.Key_Escape)
    assert talk.name("talk.question") == "Is het praatje klaar?"
    for _ in range(7):
        talk.key(K.Key_Escape)
    assert talk.ended == 0
    talk.wait(13.0)
    assert not talk.shows("talk.question"), "the talk goes on"


def test_a_clicker_whose_start_key_alternates_is_harmless(talk: Talk) -> None:
    talk.key(K.Key_PageDown)
    for _ in range(6):
        talk.key(K.Key_F5, K.Key_Escape)
    assert (talk.place, talk.show.sheet, talk.ended) == (Place(1), "", 0)


def test_the_question_whether_it_is_over_is_answered_by_enter_or_touch(talk: Talk) -> None:
    talk.key(K.Key_Escape, K.Key_Escape)
    talk.tap("talk.stay")
    assert not talk.shows("talk.question")
    talk.key(K.Key_Escape, K.Key_Escape)
    talk.wait(1.5)
    talk.key(K.Key_Return)
    assert talk.ended == 1


def test_keys_that_mean_nothing_do_nothing(talk: Talk) -> None:
    talk.key(K.Key_PageDown)
    before = talk.show
    talk.key(K.Key_VolumeUp, K.Key_Q, K.Key_F11, K.Key_Delete, K.Key_Return)
    assert talk.show == before


def test_keys_with_ctrl_are_left_to_others(talk: Talk) -> None:
    """Ctrl+Shift+F12 opens the staff's gate, also over a talk."""
    QTest.keyClick(talk.handle, K.Key_B, Qt.KeyboardModifier.ControlModifier)
    talk.flush()
    assert talk.show.cover == ""


def test_keys_that_were_learned(unbegun: Talk) -> None:
    unbegun.desk.begin(unbegun.choice, {"MediaNext": "next", "F5": "black"})
    unbegun.window.show()
    unbegun.flush()
    unbegun.key(K.Key_MediaNext)
    assert unbegun.place == Place(1)
    unbegun.key(K.Key_F5)
    assert unbegun.show.cover == "black"


def test_the_overview_by_keys(talk: Talk) -> None:
    talk.key(K.Key_Tab, K.Key_Right, K.Key_Down)
    assert talk.show.cursor == 5
    talk.key(K.Key_Return)
    assert (talk.place, talk.shows("talk.slide")) == (Place(5), True)
    talk.key(K.Key_Tab, K.Key_End)
    last = len(talk.state.slides)
    assert talk.shows(f"talk.go.{last}"), "the page of the overview follows"
    talk.key(K.Key_2, K.Key_Return)
    assert talk.place == Place(1)


@pytest.mark.parametrize("key", [K.Key_Question, K.Key_F1])
def test_the_help_sheet(talk: Talk, key: Qt.Key) -> None:
    talk.key(key)
    words = [node.name for node in talk.nodes()]
    for said in ("Page Down of spatie", "punt, B of V", "Tab", "Home of End", "Esc"):
        assert said in words
    talk.key(K.Key_PageDown)
    assert (talk.shows("talk.slide"), talk.place) == (True, Place(1))


def test_a_question_hides_its_answer_until_next(talk: Talk) -> None:
    talk.key(K.Key_7, K.Key_Return)
    slide = talk.state.slides[QUESTION]
    assert slide.heading in talk.name()
    assert "Juist" not in "".join(node.name for node in talk.nodes())
    while not talk.show.revealed(talk.place):
        assert slide.why not in talk.name()
        talk.key(K.Key_PageDown)
    right = slide.answers[slide.right or 0].text
    assert f"Juist: {right}" in talk.name()
    talk.key(K.Key_PageDown)
    assert slide.why in talk.name()


def test_hands_by_keys(talk: Talk) -> None:
    talk.key(K.Key_7, K.Key_Return, K.Key_H, K.Key_1, K.Key_4)
    assert talk.name("talk.option.1").endswith("\n14 handen"), "as it is typed"
    talk.key(K.Key_Return, K.Key_1, K.Key_Return)
    assert talk.name("talk.option.2").endswith("\n1 hand")
    assert talk.show.counting == 2
    talk.key(K.Key_PageDown)
    assert talk.show.counting is None
    talk.key(K.Key_PageUp, K.Key_Z)
    assert "hand" not in talk.name("talk.option.2").split("\n")[-1]


def test_a_talk_that_pauses_hears_nothing_and_comes_back_as_it_was(talk: Talk) -> None:
    talk.key(K.Key_PageDown)
    talk.desk.pause()
    talk.key(K.Key_PageDown)
    talk.wait(3600.0)
    assert (talk.place, talk.ended) == (Place(1), 0)
    talk.desk.resume()
    talk.key(K.Key_PageDown)
    assert talk.place == Place(2)


# -- silence ---------------------------------------------------------------------------------


def test_after_half_an_hour_of_silence_it_warns_and_ends(talk: Talk) -> None:
    talk.key(K.Key_PageDown)
    talk.wait(29 * 60 - 1)
    assert not talk.shows("talk.question")
    talk.wait(2.0)
    assert "stopt het praatje" in talk.name("talk.question")
    assert talk.ended == 0
    talk.wait(60.0)
    assert talk.ended == 1


def test_anything_ends_the_warning(talk: Talk) -> None:
    talk.wait(29 * 60 + 1)
    talk.key(K.Key_Q)
    assert not talk.shows("talk.question")
    talk.wait(29 * 60 + 1)
    talk.tap("talk.stay")
    assert not talk.shows("talk.question")
    talk.wait(29 * 60 - 5)
    assert talk.ended == 0


def test_a_black_wall_stays_black(talk: Talk) -> None:
    talk.key(K.Key_PageDown, K.Key_Period)
    talk.wait(5 * 3600.0)
    assert (talk.ended, talk.name()) == (0, "Het scherm is zwart.")
    talk.key(K.Key_Period)
    talk.wait(30 * 60 + 1)
    assert talk.ended == 1
