"""A talk by touch, on one screen (issue 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from kiosk.domain.talk.show import Place

if TYPE_CHECKING:
    from tests.ui.talk.talk_support import Talk

K = Qt.Key
SLIDE = QPoint(960, 300)
CONTROLS = ("talk.back", "talk.black", "talk.overview", "talk.next")


def quiet(talk: Talk) -> None:
    """Let the controls of the start fade."""
    talk.wait(7.0)
    assert not talk.shows("talk.next")


def test_a_touch_brings_the_controls_and_does_nothing_else(talk: Talk) -> None:
    quiet(talk)
    talk.tap(SLIDE)
    assert [name for name in CONTROLS if talk.shows(name)] == list(CONTROLS)
    assert talk.name("talk.progress") == f"Dia 1 van {len(talk.state.slides)}"
    assert talk.place == Place(0)
    talk.wait(6.1)
    assert not any(talk.shows(name) for name in CONTROLS)


def test_a_touch_where_a_control_will_be_presses_nothing(talk: Talk) -> None:
    at = talk.middle("talk.next")
    quiet(talk)
    talk.tap(at)
    assert talk.place == Place(0)
    talk.tap(at)
    assert talk.place == Place(1)


def test_what_a_touch_meant_before_the_talk_is_forgotten(unbegun: Talk) -> None:
    """Attract lets a touch anywhere open the topic shown."""
    pressed: list[str] = []
    button = QPushButton(unbegun.window)
    button.clicked.connect(lambda: pressed.append("before"))
    unbegun.hands.changed(default=button)
    unbegun.begin()
    unbegun.tap(SLIDE)
    assert pressed == []


def test_the_four_controls(talk: Talk) -> None:
    talk.tap("talk.next")
    talk.tap("talk.next")
    talk.tap("talk.back")
    assert talk.place == Place(1)
    talk.tap("talk.black")
    assert talk.name() == "Het scherm is zwart."
    talk.tap("talk.black")
    assert talk.name() != "Het scherm is zwart."
    talk.tap("talk.overview")
    assert talk.shows("talk.which")


def test_each_touch_of_a_control_keeps_them_there(talk: Talk) -> None:
    for _ in range(3):
        talk.wait(4.0)
        talk.tap("talk.next")
    assert talk.place == Place(3)


def test_a_touch_beside_the_controls_takes_them_away(talk: Talk) -> None:
    talk.tap(SLIDE)
    assert not talk.shows("talk.next")
    assert talk.place == Place(0)


def test_a_touch_between_the_controls_does_not_take_them_away(talk: Talk) -> None:
    gap = QPoint((talk.middle("talk.black").x() + talk.middle("talk.overview").x()) // 2, 960)
    talk.tap(gap)
    assert talk.shows("talk.next") or talk.shows("talk.which")
    assert talk.place == Place(0)


def test_a_black_wall_can_be_touched_too(talk: Talk) -> None:
    quiet(talk)
    talk.key(K.Key_Period)
    talk.tap(SLIDE)
    assert talk.name() == "Het scherm is zwart."
    talk.tap("talk.black")
    assert talk.show.cover == ""


def test_the_overview_by_touch(talk: Talk) -> None:
    talk.tap("talk.overview")
    talk.tap("talk.go.3")
    assert (talk.place, talk.shows("talk.slide")) == (Place(2), True)
    talk.tap("talk.overview" if talk.shows("talk.overview") else SLIDE)
    if talk.shows("talk.slide"):
        talk.tap("talk.overview")
    talk.tap("talk.pages-next")
    assert not talk.shows("talk.go.3")
    talk.tap("talk.go.14")
    assert talk.place == Place(13)


def test_the_overview_opens_help_and_ends_the_talk(talk: Talk) -> None:
    talk.tap("talk.overview")
    talk.tap("talk.help")
    assert talk.shows("talk.help-title")
    talk.tap("talk.close")
    assert talk.shows("talk.slide")
    talk.key(K.Key_Tab)
    talk.tap("talk.end")
    assert talk.ended == 1


def test_the_end_card_has_a_button(talk: Talk) -> None:
    quiet(talk)
    assert not talk.shows("talk.end")
    talk.key(K.Key_End)
    assert "Dank u wel" in talk.name()
    talk.tap("talk.end")
    assert talk.ended == 1


# -- spotlight -------------------------------------------------------------------------------


def test_a_held_finger_is_a_spotlight_that_follows(talk: Talk) -> None:
    quiet(talk)
    talk.key(K.Key_PageDown)
    far = (60, 1040)
    lit, away = talk.colour(960, 300), talk.colour(*far)
    talk.hold(SLIDE)
    assert talk.colour(960, 300) == lit
    assert talk.colour(*far).lightness() < away.lightness() / 2
    talk.slide(QPoint(*far))
    assert talk.colour(*far) == away
    assert talk.colour(960, 300).lightness() < max(lit.lightness(), 2)
    talk.lift(QPoint(*far))
    assert (talk.colour(*far), talk.colour(960, 300)) == (away, lit)
    assert talk.place == Place(1)
    assert not talk.shows("talk.next"), "pointing brings no controls"


def test_the_spotlight_is_for_the_eye_alone(talk: Talk) -> None:
    quiet(talk)
    before = [(node.identifier, node.name) for node in talk.nodes()]
    talk.hold(SLIDE)
    assert [(node.identifier, node.name) for node in talk.nodes()] == before
    talk.lift(SLIDE)


def test_the_gates_corners_are_no_place_to_point(talk: Talk) -> None:
    quiet(talk)
    before = talk.colour(960, 900)
    for corner in (QPoint(30, 30), QPoint(1890, 30)):
        talk.hold(corner)
        assert talk.colour(960, 900) == before
        talk.lift(corner)


def test_a_key_under_a_held_finger_goes_on(talk: Talk) -> None:
    quiet(talk)
    talk.hold(SLIDE)
    talk.key(K.Key_PageDown)
    talk.lift(SLIDE)
    assert talk.place == Place(1)


# -- hands -----------------------------------------------------------------------------------


def asking(talk: Talk) -> None:
    quiet(talk)
    talk.key(K.Key_7, K.Key_Return)
    assert talk.shows("talk.option.1")


def test_touching_an_answer_is_a_hand_more(talk: Talk) -> None:
    asking(talk)
    for _ in range(3):
        talk.tap("talk.option.2")
    talk.tap("talk.option.3")
    assert talk.name("talk.option.2").endswith("\n3 handen")
    assert talk.name("talk.option.3").endswith("\n1 hand")
    assert not talk.shows("talk.next"), "it brings no controls"


def test_a_touch_between_two_answers_is_a_hand_for_neither(talk: Talk) -> None:
    asking(talk)
    one, other = (talk.widgets()[f"talk.option.{number}"].geometry() for number in (1, 2))
    talk.tap(QPoint(960, (one.bottom() + other.top()) // 2))
    assert talk.show.tally.counts == ()
    assert talk.shows("talk.next"), "it is a touch of the slide"


def test_a_hand_is_taken_back(talk: Talk) -> None:
    asking(talk)
    assert not talk.shows("talk.undo")
    talk.tap("talk.option.1")
    talk.tap("talk.option.1")
    talk.tap(QPoint(960, 100))
    talk.tap("talk.undo")
    assert talk.name("talk.option.1").endswith("\n1 hand")


def test_a_finger_held_on_a_bar_sets_the_hands_by_its_place(talk: Talk) -> None:
    asking(talk)
    box = talk.widgets()["talk.option.2"].geometry()
    quarter = QPoint(box.x() + box.width() // 4, box.center().y())
    talk.hold(quarter)
    assert talk.name("talk.option.2").endswith("\n5 handen"), "20 fill a bar"
    three = QPoint(box.x() + box.width() * 3 // 4, box.center().y())
    talk.slide(three)
    talk.lift(three)
    assert talk.name("talk.option.2").endswith("\n15 handen"), "and lifting adds none"
    talk.tap(QPoint(960, 100))
    talk.tap("talk.undo")
    assert "hand" not in talk.name("talk.option.2").split("\n")[-1]


def test_hands_stay_with_their_question(talk: Talk) -> None:
    asking(talk)
    talk.tap("talk.option.1")
    talk.key(K.Key_PageDown)
    assert talk.name("talk.option.1").endswith("\n1 hand"), "beside the right answer"
    talk.key(K.Key_PageDown, K.Key_PageDown, K.Key_PageUp, K.Key_PageUp)
    assert talk.name("talk.option.1").endswith("\n1 hand")
    assert talk.show.tally.of(12, 0) == 0
