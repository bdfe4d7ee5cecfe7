"""A place to run the kiosk and look at it: display, buses, hand and accessibility together."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.support.atspi import Accessibility
from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.hand import Hand
from tests.journeys.support.session import SessionBus
from tests.journeys.support.xserver import XServer

if TYPE_CHECKING:
    from tests.journeys.support.framebuffer import Framebuffer
    from tests.journeys.support.xserver import Size

ROOT_COLOUR = 0xB5179E
"""What the empty display shows: a colour that no screen of the kiosk has."""

KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "COVERAGE_PROCESS_START")
"""What a program on the desk gets of our own environment; the rest is the desk's."""


class Desk:
    """Owns an X server, a private session with accessibility, and the hand; `close()` ends all.

    `manager=True` adds a window manager (openbox). Nothing of the user's own session is used:
    home and runtime folders are the desk's own.
    """

    def __init__(self, size: Size = (1920, 1080), *, manager: bool = False) -> None:
        self.size = size
        self.manager = manager
        with ExitStack() as stack:
            self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
            stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
            self._x = XServer(size, self.folder)
            stack.callback(self._x.close)
            self._base = self._own_environment()
            self._session = SessionBus(self.folder, self._base)
            stack.callback(self._session.close)
            self.hand = Hand(self._x.display)
            stack.callback(self.hand.close)
            self.hand.paint_background(ROOT_COLOUR)
            self.tree = Accessibility(self._session.accessibility_address)
            stack.callback(self.tree.close)
            if manager:
                stack.callback(self._start_manager().stop)
            self._all = stack.pop_all()

    @property
    def display(self) -> str:
        """The display's name, such as `:99`."""
        return self._x.display

    @property
    def screen(self) -> Framebuffer:
        """What the display shows."""
        return self._x.screen

    def environment(self) -> dict[str, str]:
        """What a program needs to run on this desk and be seen by AT-SPI."""
        return {
            **self._base,
            "DBUS_SESSION_BUS_ADDRESS": self._session.address,
            "AT_SPI_BUS_ADDRESS": self._session.accessibility_address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            # Asking for a node that went away meanwhile is what a harness does all the time.
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        }

    def close(self) -> None:
        """End everything on the desk."""
        self._all.close()

    def _own_environment(self) -> dict[str, str]:
        env = {name: os.environ[name] for name in KEPT if name in os.environ}
        folders = {
            "HOME": "home",
            "XDG_RUNTIME_DIR": "runtime",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
            "XDG_DATA_HOME": "data",
            "XDG_STATE_HOME": "state",
        }
        for name, folder in folders.items():
            path = self.folder / folder
            path.mkdir(mode=0o700)
            env[name] = str(path)
        env["DISPLAY"] = self._x.display
        return env

    def _start_manager(self) -> Child:
        log = self.folder / "openbox.log"
        return Child([find_tool("openbox")], log=log, env=self._base)
