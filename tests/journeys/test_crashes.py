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


def told(desk: Desk, folder: Path) -> int:
    """How often the log says it, after one more start that ends as it should."""
    kiosk = Kiosk(desk, folder, settings=LARGER)
    kiosk.wait_for("screen.attract")
    kiosk.close()
    return (folder / "data" / "kiosk.log").read_text("utf-8").count("fell 3 times in 10 minutes")


def test_the_third_crash_brings_what_is_safest_until_a_good_end(tmp_path: Path) -> None:
    desk = Desk()
    try:
        crash(desk, tmp_path)
        crash(desk, tmp_path)
        crash(desk, tmp_path)
        assert told(desk, tmp_path) == 1
        assert told(desk, tmp_path) == 1, "it ended as it should, and starts as ever"
    finally:
        desk.close()
