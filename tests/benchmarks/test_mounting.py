"""The sheet for who hangs the screen says what access.md R3 asks for, and what the program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.ui.theme.metrics import REACH_MM, Metrics

SHEET = (Path(__file__).parents[2] / "docs" / "mounting.md").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    ["760 × 1220 mm", "1015 mm", "from the front", "knees", "headset", "raised dot"],
)
def test_the_sheet_has_every_measure_of_access(words: str) -> None:
    assert words in SHEET


def test_the_heights_are_those_that_the_grid_goes_by() -> None:
    """Hung as the sheet says, the highest control stands at the reach that the sheet names."""
    assert f"above {REACH_MM:.0f} mm" in SHEET
    for height, metrics in (
        ("850 mm", Metrics(1920, 1080, 4.03)),
        ("790 mm", Metrics(1080, 1920, 4.03)),
    ):
        assert height in SHEET
        bottom = float(height.removesuffix(" mm"))
        top = bottom + (metrics.height - metrics.reach_top) / metrics.px_per_mm
        assert top <= REACH_MM + 0.5


@pytest.mark.parametrize(
    ("metrics", "share"),
    [(Metrics(1920, 1080, 4.03), 3 / 4), (Metrics(1080, 1920, 4.03), 1 / 2)],
    ids=["landscape", "portrait"],
)
def test_the_dot_is_where_luister_stands(metrics: Metrics, share: float) -> None:
    place = metrics.place(5)
    assert place.x <= metrics.width * share <= place.right
