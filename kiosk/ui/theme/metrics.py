"""The grid of a window in px, all of it from millimetres (LOOK.md, Grid; DESIGN.md section 3)."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.units import floor_px, font_px

MARGIN_MM = 10.0
GUTTER_MM = 8.0
TOP_MM = 11.0
TARGET_MM = 30.0
SHELF_TARGET_MM = 40.0
RADIUS_MM = 4.0
PLACES = 6
# Highest reach of a control above the floor (access.md R1).
REACH_MM = 1100.0
# Where the glass hangs unless settings say so (DESIGN.md section 3).
BOTTOM_MM, BOTTOM_PORTRAIT_MM = 850.0, 790.0
# "Lager": every control in this part of the glass (access.md R2).
LOW_PART = 0.4
# What controls keep between them and the shelf.
ABOVE_SHELF_MM = 6.0

# Sizes of type relative to the smallest lawful size, at 100, 125 and 150 % (LOOK.md, Type:
# 45/55/66, 45/56/68, 64/74/84 and 96/96/104 px where the smallest is 45 px).
_LABEL = {100: 45 / 45, 125: 55 / 45, 150: 66 / 45}
_BODY = {100: 1.0, 125: 1.25, 150: 1.5}
_HEADING = {100: 64 / 45, 125: 74 / 45, 150: 84 / 45}
_POSTER = {100: 96 / 45, 125: 96 / 45, 150: 104 / 45}


class Rect(NamedTuple):
    """A rectangle in whole px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first px to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first px below it."""
        return self.y + self.height

    def inset(self, px: int) -> Rect:
        """The rectangle without a rim of `px`."""
        return Rect(self.x + px, self.y + px, self.width - 2 * px, self.height - 2 * px)


class Metrics(NamedTuple):
    """Glass of `width` × `height` px with `px_per_mm`, read from `viewing_distance_mm`.

    `bottom_mm` is the height of the glass edge above the floor, 0 for the usual one; `lowered`:
    the visitor asked for "Lager".
    """

    width: int
    height: int
    px_per_mm: float
    viewing_distance_mm: float = 600.0
    bottom_mm: float = 0.0
    mirrored: bool = False
    lowered: bool = False

    def mm(self, length: float) -> int:
        """A length in mm as whole px, rounded to the nearest."""
        return round(length * self.px_per_mm)

    @property
    def portrait(self) -> bool:
        """Whether the glass is higher than wide."""
        return self.height > self.width

    @property
    def margin(self) -> int:
        """Distance of controls from the edge of the glass."""
        return self.mm(MARGIN_MM)

    @property
    def gutter(self) -> int:
        """Distance between controls."""
        return self.mm(GUTTER_MM)

    @property
    def top(self) -> int:
        """Where content starts."""
        return self.mm(TOP_MM)

    @property
    def target(self) -> int:
        """The shorter side that every control has at least."""
        return self.mm(TARGET_MM)

    @property
    def radius(self) -> int:
        """The one corner radius."""
        return self.mm(RADIUS_MM)

    @property
    def line(self) -> int:
        """The one line weight: 3 px on 4 px a mm, and in proportion elsewhere."""
        return max(2, round(0.75 * self.px_per_mm))

    @property
    def strong_line(self) -> int:
        """The weight of answers and of the focus ring's core: 5 px on 4 px a mm."""
        return max(3, round(1.25 * self.px_per_mm))

    @property
    def columns(self) -> int:
        """12 columns in landscape, 6 in portrait."""
        return 6 if self.portrait else 12

    def column_x(self, column: int) -> int:
        """The left edge of a column, from 0."""
        return self.margin + round(column * (self._column + self.gutter))

    def span(self, columns: int) -> int:
        """The width of neighbouring columns with the gutters between them."""
        return int(columns * self._column + (columns - 1) * self.gutter)

    @property
    def _column(self) -> float:
        inner = self.width - 2 * self.margin - (self.columns - 1) * self.gutter
        return inner / self.columns

    @property
    def content(self) -> Rect:
        """Where content may stand: between the margins, from the top margin to the shelf."""
        return Rect(self.margin, self.top, self.width - 2 * self.margin, self.shelf.y - self.top)

    @property
    def shelf(self) -> Rect:
        """The strip at the bottom where the hands go."""
        rows = 2 if self.portrait else 1
        high = self.mm(56.0 + (rows - 1) * (SHELF_TARGET_MM + GUTTER_MM))
        return Rect(0, self.height - high, self.width, high)

    def place(self, first: int, count: int = 1) -> Rect:
        """`count` neighbouring places of the shelf from place `first` (1 to 6)."""
        per_row = PLACES // 2 if self.portrait else PLACES
        wide = (self.width - 2 * self.margin - (per_row - 1) * self.gutter) // per_row
        high = self.mm(SHELF_TARGET_MM)
        row, place = divmod(first - 1, per_row)
        x = self.margin + place * (wide + self.gutter)
        width = count * wide + (count - 1) * self.gutter
        y = self.height - self.margin - high - row * (high + self.gutter)
        box = Rect(x, y, width, high)
        return self.flipped(box) if self.mirrored else box

    def flipped(self, box: Rect) -> Rect:
        """The rectangle as far from the other side."""
        return box._replace(x=self.width - box.right)

    @property
    def whole_shelf(self) -> Rect:
        """One control as wide as the shelf (the idle warning)."""
        first = self.place(PLACES // 2 + 1 if self.portrait else 1)
        bottom = self.place(1).bottom
        return Rect(self.margin, first.y, self.width - 2 * self.margin, bottom - first.y)

    @property
    def reach_top(self) -> int:
        """The y above which no control may start (access.md R1)."""
        high = max(self.top, self.height - self.mm(REACH_MM - self._above_floor))
        return max(high, self._low_top) if self.lowered else high

    @property
    def can_lower(self) -> bool:
        """Whether "Lager" is of use: the glass reaches above 1100 mm (access.md R1, R2)."""
        return self._above_floor + self.height / self.px_per_mm > REACH_MM

    @property
    def _above_floor(self) -> float:
        return self.bottom_mm or (BOTTOM_PORTRAIT_MM if self.portrait else BOTTOM_MM)

    @property
    def _low_top(self) -> int:
        """Where the lowest 40 % begins; on low glass, where a row with room around it does."""
        row = self.shelf.y - self.mm(ABOVE_SHELF_MM) - self.target - self.gutter
        return min(self.height - int(LOW_PART * self.height), row)

    @property
    def smallest(self) -> int:
        """The smallest lawful font size in px."""
        return font_px(self.viewing_distance_mm, self.px_per_mm)

    @property
    def floor(self) -> int:
        """The font size in px of the last resort, where a word fits nowhere else."""
        return min(self.smallest, floor_px(self.px_per_mm))


class TypeScale(NamedTuple):
    """Font sizes in px at one step of Letters."""

    smallest: int
    label: int
    body: int
    heading: int
    poster: int

    @classmethod
    def at(cls, smallest: int, text_size: int) -> TypeScale:
        """The sizes at a text size in percent."""
        return cls(
            smallest,
            round(smallest * _LABEL[text_size]),
            round(smallest * _BODY[text_size]),
            round(smallest * _HEADING[text_size]),
            round(smallest * _POSTER[text_size]),
        )
