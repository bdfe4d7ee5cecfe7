"""Links, pipes, devices, odd names and forbidden files: a clear problem, never a hang."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content import tree
from kiosk.content.packs import is_large, load
from tests.content.builder import TOPIC, FakeProbe, PackFolder
from tests.content.hostile_support import QUIZ_FILE, TOPIC_FILE, refused


def test_a_name_as_a_mac_writes_it_is_found(pack: PackFolder) -> None:
    pack.add_picture("images/e\u0301e\u0301n.png")
    pack.replace(TOPIC_FILE, "icon =", 'image = "images/één.png"\nalt = "Een."\nicon =')
    pack.seal()
    assert pack.problems() == []
    loaded = load(pack.folder, None, FakeProbe).pack
    assert loaded is not None
    image = loaded.edition("nl").topics[0].image
    assert image is not None
    assert (pack.folder / image.path).is_file()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def a_link_inside(path: Path) -> None:
    target = path.with_name("copy")
    target.write_text(TOPIC)
    path.symlink_to(target)


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def an_endless_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


ODD = [a_pipe, a_socket, a_link, a_link_inside, a_link_to_itself, an_endless_device]


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("name", ["pack.toml", TOPIC_FILE, QUIZ_FILE, "claims.toml", "x/y.svg"])
def test_what_is_no_plain_file_is_an_error(
    pack: PackFolder, name: str, make: Callable[[Path], None]
) -> None:
    path = pack.path(name)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    refused(pack, name, "this is a ")


@pytest.mark.parametrize("name", ["pack.toml", QUIZ_FILE])
def test_a_folder_in_the_place_of_a_file_is_an_error(pack: PackFolder, name: str) -> None:
    pack.path(name).unlink()
    pack.path(name).mkdir()
    refused(pack, name, "missing")


def test_a_linked_folder_is_an_error(pack: PackFolder, tmp_path: Path) -> None:
    topics = pack.path("nl/topics")
    topics.rename(tmp_path / "elsewhere")
    topics.symlink_to(tmp_path / "elsewhere")
    refused(pack, "nl/topics", "this is a symbolic link")


def test_a_file_that_becomes_a_link_while_we_look_is_not_followed(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = pack.folder.parent / "secret"
    secret.write_text(TOPIC.replace("Een kaart", "Geheim"))
    path = pack.path(TOPIC_FILE)
    listed = tree.tree

    def swap(root: Path) -> tree.Tree:
        found = listed(root)
        path.unlink()
        path.symlink_to(secret)
        return found

    monkeypatch.setattr("kiosk.content.source.tree", swap)
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is None
    assert any("cannot be read" in problem.what for problem in loaded.problems)


def test_a_file_that_may_not_be_read_is_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("10-een.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    refused(pack, TOPIC_FILE, "cannot be read (Permission denied)", 0)


def test_a_folder_that_may_not_be_listed_is_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("topics"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    refused(pack, ".", "nl/topics cannot be listed (Permission denied)")


def test_a_name_that_is_no_text_is_told(pack: PackFolder) -> None:
    bad = os.fsencode(pack.path("nl/topics")) + b"/\xff\xfe\n.md"
    with open(bad, "wb") as file:  # noqa: PTH123 - Path cannot hold this name on every system
        file.write(b"\xff")
    found = [p for p in pack.problems() if p.severity == "error"]
    assert len(found) == 1
    assert found[0].file.isprintable()
    assert str(found[0]).encode()


def test_folders_without_end_are_an_error(pack: PackFolder) -> None:
    pack.path("/".join(["diep"] * 40)).relative_to(pack.folder)
    pack.path("/".join(["diep"] * 40)).mkdir(parents=True)
    refused(pack, ".", "deep")


def test_more_files_than_any_pack_are_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "MOST_ENTRIES", 50)
    for number in range(60):
        pack.write(f"images/{number}.png", b"")
    refused(pack, ".", "more than 50 files")
    assert not is_large(pack.folder)
    for number in range(300):
        pack.write(f"images/{number}.png", b"")
    monkeypatch.undo()
    assert is_large(pack.folder)
