"""How the run before ended: asked, daily, stopped, crash or power (issue 3, item 3)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

import pytest

from kiosk.store.starts import STARTS_FILE, Starts

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.store.starts import Why


class Wall:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


def start(folder: Path, wall: Wall, boot: str = "one") -> Starts:
    wall.now += 60
    return Starts(folder, boot, wall)


def test_the_first_start_knows_of_none_before(tmp_path: Path, wall: Wall) -> None:
    assert start(tmp_path, wall).before == ("first", 0.0)


@pytest.mark.parametrize("why", ["asked", "daily", "stopped", "crash"])
def test_a_clean_end_is_told_by_the_next_start(tmp_path: Path, wall: Wall, why: str) -> None:
    starts = start(tmp_path, wall)
    wall.now += 500
    starts.end(cast("Why", why))
    assert start(tmp_path, wall, "two").before == (why, wall.now - 60)


def test_a_run_without_an_end_crashed(tmp_path: Path, wall: Wall) -> None:
    start(tmp_path, wall)
    since = wall.now
    assert start(tmp_path, wall).before == ("crash", since)


def test_a_run_without_an_end_on_a_machine_that_started_anew_lost_its_power(
    tmp_path: Path, wall: Wall
) -> None:
    start(tmp_path, wall)
    assert start(tmp_path, wall, "two").before.ended == "power"


def test_an_end_counts_for_one_start_only(tmp_path: Path, wall: Wall) -> None:
    start(tmp_path, wall).end("asked")
    start(tmp_path, wall)
    assert start(tmp_path, wall).before.ended == "crash"


@pytest.mark.parametrize(("later", "ended"), [(119, "crash"), (-119, "crash"), (121, "power")])
def test_where_a_run_of_the_machine_has_no_name_its_start_may_waver(
    tmp_path: Path, wall: Wall, later: int, ended: str
) -> None:
    start(tmp_path, wall, "1700000000")
    assert start(tmp_path, wall, str(1_700_000_000 + later)).before.ended == ended


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"{", b"\xff", b"[" * 10_000, b'{"ended": "kiosk"}', b"{}"),
        b'{"at": 1%b}' % (b"0" * 400),
        b'{"at": Infinity}',
    ],
)
def test_whatever_lies_there_is_no_obstacle(tmp_path: Path, wall: Wall, content: bytes) -> None:
    (tmp_path / STARTS_FILE).write_bytes(content)
    found = start(tmp_path, wall)
    assert found.before.ended in ("first", "power")
    assert found.before.at == 0.0
    assert start(tmp_path, wall).before.ended == "crash", "and it is written over"


def test_a_disk_that_refuses_costs_the_note(tmp_path: Path, wall: Wall) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    starts = start(blocked, wall)
    assert starts.before.ended == "first"
    assert starts.trouble
    starts.end("stopped")
    assert starts.trouble


def test_the_note_holds_no_more_than_it_needs(tmp_path: Path, wall: Wall) -> None:
    start(tmp_path, wall)
    assert os.listdir(tmp_path) == [STARTS_FILE]  # noqa: PTH208 - names only
    assert (tmp_path / STARTS_FILE).stat().st_size < 200
