"""The supervisor starts the kiosk again when it falls, hangs or asks for it, and never else."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.supervising import Supervisor

if os.name != "posix":
    pytest.skip("pipes to children are a POSIX matter", allow_module_level=True)

# Ends with the next code of a list, and notes how it was started.
ENDS = """
import os, sys
codes = sys.argv[1].split(",")
with open(sys.argv[2], "a+") as file:
    file.seek(0)
    at = len(file.read())
    file.write(".")
assert os.environ["KIOSK_SUPERVISED"] == "1"
os._exit(int(codes[at]))
"""
# Says that it is ready and then nothing more, the first time; the second time it ends well.
HANGS = """
import os, sys, time
with open(sys.argv[2], "a+") as file:
    file.seek(0)
    again = bool(file.read())
    file.write(".")
if again:
    os._exit(0)
os.write(int(os.environ["KIOSK_HEARTBEAT"]), b"READY=1")
time.sleep(60)
"""
BEATS = """
import os, sys, time
line = int(os.environ["KIOSK_HEARTBEAT"])
for _ in range(12):
    os.write(line, b"WATCHDOG=1")
    time.sleep(0.05)
os.write(line, b"STOPPING=1")
time.sleep(0.5)
os._exit(0)
"""
WAITS = "import time, os, sys; open(sys.argv[2], 'w').close(); time.sleep(60)"


class Bench:
    """Runs a supervisor whose waits take no time."""

    def __init__(self, folder: Path) -> None:
        self.notes = folder / "starts"
        self.waits: list[float] = []
        self.now = 0.0

    def command(self, script: str, codes: str = "") -> list[str]:
        return [sys.executable, "-S", "-E", "-c", script, codes, str(self.notes)]

    def clock(self) -> float:
        return self.now

    def run(self, codes: str) -> int:
        return Supervisor(self.command(ENDS, codes), self.clock, self.wait).run()

    @property
    def starts(self) -> int:
        return len(self.notes.read_text())

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGHUP)}
    yield Bench(tmp_path)
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.mark.parametrize("code", [0, 2])
def test_an_end_that_was_meant_is_the_end(bench: Bench, code: int) -> None:
    assert bench.run(f"{code}") == code
    assert (bench.starts, bench.waits) == (1, [])


def test_crashes_wait_longer_and_longer(bench: Bench) -> None:
    assert bench.run("1,134,75,1,1,1,0") == 0
    assert bench.starts == 7
    assert bench.waits == [2, 5, 15, 60, 60, 60]


def test_crashes_of_long_ago_are_forgotten(bench: Bench) -> None:
    class Slow(Bench):
        def wait(self, seconds: float) -> None:
            super().wait(seconds)
            self.now += 601

    slow = Slow(bench.notes.parent)
    assert slow.run("1,1,1,0") == 0
    assert slow.waits == [2, 2, 2]


def test_a_restart_that_was_asked_for_waits_for_nothing(bench: Bench) -> None:
    ticks = iter(range(0, 10_000, 30))  # half a minute passes at each look at the clock
    supervisor = Supervisor(bench.command(ENDS, "75,0"), lambda: next(ticks), bench.wait)
    assert supervisor.run() == 0
    assert (bench.starts, bench.waits) == (2, [])


def test_a_kiosk_that_hangs_is_ended_and_started_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.commands.supervising.START_PATIENCE_S", 10.0)
    supervisor = Supervisor(bench.command(HANGS), time.monotonic, bench.wait, patience_s=0.2)
    assert supervisor.run() == 0
    assert bench.waits == [2]


def test_a_kiosk_that_beats_is_left_alone_also_while_it_ends(bench: Bench) -> None:
    supervisor = Supervisor(bench.command(BEATS), time.monotonic, bench.wait, patience_s=0.3)
    assert supervisor.run() == 0
    assert bench.waits == []


def test_a_program_that_is_gone_is_tried_again(bench: Bench) -> None:
    tries: list[float] = []

    def wait(seconds: float) -> None:
        tries.append(seconds)
        if len(tries) == 3:
            supervisor.end()

    supervisor = Supervisor(["/nowhere/kiosk"], bench.clock, wait)
    assert supervisor.run() == 0
    assert tries == [2, 5, 15]


def test_who_ends_the_supervisor_ends_the_kiosk(bench: Bench) -> None:
    supervisor = Supervisor(bench.command(WAITS), bench.clock, bench.wait)

    def end() -> None:
        while not bench.notes.exists():
            threading.Event().wait(0.01)
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=end)
    thread.start()
    assert supervisor.run() == 0
    thread.join()
    assert bench.waits == []


def test_the_end_is_heard_during_a_long_wait(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    supervisor = Supervisor(bench.command(ENDS, "1,1"), bench.clock)
    slept: list[float] = []
    really = time.sleep

    def sleep(seconds: float) -> None:
        if seconds < 1:  # that of a wait for the child, in the library
            return really(seconds)
        slept.append(seconds)
        return supervisor.end()

    monkeypatch.setattr(time, "sleep", sleep)
    assert supervisor.run() == 0
    assert (bench.starts, slept) == (1, [1])
