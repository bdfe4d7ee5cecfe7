"""What was measured, and small statistics over it."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program; times in seconds from the moment it was launched."""

    full_frame_s: float
    settled_s: float
    cpu_s: float
    """Until it settled and through the quiet second that proves it."""
    pss_mb: float


@dataclass(slots=True)
class Figures:
    """Everything measured of one program. Times in ms, memory in MB, idle in % of one core."""

    starts: list[Start] = field(default_factory=list[Start])
    idle_percent: float | None = None
    press_ms: list[float] = field(default_factory=list[float])
    page_ms: list[float] = field(default_factory=list[float])

    def full_frame_ms(self) -> float:
        """Median time to the first full frame."""
        return statistics.median(start.full_frame_s for start in self.starts) * 1000

    def settled_ms(self) -> float:
        """Median time to the last change."""
        return statistics.median(start.settled_s for start in self.starts) * 1000

    def best_full_frame_ms(self) -> float:
        """Shortest time to the first full frame."""
        return min(start.full_frame_s for start in self.starts) * 1000

    def best_settled_ms(self) -> float:
        """Shortest time to the last change."""
        return min(start.settled_s for start in self.starts) * 1000

    def cpu_ms(self) -> float:
        """Median processor time until settled."""
        return statistics.median(start.cpu_s for start in self.starts) * 1000

    def pss_mb(self) -> float:
        """Median memory."""
        return statistics.median(start.pss_mb for start in self.starts)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
