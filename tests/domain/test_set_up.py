"""What set-up asks, in which order, and how its numbers move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.configuration.settings_spec import KEYS
from kiosk.domain.set_up import (
    BOTTOM,
    PASSIVE,
    VIEWING,
    Draft,
    Facts,
    Range,
    card_px,
    scale_of_card,
    steps,
)
from kiosk.domain.staff import Level

RANGES = {
    "screen_bottom_mm": BOTTOM,
    "viewing_distance_mm": VIEWING,
    "passive_distance_mm": PASSIVE,
}


def facts(*fixed: Level) -> Facts:
    return Facts((("nl", "Nederlands"),), "nl", "touch", 4.03, (1920, 1080), {}, frozenset(fixed))


def test_every_question_comes_once_in_order() -> None:
    assert steps(facts(), Draft()) == (
        "language",
        "mode",
        "size",
        "bottom",
        "viewing",
        "passive",
        "pin",
        "it-pin",
        "save",
    )


def test_a_new_pin_is_asked_again() -> None:
    draft = Draft()
    draft.pins["staff"] = "1234"
    assert steps(facts(), draft)[6:] == ("pin", "pin-again", "it-pin", "save")
    draft.pins["it"] = "12345"
    assert steps(facts(), draft)[6:] == ("pin", "pin-again", "it-pin", "it-pin-again", "save")


def test_a_pin_that_the_settings_name_is_not_asked() -> None:
    assert steps(facts("staff"), Draft())[6:] == ("it-pin", "save")
    assert steps(facts("staff", "it"), Draft())[6:] == ("save",)


@pytest.mark.parametrize("name", RANGES)
def test_numbers_stay_within_what_the_settings_allow(name: str) -> None:
    key = next(key for key in KEYS if key.name == name)
    bounds = RANGES[name]
    assert key.low <= bounds.low < bounds.high <= key.high


@given(
    value=st.floats(0, 30000),
    by=st.sampled_from([-1000.0, -100.0, -10.0, 10.0, 100.0, 1000.0]),
    bounds=st.sampled_from([BOTTOM, VIEWING, PASSIVE]),
)
def test_a_number_moves_to_a_step_within_its_range(value: float, by: float, bounds: Range) -> None:
    moved = bounds.moved(value, by)
    assert bounds.low <= moved <= bounds.high
    assert moved % bounds.step == 0
    if bounds.low <= value + by <= bounds.high:
        assert abs(moved - (value + by)) <= bounds.step / 2


def test_there_and_back_is_where_it_was() -> None:
    assert BOTTOM.moved(BOTTOM.moved(850, 10), -10) == 850
    assert BOTTOM.moved(847, 10) == 860


@given(width=st.integers(86, 3424))
def test_the_scale_of_a_card_gives_back_the_card(width: int) -> None:
    assert card_px(scale_of_card(width)) == width
    assert 1 <= scale_of_card(width) <= 40


def test_a_card_on_a_21_inch_panel() -> None:
    """85.6 mm at 4.03 px/mm (LOOK.md, Grid)."""
    assert card_px(4.03) == 345


def test_what_belongs_to_the_machine_is_kept_apart() -> None:
    draft = Draft()
    assert draft.empty
    draft.values |= {"mode": "display", "px_per_mm": 4.0, "screen_bottom_mm": 900}
    assert draft.common == {"mode": "display"}
    assert draft.of_machine == {"px_per_mm": 4.0, "screen_bottom_mm": 900}
    assert not draft.empty
    only_pin = Draft()
    only_pin.pins["it"] = "1234"
    assert not only_pin.empty
