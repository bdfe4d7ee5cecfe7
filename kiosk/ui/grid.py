"""Boxes of equal controls in rows, for screens of staff that have no shelf."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.ui.theme.metrics import Metrics, Rect

# A control of a grid is at most so high, in mm: higher ones say nothing more.
HIGHEST_MM = 50.0
# The button at the bottom, in mm; on low glass the least that is lawful.
BOTTOM_MM = 40.0
LOW_GLASS_MM = 230.0


def bottom_box(metrics: Metrics) -> Rect:
    """The one button at the bottom of a screen without shelf, in the place of "Klaar"."""
    low = min(metrics.width, metrics.height) < metrics.mm(LOW_GLASS_MM)
    high = metrics.target if low else metrics.mm(BOTTOM_MM)
    width = metrics.span(2 if metrics.portrait else 3)
    return Rect(metrics.margin, metrics.height - metrics.margin - high, width, high)


def beside_bottom(metrics: Metrics) -> Rect:
    """What is left of the row of the button at the bottom."""
    box = bottom_box(metrics)
    x = box.right + metrics.gutter
    return Rect(x, box.y, metrics.width - metrics.margin - x, box.height)


def rows_in(metrics: Metrics, area: Rect, rows: int) -> int:
    """The height in px of each of some rows at the bottom of an area: 30 to 50 mm."""
    room = (area.height - (rows - 1) * metrics.gutter) // rows
    return max(metrics.target, min(room, metrics.mm(HIGHEST_MM)))


def grid(metrics: Metrics, area: Rect, count: int, across: int) -> list[Rect]:
    """`count` equal boxes in rows of `across`, at the bottom of an area, where hands reach."""
    rows = -(-count // across)
    high = rows_in(metrics, area, rows)
    top = area.bottom - rows * high - (rows - 1) * metrics.gutter
    wide = (area.width - (across - 1) * metrics.gutter) / across
    return [
        Rect(
            area.x + round((number % across) * (wide + metrics.gutter)),
            top + (number // across) * (high + metrics.gutter),
            int(wide),
            high,
        )
        for number in range(count)
    ]


def stacked(metrics: Metrics, area: Rect, heights: Sequence[int]) -> list[Rect]:
    """Boxes of these heights under one another, as wide as the area and at its bottom."""
    y = area.bottom - sum(heights) - (len(heights) - 1) * metrics.gutter
    boxes: list[Rect] = []
    for high in heights:
        boxes.append(Rect(area.x, y, area.width, high))
        y += high + metrics.gutter
    return boxes
