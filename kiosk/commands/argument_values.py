"""Reads single values of the command line; each raises ValueError with words for its user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.run_options import Size

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_SMALLEST, _LARGEST = 200, 8192


def path(text: str) -> Path:
    """A path, which need not exist."""
    if not text or "\0" in text:
        raise ValueError("a path is wanted")
    return Path(text)


def title(text: str) -> str:
    """The name that staff gave to something. Raises ValueError for an empty one."""
    if not text.strip():
        raise ValueError("a name is wanted")
    return text.strip()


def whole(text: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 9):
        raise ValueError(f"{text!r} is not a whole number")
    value = int(text)
    if not low <= value <= high:
        raise ValueError(f"{value} is not between {low} and {high}")
    return value


def between(low: int, high: int) -> Callable[[str], int]:
    """A reader of a whole number from `low` to `high`."""
    return lambda text: whole(text, low, high)


def screen(text: str) -> int:
    """The number of a screen; -1 is the primary one."""
    return whole(text, -1, 15)


def size(text: str) -> Size:
    """A width and a height in pixels."""
    width, cross, height = text.lower().replace("×", "x").partition("x")
    if not cross:
        raise ValueError(f"{text!r} is not WIDTHxHEIGHT, such as 1920x1080")
    return Size(whole(width, _SMALLEST, _LARGEST), whole(height, _SMALLEST, _LARGEST))


def px_per_mm(text: str) -> float:
    """Pixels a millimetre, 1 to 40."""
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a number") from None
    if not 1.0 <= value <= 40.0:
        raise ValueError(f"{text} is not between 1 and 40")
    return value


def moment(text: str) -> datetime:
    """A local time, without a zone."""
    from datetime import datetime

    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a local time, such as 2027-03-28T01:59") from None
    if value.tzinfo is not None or not 1990 <= value.year <= 2190:
        raise ValueError(f"{text!r} is not a local time of these years; --zone names a zone")
    return value


def language(text: str) -> str:
    """The code of a language."""
    parts = text.split("-")
    if not (text.isascii() and parts[0].isalpha() and all(part.isalnum() for part in parts)):
        raise ValueError(f"{text!r} is not a language, such as nl")
    return text


def text_size(text: str) -> int:
    """A step of Letters in percent."""
    return int(one_of("100", "125", "150")(text))


def one_of(*allowed: str) -> Callable[[str], str]:
    """A reader of one of some words."""

    def convert(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"{text!r} is not one of {', '.join(allowed)}")
        return text

    return convert
