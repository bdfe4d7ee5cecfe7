"""Small files are read within bounds and written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from kiosk.store.files import UnreadableFileError, read_small, write_atomically


def test_written_and_read(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "file"
    assert write_atomically(file, b"one") is None
    assert write_atomically(file, b"two\r\n\x1a") is None
    assert read_small(file, 100) == b"two\r\n\x1a"
    assert list(file.parent.iterdir()) == [file]


def test_the_limit_is_the_largest_size(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert read_small(file, 5) == b"12345"
    with pytest.raises(UnreadableFileError, match="larger"):
        read_small(file, 4)


def test_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "no", tmp_path / "file" / "below", tmp_path / "no" / "no"):
        with pytest.raises(FileNotFoundError):
            read_small(path, 10)


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo there")
def test_only_plain_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "round").symlink_to("round")
    for path in (tmp_path, tmp_path / "fifo", Path("/dev/zero"), tmp_path / "round"):
        with pytest.raises(UnreadableFileError):
            read_small(path, 10)
    with pytest.raises(UnreadableFileError):
        read_small(Path("a\0b"), 10)


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_full_disk_costs_the_write_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, step, full)
    assert write_atomically(file, b"new") == "No space left on device"
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
def test_places_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert write_atomically(tmp_path / "file" / "below", b"x") is not None
    assert write_atomically(Path("/proc/kiosk/file"), b"x") is not None
    assert write_atomically(tmp_path / "a\0b", b"x") is not None
    (tmp_path / "folder").mkdir()
    assert write_atomically(tmp_path / "folder", b"x") is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_what_a_killed_process_left_is_overwritten(tmp_path: Path) -> None:
    left = tmp_path / f".file.{os.getpid()}.tmp"
    left.write_bytes(b"half of something long")
    assert write_atomically(tmp_path / "file", b"new") is None
    assert (tmp_path / "file").read_bytes() == b"new"
    assert not left.exists()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are not followed elsewhere")
def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / f".file.{os.getpid()}.tmp").symlink_to(victim)
    assert write_atomically(tmp_path / "file", b"x") is not None
    assert victim.read_bytes() == b"precious"


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_only_the_kiosk_reads_its_data(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"x")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_what_is_for_everybody_can_be_read_by_everybody(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "file", b"x", mode=0o644)
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("letter", ["a", "é", "\N{GRINNING FACE}"])
def test_the_longest_name_that_a_disk_takes(tmp_path: Path, letter: str) -> None:
    file = tmp_path / (letter * (255 // len(letter.encode())))
    assert write_atomically(file, b"x") is None
    assert list(tmp_path.iterdir()) == [file]
