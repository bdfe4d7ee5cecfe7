"""A year in a waiting room: winter and summer time, clocks that leap, a dead battery, old words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.domain.pack import Review
from kiosk.domain.schedule import Plan as Hours
from kiosk.domain.screen_hours import ScreenHours, parse_exceptions, parse_weekdays
from kiosk.ui.display.manner import Manner
from tests.ui.display.display_support import MORNING, Display, Plan
from tests.ui.support.kiosk import Size
from tests.ui.support.packs import make_pack, make_question, make_topic

if TYPE_CHECKING:
    from collections.abc import Callable

BRUSSELS = ZoneInfo("Europe/Brussels")
HOUR_S = 3600.0
HOURS = Hours(
    ScreenHours(
        parse_weekdays("1-5 07:30-18:30; 6 09:00-12:00; 7 off"),
        parse_exceptions("2026-12-25 off; 2027-05-17 off"),
    ),
    restart=270,
)
# From the hour counted from the start, for so many hours, the clock says something else.
LEAPS = {
    500: (10, -40 * 24 * HOUR_S),  # back by weeks
    1500: (30, 3 * 365 * 24 * HOUR_S),  # ahead by years
    2500: (200, -40 * 365 * 24 * HOUR_S),  # a dead battery: it says 1986
    6000: (5, -2 * HOUR_S),  # somebody set it wrong by a little: that is believed
    7000: (40, 9 * HOUR_S),  # and by a working day: that is not, for a day
}
# The hours in which nothing goes by the clock. Set right again it ran ahead once, fell back once.
DOUBTED = (
    range(500, 510),
    range(1500, 1530),
    range(2500, 2700),
    range(6005, 6029),
    range(7000, 7024),
    range(7040, 7047),
)


def local(moment: float) -> datetime:
    return datetime.fromtimestamp(moment, BRUSSELS).replace(tzinfo=None)


def error_at(hour: int) -> float:
    """How far the clock is off."""
    for start, (lasts, off) in LEAPS.items():
        if start <= hour < start + lasts:
            return off
    return 0.0


def test_a_year_of_8760_hours(put_up: Callable[[Plan], Display]) -> None:
    review = Review("Een arts", "2026-01-01", "2027-06-30", "")
    pack = make_pack([make_topic(1), make_topic(2)], [make_question(1, "kaart-1")], review=review)
    manner = Manner(at_expiry="note", fade_ms=0)
    display = put_up(Plan(pack, manner, HOURS, Size(320, 180), local=local, knows_uptime=True))
    restarts: list[datetime] = []
    display.wall.restart_due.connect(lambda: restarts.append(local(display.epoch())))
    truth = display.wall_ahead
    slides: set[str] = set()
    expired = datetime(2027, 7, 1, tzinfo=BRUSSELS).timestamp()
    for hour in range(8760):
        off = error_at(hour)
        display.wall_ahead = truth + off
        display.hour_passes()
        moment = display.epoch()
        on = display.wall.doubt is not None or HOURS.state(local(moment)).on
        assert display.screen.is_black is not on, local(moment)
        assert (display.wall.doubt is not None) is any(hour in one for one in DOUBTED), hour
        if on:
            slides.add(display.name().splitlines()[0])
            noted = display.wall.doubt is None and moment >= expired
            assert display.shows("display.line") is noted, local(moment)
            if hour % 6 == 0:
                display.another()
    assert len(slides) == 5
    # Once a night, but for the nights in which the clock was not believed or had just been set.
    days = {moment.date() for moment in restarts}
    assert 340 < len(days) <= 365
    assert {moment.hour for moment in restarts} <= {4, 5, 6, 7}
    seen = [moment for moment in display.kept if moment is not None]
    assert seen == sorted(seen)
    assert datetime.fromtimestamp(MORNING, UTC).year == 2026
