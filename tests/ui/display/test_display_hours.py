"""The display by the clock: never black by mistake, and on again at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.schedule import Plan as Hours
from kiosk.domain.screen_hours import ScreenHours, Span, parse_exceptions, parse_weekdays
from kiosk.ui.display.manner import Manner
from tests.ui.display.display_support import Display, Plan
from tests.ui.support.packs import make_pack, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE = Hours(ScreenHours(parse_weekdays("1-5 07:30-18:30; 6-7 off")))


@pytest.fixture
def office(put_up: Callable[[Plan], Display]) -> Display:
    """A display with office hours, on a Monday morning."""
    return put_up(Plan(pack_of(), hours=OFFICE))


def is_black(display: Display) -> bool:
    picture = display.window.grab().toImage()
    at = [(x, y) for x in range(0, 1920, 60) for y in range(0, 1080, 60)]
    black = {picture.pixelColor(x, y).name() for x, y in at} == {"#000000"}
    assert black is display.screen.is_black
    return black


def test_it_is_on_in_its_hours(office: Display) -> None:
    assert not is_black(office)
    assert office.computer.awake


def test_in_the_evening_it_goes_to_sleep(office: Display) -> None:
    office.set_wall("2026-11-23T18:29:10")
    office.wait(49.0)
    assert not is_black(office)
    office.wait(2.0)
    assert is_black(office)
    assert office.identifier == "screen.display"
    assert not office.computer.on_now
    assert not office.computer.awake
    assert not office.shows("display.slide")
    assert len(office.timers.running()) == 1  # the minute's


def test_in_the_morning_it_wakes(office: Display) -> None:
    office.set_wall("2026-11-23T18:29:50")
    office.wait(60.0)
    office.set_wall("2026-11-24T07:29:50")
    office.wait(60.0)
    office.wait(60.0)
    assert not is_black(office)
    assert office.computer.on_now
    assert office.computer.awake


def test_a_start_outside_the_hours_is_black_at_once(put_up: Callable[[Plan], Display]) -> None:
    sunday = Plan(pack_of(), hours=OFFICE)._replace(wall=sunday_s())
    assert is_black(put_up(sunday))


def sunday_s() -> float:
    from datetime import UTC, datetime

    return datetime(2026, 11, 29, 12, tzinfo=UTC).timestamp()


def test_without_standby_it_is_only_black(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(standby=False), OFFICE, wall=sunday_s()))
    assert is_black(display)
    assert display.computer.on_now


def test_a_touch_at_night_wakes_it_and_opens_home(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), hours=OFFICE, wall=sunday_s()))
    display.touch(QPoint(400, 400))
    assert display.computer.on_now
    assert display.identifier == "screen.home"
    display.session.reset()
    display.flush()
    assert is_black(display)


def test_a_key_at_night_wakes_it_too(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), hours=OFFICE, wall=sunday_s()))
    display.key(Qt.Key.Key_Space)
    assert display.computer.on_now
    assert display.identifier == "screen.home"


@pytest.mark.parametrize("wall", ["1970-01-01T00:00:05", "2000-01-01T03:00:00"])
def test_a_dead_battery_never_blacks_it_out(put_up: Callable[[Plan], Display], wall: str) -> None:
    holiday = ScreenHours(parse_weekdays("1-7 off"), parse_exceptions(""))
    display = put_up(Plan(pack_of(), hours=Hours(holiday), wall=0.0))
    display.set_wall(wall)
    display.wait(120.0)
    assert not is_black(display)
    assert display.wall.doubt == "before-build"
    assert display.kept == []


def test_a_clock_that_falls_back_is_doubted_and_the_show_goes_on(office: Display) -> None:
    office.set_wall("2026-11-22T03:00:00")  # a Sunday night, a day before what was seen
    office.wait(120.0)
    assert office.wall.doubt == "behind"
    assert not is_black(office)


def test_a_clock_that_leaps_ahead_is_doubted_too(office: Display) -> None:
    office.set_wall("2029-11-25T03:00:00")
    office.wait(120.0)
    assert office.wall.doubt == "ahead"
    assert not is_black(office)


def test_a_clock_that_is_right_again_is_believed_again(office: Display) -> None:
    office.set_wall("2000-01-01T03:00:00")
    office.wait(120.0)
    office.set_wall("2026-11-23T20:00:10")
    office.wait(60.0)
    assert office.wall.doubt is None
    assert is_black(office)


def test_staff_who_say_that_the_clock_is_right_are_believed(office: Display) -> None:
    office.set_wall("2026-11-22T12:00:00")
    office.wait(61.0)
    assert office.wall.doubt == "behind"
    office.wall.confirm()
    assert office.wall.doubt is None
    assert is_black(office)  # a Sunday


def test_the_clock_shows_the_time_and_only_it_changes(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(base_s=60.0)))
    assert display.name("display.clock") == "10:00"
    painted: list[QRect] = []
    watch = Painted(display.screen.slide, painted)
    display.wait(30.5)
    assert display.name("display.clock") == "10:01"
    assert painted == []
    watch.deleteLater()


class Painted(QObject):
    """Notes when a widget is asked to paint itself."""

    def __init__(self, widget: QWidget, found: list[QRect]) -> None:
        super().__init__()
        self._found = found
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._found.append(event.rect())
        return False


def test_a_clock_in_doubt_is_not_shown(office: Display) -> None:
    office.set_wall("2000-01-01T03:00:00")
    office.wait(61.0)
    assert not office.shows("display.clock")
    office.set_wall("2026-11-23T11:15:00")
    office.wait(61.0)
    assert office.name("display.clock") == "11:16"


def test_no_clock_where_none_is_wanted(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(shows_clock=False)))
    assert not display.shows("display.clock")


def test_white_on_black_in_the_evening(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), hours=Hours(dark=Span(17 * 60, 31 * 60))))
    assert not display.screen.look.letters.dark
    display.set_wall("2026-11-23T16:59:50")
    display.wait(60.0)
    assert display.screen.look.letters.dark


def test_the_picture_wanders_within_its_margin(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(make_pack([make_topic(1)]), Manner(shift_px=8)))
    places: set[tuple[int, int]] = set()
    for _ in range(30):
        places.add(display.box()[:2])
        display.next_sheet()
        display.wait(40.0)
    across = [x for x, _ in places]
    assert len(places) > 10
    assert max(across) - min(across) <= 16
    still = put_up(Plan(make_pack([make_topic(1)]), Manner(shift_px=0)))
    assert still.box()[0] == 40


def test_the_end_leaves_no_screen_off(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), hours=OFFICE, wall=sunday_s()))
    assert not display.computer.on_now
    display.desk.close()
    assert display.computer.on_now


def test_the_time_that_was_seen_is_kept(office: Display) -> None:
    office.wait(180.0)
    assert office.kept[-1] == pytest.approx(office.epoch(), abs=61)
