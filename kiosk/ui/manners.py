"""The settings that touch mode goes by."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.ui.attract_loop import Dwell


class Manners(NamedTuple):
    """The settings that touch mode goes by, in seconds and percent."""

    idle_min_s: float = 120.0
    idle_warning_s: float = 30.0
    tap_guard_s: float = 0.5
    start_text_size: int = 125
    dwell: Dwell = Dwell()
