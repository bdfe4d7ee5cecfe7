"""Rows of equal cards in the columns of the grid, standing on a line."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.ui.theme.metrics import Metrics, Rect


class Rows(NamedTuple):
    """Cards, `across` in a row, each `span` columns of the grid wide.

    They end at y = `bottom` and begin at `top` or below it; a row is at most `most` px high. px.
    """

    across: int
    span: int
    top: int
    bottom: int
    most: int


def card_rows(metrics: Metrics, count: int, rows: Rows) -> list[Rect]:
    """Where `count` cards stand. None is lower than a good target, whatever the room."""
    lines = -(-count // rows.across)
    gaps = (lines - 1) * metrics.gutter
    high = max(min((rows.bottom - rows.top - gaps) // lines, rows.most), metrics.target)
    first = rows.bottom - lines * high - gaps
    return [
        Rect(
            metrics.column_x(rows.span * (number % rows.across)),
            first + (number // rows.across) * (high + metrics.gutter),
            metrics.span(rows.span),
            high,
        )
        for number in range(count)
    ]
