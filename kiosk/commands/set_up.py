"""`kiosk set-up`: the set-up screens in a window of their own, and what they start from."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from kiosk import paths
from kiosk.console import complain, say
from kiosk.domain.set_up import Facts
from kiosk.domain.staff import Level
from kiosk.host.screens import ASSUMED_SHORT_SIDE_MM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.commands.options import SetUpOptions
    from kiosk.faces.pane import Pane
    from kiosk.settings import LoadedSettings, Settings
    from kiosk.store.pins import Pins
    from kiosk.ui.content import Content
    from kiosk.ui.set_up.screen import SetUpScreen
    from kiosk.ui.set_up.summary import Outcome
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.keys import KeyField

FINE, NOT_KEPT = 0, 2

# Where the setting is 0 (DESIGN.md section 3): the height of the glass edge wide and tall, and
# how far people sit, in times of the short side; 5.6 × 268 mm is 1500 mm.
BOTTOM_MM, BOTTOM_TALL_MM = 850.0, 790.0
PASSIVE_TIMES = 5.6


def facts(
    settings: Settings,
    languages: Sequence[tuple[str, str]],
    language: str,
    px_per_mm: float,
    glass_px: tuple[int, int],
    pins: Pins,
) -> Facts:
    """What set-up starts from: the settings as they apply, and the glass as it is taken for."""
    width, height = glass_px
    tall = height > width
    short_mm = min(glass_px) / px_per_mm if px_per_mm > 0 else ASSUMED_SHORT_SIDE_MM
    passive = settings.passive_distance_mm or round(PASSIVE_TIMES * short_mm / 100) * 100
    levels: tuple[Level, ...] = ("staff", "it")
    return Facts(
        tuple(languages),
        language,
        settings.mode,
        px_per_mm,
        glass_px,
        {
            "screen_bottom_mm": settings.screen_bottom_mm
            or (BOTTOM_TALL_MM if tall else BOTTOM_MM),
            "viewing_distance_mm": settings.viewing_distance_mm,
            "passive_distance_mm": passive,
        },
        frozenset(level for level in levels if pins.is_fixed(level)),
        frozenset(level for level in levels if _is_set(pins, level)),
    )


def _is_set(pins: Pins, level: Level) -> bool:
    return pins.it_apart if level == "it" else pins.there


class Kit(NamedTuple):
    """What the set-up sheet of a running kiosk needs of it. `content` is None without a pack."""

    pane: Pane
    loaded: LoadedSettings
    content: Content | None
    pins: Pins
    data: Path
    keys: KeyField


def menu_sheet(kit: Kit, look: Look) -> SetUpScreen:
    """The set-up screens as a sheet of the staff's menu."""
    from kiosk.configuration.set_up_files import Keeper, places
    from kiosk.ui.set_up.screen import SetUpScreen

    content, window = kit.content, kit.pane.window
    spoken = look.strings
    languages = [(spoken.language, spoken("language.name"))]
    language = spoken.language
    if content is not None:
        languages = [(code, content.strings(code)("language.name")) for code in content.languages]
        language = content.edition("").language
    known = facts(
        kit.loaded.settings,
        languages,
        language,
        kit.pane.px_per_mm(),
        (window.width(), window.height()),
        kit.pins,
    )
    keeper = Keeper(places(None, kit.loaded.file), kit.pins, kit.data)
    return SetUpScreen(window, look, known, keeper.keep, kit.keys)


def set_up(options: SetUpOptions) -> int:
    """Show the set-up screens until somebody is done; 0 when the answers were kept, else 2."""
    from kiosk.store.lock import AlreadyRunningError, InstanceLock

    try:
        data = paths.data_dir(options.data_dir)
        lock = InstanceLock(data)
    except FileNotFoundError:
        complain(f"the folder that {options.data_dir} starts from is gone; give a full path")
        return NOT_KEPT
    except AlreadyRunningError as error:
        complain(f"{error}; end it first, or set it up from its own menu")
        return NOT_KEPT
    try:
        return _told(_shown(options, data))
    finally:
        lock.close()


def _shown(options: SetUpOptions, data: Path) -> Outcome | None:
    """Runs the screens to their end; what was kept, None where somebody stopped."""
    import signal

    from PySide6.QtCore import QCoreApplication

    from kiosk.commands.set_up_window import SetUpWindow
    from kiosk.log import Log
    from kiosk.loop import EndSignals, make_application, start_no_bus
    from kiosk.settings import load_settings

    loaded = load_settings(options.settings)
    log = Log(data, loaded.settings.log_level, sys.stderr)
    start_no_bus(os.environ, sys.platform)
    application = make_application()
    application.setQuitOnLastWindowClosed(True)
    signals = EndSignals()
    window = SetUpWindow(options, loaded, data, log, time.monotonic)
    window.show()
    # Qt's loop never returns to Python's own handler while nothing happens.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    QCoreApplication.exec()
    window.close()
    signals.close()
    log.close()
    return window.outcome


def _told(outcome: Outcome | None) -> int:
    if outcome is None:
        complain("nothing was kept")
        return NOT_KEPT
    for file in outcome.files:
        say(f"written: {file}")
    if outcome.trouble:
        complain(outcome.trouble)
        if outcome.copy:
            complain(f"a copy lies in {outcome.copy}")
        return NOT_KEPT
    return FINE
