"""A clock that leaps into the night while the display runs: the show goes on until it is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.schedule import Plan as Hours
from kiosk.domain.screen_hours import ScreenHours, parse_weekdays
from tests.ui.display.display_support import Display, Plan
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

HOURS = Hours(ScreenHours(parse_weekdays("1-7 07:30-18:30")))
NIGHT = "2026-11-23T23:10:00"


@pytest.fixture
def office(put_up: Callable[[Plan], Display]) -> Display:
    """A display with office hours, at ten in the morning."""
    return put_up(Plan(pack_of(), hours=HOURS, knows_uptime=True))


def test_a_leap_into_the_night_leaves_the_screen_on(office: Display) -> None:
    office.set_wall(NIGHT)
    office.wait(61.0)
    assert office.wall.doubt == "jumped"
    assert not office.screen.is_black
    assert office.computer.on_now
    assert not office.shows("display.clock"), "a time that nobody is sure of is not shown"


def test_not_for_a_moment_either_where_a_visit_ends_just_then(office: Display) -> None:
    office.touch()
    office.set_wall(NIGHT)
    office.session.withdraw()
    office.desk.begin()
    office.flush()
    assert not office.screen.is_black


def test_staff_who_say_that_it_is_right_get_their_hours(office: Display) -> None:
    office.set_wall(NIGHT)
    office.wait(61.0)
    office.wall.confirm()
    office.flush()
    assert office.screen.is_black
