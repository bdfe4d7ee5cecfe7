"""Crash notes: a run that never said its end crashed, and three of them brake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.store.crashes import CRASHES_FILE, CrashNotes


class Computer:
    """Starts kiosks on one computer, which can be switched off."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.boot = "first"
        self.now = 100.0

    def start(self) -> CrashNotes:
        self.now += 5
        return CrashNotes(self.folder, self.boot, lambda: self.now)

    def switch_off_and_on(self) -> None:
        self.boot += "-next"
        self.now = 50.0


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "data")


def test_a_first_start_and_a_good_end_are_no_crash(computer: Computer) -> None:
    notes = computer.start()
    assert (notes.recent, notes.braked, notes.trouble) == ((), False, None)
    notes.end()
    assert computer.start().recent == ()


def test_three_crashes_in_ten_minutes_brake(computer: Computer) -> None:
    found = [computer.start() for _ in range(5)]
    assert [len(notes.recent) for notes in found] == [0, 1, 2, 3, 4]
    assert [notes.braked for notes in found] == [False, False, False, True, True]


def test_slow_crashes_do_not_brake(computer: Computer) -> None:
    for _ in range(6):
        assert not computer.start().braked
        computer.now += 301


def test_a_good_end_forgets_them(computer: Computer) -> None:
    notes = [computer.start() for _ in range(4)][-1]
    assert notes.braked
    notes.end()
    assert not computer.start().braked


def test_power_cuts_are_no_crashes(computer: Computer) -> None:
    for _ in range(6):
        assert not computer.start().braked
        computer.switch_off_and_on()


def test_a_power_cut_among_crashes_counts_for_nothing(computer: Computer) -> None:
    computer.start()
    computer.boot, computer.now = "second", 500.0
    assert computer.start().recent == ()
    assert len(computer.start().recent) == 1


def test_where_the_computer_names_no_run_an_earlier_clock_is_another(computer: Computer) -> None:
    computer.boot = ""
    for _ in range(6):
        assert not computer.start().braked
        computer.now -= 30


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"running": 3, "crashes": "many"}',
        b'{"running": ["first"], "crashes": [[1, 2], ["first", "now"], null]}',
        b'{"running": ["first", 1%b], "crashes": [["first", 1%b], ["first", NaN]]}'
        % (b"0" * 400, b"0" * 400),  # no float is as large
        b"[" * 9000,
        b" " * 20_000,
    ],
)
def test_a_note_that_cannot_be_read_is_none(computer: Computer, content: bytes) -> None:
    computer.folder.mkdir()
    (computer.folder / CRASHES_FILE).write_bytes(content)
    assert computer.start().recent == ()


def test_a_disk_that_refuses_costs_only_the_note(computer: Computer) -> None:
    computer.folder.mkdir()
    (computer.folder / CRASHES_FILE).mkdir()
    notes = computer.start()
    assert notes.trouble
    notes.end()
    assert not notes.braked


def test_the_note_says_nothing_but_times(computer: Computer) -> None:
    computer.start()
    computer.start()
    note = json.loads((computer.folder / CRASHES_FILE).read_bytes())
    assert note == {"running": ["first", 110.0], "crashes": [["first", 110.0]]}
