"""One kiosk at a time uses a data folder, and nothing a dead one left behind blocks the next."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store.lock import LOCK_FILE, AlreadyRunningError, InstanceLock

HOLDER = """
import sys, pathlib
from kiosk.store.lock import InstanceLock
lock = InstanceLock(pathlib.Path(sys.argv[1]))
print("held" if lock.held else "free", flush=True)
sys.stdin.read()
"""


def other_kiosk(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_the_second_one_is_told(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path)
    assert first.held
    with pytest.raises(AlreadyRunningError, match="another kiosk uses"):
        InstanceLock(tmp_path)
    first.close()
    second = InstanceLock(tmp_path)
    assert second.held
    second.close()


def test_another_process_is_noticed_and_killing_it_frees_the_folder(tmp_path: Path) -> None:
    with other_kiosk(tmp_path) as holder:
        with pytest.raises(AlreadyRunningError):
            InstanceLock(tmp_path)
        holder.kill()
        holder.wait()
        lock = InstanceLock(tmp_path)
        assert lock.held
        lock.close()


def test_two_folders_are_two_kiosks(tmp_path: Path) -> None:
    locks = [InstanceLock(tmp_path / name) for name in ("here", "there")]
    assert all(lock.held for lock in locks)
    for lock in locks:
        lock.close()


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.close()
    lock.close()
    assert not lock.held


def test_a_folder_that_cannot_be_made_costs_the_lock_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file" / "data", Path("a\0b")):
        lock = InstanceLock(folder)
        assert not lock.held
        lock.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fifos and links of this kind")
def test_a_fifo_or_link_in_the_file_s_place_neither_hangs_nor_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a" / LOCK_FILE)
    InstanceLock(tmp_path / "a").close()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / LOCK_FILE).symlink_to(tmp_path / "outside")
    lock = InstanceLock(tmp_path / "b")
    assert not lock.held
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EROFS, errno.ENOTSUP])
def test_a_disk_without_locks_costs_the_lock_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_handle: int) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("kiosk.store.lock._try_lock", refuse)
    lock = InstanceLock(tmp_path)
    assert not lock.held
    lock.close()
