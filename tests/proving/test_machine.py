"""What the self-test asks of a machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.proving import machine

ROOT = Path(__file__).parents[2]


def test_python_and_qt() -> None:
    assert machine.python_check((3, 11, 0), 2**63 - 1).problems == ()
    assert machine.python_check((3, 10, 9), 2**63 - 1).problems
    assert machine.python_check((3, 12, 1), 2**31 - 1).problems
    assert machine.qt_check("6.9.0").problems == ()
    assert machine.qt_check("6.11.3").problems == ()
    assert machine.qt_check("6.8.9").problems


def test_memory(tmp_path: Path) -> None:
    assert machine.memory_check(999).problems
    assert machine.memory_check(1000).problems == ()
    assert machine.memory_check(None).problems == ()
    file = tmp_path / "meminfo"
    assert machine.memory_mb(file) is None
    file.write_text("MemTotal: 2000000 kB\nMemFree: 5 kB\n")
    assert machine.memory_mb(file) == 2048
    file.write_text("MemTotal:\n")
    assert machine.memory_mb(file) is None


def test_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert machine.data_check(folder).problems == ()
    assert not folder.exists()
    folder.mkdir()
    assert machine.data_check(folder).problems == ()
    assert [*folder.iterdir()] == []
    (tmp_path / "file").write_text("")
    assert machine.data_check(tmp_path / "file" / "data").problems


def test_icons_and_display() -> None:
    assert machine.icon_check(found=True).problems == ()
    assert machine.icon_check(found=False).problems
    assert machine.display_check({}, "win32").problems == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a display is given")
def test_a_machine_without_a_display(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "selftest", "--machine"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**kept, "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("FAIL")] == [
        line for line in lines if line.startswith("FAIL display: ")
    ]
    for name in ("Python", "Qt", "memory", "data folder", "fonts", "icons"):
        assert [line for line in lines if line.startswith(f"ok   {name}: ")], name
