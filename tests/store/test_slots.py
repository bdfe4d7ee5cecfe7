"""The active pack is a plain name of a real folder, or there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.store.slots import active_pack


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    (folder / "ms-2.0_b").mkdir(parents=True)
    return folder


def test_the_folder_that_is_named(tmp_path: Path, packs: Path) -> None:
    (packs / "active").write_text("ms-2.0_b\n")
    assert active_pack(tmp_path) == packs / "ms-2.0_b"


def test_none_chosen(tmp_path: Path, packs: Path) -> None:
    assert active_pack(tmp_path) is None
    assert active_pack(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "gone",
            ".",
            "..",
            "../packs/ms-2.0_b",
            "/etc",
            "ms\\b",
            "a\nb",
            "caf\xe9",
            "x" * 200,
        ),
        *("ms-2.0_b\0", ".ms", "linked", "file", "ms-2.0_b/"),
    ],
)
def test_a_name_that_leads_elsewhere_counts_as_none(tmp_path: Path, packs: Path, name: str) -> None:
    (packs / "linked").symlink_to("/usr")
    (packs / "file").touch()
    (packs / ".ms").mkdir()
    (packs / "active").write_bytes(name.encode("latin-1"))
    assert active_pack(tmp_path) is None


def test_a_strange_file_counts_as_none(tmp_path: Path, packs: Path) -> None:
    (packs / "active").mkdir()
    assert active_pack(tmp_path) is None
    (packs / "active").rmdir()
    os.mkfifo(packs / "active")
    assert active_pack(tmp_path) is None
