"""Where the whole picture of the display stands, so that nothing burns in."""

from __future__ import annotations

from typing import Final, NamedTuple

# Steps of a minute across and down, in px: small enough not to be seen.
_STEP_X: Final = 3
_STEP_Y: Final = 1
# So often the way down goes one step further, so that it crosses the way across elsewhere.
_DRIFT_MINUTES: Final = 61


class Shift(NamedTuple):
    """How far right and down of its middle the picture stands, in px."""

    x: int
    y: int


def shift_at(minute: int, most: int) -> Shift:
    """Where the picture stands in a minute counted from anywhere, at most `most` px off."""
    across = minute * _STEP_X
    down = minute * _STEP_Y + minute // _DRIFT_MINUTES
    return Shift(_to_and_fro(across, most), _to_and_fro(down, most))


def _to_and_fro(way: int, most: int) -> int:
    """The place after a way from -`most` to `most` and back, again and again."""
    if most <= 0:
        return 0
    along = way % (4 * most)
    return along - most if along <= 2 * most else 3 * most - along
