"""The screens of health and of saving a file, with facts made up for tours and for measuring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.domain.ageing import Age
from kiosk.domain.diagnosis import diagnosis
from kiosk.domain.health import items
from kiosk.domain.health_facts import (
    ClockFacts,
    DiskFacts,
    Facts,
    PackFacts,
    PinFacts,
    ScreenFacts,
    StartFacts,
    VersionFacts,
)
from kiosk.store.delivery import Delivered
from kiosk.ui.screen import Screen
from kiosk.ui.screens.health import Health, HealthScreen
from kiosk.ui.screens.save_to import Place, SaveToScreen
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

_DATA = "/home/kiosk/.local/share/kiosk"
_NAME = "bewegen-bij-ms-1.2.0"
_PLACES = (
    Place(Path("/media/kiosk/KINGSTON"), "KINGSTON", stick=True),
    Place(Path("/media/kiosk/3F2A-1B0C"), "3F2A-1B0C", stick=True, writable=False),
    Place(Path(_DATA) / "export"),
)

FINE = Facts(
    VersionFacts("0.2.0", "3.11.2", "6.11.3", "Debian GNU/Linux 12 (bookworm), 6.1.0, x86_64"),
    StartFacts(1_047_720, 1_047_780, "asked", "2026-11-10T04:30"),
    ClockFacts("2026-11-22T16:05"),
    PinFacts(staff=True, it=True),
    PackFacts(
        "bewegen-bij-ms",
        "1.2.0",
        f"{_DATA}/packs/{_NAME}",
        _NAME,
        (Age("nl", "fresh", date(2026, 1, 5), date(2028, 1, 5), 774), Age("fr", "unreviewed")),
    ),
    (
        ScreenFacts("HDMI-1 Iiyama PL2252", 1920, 1080, 476, 268, 4.03, "setting"),
        ScreenFacts("HDMI-2", 1920, 1080, 476, 268, 4.03, "assumed", ours=False),
    ),
    DiskFacts(_DATA, 12_345, 64_000, "ext4"),
    touchscreens=("ILITEK Multi-Touch-V3000",),
    settings_file="/etc/kiosk/settings.toml",
    settings_hash="3fa9c1d2",
)
_PROBLEM = "/etc/kiosk/settings.toml:{}: error: idle_min_s = 10 cannot be used; write a whole number from 120 to 3600 s"
WORST = FINE._replace(
    start=StartFacts(420, 1_047_780, "crash", "2026-11-22T15:58"),
    clock=ClockFacts("2026-11-22T16:05", "behind"),
    pin=PinFacts(staff=False, volatile=True),
    disk=DiskFacts(_DATA, 12_345, 64_000, "overlay", "Read-only file system", lasting=False),
    fonts=False,
    icons=False,
    screens=(FINE.screens[0]._replace(mismatch=True),),
    touchscreens=(),
    settings_problems=tuple(_PROBLEM.format(line) for line in range(1, 13)),
    settings_errors=12,
    other_problems=(f"{_DATA}/packs/{_NAME}/pack.toml:3: error: no such language; choose one",),
    other_errors=1,
)

DOUBTED = FINE._replace(clock=ClockFacts("2026-11-22T16:05", "behind"))


def health_screens() -> dict[str, Callable[[KioskWindow, Look], Screen]]:
    """How each screen is made, by the name of its picture."""
    return {
        "health": lambda window, look: _health(window, look, FINE),
        "health-attention": lambda window, look: _health(window, look, WORST),
        "health-clock": lambda window, look: _health(window, look, DOUBTED),
        "health-details": _details,
        "save-to": _save_to,
        "save-to-no-stick": lambda window, look: _places(window, look, _PLACES[-1:]),
        "save-to-done": _saved,
    }


def _details(window: KioskWindow, look: Look) -> Screen:
    screen = _health(window, look, FINE)
    screen.turn(1)
    return screen


def _save_to(window: KioskWindow, look: Look) -> Screen:
    return _places(window, look, _PLACES)


def _saved(window: KioskWindow, look: Look) -> Screen:
    screen = _places(window, look, _PLACES)
    file = _PLACES[-1].folder / "kiosk-it-2026-11-22-1605.zip"
    screen.tell(_PLACES[-1], Delivered(file))
    return screen


def _places(window: KioskWindow, look: Look, places: tuple[Place, ...]) -> SaveToScreen:
    return SaveToScreen(window, look, lambda: places, _refuse)


def _refuse(_place: Place) -> Delivered:
    return Delivered(None, "full")


def _health(window: KioskWindow, look: Look, facts: Facts) -> HealthScreen:
    screen = HealthScreen(window, look)
    screen.show_health(Health(items(facts), diagnosis(facts)))
    return screen
