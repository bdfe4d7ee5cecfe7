"""What the grid alone promises: sizes that follow the millimetres, a mirror, a ring (R4, X2, X4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.access.figure import Figure
from kiosk.proving.offscreen import PANES
from kiosk.ui.theme.metrics import PLACES, Metrics

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTORS = (0.7, 1.3)
RING_MM = 1.3
"""As `Control.paint_focus` draws it."""


def measure() -> Iterator[Figure]:
    """Over every size of DESIGN.md section 3."""
    grids = [Metrics(pane.width, pane.height, pane.scale) for pane in PANES]
    error = max(_scaling_error(grid, factor) for grid in grids for factor in FACTORS)
    yield Figure("X4", "error of sizes at ± 30 % px/mm", error, "%", most=1.0)
    moved = max(_mirror_error(grid) for grid in grids)
    yield Figure("R4", "shelf mirrored to within", moved, "px", most=2.0)
    ring = min(max(grid.strong_line, grid.mm(RING_MM)) / grid.px_per_mm for grid in grids)
    yield Figure("X2", "each of the focus' two rings", ring, "mm", least=1.0)


def _scaling_error(grid: Metrics, factor: float) -> float:
    """How far a control's height and the smallest type are from `factor` times as much, in %."""
    other = grid._replace(px_per_mm=grid.px_per_mm * factor)
    pairs = ((grid.place(1).height, other.place(1).height), (grid.smallest, other.smallest))
    # A whole px is not an error.
    return max(100 * max(0.0, abs(now - was * factor) - 1) / was for was, now in pairs)


def _mirror_error(grid: Metrics) -> float:
    other = grid._replace(mirrored=True)
    pairs = [(grid.place(place), other.place(place)) for place in range(1, PLACES + 1)]
    return max(abs(other.width - one.right - two.x) for one, two in pairs)
