"""PINs of a made-up kiosk, and a disk that refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store.pins import Opened, Pins, open_pins

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.domain.staff import Level

NOW = 1000.0


def refusing(why: str) -> Callable[[Path, bytes], str]:
    """A disk that takes nothing, in the place of `write_atomically`."""

    def refuse(_path: Path, _content: bytes) -> str:
        return why

    return refuse


def opened(data: Path, protected: Path, now: float = NOW, **fixed: str) -> Opened:
    levels: dict[Level, str] = {"staff": fixed.get("staff", ""), "it": fixed.get("it", "")}
    return open_pins(data, protected, levels, now)


def pins_with(data: Path, protected: Path, staff: str = "4711", it: str = "") -> Pins:
    made = opened(data, protected).pins
    assert made.set("staff", staff) is None
    if it:
        assert made.set("it", it) is None
    return made
