"""What commands do to a running talk (issue 3; features.md section 3)."""

from __future__ import annotations

from typing import get_args

import pytest

from kiosk.domain.talk.keys import Command
from kiosk.domain.talk.show import BANNER_S, TYPED_S, Place, Show, Steps
from kiosk.domain.talk.steering import ESCAPE_S, SURE_S, steered

# A title, a long page, a question asked in two steps and answered in two, a page, the end.
STEPS = (Steps(), Steps(2), Steps(2, 2, 3), Steps(), Steps())


def run(show: Show, *commands: Command, pause: float = 0.1, start: float = 100.0) -> Show:
    for number, command in enumerate(commands):
        show = steered(show, command, start + number * pause)
    return show


def at(slide: int, step: int = 0) -> Show:
    return Show(STEPS, Place(slide, step))


# -- forwards and back -----------------------------------------------------------------------


def test_next_goes_through_every_step_and_reveals_before_it_goes_on() -> None:
    show, seen = Show(STEPS), [Place(0)]
    for _ in range(8):
        show = run(show, "next")
        seen.append(show.place)
    assert seen == [
        Place(0),
        Place(1, 0),
        Place(1, 1),
        Place(2, 0),
        Place(2, 1),
        Place(2, 2),
        Place(2, 3),
        Place(3),
        Place(4),
    ]
    assert [show.revealed(place) for place in seen] == [False] * 5 + [True, True, False, False]


def test_back_is_the_same_way() -> None:
    show = at(3)
    for place in (Place(2, 3), Place(2, 2), Place(2, 1), Place(2, 0), Place(1, 1), Place(1, 0)):
        show = run(show, "back")
        assert show.place == place
    assert run(Show(STEPS), "back").place == Place(0)


def test_first_and_last() -> None:
    assert run(at(2, 3), "first").place == Place(0)
    assert run(at(1), "last").place == Place(4)


def test_digits_and_enter_go_to_a_slide() -> None:
    assert run(Show(STEPS), "3", "enter").place == Place(2)
    assert run(at(1), "0", "4", "enter").place == Place(3)
    assert run(at(1), "4", "erase", "3", "enter").place == Place(2)


@pytest.mark.parametrize("digits", [("0",), ("6",), ("9", "9", "9")])
def test_a_number_that_is_no_slide_changes_nothing(digits: tuple[Command, ...]) -> None:
    show = run(at(1, 1), *digits, "enter")
    assert (show.place, show.typed) == (Place(1, 1), "")


def test_digits_are_forgotten_after_a_while() -> None:
    show = run(at(1), "4")
    assert show.typed == "4"
    assert steered(show, "enter", 100.0 + TYPED_S).place == Place(1)
    assert show.next_change(100.0) == pytest.approx(TYPED_S)


def test_enter_alone_does_nothing_in_mid_talk() -> None:
    assert run(at(1), "enter") == at(1)


def test_erase_without_digits_goes_back() -> None:
    assert run(at(1, 1), "erase").place == Place(1, 0)


# -- black, white, freeze --------------------------------------------------------------------


def test_black_and_white_come_and_go() -> None:
    assert run(at(1), "black").cover == "black"
    assert run(at(1), "black", "black").cover == ""
    assert run(at(1), "white").cover == "white"
    assert run(at(1), "white", "white").cover == ""
    assert run(at(1), "white", "black").cover == "black"
    assert run(at(1), "4", "black", "black").typed == ""


@pytest.mark.parametrize("command", [c for c in get_args(Command) if c not in ("black", "escape")])
def test_black_swallows_everything_else(command: Command) -> None:
    black = run(at(1), "black")
    after = run(black, command)
    if command in ("next", "down"):
        assert (after.cover, after.place) == ("", Place(1, 1))
    elif command in ("back", "up"):
        assert (after.cover, after.place) == ("", Place(0))
    else:
        assert after == black


def test_esc_takes_black_away_and_stays_where_it_is() -> None:
    show = run(at(1), "black", "escape")
    assert (show.cover, show.place, show.sheet) == ("", Place(1), "")


def test_freeze_holds_the_wall_while_the_speaker_moves() -> None:
    show = run(at(1)._replace(screens=2), "freeze", "next", "next")
    assert (show.wall, show.place) == (Place(1), Place(2))
    assert run(show, "freeze").wall == Place(2)
    assert run(show, "escape").wall == Place(2)


def test_nothing_freezes_on_one_screen() -> None:
    assert run(at(1), "freeze") == at(1)
    frozen = run(at(1)._replace(screens=2), "freeze", "next")
    assert frozen.with_screens(1).wall == frozen.place


# -- Esc -------------------------------------------------------------------------------------


def test_esc_closes_what_lies_over_the_slide_first() -> None:
    for opened in (
        run(at(1), "overview"),
        run(at(1), "help"),
        run(at(1), "7"),
        run(at(2), "hands"),
    ):
        show = run(opened, "escape")
        assert (show.sheet, show.typed, show.counting) == ("", "", None)
        assert show.place == opened.place


def test_a_second_esc_within_three_seconds_asks_whether_it_is_over() -> None:
    assert run(at(1), "escape").sheet == ""
    assert run(at(1), "escape", "escape", pause=ESCAPE_S - 0.1).sheet == "end"
    assert run(at(1), "escape", "escape", pause=ESCAPE_S).sheet == ""
    assert run(at(1), "black", "escape", "escape").sheet == "end"


def test_a_clicker_whose_start_key_alternates_f5_and_esc_is_harmless() -> None:
    pressed: list[Command] = ["start", "escape"]
    show = run(at(1), *(pressed * 20))
    assert (show.sheet, show.cover, show.place, show.over) == ("", "", Place(1), False)


def test_f5_does_nothing_whatever_shows() -> None:
    for show in (at(1), *(run(at(1), command) for command in ("overview", "help", "end", "black"))):
        assert run(show, "start", start=101.0) == show


def test_esc_alone_never_ends_a_talk() -> None:
    show = at(1)
    for number in range(60):
        show = steered(show, "escape", 100.0 + number * 0.4)
        assert not show.over


# -- the end ---------------------------------------------------------------------------------


def test_the_question_whether_it_is_over() -> None:
    asked = run(at(1), "end")
    assert asked.sheet == "end"
    assert run(asked, "end", start=105.0).over
    assert run(asked, "enter", start=105.0).over
    assert run(asked, "escape", start=105.0) == at(1)._replace(escaped_at=105.0, sheet_at=100.0)
    after = run(asked, "next", start=105.0)
    assert (after.sheet, after.place, after.over) == ("", Place(1, 1), False)


def test_next_on_the_end_card_asks_and_next_again_ends() -> None:
    """Whoever has a clicker only must be able to end the talk."""
    asked = run(at(4), "next")
    assert (asked.sheet, asked.over) == ("end", False)
    assert run(asked, "next", start=100.0 + SURE_S).over
    assert not run(asked, "next", start=100.0 + SURE_S / 2).over
    assert run(asked, "back", start=105.0).place == Place(3)


def test_an_unanswered_question_goes_away() -> None:
    asked = run(at(4), "next")
    assert asked.aged(100.0 + BANNER_S).sheet == ""
    assert asked.next_change(100.0) == pytest.approx(BANNER_S)
    assert not steered(asked, "next", 100.0 + BANNER_S).over


def test_when_it_is_over_nothing_happens_any_more() -> None:
    over = run(at(4), "end", "end")
    assert over.over
    assert run(over, "next", "black", "first", "escape") == over


# -- overview and help -----------------------------------------------------------------------


def test_the_overview_chooses_by_arrows_and_enter() -> None:
    show = run(Show(STEPS, Place(1), columns=2), "overview")
    assert (show.sheet, show.cursor) == ("overview", 1)
    assert run(show, "down").cursor == 3
    assert run(show, "up").cursor == 1, "there is no row above"
    assert run(show, "back", "back").cursor == 0
    chosen = run(show, "next", "next", "enter")
    assert (chosen.sheet, chosen.place) == ("", Place(3))


def test_the_overview_takes_numbers_and_closes_by_the_same_key() -> None:
    assert run(at(1), "overview", "4", "enter").place == Place(3)
    assert run(at(1), "overview", "last").cursor == 4
    closed = run(at(1), "overview", "next", "overview")
    assert (closed.sheet, closed.place) == ("", Place(1))


def test_help_closes_by_its_key_and_next_goes_on() -> None:
    assert run(at(1), "help").sheet == "help"
    assert run(at(1), "help", "help").sheet == ""
    show = run(at(1), "help", "next")
    assert (show.sheet, show.place) == ("", Place(1, 1))
    assert run(at(1), "help", "black").cover == "black"


# -- hands -----------------------------------------------------------------------------------


def test_hands_are_counted_by_touch_and_typed_by_keys() -> None:
    show = at(2, 1).raising(0).raising(0).setting(2, 11)
    assert [show.tally.of(2, answer) for answer in range(3)] == [2, 0, 11]
    assert run(show, "undo").tally.of(2, 2) == 0
    typed = run(show, "hands", "1", "2", "enter", "enter", "7", "enter")
    assert [typed.tally.of(2, answer) for answer in range(3)] == [12, 0, 7]
    assert typed.counting is None
    assert typed.place == Place(2, 1)


def test_only_a_question_has_hands() -> None:
    assert at(1).raising(0) == at(1)
    assert at(2).raising(3) == at(2)
    assert run(at(1), "hands") == at(1)


def test_a_finger_that_slides_is_one_step_to_undo() -> None:
    show = at(2).raising(1).setting(1, 5).setting(1, 8, amends=True).setting(1, 9, amends=True)
    assert show.tally.of(2, 1) == 9
    assert run(show, "undo").tally.of(2, 1) == 1


# -- another wall ----------------------------------------------------------------------------


def test_on_another_wall_the_slide_stays_and_no_answer_is_given_away() -> None:
    new = (Steps(), Steps(4), Steps(1, 1, 3), Steps(), Steps(2))
    assert at(1, 1).with_steps(new).place == Place(1, 2)
    assert at(2, 1).with_steps(new).place == Place(2, 0)
    assert at(2, 2).with_steps(new).place == Place(2, 1)
    with pytest.raises(ValueError, match="keeps its slides"):
        at(1).with_steps(new[:3])
