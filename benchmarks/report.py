"""Shows what a run measured: a table, the bars, and JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from benchmarks.bars import bars
from benchmarks.figures import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.bars import Bar, Results
    from benchmarks.figures import Figures
    from benchmarks.taps import Row

HEADS = (
    "",
    "first frame",
    "settled",
    "CPU",
    "memory",
    "idle 10 s",
    "press p50/p95",
    "page p50/p95",
)


def rows(results: Results) -> dict[str, Figures]:
    """The programs of a run by the name the table gives them."""
    named = {"kiosk": results.kiosk, "bare window": results.bare, "10 000 topics": results.big}
    if results.chromium is not None:
        named["Chromium"] = results.chromium
    return named


def table(results: Results) -> str:
    """The figures as a table in Markdown, medians."""
    lines = [HEADS, tuple("---" for _ in HEADS)]
    lines += [_row(name, figures) for name, figures in rows(results).items()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def verdicts(results: Results) -> str:
    """One line a bar: value, limit, pass or FAIL."""
    return "\n".join(
        f"{'pass' if bar.passes else 'FAIL'}  {bar.what}: {bar.value:.2f} {bar.unit}"
        f" (at most {bar.limit:g} {bar.unit}{_best(bar)})"
        for bar in bars(results)
    )


def _best(bar: Bar) -> str:
    return "" if bar.best is None else f"; fastest starts {bar.best:.2f}"


def write_json(
    results: Results, machine: dict[str, Any], path: Path, hands: Sequence[Row] = ()
) -> None:
    """Write everything, single values too, for later comparison."""
    data = {
        "machine": machine,
        "programs": {name: _plain(figures) for name, figures in rows(results).items()},
        "first start of 10 000 topics": {
            "first_frame_ms": results.big_first_frame_ms,
            "taps_ms": results.big_first_taps_ms,
        },
        "display": None if results.display is None else asdict(results.display),
        "bars": [
            {"what": bar.what, "value": bar.value, "limit": bar.limit, "passes": bar.passes}
            for bar in bars(results)
        ],
        "hands": [row._asdict() for row in hands],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _row(name: str, figures: Figures) -> tuple[str, ...]:
    idle = figures.idle_percent
    return (
        name,
        f"{figures.full_frame_ms():.0f} ms",
        f"{figures.settled_ms():.0f} ms",
        f"{figures.cpu_ms():.0f} ms",
        f"{figures.pss_mb():.0f} MB",
        "-" if idle is None else f"{idle:.1f} %",
        _pair(figures.press_ms),
        _pair(figures.page_ms),
    )


def _pair(values: list[float]) -> str:
    if not values:
        return "-"
    return f"{percentile(values, 0.5):.1f} / {percentile(values, 0.95):.1f} ms"


def _plain(figures: Figures) -> dict[str, Any]:
    return {
        "full_frame_ms": figures.full_frame_ms(),
        "settled_ms": figures.settled_ms(),
        "cpu_ms": figures.cpu_ms(),
        "pss_mb": figures.pss_mb(),
        "idle_percent": figures.idle_percent,
        "press_ms": figures.press_ms,
        "page_ms": figures.page_ms,
        "starts": [
            {
                "full_frame_s": start.full_frame_s,
                "settled_s": start.settled_s,
                "cpu_s": start.cpu_s,
                "pss_mb": start.pss_mb,
            }
            for start in figures.starts
        ],
    }
