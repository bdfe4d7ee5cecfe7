"""Finds where to press on the kiosk's screens, in a run that is not timed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.runs import Spots
from tests.journeys.support.kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.runs import Bench


def scout(bench: Bench, folder: Path) -> Spots:
    """Find where to press, by identifier, in a kiosk that is not timed."""
    place = folder / "scout"
    place.mkdir()
    kiosk = Kiosk(bench.desk, place, settings="")
    try:
        door = kiosk.node("attract.read").box
        kiosk.go("attract.read", "screen.home")
        cards = tuple(node.box for node in kiosk.settled().starting("home.topic."))
        kiosk.tap(kiosk.settled().starting("home.topic.")[0].identifier)
        next_page = kiosk.wait_for("nav.next").box
    finally:
        kiosk.close()
    return Spots(door, cards, next_page)
