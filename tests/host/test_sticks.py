"""Sticks, mounts, the disk of the data folder and the machine's own time (issue 3, item 3)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.host import disk as disk_module
from kiosk.host.disk import disk_facts, trial
from kiosk.host.mounts import Mount, mount_of, mounts
from kiosk.host.sticks import Stick, linux_sticks
from kiosk.host.uptime import boot_id, machine_up_s

USB, INSIDE = "pci0000:00/usb1/1-2/host6", "pci0000:00/ata1/host0"


class Machine:
    """A made-up machine: what is mounted, and what its devices say of themselves."""

    def __init__(self, root: Path) -> None:
        self.listing = root / "mounts"
        self.blocks = root / "class"
        self.blocks.mkdir()
        self._devices = root / "devices"
        self._lines: list[str] = []

    def add_disk(self, name: str, where: str, removable: str, parts: int = 1) -> None:
        home = self._devices / where / "block" / name
        home.mkdir(parents=True)
        (home / "removable").write_text(f"{removable}\n")
        (self.blocks / name).symlink_to(home)
        for number in range(1, parts + 1):
            (home / f"{name}{number}").mkdir()
            (self.blocks / f"{name}{number}").symlink_to(home / f"{name}{number}")

    def mount(
        self, device: str, folder: str, kind: str = "vfat", options: str = "rw,nosuid"
    ) -> None:
        self._lines.append(f"{device} {folder} {kind} {options} 0 0")
        self.listing.write_text("\n".join(self._lines) + "\n")

    def sticks(self) -> tuple[Stick, ...]:
        return linux_sticks(self.listing, self.blocks)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.add_disk("sda", INSIDE, "0")
    made.mount("/dev/sda1", "/", "ext4")
    made.mount("proc", "/proc", "proc")
    return made


def test_a_machine_without_a_stick_has_none(machine: Machine, tmp_path: Path) -> None:
    assert machine.sticks() == ()
    assert linux_sticks(tmp_path / "nowhere", machine.blocks) == ()


def test_a_stick_is_found_where_desktops_mount_it(machine: Machine) -> None:
    machine.add_disk("sdb", USB, "1", parts=2)
    machine.mount("/dev/sdb1", "/media/kiosk/KINGSTON")
    machine.mount("/dev/sdb2", "/run/media/kiosk/FOTO\\040S", options="ro,nosuid")
    assert machine.sticks() == (
        Stick(Path("/media/kiosk/KINGSTON"), "KINGSTON"),
        Stick(Path("/run/media/kiosk/FOTO S"), "FOTO S", writable=False),
    )


def test_a_stick_without_partitions_and_a_card_are_found(machine: Machine) -> None:
    machine.add_disk("sdb", "pci/reader", "1", parts=0)
    machine.add_disk("sdc", "pci/card", "1", parts=1)
    machine.mount("/dev/sdb", "/mnt/stick")
    machine.mount("/dev/sdc1", "/mnt/kaart")
    assert [one.name for one in machine.sticks()] == ["stick", "kaart"]


def test_a_large_disk_on_usb_counts_though_it_says_it_stays(machine: Machine) -> None:
    machine.add_disk("sdc", USB, "0")
    machine.mount("/dev/sdc1", "/media/kiosk/Backup", "ext4")
    assert [one.name for one in machine.sticks()] == ["Backup"]


@pytest.mark.parametrize(
    ("device", "folder", "kind"),
    [
        ("/dev/sda1", "/mnt/data", "ext4"),  # a fixed disk
        ("server:/export", "/mnt/net", "nfs4"),
        ("//server/share", "/mnt/share", "cifs"),
        ("tmpfs", "/run/media", "tmpfs"),
        ("/dev/gone1", "/media/kiosk/GONE", "vfat"),
        ("/dev/../dev/sda1", "/media/kiosk/TRICK", "vfat"),
    ],
)
def test_what_is_no_stick_is_not_offered(
    machine: Machine, device: str, folder: str, kind: str
) -> None:
    machine.mount(device, folder, kind)
    assert machine.sticks() == ()


def test_a_stick_elsewhere_is_somebodys_own_affair(machine: Machine) -> None:
    machine.add_disk("sdb", USB, "1")
    machine.mount("/dev/sdb1", "/boot")
    assert machine.sticks() == ()


def test_a_name_that_cannot_be_shown_is_shown_all_the_same(machine: Machine) -> None:
    machine.add_disk("sdb", USB, "1")
    machine.mount("/dev/sdb1", "/media/kiosk/A\\011B")
    assert machine.sticks()[0].name == "A?B"


def test_a_garbled_list_of_mounts_costs_its_lines(tmp_path: Path) -> None:
    listing = tmp_path / "mounts"
    listing.write_bytes(b"\xff\xfe nonsense\n\n/dev/sda1 / ext4 rw 0 0\n")
    assert mounts(listing) == (Mount("/dev/sda1", Path("/"), "ext4", writable=True),)


def test_a_folder_lies_on_the_deepest_and_latest_mount(tmp_path: Path) -> None:
    listing = tmp_path / "mounts"
    home = tmp_path / "home"
    lines = ["/dev/sda1 / ext4 rw 0 0", f"/dev/sda2 {home} ext4 rw 0 0", f"x {home} tmpfs rw 0 0"]
    listing.write_text("\n".join(lines) + "\n")
    for folder, kind in ((home / "not" / "yet", "tmpfs"), (tmp_path, "ext4")):
        mount = mount_of(folder, listing)
        assert mount is not None
        assert mount.kind == kind
    assert mount_of(tmp_path, tmp_path / "nowhere") is None


def test_a_disk_that_takes_files_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    facts = disk_facts(folder)
    assert (facts.folder, facts.trouble) == (str(folder), "")
    assert facts.free_mb is not None
    assert facts.total_mb is not None
    assert 0 < facts.free_mb <= facts.total_mb
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_yet_is_asked_of_its_disk(tmp_path: Path) -> None:
    facts = disk_facts(tmp_path / "a" / "b")
    assert facts.free_mb is not None
    assert facts.trouble == ""


def test_a_disk_that_refuses_says_why(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert trial(blocked / "data") != ""
    assert disk_facts(blocked / "data").trouble != ""


@pytest.mark.parametrize(("kind", "stays"), [("ext4", True), ("tmpfs", False), ("overlay", False)])
def test_a_frozen_disk_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, stays: bool
) -> None:
    found = Mount("x", tmp_path, kind, writable=True)
    monkeypatch.setattr(disk_module, "mount_of", lambda _folder: found)  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    assert disk_facts(tmp_path).lasting is stays


def test_the_machine_names_its_run_and_its_length(tmp_path: Path) -> None:
    named = tmp_path / "boot_id"
    named.write_text("4f1c-9\n")
    assert boot_id(named) == "4f1c-9"
    up = tmp_path / "uptime"
    up.write_text("1047.83 4000.00\n")
    assert machine_up_s(up) == 1047
    for broken in ("", "soon"):
        up.write_text(broken)
        assert machine_up_s(up) is None
    assert machine_up_s(tmp_path / "nowhere") is None


@pytest.mark.skipif(not os.path.exists("/proc/uptime"), reason="a machine without /proc")  # noqa: PTH110 - at import
def test_without_a_name_the_moment_of_the_start_stands_in(tmp_path: Path) -> None:
    assert float(boot_id(tmp_path / "nowhere")) > 1_000_000_000
