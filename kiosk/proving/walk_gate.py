"""The gate of staff as it can stand, for tours and for measuring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.screens.staff_pin import MOST_DIGITS, Asking, Reason, StaffPinScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.screen import Screen
    from kiosk.ui.theme.look import Look
    from kiosk.ui.window import KioskWindow

_STANDINGS: dict[str, tuple[Reason, Asking]] = {
    "gate": ("menu", Asking()),
    "gate-digits": ("menu", Asking(digits=MOST_DIGITS)),
    "gate-wrong": ("menu", Asking(wrong=True)),
    "gate-wait": ("menu", Asking(seconds=120)),
    "gate-none": ("menu", Asking(there=False)),
    "gate-talk": ("talk", Asking(digits=4)),
    "gate-it": ("it", Asking(wrong=True)),
}


def gate_screens() -> dict[str, Callable[[KioskWindow, Look], Screen]]:
    """How each is made, by the name of its picture."""
    return {name: _maker(*standing) for name, standing in _STANDINGS.items()}


def _maker(reason: Reason, asking: Asking) -> Callable[[KioskWindow, Look], Screen]:
    def make(window: KioskWindow, look: Look) -> Screen:
        screen = StaffPinScreen(window, look, reason)
        screen.show_asking(asking)
        return screen

    return make
