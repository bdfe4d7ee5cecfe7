"""A display with nothing on it but the guarded window of `front`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.front import COLOUR
from tests.journeys.support.hand import Hand
from tests.journeys.support.manager import Manager
from tests.journeys.support.waiting import wait_for
from tests.journeys.support.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from Xlib.xobject.drawable import Window

    from tests.journeys.support.framebuffer import Box
    from tests.journeys.support.xserver import Size

REPOSITORY = Path(__file__).resolve().parents[3]
ROOT_COLOUR = 0xB5179E
START_S = 20.0
KEPT = ("PATH", "LANG", "TZ")
SAMPLES = 12
"""How finely `shows` looks at a box, in points each way, corners included."""


class Rivals(Manager):
    """Other programs, and what else only a test of the guard needs to do."""

    def raise_intruder(self) -> None:
        """Put the covering window on top again."""
        if self._intruder is not None:
            self._intruder.raise_window()
            self._display.sync()

    def resize_outermost(self, before: Size, after: Size) -> None:
        """Give the one window of this size on the root window another size."""
        for window in self._root.query_tree().children:
            geometry = window.get_geometry()
            if (geometry.width, geometry.height) == before:
                window.configure(width=after[0], height=after[1])
                self._display.sync()
                return
        raise AssertionError(f"no window of size {before}")


class Stage:
    """Owns an X server, a window manager where asked for, and what runs there; `close()` ends all.

    `front` is started by `enter`, so that a test may set the scene first.
    """

    def __init__(self, size: Size = (1920, 1080)) -> None:
        self.size = size
        with ExitStack() as stack:
            folder = tempfile.TemporaryDirectory(prefix="stage-", ignore_cleanup_errors=True)
            self.folder = Path(stack.enter_context(folder))
            self.x = XServer(size, self.folder)
            stack.callback(self.x.close)
            self.hand = Hand(self.x.display)
            stack.callback(self.hand.close)
            self.hand.paint_background(ROOT_COLOUR)
            self.others = Rivals(self.x.display, size)
            stack.callback(self.others.close)
            self._all = stack.pop_all()

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to run here."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        home = {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        return {**kept, **home, "DISPLAY": self.x.display, "QT_QPA_PLATFORM": "xcb"}

    def start_manager(self) -> Child:
        """Start a window manager and wait until it has taken the display."""
        log = self.folder / "openbox.log"
        child = Child([find_tool("openbox")], log=log, env=self.environment)
        self._all.callback(child.stop)
        wait_for(self.others.manager_runs, "the window manager")
        return child

    def enter(self, *options: str) -> Child:
        """Start the guarded window."""
        argv = [sys.executable, "-m", "tests.journeys.support.front", *options]
        return self.run(argv, self.environment)

    def run(self, argv: Sequence[str], env: dict[str, str]) -> Child:
        """Start a program here; it ends with the stage."""
        child = Child(argv, log=self.folder / "front.log", env=env, cwd=REPOSITORY)
        self._all.callback(child.stop)
        return child

    def xrandr(self, *arguments: str) -> None:
        """Change the screens."""
        argv = [find_tool("xrandr"), *arguments]
        subprocess.run(argv, env=self.environment, check=True, capture_output=True)

    def shows(self, box: Box) -> bool:
        """Whether the guarded window's colour, and nothing else, is seen in this box."""
        x, y, width, height = box
        steps = [place / (SAMPLES - 1) for place in range(SAMPLES)]
        red, green, blue = COLOUR
        wanted = bytes((blue, green, red))
        return all(
            self.x.screen.sample(x + round(across * (width - 1)), y + round(down * (height - 1)))[
                :3
            ]
            == wanted
            for across in steps
            for down in steps
        )

    def await_shown(self, box: Box | None = None, *, timeout: float = START_S) -> None:
        """Wait until the guarded window is all that is seen in the box, or on the whole screen."""
        area = box or (0, 0, *self.size)
        wait_for(lambda: self.shows(area), f"the window over {area}", timeout=timeout)

    def place_of(self, window: Window) -> Box:
        """Where a window lies on the root window."""
        root = window.query_tree().root
        geometry = window.get_geometry()
        corner = root.translate_coords(window, 0, 0)
        return (corner.x, corner.y, geometry.width, geometry.height)

    def close(self) -> None:
        """End everything."""
        self._all.close()
