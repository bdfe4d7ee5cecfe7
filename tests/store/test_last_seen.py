"""The last time seen outlives the program, and no file can keep the show from going on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.store.last_seen import LAST_SEEN_FILE, LastSeen

NOW = 1_800_000_000.0


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    LastSeen(tmp_path).keep(NOW + 0.4)
    assert LastSeen(tmp_path).read() == NOW


def test_nothing_was_seen_at_first(tmp_path: Path) -> None:
    assert LastSeen(tmp_path / "not-there").read() is None


def test_it_is_written_every_ten_minutes_at_most(tmp_path: Path) -> None:
    seen = LastSeen(tmp_path)
    seen.keep(NOW)
    seen.keep(NOW + 599)
    assert LastSeen(tmp_path).read() == NOW
    seen.keep(NOW + 600)
    assert LastSeen(tmp_path).read() == NOW + 600


def test_a_clock_that_staff_set_back_is_kept_at_once(tmp_path: Path) -> None:
    seen = LastSeen(tmp_path)
    seen.keep(NOW)
    seen.keep(NOW - 5000)
    assert LastSeen(tmp_path).read() == NOW - 5000


@pytest.mark.parametrize(
    "content",
    [b"", b"soon", b"-5", b"9" * 20, b"9" * 30, b"1e9", b"\xff\xfe", b"0", b"99999999999"],
)
def test_what_cannot_be_is_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LAST_SEEN_FILE).write_bytes(content)
    assert LastSeen(tmp_path).read() is None


def test_a_folder_in_its_place_costs_only_the_write(tmp_path: Path) -> None:
    (tmp_path / LAST_SEEN_FILE).mkdir()
    seen = LastSeen(tmp_path)
    seen.keep(NOW)
    assert seen.read() is None
    assert seen.trouble


@pytest.mark.parametrize("seen", [None, 0.0, float("nan"), float("inf"), -1.0])
def test_what_was_not_believed_is_not_written(tmp_path: Path, seen: float | None) -> None:
    LastSeen(tmp_path).keep(seen)
    assert not (tmp_path / LAST_SEEN_FILE).exists()
