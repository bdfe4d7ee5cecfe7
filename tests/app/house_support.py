"""A kiosk as `kiosk run` makes it, in a window off screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.commands.options import RunOptions, Size
from kiosk.log import Log
from kiosk.settings import load_settings
from kiosk.ui.session import Session
from tests.ui.support.events import deliver
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from pathlib import Path


SIZE = Size(1366, 768)


class House:
    """A kiosk as `kiosk run` makes it, in a window, with a data folder of its own."""

    def __init__(self, folder: Path, options: RunOptions) -> None:
        self._closed = False
        self.data = folder / "data"
        self.log = Log(self.data)
        loaded = load_settings(options.settings)
        options = options._replace(windowed=SIZE, data_dir=self.data)
        self.kiosk = Kiosk(options, loaded, self.data, self.log)

    @property
    def screen(self) -> str:
        current = self.kiosk.window.current
        return "" if current is None else current.accessibleIdentifier()

    @property
    def session(self) -> Session | None:
        found = self.kiosk.window.findChildren(Session)
        return found[0] if found else None

    def said(self) -> str:
        """All words that show."""
        return "\n".join(
            widget.accessibleName() for widget in shown_by_identifier(self.kiosk.window).values()
        )

    def press(self, identifier: str) -> None:
        widget = shown_by_identifier(self.kiosk.window)[identifier]
        handle = self.kiosk.window.windowHandle()
        assert handle is not None
        where = widget.mapTo(self.kiosk.window, widget.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=where)
        deliver()

    def logged(self) -> str:
        self.log.close()
        file = self.data / "kiosk.log"
        return file.read_text("utf-8") if file.exists() else ""

    def close(self) -> None:
        """End it; nothing happens when it was ended before."""
        if self._closed:
            return
        self._closed = True
        self.kiosk.close()
        self.kiosk.window.close()
        self.kiosk.window.deleteLater()
        deliver()
