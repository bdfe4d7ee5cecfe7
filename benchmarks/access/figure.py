"""One measured figure of one row of access.md, and the smallest or largest value of many."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured for a row: `least` and `most` are its bars; without either it only tells.

    `slack` is what rounding to whole px may take away, in the figure's unit.
    """

    row: str
    what: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None
    slack: float = 0.0
    where: str = ""

    @property
    def passes(self) -> bool:
        """Whether it reaches its bars."""
        if math.isnan(self.value):
            return False
        high = self.most is None or self.value <= self.most + self.slack + 1e-6
        return high and (self.least is None or self.value >= self.least - self.slack - 1e-6)

    def __str__(self) -> str:
        space = "" if self.unit in ("°", ":1") else " "
        text = f"{self.what} {_number(self.value)}{space if self.unit else ''}{self.unit}"
        return text if self.passes else f"{text} (FAIL{f': {self.where}' if self.where else ''})"


@dataclass(slots=True)
class Extreme:
    """The smallest of many values, or with `largest` the largest, and where it was seen."""

    largest: bool = False
    value: float = math.nan
    where: str = ""

    def see(self, value: float, where: str) -> None:
        """Take one more value into account."""
        beyond = value > self.value if self.largest else value < self.value
        if beyond or math.isnan(self.value):
            self.value, self.where = value, where


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "?"
    return f"{value:.0f}" if value == round(value) else f"{value:.2f}".rstrip("0").rstrip(".")
