"""Which screen the kiosk uses and how many pixels a millimetre has on it (DESIGN.md section 3)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

Origin = Literal["setting", "screen", "assumed"]

ASSUMED_SHORT_SIDE_MM = 268.0
"""A 21.5 inch panel (DESIGN.md section 3)."""

SIDES_AGREE_WITHIN = 0.05
"""How far the scales of width and height may lie apart in a report that is believed."""

DIAGONAL_MM = (250.0, 1700.0)
"""Smaller or larger screens are a misreport (a projector says 160 mm, a TV often 0)."""

MISMATCH = 0.15
"""From this difference between setting and report IT is told (access.md X4)."""


class Scale(NamedTuple):
    """Pixels per mm, where the number comes from, and what the screen itself reports, if usable."""

    px_per_mm: float
    origin: Origin
    reported: float | None = None

    @property
    def mismatch(self) -> bool:
        """Whether the setting differs from a usable report by more than 15 % (access.md X4)."""
        if self.reported is None:
            return False
        return abs(self.px_per_mm / self.reported - 1) > MISMATCH

    def warning(self) -> str | None:
        """One line for the log and for staff when setting and screen disagree, else None."""
        if not self.mismatch:
            return None
        return (
            f"px_per_mm is set to {self.px_per_mm:.2f}, but the screen reports "
            f"{self.reported:.2f}; measure a bank card (85.6 mm) on the screen"
        )


def scale(
    setting: float | None, size_px: tuple[float, float], size_mm: tuple[float, float] | None
) -> Scale:
    """Choose the scale: the setting, else a believable report, else a 21.5 inch panel.

    `size_px` is the screen in the pixels that layouts use, `size_mm` what it says of itself;
    None off screen, where there is nothing to believe.
    """
    reported = None if size_mm is None else _believed(size_px, size_mm)
    if setting is not None:
        return Scale(setting, "setting", reported)
    if reported is not None:
        return Scale(reported, "screen", reported)
    return Scale(min(size_px) / ASSUMED_SHORT_SIDE_MM, "assumed")


def _believed(size_px: tuple[float, float], size_mm: tuple[float, float]) -> float | None:
    if min(*size_px, *size_mm) <= 0 or not all(map(math.isfinite, size_mm)):
        return None
    low, high = DIAGONAL_MM
    if not low <= math.hypot(*size_mm) <= high:
        return None
    across, down = (px / mm for px, mm in zip(size_px, size_mm, strict=True))
    if max(across, down) > min(across, down) * (1 + SIDES_AGREE_WITHIN):
        return None
    return (across + down) / 2


def scale_of(screen: QScreen, setting: float | None) -> Scale:
    """The scale of a screen that shows, in the device-independent pixels of its widgets."""
    size, mm = screen.geometry().size(), screen.physicalSize()
    return scale(setting, (size.width(), size.height()), (mm.width(), mm.height()))


def pick_screen(index: int | None) -> QScreen:
    """The screen with this number, counted from 0; the primary one where there is no such screen.

    None and -1 mean the primary screen.
    """
    from PySide6.QtGui import QGuiApplication

    screens = QGuiApplication.screens()
    if index is not None and 0 <= index < len(screens):
        return screens[index]
    return QGuiApplication.primaryScreen()
