"""Runs the display for thousands of slides of simulated time, and says how its memory grew.

`python -m benchmarks.display_soak SLIDES` prints MB after the first rounds and at the end.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.display.desk import DisplayDesk

# Small, for what is measured does not depend on it; and every picture of the pack is drawn.
SIZE = (960, 540)
WARM_UP = 400
# The fade is looked at in so many places, and the minute passes in between.
FADE_LOOKS = (0.1, 0.2, 0.31)
START = datetime(2026, 12, 1, 8, tzinfo=UTC).timestamp()


class Time:
    """Both clocks, as they are set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """What the monotonic clock says."""
        return self.now

    def wall(self) -> float:
        """What the clock on the wall says."""
        return START + self.now


class Idle:
    """A computer that does nothing when it is asked."""

    def off(self) -> bool:
        """Nothing."""
        return False

    def on(self) -> None:
        """Nothing."""

    def hold(self) -> None:
        """Nothing."""

    def release(self) -> None:
        """Nothing."""


def main(arguments: list[str]) -> int:
    """Run it; prints two numbers."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    slides = int(arguments[0]) if arguments else 10_000
    before, after = soak(slides)
    print(f"{before:.3f} {after:.3f}")
    return 0


def soak(slides: int) -> tuple[float, float]:
    """MB after the first rounds, and `slides` slides later."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from kiosk.bundle import Bundle
    from kiosk.content.packs import load
    from kiosk.domain.clock_trust import ClockTrust
    from kiosk.domain.schedule import Plan
    from kiosk.host.probe import QtProbe
    from kiosk.host.wall_clock import WallClock
    from kiosk.loop import make_application
    from kiosk.paths import resource
    from kiosk.ui.content import Content
    from kiosk.ui.display.desk import DisplayDesk
    from kiosk.ui.display.manner import Manner
    from kiosk.ui.looks import Glass, Looks
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow

    application = make_application()
    loaded = load(resource("packs/bewegen-bij-ms"), None, QtProbe)
    assert loaded.pack is not None, "the bundled pack can be shown"
    bundle = Bundle(None)
    kit = bundle.kit(lambda path: loaded.folder.joinpath(*path.split("/")))
    content = Content(loaded.pack, loaded.folder, bundle.strings, bundle.languages, "nl")
    window = KioskWindow()
    window.resize(*SIZE)
    clock = Time()
    scale = SIZE[1] / 268
    looks = Looks(kit, Glass(), window.size, lambda: scale, bundle.strings)
    hands = Hands(window, lambda: scale, clock)
    wall = WallClock(Plan(), ClockTrust(0.0), lambda _seen: None, clock.wall)
    wall.start()
    manner = Manner(clinic="UZ Voorbeeld", zone="Wachtzaal 2", says_touch=True)
    desk = DisplayDesk(window, hands, lambda: content, looks, manner, wall, clock, Idle(), Idle())
    window.show()
    desk.begin()

    def step() -> None:
        _step(desk, wall, clock)
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    _repeat(step, WARM_UP)
    before = _settled()
    _repeat(step, slides)
    after = _settled()
    desk.close()
    wall.close()
    hands.close()
    window.close()
    application.quit()
    return before, after


def _step(desk: DisplayDesk, wall: object, clock: Time) -> None:
    """One slide: its time passes, it fades into the next, and a minute of the clock goes by."""
    from PySide6.QtCore import QObject, QTimer

    assert isinstance(wall, QObject), "a clock with a timer"
    for timer in desk.findChildren(QTimer):
        clock.now += timer.interval() / 1000
        timer.timeout.emit()
    screen = desk.screen
    if screen is None:
        return
    began = clock.now
    for look in FADE_LOOKS:
        clock.now = began + look
        screen.repaint()
        for timer in screen.findChildren(QTimer):
            if timer.isActive():
                timer.timeout.emit()
    for timer in wall.findChildren(QTimer):
        timer.timeout.emit()
    screen.repaint()


def _repeat(step: Callable[[], None], count: int) -> None:
    for _ in range(count):
        step()


def _settled() -> float:
    """The program's own memory in MB: what it shares counts otherwise when others end."""
    gc.collect()
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("this system does not say how much memory a program has of its own")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
