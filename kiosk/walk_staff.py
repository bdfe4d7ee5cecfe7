"""Every screen of the staff's menu, one after the other, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screen import Screen
from kiosk.ui.screens.cleaning import CleaningScreen
from kiosk.ui.screens.staff import StaffScreen, Standing
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

Maker = Callable[[KioskWindow, Look], Screen]


def staff_screens() -> dict[str, Maker]:
    """How each screen is made, by the name of its picture."""
    return {
        "staff": StaffScreen,
        "staff-attention": _menu_with_findings,
        "cleaning": _cleaning,
    }


def _menu_with_findings(window: KioskWindow, look: Look) -> Screen:
    return StaffScreen(window, look, Standing("display", red=2, locked=True))


def _cleaning(window: KioskWindow, look: Look) -> Screen:
    return CleaningScreen(window, look, lambda: 0.0)
