"""What an author saves is noticed once, however an editor saves it; and where the panel stands."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize

from kiosk.faces.watching_files import LOOK_MS, QUIET_MS, PackFiles
from kiosk.faces.watching_panel import WIDTH, beside
from tests.content.builder import PackFolder
from tests.ui.support.clock import Clock, Timers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

QUIET_S, LOOK_S = QUIET_MS / 1000, LOOK_MS / 1000
TOPIC = "nl/topics/10-een.md"


class Watched:
    """A pack under watch, by a test's clock."""

    def __init__(self, folder: Path) -> None:
        self.pack = PackFolder(folder)
        self.files = PackFiles(folder)
        self.timers = Timers(Clock(), self.files)
        self.changes = 0
        self.files.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    def told(self) -> None:
        """The system says that something happened."""
        self.timers.note()
        self.files.watcher.fileChanged.emit("x")
        self.timers.note()


@pytest.fixture
def watched(tmp_path: Path, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(tmp_path / "pack")
    yield made
    made.files.close()


def append(pack: PackFolder) -> None:
    with pack.path(TOPIC).open("a") as file:
        file.write("Nog een zin.\n")


def replace(pack: PackFolder) -> None:
    """As most editors save: another file takes the name."""
    new = pack.path("nl/topics/.10-een.md.swp")
    new.write_text(pack.read(TOPIC) + "Nog een zin.\n", "utf-8")
    new.replace(pack.path(TOPIC))


def add(pack: PackFolder) -> None:
    pack.write("nl/glossary.toml", '"MS" = "een ziekte."\n')


def remove(pack: PackFolder) -> None:
    pack.path(TOPIC).unlink()


def add_folder(pack: PackFolder) -> None:
    pack.add_picture()


@pytest.mark.parametrize("change", [append, replace, add, remove, add_folder])
def test_the_system_tells_of_every_change(
    watched: Watched, qtbot: QtBot, change: Callable[[PackFolder], None]
) -> None:
    with qtbot.waitSignals([watched.files.changed], timeout=5000):
        # The clock of the test stands still: only what the system tells can start it.
        change(watched.pack)
        qtbot.waitUntil(watched.files.quiet.isActive, timeout=3000)
        watched.timers.wait(QUIET_S)
    assert watched.changes == 1


def test_a_file_that_was_replaced_is_watched_anew(watched: Watched, qtbot: QtBot) -> None:
    for count in (1, 2, 3):
        replace(watched.pack)
        qtbot.waitUntil(lambda count=count: watched.changes == count, timeout=5000)
        assert str(watched.pack.path(TOPIC)) in watched.files.watcher.files()


def test_it_waits_until_it_is_quiet(watched: Watched) -> None:
    for _ in range(5):
        append(watched.pack)
        watched.told()
        watched.timers.wait(QUIET_S * 0.9)
        assert watched.changes == 0
    watched.timers.wait(QUIET_S * 0.2)
    assert watched.changes == 1


def test_where_the_system_tells_nothing_it_looks(watched: Watched) -> None:
    watched.files.watcher.blockSignals(True)  # as on a share of the network
    append(watched.pack)
    watched.timers.wait(LOOK_S)
    assert watched.changes == 0
    watched.timers.wait(QUIET_S)
    assert watched.changes == 1
    watched.timers.wait(10 * LOOK_S)
    assert watched.changes == 1


def test_nothing_changed(watched: Watched) -> None:
    watched.told()
    watched.timers.wait(10.0)
    assert watched.changes == 0


def test_what_begins_with_a_dot_is_no_part_of_a_pack(watched: Watched) -> None:
    watched.pack.path(".swap").write_text("x")
    watched.told()
    watched.timers.wait(10.0)
    assert watched.changes == 0


def test_a_folder_that_is_gone_and_comes_back(watched: Watched, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    os.rename(watched.pack.folder, kept)  # noqa: PTH104 - the pack keeps its path
    watched.timers.wait(LOOK_S + QUIET_S)
    assert watched.changes == 1
    shutil.copytree(kept, watched.pack.folder)
    watched.timers.wait(LOOK_S + QUIET_S)
    assert watched.changes == 2
    assert str(watched.pack.folder) in watched.files.watcher.directories()


def test_it_watches_no_more_once_it_is_closed(watched: Watched) -> None:
    watched.told()
    watched.files.close()
    assert watched.timers.running() == []


@pytest.mark.parametrize(
    ("window", "room", "left"),
    [
        (QSize(1120, 630), QRect(0, 0, 1920, 1080), 1132),
        (QSize(1120, 630), QRect(64, 30, 1856, 1050), 1196),
        (QSize(1366, 768), QRect(0, 0, 1366, 768), 1366 - WIDTH),
        (QSize(1366, 768), QRect(0, 0, 400, 300), 0),
    ],
)
def test_the_panel_stands_beside_the_page(window: QSize, room: QRect, left: int) -> None:
    panel = beside(window, room)
    assert panel.left() == left
    assert room.contains(panel)
