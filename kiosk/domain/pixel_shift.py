"""Where the whole picture of the display stands, so that nothing burns in."""

from __future__ import annotations

from typing import Final, NamedTuple

# Steps of a minute, in px: small enough not to be seen. The ways across and down are of different
# lengths, so that in time the picture stands nearly everywhere within its margin.
_STEP_X: Final = 3
_STEP_Y: Final = 1


class Shift(NamedTuple):
    """How far right and down of its middle the picture stands, in px."""

    x: int
    y: int


def shift_at(minute: int, most: int) -> Shift:
    """Where the picture stands in a minute counted from anywhere, at most `most` px off."""
    return Shift(_to_and_fro(minute * _STEP_X, most), _to_and_fro(minute * _STEP_Y, most + 1, most))


def _to_and_fro(way: int, turn: int, most: int | None = None) -> int:
    """The place after a way along -turn … turn and back, cut off at `most`."""
    if turn <= 0:
        return 0
    along = way % (4 * turn)
    place = along - turn if along <= 2 * turn else 3 * turn - along
    limit = turn if most is None else most
    return max(-limit, min(limit, place))
