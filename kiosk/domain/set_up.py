"""What set-up asks, one thing at a time, and what it came to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kiosk.domain.modes import Mode
from kiosk.domain.staff import Level

StepName = Literal[
    "language",
    "mode",
    "size",
    "bottom",
    "viewing",
    "passive",
    "pin",
    "pin-again",
    "it-pin",
    "it-pin-again",
    "save",
]

# A bank card (ISO/IEC 7810 ID-1), in mm; issue 3 names its width.
CARD_MM = (85.6, 53.98)
# Settings that belong to one machine: they follow from its glass and where it hangs.
OF_MACHINE = ("px_per_mm", "viewing_distance_mm", "passive_distance_mm", "screen_bottom_mm")


class Range(NamedTuple):
    """What a number may be; one press changes it by `step`, or by `stride`."""

    low: float
    high: float
    step: float
    stride: float

    def moved(self, value: float, by: float) -> float:
        """The value after a change, on a whole step and within the range."""
        on_step = round((value + by) / self.step) * self.step
        return min(self.high, max(self.low, on_step))


# Bounds as in the settings (DESIGN.md section 3).
BOTTOM = Range(100, 2000, 10, 100)
VIEWING = Range(300, 2000, 10, 100)
PASSIVE = Range(500, 20000, 100, 1000)


class Facts(NamedTuple):
    """What the kiosk knows before anybody answered.

    `languages` are codes and names; `glass_px` is the size of the window, `lengths` the three
    distances by setting, in mm, as they apply now. `fixed` are the PINs that the settings name,
    which nothing here can change; `there` are those that are set.
    """

    languages: tuple[tuple[str, str], ...]
    language: str
    mode: Mode
    px_per_mm: float
    glass_px: tuple[int, int]
    lengths: dict[str, float]
    fixed: frozenset[Level] = frozenset()
    there: frozenset[Level] = frozenset()


class Draft:
    """The answers so far: settings by name, and new PINs by level. Nothing is kept before the end.

    Only what somebody changed is in it, so that all else stays as it was.
    """

    def __init__(self) -> None:
        self.values: dict[str, str | float] = {}
        self.pins: dict[Level, str] = {}

    @property
    def common(self) -> dict[str, str | float]:
        """The settings that other machines can be given too."""
        return {name: value for name, value in self.values.items() if name not in OF_MACHINE}

    @property
    def of_machine(self) -> dict[str, str | float]:
        """The settings of this machine alone."""
        return {name: value for name, value in self.values.items() if name in OF_MACHINE}

    @property
    def empty(self) -> bool:
        """Whether nothing was changed."""
        return not self.values and not self.pins


def steps(facts: Facts, draft: Draft) -> tuple[StepName, ...]:
    """The steps in their order; a PIN is asked again only once there is a new one."""
    found: list[StepName] = ["language", "mode", "size", "bottom", "viewing", "passive"]
    if "staff" not in facts.fixed:
        found.append("pin")
        if "staff" in draft.pins:
            found.append("pin-again")
    if "it" not in facts.fixed:
        found.append("it-pin")
        if "it" in draft.pins:
            found.append("it-pin-again")
    found.append("save")
    return tuple(found)


def card_px(px_per_mm: float) -> int:
    """How wide a bank card is on a glass, in whole px."""
    return round(CARD_MM[0] * px_per_mm)


def scale_of_card(width_px: int) -> float:
    """Pixels a mm where a bank card is so many px wide, with three decimals as settings have it."""
    return round(width_px / CARD_MM[0], 3)
