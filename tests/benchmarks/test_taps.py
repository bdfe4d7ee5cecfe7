"""Shaking hands are the same for a seed, counted rightly, and judged by the bars of issue 5."""

from __future__ import annotations

import statistics

import pytest

from benchmarks.taps import SHELF, Row, missed, table
from benchmarks.tremor import HANDS, Box, Hand, Tally, tally, taps

BOX = Box("a", 100, 100, 40, 30)
GLASS = (400.0, 300.0)


def test_a_seed_always_gives_the_same_taps() -> None:
    one, again, other = (list(taps(HANDS[0], [BOX], GLASS, seed, 20)) for seed in (1, 1, 2))
    assert one == again != other


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.name)
def test_a_hand_scatters_slips_and_misses_as_it_says(hand: Hand) -> None:
    shaken = list(taps(hand, [BOX], (4000.0, 3000.0), 5, 4000))
    for axis, middle in enumerate((120, 115)):
        found = [tap.down[axis] - middle for tap in shaken]
        assert statistics.mean(found) == pytest.approx(hand.offset[axis], abs=0.7)
        assert statistics.pstdev(found) == pytest.approx(hand.spread, rel=0.05)
    slips = [abs(complex(*tap.up) - complex(*tap.down)) for tap in shaken]
    assert max(slips) == pytest.approx(hand.slip)


def test_what_misses_the_glass_did_nothing() -> None:
    edge = Box("edge", 0, 0, 2, 2)
    found = tally(taps(HANDS[2], [edge], GLASS, 1, 400), lambda _down, _up: "edge")
    assert 15 < found.intended < 40
    assert found.wrong == 0


def test_taps_are_counted_as_meant_wrong_or_nothing() -> None:
    found = Tally()
    for done in ("a", "a", "b", None):
        found.count("a", done)
    assert (found.intended, found.wrong) == (50.0, 25.0)
    found += found
    assert (found.taps, found.intended) == (8, 50.0)


def test_both_bars_of_a_hand_can_be_missed() -> None:
    good, short, wrong = Tally(1000, 995, 4), Tally(1000, 980, 0), Tally(1000, 991, 9)
    assert [found.passes(HANDS[0]) for found in (good, short, wrong)] == [True, False, False]


def test_the_table_names_what_is_missed_on_whole_screens_only() -> None:
    rows = [
        Row("home", "σ 5 mm", (99.5, 0.1), (90.0, 5.0), True),
        Row("topic", "σ 5 mm", (98.5, 0.1), (90.0, 5.0), False),
        Row(f"topic, {SHELF}", "σ 5 mm", (90.0, 0.1), (80.0, 5.0), False),
    ]
    assert missed(rows) == [rows[1]]
    assert "| topic, σ 5 mm | 98.5 / 0.1 % | 90.0 / 5.0 % | FAIL |" in table(rows)
    assert table(rows).count("FAIL") == 1
