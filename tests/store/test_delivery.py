"""A file on a stick: whole or not at all, over nothing else (issue 3, item 3)."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, BinaryIO

import pytest

from kiosk.store.delivery import Delivered, deliver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "kiosk-it-2026-11-22-1605.zip"


def write(file: BinaryIO) -> None:
    file.write(b"all of it")


def fail(number: int) -> Callable[[BinaryIO], None]:
    def half(file: BinaryIO) -> None:
        file.write(b"half of ")
        raise OSError(number, os.strerror(number))

    return half


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as a stick while it is there."""
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == folder and folder.is_dir())  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    return folder


def test_a_folder_of_the_computer_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "export"
    assert deliver(folder, NAME, write) == Delivered(folder / NAME)
    assert (folder / NAME).read_bytes() == b"all of it"
    assert names(folder) == [NAME]


def test_a_file_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"older")
    found = [deliver(tmp_path, NAME, write).file for _ in range(2)]
    assert [one.name for one in found if one] == [
        "kiosk-it-2026-11-22-1605-2.zip",
        "kiosk-it-2026-11-22-1605-3.zip",
    ]
    assert (tmp_path / NAME).read_bytes() == b"older"


def test_a_name_without_an_ending_is_counted_too(tmp_path: Path) -> None:
    for name in ("handout", "handout-2"):
        assert deliver(tmp_path, "handout", write).file == tmp_path / name


def test_a_stick_is_written(stick: Path) -> None:
    assert deliver(stick, NAME, write, stick=True).file == stick / NAME


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EFBIG, "full"),
        (errno.EROFS, "closed"),
        (errno.EACCES, "closed"),
        (errno.EIO, "gone"),
        (errno.ENODEV, "gone"),
        (errno.EINVAL, "other"),
    ],
)
def test_a_failure_in_the_middle_leaves_nothing_behind(
    stick: Path, number: int, refusal: str
) -> None:
    found = deliver(stick, NAME, fail(number), stick=True)
    assert (found.file, found.refusal) == (None, refusal)
    assert found.why == os.strerror(number)
    assert names(stick) == []


def test_a_stick_that_is_gone_is_not_mistaken_for_the_folder_it_leaves(tmp_path: Path) -> None:
    left = tmp_path / "KINGSTON"
    left.mkdir()
    found = deliver(left, NAME, write, stick=True)
    assert (found.file, found.refusal) == (None, "gone")
    assert names(left) == []


def test_a_stick_that_is_pulled_out_in_the_middle_is_gone(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(file: BinaryIO) -> None:
        file.write(b"half of ")
        monkeypatch.setattr(os.path, "ismount", lambda _path: False)  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]

    found = deliver(stick, NAME, pulled, stick=True)
    assert (found.file, found.refusal) == (None, "gone")
    assert names(stick) == []


def test_a_stick_that_went_with_its_folder_is_gone(stick: Path) -> None:
    stick.rmdir()
    assert deliver(stick, NAME, write, stick=True).refusal == "gone"
    assert not stick.exists(), "and is not made"


def test_a_failed_rename_gives_its_name_back(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    assert deliver(stick, NAME, write, stick=True).refusal == "gone"
    assert names(stick) == []


def test_a_path_that_is_none_is_refused(tmp_path: Path) -> None:
    assert deliver(tmp_path, "a\0b", write).refusal == "other"
