"""A large pack is compiled by one process at a time, which ends when the show does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import CompileOptions
from kiosk.compiling import compile_beside
from kiosk.content.packs import compile_into, fresh
from kiosk.store.lock import InstanceLock
from tests.content.builder import FakeProbe, PackFolder

if TYPE_CHECKING:
    from kiosk.content.probe import Probe

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests themselves stay as fast as they are."""

    def stay(_by: int) -> int:
        return 0

    monkeypatch.setattr(os, "nice", stay, raising=False)


def never() -> Probe:
    raise AssertionError("compiled a second time")


def test_it_compiles(tmp_path: Path) -> None:
    options = CompileOptions(PackFolder(tmp_path / "pack").folder, tmp_path / "store")
    assert compile_beside(options, FakeProbe) == 0
    found = fresh(*options)
    assert found is not None
    found.close()
    InstanceLock(tmp_path / "store").close()  # the lock was given back


def test_what_another_process_is_compiling_is_waited_for_and_taken(tmp_path: Path) -> None:
    options = CompileOptions(PackFolder(tmp_path / "pack").folder, tmp_path / "store")
    other = InstanceLock(options.store)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            compile_into(*options, FakeProbe())
            other.close()

    assert compile_beside(options, never, wait) == 0
    assert len(waits) == 2


def test_a_pack_known_to_have_errors_is_not_compiled_again(tmp_path: Path) -> None:
    pack = PackFolder(tmp_path / "pack")
    pack.write("nl/quiz.toml", "[[question\n")
    options = CompileOptions(pack.folder, tmp_path / "store")
    assert compile_beside(options, FakeProbe) == 2
    assert compile_beside(options, never) == 2


CHILD = (
    "from kiosk.compiling import end_with_parent; end_with_parent(); "
    "print('here', flush=True); import signal; signal.pause()"
)
PARENT = (
    "import subprocess, sys; "
    "subprocess.Popen([sys.executable, '-c', sys.argv[1]]); import signal; signal.pause()"
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux has prctl")
def test_it_ends_with_its_parent_even_one_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, CHILD], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "here\n"
        parent.send_signal(signal.SIGKILL)
        # Nothing more can come only once the child has gone too: it holds the same pipe.
        assert parent.communicate(timeout=20) == ("", None)
