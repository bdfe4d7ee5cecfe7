"""Millimetres, pixels and angles (DESIGN.md section 3; access.md section 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.units import CAP_EM, CAP_FLOOR_MM, cap_height_mm, floor_px, font_px


@pytest.mark.parametrize(
    ("distance", "cap"),
    [(400, 4.9), (500, 6.1), (600, 7.3), (750, 9.2), (1000, 12.2), (2000, 24.4), (3000, 36.7)],
)
def test_capitals_are_as_high_as_the_table_of_access_md(distance: float, cap: float) -> None:
    assert cap_height_mm(distance) == pytest.approx(cap, abs=0.05)


@pytest.mark.parametrize(
    ("px_per_mm", "at_600", "at_3000"),
    [(5.56, 61, 305), (4.03, 44, 221), (3.21, 35, 176), (2.71, 30, 149), (3.15, 35, 173)],
)
def test_fonts_are_within_a_pixel_of_the_table(px_per_mm: float, at_600: int, at_3000: int) -> None:
    """The table rounds; a font size is rounded up, so that 0.7° is never undercut."""
    assert 0 <= font_px(600, px_per_mm) - at_600 <= 2
    assert 0 <= font_px(3000, px_per_mm) - at_3000 <= 1


def test_near_the_glass_no_text_is_under_the_floor() -> None:
    assert cap_height_mm(100) == CAP_FLOOR_MM
    assert floor_px(4.0) == font_px(100, 4.0)


@given(distance=st.floats(300, 2000), px_per_mm=st.floats(1, 40))
def test_a_font_always_reaches_its_height_and_is_the_smallest_that_does(
    distance: float, px_per_mm: float
) -> None:
    px = font_px(distance, px_per_mm)
    wanted = cap_height_mm(distance) * px_per_mm
    assert px * CAP_EM >= wanted - 1e-6
    assert (px - 1) * CAP_EM < wanted
