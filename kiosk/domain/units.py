"""Millimetres, pixels and viewing angles (DESIGN.md section 3)."""

from __future__ import annotations

import math

# Smallest capital height, as an angle at the viewing distance (EN 301 549 5.1.4; access.md V1).
CAP_ANGLE_DEGREES = 0.7
# And never under this, however near the reader sits, in mm (access.md V1).
CAP_FLOOR_MM = 4.8
# Capital height of Atkinson Hyperlegible Next, in em (qt-facts.md section 5).
CAP_EM = 0.668


def cap_height_mm(distance_mm: float) -> float:
    """The smallest capital height that is lawful at a viewing distance, in mm."""
    angle = math.radians(CAP_ANGLE_DEGREES)
    return max(CAP_FLOOR_MM, distance_mm * math.tan(angle))


def floor_px(px_per_mm: float, cap_em: float = CAP_EM) -> int:
    """The font size in whole px under which no text may be, wherever it is read from."""
    return math.ceil(CAP_FLOOR_MM * px_per_mm / cap_em)


def font_px(distance_mm: float, px_per_mm: float, cap_em: float = CAP_EM) -> int:
    """The font size in whole px, rounded up, whose capitals reach `cap_height_mm`."""
    return math.ceil(cap_height_mm(distance_mm) * px_per_mm / cap_em)
