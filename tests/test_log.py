"""The log keeps what staff need, stays small, and never costs the show."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from kiosk.log import Log


def lines(folder: Path) -> list[str]:
    return (folder / "kiosk.log").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path, clock=lambda: 1_000_000_000.0)


def test_an_entry(tmp_path: Path, log: Log) -> None:
    log.warning("pack nl: één")
    [line] = lines(tmp_path)
    assert line.startswith("2001-09-0")
    assert line.endswith(" WARNING pack nl: één")


def test_nothing_is_made_before_the_first_entry(tmp_path: Path) -> None:
    log = Log(tmp_path / "data")
    log.debug("below the level")
    log.close()
    assert not (tmp_path / "data").exists()
    log.info("started")
    assert len(lines(tmp_path / "data")) == 1


@pytest.mark.parametrize(
    ("level", "kept"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)]
)
def test_levels(tmp_path: Path, level: str, kept: int) -> None:
    log = Log(tmp_path, level)  # type: ignore[arg-type]
    log.debug("d")
    log.info("i")
    log.warning("w")
    log.error("e")
    assert len(lines(tmp_path)) == kept


def test_an_exception_with_its_places(tmp_path: Path, log: Log) -> None:
    try:
        raise KeyError("left\nright")
    except KeyError as error:
        log.exception("a slot failed", error)
    first, *rest = lines(tmp_path)
    assert first.endswith(" ERROR   a slot failed")
    assert any("test_an_exception_with_its_places" in line for line in rest)
    assert "KeyError" in rest[-1]
    assert all(line.startswith("    ") for line in rest)


def test_no_line_can_pass_for_an_entry(tmp_path: Path, log: Log) -> None:
    log.info("a\n2001-09-09 03:46:40+0200 ERROR forged\r2001 \x1b[2J \udc80")
    assert len(lines(tmp_path)) == 2
    assert lines(tmp_path)[1].startswith("    2001-09-09")
    assert "\x1b" not in (tmp_path / "kiosk.log").read_text(encoding="utf-8")


def test_a_repeated_entry_is_counted(tmp_path: Path, log: Log) -> None:
    for _ in range(1000):
        log.error("in each frame")
    log.info("then this")
    log.error("in each frame")
    log.error("in each frame")
    log.close()
    assert [line.partition("+")[2][5:].strip() for line in lines(tmp_path)] == [
        "ERROR   in each frame",
        "INFO    the entry above came 999 more times",
        "INFO    then this",
        "ERROR   in each frame",
        "INFO    the entry above came 1 more times",
    ]


def test_it_never_grows(tmp_path: Path) -> None:
    log = Log(tmp_path, part_bytes=1000)
    for number in range(500):
        log.info(f"entry {number}")
    parts = sorted(path.name for path in tmp_path.iterdir())
    assert parts == ["kiosk.log", "kiosk.log.1", "kiosk.log.2"]
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())
    assert lines(tmp_path)[-1].endswith("entry 499")
    together = "".join((tmp_path / name).read_text() for name in reversed(parts))
    numbers = [int(line.rpartition(" ")[2]) for line in together.splitlines()]
    assert numbers == list(range(numbers[0], 500))


def test_a_huge_entry_is_cut(tmp_path: Path, log: Log) -> None:
    log.info("x" * 1_000_000)
    assert (tmp_path / "kiosk.log").stat().st_size < 25_000


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = Log(tmp_path / "file")
    log.error("lost")
    assert log.trouble is not None
    (tmp_path / "file").unlink()
    log.error("kept")
    assert log.trouble is None


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo there")
def test_a_fifo_or_link_in_the_way_blocks_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kiosk.log")
    log = Log(tmp_path)
    log.error("lost")
    assert log.trouble is not None
    (tmp_path / "kiosk.log").unlink()
    (tmp_path / "victim").touch()
    (tmp_path / "kiosk.log").symlink_to("victim")
    log.error("lost too")
    assert (tmp_path / "victim").read_bytes() == b""


def test_the_console_gets_warnings_only(tmp_path: Path) -> None:
    console = io.StringIO()
    log = Log(None, console=console)
    log.info("i")
    log.warning("w")
    assert console.getvalue().endswith("WARNING w\n")
    assert console.getvalue().count("\n") == 1
    console.close()
    log.error("to nobody")


def test_the_console_gets_no_traceback(tmp_path: Path) -> None:
    kept, alone = io.StringIO(), io.StringIO()
    for log in (Log(tmp_path, console=kept), Log(None, console=alone)):
        log.exception("a slot failed", ValueError("odd"))
    assert kept.getvalue().endswith("ERROR   a slot failed\n")
    assert kept.getvalue().count("\n") == 1
    assert "ValueError: odd" in alone.getvalue()
    assert any("ValueError: odd" in line for line in lines(tmp_path))


def test_threads_write_whole_lines(tmp_path: Path) -> None:
    log = Log(tmp_path)
    threads = [
        threading.Thread(target=lambda: [log.info(f"{number} " + "x" * 50) for number in range(50)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.close()
    assert all(line.endswith(("x" * 50, "more times")) for line in lines(tmp_path))
