"""Makes the display's face, and its loops on other screens, from the settings and the machine."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kiosk.configuration.display_plan import choice_of
from kiosk.domain.letters import Letters
from kiosk.faces.other_screens import OtherScreens
from kiosk.faces.side_window import SideWindow
from kiosk.host.awake import Awake
from kiosk.host.screen_power import ScreenPower
from kiosk.host.screens import scale_of
from kiosk.host.screens_watch import ScreensWatch
from kiosk.host.touchscreen import has_touchscreen
from kiosk.ui.display.beside import NoMachine, SideLoop
from kiosk.ui.display.desk import DisplayDesk
from kiosk.ui.display.manner import Manner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from kiosk.domain.loop import LoopPlace
    from kiosk.faces.pane import Pane
    from kiosk.host.wall_clock import WallClock
    from kiosk.settings import Settings
    from kiosk.ui.content import Content
    from kiosk.ui.looks import Looks
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow


def manner_of(settings: Settings, *, touch: bool) -> Manner:
    """How the display shows what; `touch`: the machine has a touchscreen."""
    return Manner(
        base_s=settings.display_base_s,
        word_s=settings.display_word_s,
        fade_ms=settings.display_fade_ms,
        passive_mm=settings.passive_distance_mm,
        choice=choice_of(settings),
        languages=tuple(settings.display_languages.split()),
        at_expiry=settings.at_expiry,
        says_touch=touch if settings.display_touch == "auto" else settings.display_touch == "yes",
        shows_clock=settings.display_clock,
        clinic=settings.clinic_name,
        zone=settings.zone_text,
        shift_px=settings.pixel_shift_px,
        standby=settings.screen_power,
    )


def make_display(
    window: KioskWindow,
    hands: Hands,
    content: Callable[[], Content],
    looks: Callable[[], Looks],
    settings: Settings,
    wall: WallClock,
    message: Callable[[], str],
    place: LoopPlace | None,
) -> DisplayDesk:
    """The display's face; it shows nothing until it begins."""
    return DisplayDesk(
        window,
        hands,
        content,
        lambda letters, language, mirrored: looks()(letters, language, mirrored),
        manner_of(settings, touch=has_touchscreen()),
        wall,
        time.monotonic,
        ScreenPower(),
        Awake(parent=window),
        message,
        place,
    )


def make_other_screens(
    pane: Pane,
    hands: Hands,
    content: Callable[[], Content],
    looks: Callable[[], Looks],
    settings: Settings,
    wall: WallClock,
    message: Callable[[], str],
) -> OtherScreens:
    """The loop on the screens beside that of `pane`, whose input is `hands`; none shows yet."""

    def make(screen: QScreen, touched: Callable[[], None]) -> SideLoop:
        def target() -> QScreen:
            return screen if screen in QGuiApplication.screens() else pane.screen

        def look() -> Look:
            return looks()(Letters(100), "", False)

        side = SideWindow(target, look, settings.passive_distance_mm)
        # Of the touchscreens that are found none is known to lie on this screen.
        manner = manner_of(settings, touch=False)
        if scale_of(screen, None).origin == "assumed":
            manner = manner._replace(passive_mm=0.0)
        desk = DisplayDesk(
            side.window,
            side.hands,
            content,
            lambda letters, language, mirrored: side.fitted(looks()(letters, language, mirrored)),
            manner,
            wall,
            time.monotonic,
            NoMachine(),
            NoMachine(),
            message,
        )
        return SideLoop(side.window, side.hands, desk, hands, touched, side.close)

    return OtherScreens(ScreensWatch(lambda: pane.screen), make, pane.window)
