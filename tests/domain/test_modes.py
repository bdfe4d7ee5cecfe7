"""The three faces and the ways between them (DESIGN.md section 1)."""

from __future__ import annotations

from typing import get_args

import pytest

from kiosk.domain.modes import Change, Mode, Modes

CHANGES: tuple[Change, ...] = get_args(Change)
MODES: tuple[Mode, ...] = get_args(Mode)


@pytest.mark.parametrize(
    ("start", "changes", "now"),
    [
        ("touch", ["talk_started"], "presentation"),
        ("touch", ["talk_started", "talk_over"], "touch"),
        ("touch", ["visit_over"], "touch"),
        ("touch", ["loop"], "display"),
        ("touch", ["loop", "touched"], "touch"),
        ("touch", ["loop", "touched", "visit_over"], "display"),
        ("display", ["touched"], "touch"),
        ("display", ["touched", "visit_over"], "display"),
        ("display", ["talk_started", "talk_over"], "display"),
        ("display", ["patients"], "touch"),
        ("display", ["patients", "visit_over"], "touch"),
        ("display", ["touched", "talk_started", "talk_over"], "display"),
        ("presentation", ["talk_over"], "touch"),
        ("presentation", ["patients"], "touch"),
        ("presentation", ["loop"], "display"),
    ],
)
def test_each_change_leads_where_it_should(start: Mode, changes: list[Change], now: Mode) -> None:
    state = Modes.starting(start)
    for change in changes:
        state = state.after(change)
    assert state.now == now


@pytest.mark.parametrize(
    ("mode", "change"),
    [
        ("touch", "touched"),
        ("touch", "talk_over"),
        ("display", "visit_over"),
        ("display", "talk_over"),
        ("presentation", "touched"),
        ("presentation", "visit_over"),
        ("presentation", "talk_started"),
    ],
)
def test_a_change_without_meaning_alters_nothing(mode: Mode, change: Change) -> None:
    state = Modes.starting(mode)
    assert state.after(change) == state


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("change", CHANGES)
def test_no_way_leads_out_of_the_three(mode: Mode, change: Change) -> None:
    after = Modes.starting(mode).after(change)
    assert after.now in MODES
    assert after.home in ("touch", "display")


def test_a_talk_at_the_start_returns_to_patients() -> None:
    assert Modes.starting("presentation") == Modes("presentation", "touch")
