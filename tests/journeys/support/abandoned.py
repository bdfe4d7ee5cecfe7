"""Kiosks that somebody left, watched from before the first journey until after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.support.house import Plan
from tests.journeys.support.lookout import Lookout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.house import House
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot


class Abandoned:
    """A kiosk that somebody left on a page in large letters, and who watches it."""

    def __init__(self, kiosk: Kiosk, *, farewell: bool = False) -> None:
        self.kiosk = kiosk
        self.fresh: Snapshot = kiosk.settled()
        kiosk.desk.tree.listen("object:announcement")
        kiosk.open("attract.dark", "screen.home")
        kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
        kiosk.step("nav.next")
        if farewell:
            kiosk.open("nav.done", "screen.farewell")
        self.lookout = Lookout(kiosk)


def leave(house: House, *, farewell: bool) -> Iterator[Abandoned]:
    """One that was left, until the iterator goes on: on a page, or after "Klaar"."""
    stay = house.guest(Plan())
    left = Abandoned(stay.kiosk, farewell=farewell)
    yield left
    left.lookout.close()
    stay.close()
