"""How large the letters on a wall must be, whatever the wall is."""

from __future__ import annotations

import math
from typing import Final

from kiosk.domain.units import font_px

DISTANCE_SIDES: Final = 5.6
"""The distance for which a screen is read by a group, in short sides (DESIGN.md section 3)."""
PART_OF_PICTURE: Final = 9
"""The font size is this part of the short side where nobody knows the screen's size (issue 3)."""


def wall_px(width: int, height: int, px_per_mm: float | None, distance_mm: float = 0.0) -> int:
    """The font size in px of every word on a wall of `width` × `height` px.

    Capitals of 0.7° at `distance_mm` (0: 5.6 × the short side); with `px_per_mm` None (a
    projector, which does not know its size) one ninth of the picture's short side. The second
    is a little larger than the first at the usual distance: 120 px against 111 on 1920×1080.
    """
    short = min(width, height)
    if px_per_mm is None:
        return math.ceil(short / PART_OF_PICTURE)
    return font_px(distance_mm or DISTANCE_SIDES * short / px_per_mm, px_per_mm)
