"""Staff see that a kiosk crashed, read its code by telephone and save a file for IT (issue 3)."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
import zxingcpp

from kiosk.store.last_seen import LAST_SEEN_FILE
from kiosk.store.pin_hash import PinHash
from tests.journeys.support.desk import Desk
from tests.journeys.support.kiosk import SETTINGS, Kiosk
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journeys.support.framebuffer import Picture

PIN = "4712"
STAFFED = f'{SETTINGS}pin_hash = "{PinHash.of(PIN)}"\n'


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.close()


def open_health(kiosk: Kiosk) -> None:
    kiosk.key("ctrl+shift+F12")
    kiosk.wait_for("screen.staff-pin")
    for key in (*PIN, "Return"):
        kiosk.key(key)
    kiosk.wait_for("screen.staff")
    kiosk.open("staff.health", "screen.health")


def read_code(picture: Picture) -> str:
    """What a telephone reads off the glass; green is as good as grey."""
    view = memoryview(picture.data[1::4]).cast("B", shape=[picture.height, picture.width])
    (found,) = zxingcpp.read_barcodes(view)
    return found.text


def test_after_a_kill_health_says_so_and_it_gets_a_file(desk: Desk, tmp_path: Path) -> None:
    first = Kiosk(desk, tmp_path, settings=STAFFED)
    note = first.data_dir / "starts.json"
    wait_for(note.exists, "the note that it runs")
    first.forgive()
    first.process.send(signal.SIGKILL)
    first.process.wait(5)
    first.close()

    second = Kiosk(desk, tmp_path, settings=STAFFED)
    open_health(second)
    assert second.node("health.state").name == "Dit vraagt aandacht:"
    assert "viel uit en startte opnieuw" in second.node("health.words").name

    text = read_code(second.still_picture())
    assert text == second.node("health.code").name
    assert "red start" in text.splitlines()

    second.go("health.save", "screen.save-to")
    second.tap("save.place.1")
    wait_for(lambda: second.node("save.text").name.startswith("Bewaard "), "the file")
    (file,) = (second.data_dir / "export").iterdir()
    assert file.name in second.node("save.text").name
    with ZipFile(file) as archive:
        everything = b"\n".join(archive.read(name) for name in archive.namelist())
        assert "log/kiosk.log" in archive.namelist()
    assert b"viel uit" in everything
    assert b"scrypt" not in everything

    second.go("staff.cancel", "screen.staff")
    second.go("staff.cancel", "screen.attract")
    second.close()


def test_staff_with_a_watch_say_that_the_clock_is_right(desk: Desk, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    kept = data / LAST_SEEN_FILE
    kept.write_text(str(round(time.time()) + 30 * 86_400))
    kiosk = Kiosk(desk, tmp_path, settings=STAFFED)
    open_health(kiosk)
    assert "De klok van de computer zegt" in kiosk.node("health.words").name
    kiosk.tap("health.clock")
    kiosk.wait_until_gone("health.clock")
    assert "klok" not in kiosk.node("health.words").name
    assert abs(int(kept.read_text()) - time.time()) < 60, "also for the next start"
    kiosk.go("staff.cancel", "screen.staff")
    kiosk.go("staff.cancel", "screen.attract")
    kiosk.close()
