"""The generated pack is one that an author could have written."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.big_pack import write_big_pack
from benchmarks.programs import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def test_it_has_as_many_topics_as_asked(tmp_path: Path) -> None:
    write_big_pack(tmp_path / "pack", 250)
    topics = list((tmp_path / "pack" / "nl" / "topics").iterdir())
    assert len(topics) == 250
    assert len({topic.read_text("utf-8") for topic in topics}) == 250


def test_the_checker_finds_no_error_in_it(tmp_path: Path) -> None:
    write_big_pack(tmp_path / "pack", 30)
    done = subprocess.run(
        [sys.executable, "main.py", "check", str(tmp_path / "pack")],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert ": error:" not in done.stdout
