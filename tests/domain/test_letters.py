"""The steps of "Letters" (LOOK.md, Type)."""

from __future__ import annotations

import pytest

from kiosk.domain.letters import TEXT_SIZES, Letters

STEPS = [Letters(100), Letters(125), Letters(150), Letters(150, dark=True)]


def test_four_steps_lead_round() -> None:
    seen = [Letters(100)]
    for _ in range(4):
        seen.append(seen[-1].following())
    assert seen == [*STEPS, Letters(100)]


@pytest.mark.parametrize("size", [100, 125])
def test_from_another_dark_size_the_next_step_is_the_largest_dark_one(size: int) -> None:
    assert Letters(size, dark=True).following() == STEPS[-1]


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_other_theme_keeps_the_size(size: int) -> None:
    dark = Letters(size).other_theme()
    assert dark == Letters(size, dark=True)
    assert dark.other_theme() == Letters(size)


def test_one_dot_is_filled_for_each_step() -> None:
    assert [step.step for step in STEPS] == [0, 1, 2, 3]
    assert Letters(100, dark=True).step == 0


def test_the_factor_is_the_size_as_a_number() -> None:
    assert [step.factor for step in STEPS] == [1.0, 1.25, 1.5, 1.5]


def test_a_visit_starts_at_125_on_light() -> None:
    assert Letters() == Letters(125, dark=False)
