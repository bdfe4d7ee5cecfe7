"""The best possible share of a shaking hand's taps is what access.md, section 3, computes."""

from __future__ import annotations

import pytest

from benchmarks.oracle import best
from benchmarks.tremor import Box

GLASS = (200.0, 160.0)


@pytest.mark.parametrize(("side", "share"), [(20, 35.4), (30, 62.2), (40, 81.8)])
def test_what_only_counts_when_hit_is_hit_as_often_as_the_table_says(
    side: float, share: float
) -> None:
    box = Box("done", 100 - side / 2, 80 - side / 2, side, side)
    found = best([box], frozenset({"done"}), GLASS, 12.0, 1.0)
    assert found.intended == pytest.approx(share, abs=0.2)
    assert found.wrong == 0.0


def test_alone_on_the_glass_nothing_is_missed() -> None:
    box = Box("next", 90, 70, 20, 20)
    assert best([box], frozenset(), GLASS, 12.0, 1.0).intended == pytest.approx(100, abs=0.1)


def test_fewer_wrong_taps_cost_taps_as_meant() -> None:
    boxes = [Box("a", 60, 60, 40, 40), Box("b", 108, 60, 40, 40)]
    strict, loose = (best(boxes, frozenset(), GLASS, 12.0, wrong) for wrong in (1.5, 3.0))
    assert strict.wrong <= 1.5 < loose.wrong <= 3.0
    assert strict.intended < loose.intended
