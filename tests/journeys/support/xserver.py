"""Starts an Xvfb of its own on a display number that is free."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.framebuffer import Framebuffer
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

Size = tuple[int, int]
"""Width and height in pixels."""


class XServer:
    """Owns one Xvfb and the mapping of its screen; `close()` ends both."""

    def __init__(self, size: Size, folder: Path) -> None:
        self.size = size
        read_end, write_end = os.pipe()
        argv = [
            find_tool("Xvfb"),
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            f"{size[0]}x{size[1]}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
            "-noreset",
            "-nocursor",  # a pointer drawn into the picture would count as a change
        ]
        self._child = Child(argv, log=folder / "xvfb.log", pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self._child.output()}")
        self.display = f":{number}"
        screen = folder / "Xvfb_screen0"
        wait_for(screen.exists, "Xvfb's screen file")
        self.screen = Framebuffer(screen)

    def close(self) -> None:
        """End Xvfb."""
        self.screen.close()
        self._child.stop()
