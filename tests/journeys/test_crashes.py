"""After three crashes in ten minutes the kiosk starts with what is safest, and tells staff."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from tests.journeys.support.desk import Desk
from tests.journeys.support.kiosk import SETTINGS, Kiosk

if TYPE_CHECKING:
    from pathlib import Path

LARGER = f"{SETTINGS}start_text_size = 150\n"


def crash(desk: Desk, folder: Path) -> None:
    kiosk = Kiosk(desk, folder, settings=LARGER)
    kiosk.wait_for("screen.attract")
    kiosk.forgive()
    kiosk.process.send(signal.SIGKILL)
    kiosk.process.wait(5)
    kiosk.close()


def letters(desk: Desk, folder: Path) -> str:
    """The size of letters that the first visitor of a new start finds, in words."""
    kiosk = Kiosk(desk, folder, settings=LARGER)
    try:
        kiosk.open("attract.read", "screen.home")
        return kiosk.settled().node("nav.size").name
    finally:
        kiosk.close()


def test_the_third_crash_brings_the_default_settings_until_a_good_end(tmp_path: Path) -> None:
    desk = Desk()
    try:
        crash(desk, tmp_path)
        crash(desk, tmp_path)
        crash(desk, tmp_path)
        assert "grootst" not in letters(desk, tmp_path)
        log = (tmp_path / "data" / "kiosk.log").read_text("utf-8")
        assert "fell 3 times in 10 minutes" in log
        assert "grootst" in letters(desk, tmp_path), "it ended as it should"
    finally:
        desk.close()
