"""What holds for any talk, whatever a speaker presses."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.talk.keys import Command
from kiosk.domain.talk.show import Show, Steps
from kiosk.domain.talk.steering import steered

COMMANDS: tuple[Command, ...] = get_args(Command)
NEVER_ENDING = [command for command in COMMANDS if command not in ("end", "next", "down", "enter")]
steps = st.builds(Steps, st.integers(1, 4), st.integers(0, 3), st.integers(0, 3))
decks = st.lists(steps, min_size=1, max_size=9).map(tuple)
events = st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0.0, 5.0)), max_size=60)


@given(decks, events)
def test_whatever_is_pressed_the_talk_stands_somewhere(
    deck: tuple[Steps, ...], pressed: list[tuple[Command, float]]
) -> None:
    show, now = Show(deck), 0.0
    for command, pause in pressed:
        now += pause
        show = steered(show, command, now)
        for place in (show.place, show.wall):
            assert 0 <= place.slide < len(deck)
            assert 0 <= place.step < deck[place.slide].whole
        assert 0 <= show.cursor < len(deck)
        assert len(show.typed) <= 3


@given(decks, events)
def test_no_way_out_without_saying_so(
    deck: tuple[Steps, ...], pressed: list[tuple[Command, float]]
) -> None:
    show, now = Show(deck), 0.0
    for command, pause in pressed:
        if command in NEVER_ENDING:
            now += pause
            show = steered(show, command, now)
            assert not show.over


@given(decks, st.integers(0, 40))
def test_next_and_back_undo_each_other(deck: tuple[Steps, ...], many: int) -> None:
    show = Show(deck)
    for _ in range(many):
        if show.following is None:
            break
        after = steered(show, "next", 0.0)
        assert steered(after, "back", 0.0).place == show.place
        show = after


@given(decks, decks, events)
def test_another_wall_shows_an_answer_only_where_it_was_shown(
    deck: tuple[Steps, ...], other: tuple[Steps, ...], pressed: list[tuple[Command, float]]
) -> None:
    new = tuple(
        Steps(b.asked, max(1, b.answered) if a.answered else 0, a.answers)
        for a, b in zip(deck, (*other, *[Steps()] * len(deck)), strict=False)
    )
    show, now = Show(deck), 0.0
    for command, pause in pressed:
        now += pause
        show = steered(show, command, now)
    moved = show.with_steps(new)
    assert moved.place.slide == show.place.slide
    assert moved.revealed(moved.place) == show.revealed(show.place)
