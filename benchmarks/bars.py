"""The bars of issues 2 and 4, as ratios and limits over what one run measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.figures import percentile

if TYPE_CHECKING:
    from benchmarks.display import DisplayCost
    from benchmarks.figures import Figures

PRESS_LIMIT_MS = 16.0
PAGE_LIMIT_MS = 100.0
IDLE_LIMIT_PERCENT = 0.05
"""What still reads 0.0 % with one decimal."""
FADE_LIMIT_PERCENT = 60.0
GROWTH_LIMIT_PERCENT = 2.0
USABLE_MS = 200.0
"""A page change on a kiosk that is still usable (access.md X6)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and how the run stands to it."""

    what: str
    value: float
    limit: float
    unit: str
    best: float | None = None
    """The same of the fastest starts: what a machine that does nothing else would say."""

    @property
    def passes(self) -> bool:
        """Whether the value is within the limit."""
        return self.value <= self.limit


@dataclass(slots=True)
class Results:
    """What one run measured; None for what was not there."""

    kiosk: Figures
    bare: Figures
    chromium: Figures | None
    big: Figures
    big_first_frame_ms: float
    big_first_taps_ms: list[float]
    display: DisplayCost | None = None


def bars(results: Results) -> list[Bar]:
    """Every bar that this run can judge."""
    kiosk, bare, big = results.kiosk, results.bare, results.big
    found = [
        Bar(
            "settled : bare window's first frame",
            kiosk.settled_ms() / bare.full_frame_ms(),
            1.6,
            "×",
            kiosk.best_settled_ms() / bare.best_full_frame_ms(),
        ),
        Bar("memory : bare window's", kiosk.pss_mb() / bare.pss_mb(), 1.8, "×"),
    ]
    if results.chromium is not None:
        browser = results.chromium
        found += [
            Bar(
                "settled : Chromium's settled",
                kiosk.settled_ms() / browser.settled_ms(),
                0.5,
                "×",
                kiosk.best_settled_ms() / browser.best_settled_ms(),
            ),
            Bar("memory : Chromium's", kiosk.pss_mb() / browser.pss_mb(), 0.25, "×"),
        ]
    idle = kiosk.idle_percent
    if idle is not None:
        found.append(Bar("idle on a topic page", idle, IDLE_LIMIT_PERCENT, "%"))
    first = results.big_first_frame_ms / kiosk.full_frame_ms()
    return [
        *found,
        Bar("press to first pixel, p95", percentile(kiosk.press_ms, 0.95), PRESS_LIMIT_MS, "ms"),
        Bar("page change settled, p95", percentile(kiosk.page_ms, 0.95), PAGE_LIMIT_MS, "ms"),
        Bar(
            "big pack settled : bundled",
            big.settled_ms() / kiosk.settled_ms(),
            1.3,
            "×",
            big.best_settled_ms() / kiosk.best_settled_ms(),
        ),
        Bar("big pack memory : bundled", big.pss_mb() / kiosk.pss_mb(), 1.15, "×"),
        Bar("big pack, very first frame : bundled", first, 2.0, "×"),
        Bar("big pack, worst tap while compiling", max(results.big_first_taps_ms), USABLE_MS, "ms"),
        *_display_bars(results.display),
    ]


def _display_bars(cost: DisplayCost | None) -> list[Bar]:
    if cost is None:
        return []
    soak = f"display, memory over {cost.slides:,} slides".replace(",", " ")
    return [
        Bar("display between slides", cost.idle_percent, IDLE_LIMIT_PERCENT, "%"),
        Bar(
            "display, one fade, p95 of one core",
            percentile(cost.fade_percent, 0.95),
            FADE_LIMIT_PERCENT,
            "%",
        ),
        Bar(soak, cost.growth_percent, GROWTH_LIMIT_PERCENT, "%"),
    ]
