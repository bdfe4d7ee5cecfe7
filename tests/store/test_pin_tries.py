"""Wrong PINs: what they cost, and that a restart gives none back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.store import pins as module
from kiosk.store.pin_hash import PinHash
from kiosk.store.pins import TRIES_FILE, Tries
from tests.store.pin_support import NOW, opened, pins_with, refusing

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("cheap")


def test_five_wrong_tries_shut_the_gate_for_30_s(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    for _ in range(4):
        assert made.opens("0000", NOW) is None
        assert made.wait_s(NOW) == 0.0
    made.opens("0000", NOW)
    assert made.wait_s(NOW) == 30.0
    assert made.opens("4711", NOW + 29.9) is None
    assert made.opens("4711", NOW + 30.0) == "it"


def test_tries_while_one_waits_do_not_count(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    for _ in range(20):
        made.opens("0000", NOW)
    assert made.wait_s(NOW) == 30.0


def test_the_wait_doubles_to_two_minutes(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    now, waits = NOW, list[float]()
    for _ in range(9):
        made.opens("0000", now)
        waits.append(made.wait_s(now))
        now += waits[-1]
    assert waits == [0, 0, 0, 0, 30, 60, 120, 120, 120]


def test_a_right_pin_begins_anew(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    for _ in range(4):
        made.opens("0000", NOW)
    assert made.opens("4711", NOW) == "it"
    for _ in range(4):
        made.opens("0000", NOW)
    assert made.wait_s(NOW) == 0.0


def test_the_staff_pin_where_it_is_wanted_is_a_wrong_try(data: Path, protected: Path) -> None:
    made = pins_with(data, protected, it="808080")
    for _ in range(5):
        made.opens("4711", NOW, "it")
    assert made.wait_s(NOW) == 30.0


def test_the_wait_goes_on_after_a_restart(data: Path, protected: Path) -> None:
    made = pins_with(data, protected)
    for _ in range(5):
        made.opens("0000", NOW)
    again = opened(data, protected, NOW + 12.0).pins
    assert again.wait_s(NOW + 12.0) == pytest.approx(18.0)
    assert again.opens("4711", NOW + 12.0) is None


def test_after_a_restart_of_the_machine_the_wait_is_as_long_as_it_was(
    data: Path, protected: Path
) -> None:
    """Its clock begins anew; nothing is skipped, and nothing lasts longer than 30 s."""
    made = pins_with(data, protected)
    for _ in range(5):
        made.opens("0000", NOW)
    again = opened(data, protected, 20.0).pins
    assert again.wait_s(20.0) == 30.0
    assert again.wait_s(50.0) == 0.0


def test_a_try_is_on_the_disk_before_it_is_looked_at(
    data: Path, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who pulls the plug before the answer has spent the try all the same."""
    made = pins_with(data, protected)

    def plug(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(PinHash, "fits", plug)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            made.opens("0000", NOW)
    monkeypatch.undo()
    assert opened(data, protected).pins.wait_s(NOW) == 30.0


def test_a_disk_that_takes_nothing_counts_in_memory_and_says_so(
    data: Path, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pins_with(data, protected)
    assert not made.volatile
    monkeypatch.setattr(module, "write_atomically", refusing("No space left on device"))
    for _ in range(5):
        made.opens("0000", NOW)
    assert made.wait_s(NOW) == 30.0
    assert made.volatile
    monkeypatch.undo()
    made.opens("4711", NOW + 30.0)
    assert not made.volatile


def test_a_folder_that_cannot_be_written_is_known_before_a_try(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch(0o400)
    assert Tries(blocked / "data", NOW).volatile
    assert not Tries(tmp_path / "new" / "data", NOW).volatile


@pytest.mark.parametrize("content", [b"", b"\xff", b"5", b"5 nan", b"x" * 10_000])
def test_broken_tries_count_as_none(data: Path, protected: Path, content: bytes) -> None:
    made = pins_with(data, protected)
    (data / TRIES_FILE).write_bytes(content)
    made, problems = opened(data, protected)
    assert made.wait_s(NOW) == 0.0
    assert problems == ()


def test_every_hash_is_asked_whatever_the_first_said(
    data: Path, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time that it takes tells nothing."""
    made = pins_with(data, protected, it="808080")
    asked: list[PinHash] = []
    fits = PinHash.fits

    def noted(self: PinHash, pin: str) -> bool:
        asked.append(self)
        return fits(self, pin)

    monkeypatch.setattr(PinHash, "fits", noted)
    for pin in ("4711", "808080", "0000"):
        asked.clear()
        made.opens(pin, NOW)
        assert len(asked) == 2
