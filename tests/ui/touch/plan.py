"""Three targets of the shelf in mm, and taps on them."""

from __future__ import annotations

from kiosk.ui.touch.aim import Target
from kiosk.ui.touch.judge import Activate, Judge, Outcome

GUARD = 0.5
A, B, C = 1, 2, 3
# 40 mm targets with 8 mm between them, as on the shelf.
TARGETS = (
    Target(A, 10.0, 10.0, 40.0, 40.0),
    Target(B, 58.0, 10.0, 40.0, 40.0),
    Target(C, 106.0, 10.0, 40.0, 40.0),
)
ON_A, ON_B, ON_C, GAP = (30.0, 30.0), (78.0, 30.0), (126.0, 30.0), (54.0, 30.0)


def press(
    judge: Judge, at: tuple[float, float], now: float, contact: int = 0
) -> tuple[Outcome, ...]:
    return judge.press(contact, *at, now, TARGETS)


def release(
    judge: Judge, at: tuple[float, float], now: float, contact: int = 0
) -> tuple[Outcome, ...]:
    return judge.release(contact, *at, now)


def tap(judge: Judge, at: tuple[float, float], now: float) -> tuple[Outcome, ...]:
    return (*press(judge, at, now), *release(judge, at, now))


def activated(outcomes: tuple[Outcome, ...]) -> list[int]:
    return [outcome.key for outcome in outcomes if isinstance(outcome, Activate)]
