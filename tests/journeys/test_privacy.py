"""Nothing of a visit leaves the machine or stays on it (access.md P1)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.support.house import Plan
from tests.journeys.support.walks import answer, open_home, open_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

NETS = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6")
INODE = 9
"""Column of the inode in /proc/PID/net/tcp and its like."""
VISITS = 3


def processes(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for one in found:
        for thread in Path(f"/proc/{one}/task").iterdir():
            children = thread / "children"
            found += map(int, children.read_text().split()) if children.exists() else []
    return found


def network_sockets(pid: int) -> list[str]:
    """Sockets of a process tree that reach beyond this machine's own files."""
    inodes: dict[str, str] = {}
    for net in NETS:
        file = Path(f"/proc/{pid}/net/{net}")
        lines = file.read_text().splitlines()[1:] if file.exists() else []
        inodes.update((line.split()[INODE], f"{net} {line}") for line in lines)
    packet = Path(f"/proc/{pid}/net/packet")
    if packet.exists():
        lines = packet.read_text().splitlines()[1:]
        inodes.update((line.split()[-1], f"packet {line}") for line in lines)
    found: list[str] = []
    for process in processes(pid):
        for file in Path(f"/proc/{process}/fd").iterdir():
            target = str(file.readlink()) if file.is_symlink() else ""
            inode = target.removeprefix("socket:[").removesuffix("]")
            if inode in inodes:
                found.append(inodes[inode])
    return found


def devices(pid: int) -> list[str]:
    """Cameras and microphones that a process tree holds open."""
    links = [
        str(file.readlink())
        for process in processes(pid)
        for file in Path(f"/proc/{process}/fd").iterdir()
        if file.is_symlink()
    ]
    return [link for link in links if link.startswith(("/dev/video", "/dev/snd"))]


def files(*folders: Path) -> dict[Path, bytes]:
    """Every file below the folders with its content."""
    return {
        file: file.read_bytes()
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink()
    }


def visit(kiosk: Kiosk) -> None:
    open_topic(kiosk, 1)
    kiosk.step("nav.next")
    kiosk.open("nav.home", "screen.home")
    kiosk.step("nav.size")
    kiosk.open("home.quiz", "screen.quiz")
    answer(kiosk, right=False)
    kiosk.open("quiz.stop", "screen.quiz-result")
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")


def test_no_socket_no_camera_no_trace_on_disk(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan())
    assert network_sockets(kiosk.process.pid) == []
    visit(kiosk)
    folders = [kiosk.data_dir, kiosk.desk.folder / "home"]
    folders += [kiosk.desk.folder / name for name in ("config", "cache", "data", "state")]
    before = files(*folders)
    for _ in range(VISITS):
        visit(kiosk)
    assert network_sockets(kiosk.process.pid) == []
    assert devices(kiosk.process.pid) == []
    after = files(*folders)
    touched = sorted(str(file) for file in after if after[file] != before.get(file))
    # Totals of a day are the only thing that a visit may change.
    assert [name for name in touched if not name.endswith("/counts.json")] == []
    assert set(before) <= set(after)


def test_the_log_says_nothing_of_what_was_read(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(settings='px_per_mm = 4.03\nlog_level = "debug"\n'))
    topics = [node.identifier.split(".")[-1] for node in open_home(kiosk).starting("home.topic.")]
    kiosk.open("nav.done", "screen.farewell")
    kiosk.open("farewell.wipe", "screen.attract")
    before = len(kiosk.log())
    visit(kiosk)
    told = kiosk.log()[before:]
    assert not any(topic in told for topic in topics), told
