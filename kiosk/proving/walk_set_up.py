"""Every step of set-up, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import get_args

from kiosk.domain.set_up import Draft, Facts, StepName
from kiosk.ui.screen import Screen
from kiosk.ui.set_up.screen import SetUpScreen
from kiosk.ui.set_up.summary import Outcome
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

Maker = Callable[[KioskWindow, Look], Screen]

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"), ("de", "Deutsch"))
LENGTHS = {
    "screen_bottom_mm": 850.0,
    "viewing_distance_mm": 600.0,
    "passive_distance_mm": 1500.0,
}
ANSWERS: dict[str, str | float] = {
    "language": "nl",
    "mode": "presentation",
    "px_per_mm": 3.951,
    **LENGTHS,
}
# As long as paths and reasons get.
FILE = "/etc/kiosk/settings.d/wachtzaal-neurologie-2.example.toml"
OUTCOMES = {
    "set-up-saved": Outcome(("/etc/kiosk/settings.toml", FILE)),
    "set-up-refused": Outcome(trouble=f"{FILE}: Read-only file system"),
    "set-up-copied": Outcome(trouble=f"{FILE}: Read-only file system", copy="/media/kiosk/STICK"),
}
STEPS: tuple[StepName, ...] = get_args(StepName)


def set_up_screens() -> dict[str, Maker]:
    """How each screen is made, by the name of its picture; every question has its answer."""
    steps: dict[str, Maker] = {f"set-up-{step}": partial(_at, step) for step in STEPS}
    ends: dict[str, Maker] = {name: partial(_end, one) for name, one in OUTCOMES.items()}
    return steps | ends


def _at(step: StepName, window: KioskWindow, look: Look) -> SetUpScreen:
    screen = _screen(window, look)
    screen.show_step(step)
    return screen


def _end(outcome: Outcome, window: KioskWindow, look: Look) -> SetUpScreen:
    screen = _at("save", window, look)
    screen.show_outcome(outcome)
    return screen


def _screen(window: KioskWindow, look: Look) -> SetUpScreen:
    metrics = look.metrics
    glass = (metrics.width, metrics.height)
    known = Facts(LANGUAGES, "nl", "touch", metrics.px_per_mm, glass, LENGTHS)
    screen = SetUpScreen(window, look, known, _keep_nothing)
    screen.draft.values.update(ANSWERS)
    screen.draft.values["px_per_mm"] = round(metrics.px_per_mm, 3)
    screen.draft.pins.update({"staff": "12345678", "it": "87654321"})
    return screen


def _keep_nothing(draft: Draft) -> Outcome:
    return Outcome(tuple(draft.common))
