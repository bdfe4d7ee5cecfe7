"""PINs in the data folder and in the settings, and the wrong tries that outlive the program."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kiosk.store import pins as module
from kiosk.store.pin_hash import PinHash
from kiosk.store.pins import PINS_FILE, RESET_FILE, PinFile
from tests.store.pin_support import NOW, opened, pins_with, refusing

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


pytestmark = pytest.mark.usefixtures("cheap")


# What a PIN opens


def test_without_a_pin_nothing_opens(data: Path, protected: Path) -> None:
    made = opened(data, protected).pins
    assert not made.there
    for pin in ("", "0000", "1234", "12345678"):
        assert made.opens(pin, NOW) is None


def test_the_staff_pin_opens_all_where_it_has_none(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    assert made.there
    assert not made.it_apart
    assert made.opens("4711", NOW) == "it"
    assert made.opens("4711", NOW, "it") == "it"
    assert made.opens("4712", NOW) is None


def test_two_levels(data: Path, protected: Path) -> None:
    made = pins_with(data, protected, it="808080")
    assert made.it_apart
    assert made.opens("4711", NOW) == "staff"
    assert made.opens("808080", NOW) == "it"
    assert made.opens("4711", NOW, "it") is None
    assert made.opens("808080", NOW, "it") == "it"


def test_it_alone_passes_the_gate(data: Path, protected: Path) -> None:
    made = opened(data, protected).pins
    assert made.set("it", "808080") is None
    assert made.there
    assert made.opens("808080", NOW) == "it"


def test_a_pin_is_there_again_after_a_restart(data: Path, protected: Path) -> None:
    pins_with(data, protected, it="808080")
    again = opened(data, protected).pins
    assert (again.opens("4711", NOW), again.opens("808080", NOW)) == ("staff", "it")


def test_a_new_pin_takes_the_place_of_the_old(data: Path, protected: Path) -> None:
    made = pins_with(data, protected, it="808080")
    assert made.set("staff", "12345678") is None
    assert made.opens("4711", NOW) is None
    assert made.opens("12345678", NOW) == "staff"
    assert made.opens("808080", NOW) == "it"


def test_what_is_no_pin_is_not_kept(data: Path, protected: Path) -> None:
    made = opened(data, protected).pins
    for pin in ("123", "123456789", "12a4", ""):
        with pytest.raises(ValueError):
            made.set("staff", pin)
    assert not made.there


def test_a_pin_that_the_command_set_meanwhile(data: Path, protected: Path) -> None:
    made = opened(data, protected).pins
    PinFile(data, protected).set("staff", PinHash.of("4711"))
    assert not made.there
    made.refresh()
    assert made.opens("4711", NOW) == "it"


def test_settings_beat_the_file(data: Path, protected: Path) -> None:
    pins_with(data, protected, it="808080")
    made = opened(data, protected, staff=str(PinHash.of("1234"))).pins
    assert made.is_fixed("staff")
    assert not made.is_fixed("it")
    assert made.opens("4711", NOW) is None
    assert made.opens("1234", NOW) == "staff"
    assert made.opens("808080", NOW) == "it"


def test_a_broken_hash_in_the_settings_is_told_and_costs_itself_only(
    data: Path, protected: Path
) -> None:
    pins_with(data, protected)
    made, problems = opened(data, protected, staff="1234")
    assert len(problems) == 1
    assert "pin_hash" in problems[0].what
    assert "1234" not in str(problems[0])
    assert made.opens("4711", NOW) == "it"


def test_a_broken_pin_of_it_gives_nothing_away(data: Path, protected: Path) -> None:
    """Staff must not pass for IT because somebody made a slip."""
    pins_with(data, protected)
    made, problems = opened(data, protected, it="scrypt$oops")
    assert "it_pin_hash" in problems[0].what
    assert made.opens("4711", NOW) == "staff"
    with (data / PINS_FILE).open("a") as file:
        file.write("it scrypt$oops\n")
    made, problems = opened(data, protected)
    assert len(problems) == 1
    assert made.opens("4711", NOW) == "staff"


# The file


@posix
def test_only_its_owner_can_read_it(data: Path, protected: Path) -> None:
    old = os.umask(0)
    try:
        pins_with(data, protected)
    finally:
        os.umask(old)
    assert stat.S_IMODE((data / PINS_FILE).stat().st_mode) == 0o600


@posix
def test_a_file_that_others_can_read_is_told(data: Path, protected: Path) -> None:
    pins_with(data, protected)
    (data / PINS_FILE).chmod(0o644)
    made, problems = opened(data, protected)
    assert "others can read" in problems[0].what
    assert made.there


def test_the_pin_itself_stands_nowhere(data: Path, protected: Path) -> None:
    made = pins_with(data, protected, staff="73519264", it="80808080")
    made.opens("99999999", NOW)
    for file in data.iterdir():
        content = file.read_text()
        for pin in ("73519264", "80808080", "99999999"):
            assert pin not in content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\xff\xfe",
        b"staff",
        b"staff 4711\n",
        b"staff scrypt$1048576$8$1$AAAAAAAAAAAAAAAAAAAAAA$" + b"A" * 43 + b"\n",
        b"nonsense 1\n",
        b"x" * 10_000,
        b"reset -1\nreset x\n",
    ],
)
def test_a_broken_file_is_told_and_sets_no_pin(data: Path, protected: Path, content: bytes) -> None:
    data.mkdir()
    (data / PINS_FILE).write_bytes(content)
    (data / PINS_FILE).chmod(0o600)
    made, problems = opened(data, protected)
    assert not made.there
    assert bool(problems) == bool(content)
    assert all(problem.severity == "error" for problem in problems)


def test_a_folder_or_a_fifo_in_its_place(data: Path, protected: Path) -> None:
    (data / PINS_FILE).mkdir(parents=True)
    made, problems = opened(data, protected)
    assert not made.there
    assert problems


def test_a_disk_that_refuses_is_said(data: Path, protected: Path) -> None:
    data.write_text("a file in the place of the folder")
    made = opened(data, protected).pins
    assert made.set("staff", "4711")
    assert not made.there


# A PIN that was lost


def test_a_reset_file_forgets_the_pins_once(data: Path, protected: Path) -> None:
    pins_with(data, protected, it="808080")
    (protected / RESET_FILE).touch()
    assert not opened(data, protected).pins.there
    assert not opened(data, protected).pins.there
    made = opened(data, protected).pins
    made.set("staff", "1234")
    again = opened(data, protected).pins
    assert again.opens("1234", NOW) == "it"
    assert again.opens("4711", NOW) is None


def test_a_new_reset_file_forgets_again(data: Path, protected: Path) -> None:
    (protected / RESET_FILE).touch()
    pins_with(data, protected)
    assert opened(data, protected).pins.there
    os.utime(protected / RESET_FILE, ns=(5, 5))
    assert not opened(data, protected).pins.there


def test_a_reset_file_ends_a_wait(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    for _ in range(5):
        made.opens("0000", NOW)
    assert made.wait_s(NOW) == 30.0
    (protected / RESET_FILE).touch()
    assert opened(data, protected).pins.wait_s(NOW) == 0.0


def test_a_reset_is_obeyed_at_a_start_and_not_before(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    (protected / RESET_FILE).touch()
    made.refresh()
    assert made.opens("4711", NOW) == "it"


def test_the_settings_pin_is_the_administrators_own(data: Path, protected: Path) -> None:
    (protected / RESET_FILE).touch()
    made = opened(data, protected, staff=str(PinHash.of("1234"))).pins
    assert made.opens("1234", NOW) == "it"


def test_a_reset_that_cannot_be_written_holds_and_is_told(
    data: Path, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins_with(data, protected)
    (protected / RESET_FILE).touch()
    monkeypatch.setattr(module, "write_atomically", refusing("read-only"))
    made, problems = opened(data, protected)
    assert not made.there
    assert "read-only" in problems[0].what
