"""The screen of handouts in each of its steps, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screen import Screen
from kiosk.ui.screens.handout import HandoutScreen, State
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow


def handout_screens() -> dict[str, Callable[[KioskWindow, Look], Screen]]:
    """How each screen is made, by the name of its picture."""
    return {
        "handout": HandoutScreen,
        "handout-where": lambda window, look: _in_step(window, look, "where"),
        "handout-busy": lambda window, look: _in_step(window, look, "busy"),
        "handout-printed": lambda window, look: _in_step(window, look, "printed"),
        "handout-failed": lambda window, look: _in_step(window, look, "failed"),
    }


def _in_step(window: KioskWindow, look: Look, state: State) -> Screen:
    screen = HandoutScreen(window, look, lambda _form: lambda: False)
    screen.show_state(state)
    return screen
