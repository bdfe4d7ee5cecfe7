"""The bench judges what it measured as issue 2 asks."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.bars import Results, bars
from benchmarks.display import DisplayCost
from benchmarks.figures import Figures, Start, percentile
from benchmarks.report import table, verdicts, write_json

if TYPE_CHECKING:
    from pathlib import Path


def figures(frame_s: float, settled_s: float, pss_mb: float) -> Figures:
    starts = [Start(frame_s * f, settled_s * f, 0.2, pss_mb) for f in (0.5, 1.0, 9.0)]
    return Figures(starts, 0.0, press_ms=[3.0, 4.0], page_ms=[20.0, 30.0])


@pytest.fixture
def results() -> Results:
    return Results(
        kiosk=figures(0.30, 0.31, 80),
        bare=figures(0.20, 0.20, 50),
        chromium=figures(0.40, 0.80, 400),
        big=figures(0.32, 0.33, 85),
        big_first_frame_ms=500,
        big_first_taps_ms=[30.0, 90.0],
        display=DisplayCost(0.0, [20.0, 30.0], 0.4, 10_000),
    )


def missed(results: Results) -> list[str]:
    return [bar.what for bar in bars(results) if not bar.passes]


def test_a_run_within_every_bar_passes(results: Results) -> None:
    assert missed(results) == []
    assert len(bars(results)) == 14


def test_every_bar_can_be_missed(results: Results) -> None:
    slow = dataclasses.replace(
        results,
        kiosk=dataclasses.replace(
            figures(0.50, 0.90, 300), idle_percent=0.06, press_ms=[17.0], page_ms=[101.0]
        ),
        big=figures(2, 2, 500),
        big_first_frame_ms=1100,
        big_first_taps_ms=[201.0],
        display=DisplayCost(0.06, [20.0, 61.0], 2.1, 10_000),
    )
    assert len(missed(slow)) == 14


def test_medians_not_means_are_compared(results: Results) -> None:
    assert results.kiosk.settled_ms() == pytest.approx(310)


def test_without_a_browser_its_bars_are_left_out(results: Results) -> None:
    without = dataclasses.replace(results, chromium=None)
    assert len(bars(without)) == 12
    assert "Chromium" not in table(without)


def test_a_run_without_the_display_has_no_bars_of_it(results: Results) -> None:
    assert len(bars(dataclasses.replace(results, display=None))) == 11


def test_percentile_is_a_measured_value() -> None:
    assert percentile([5, 1, 3], 0.5) == 3
    assert percentile([5, 1, 3], 0.95) == 5
    assert percentile([7], 0.95) == 7


def test_the_report_names_each_program_and_says_what_is_missed(results: Results) -> None:
    results.kiosk.idle_percent = 3.0
    assert "| kiosk | 300 ms | 310 ms | 200 ms | 80 MB | 3.0 % | 3.0 / 4.0 ms |" in table(results)
    assert "FAIL  idle on a topic page: 3.00 % (at most 0.05 %)" in verdicts(results)
    assert verdicts(results).count("FAIL") == 1


def test_the_json_keeps_single_values(results: Results, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "bench.json"
    write_json(results, {"cores": 2}, file)
    data = json.loads(file.read_text("utf-8"))
    assert len(data["programs"]["kiosk"]["starts"]) == 3
    assert data["bars"][0]["passes"] is True
