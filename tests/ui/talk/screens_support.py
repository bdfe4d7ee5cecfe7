"""What a machine tells of its screens, as a test plugs a projector in and out."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.host.screens_watch import ScreensWatch
from tests.ui.support.kiosk import SIZES, Size

# Issue 3, item 4, beside the sizes of DESIGN.md section 3.
TALK_SIZES = (*SIZES, Size(1024, 768), Size(1280, 800))


class Screens(ScreensWatch):
    """What a machine with one screen tells, until a test plugs another in."""

    second: QScreen | None = None
    cloned = False

    @property
    def wall(self) -> QScreen | None:
        return self.second

    @property
    def mirrored(self) -> bool:
        return self.cloned

    def plug(self, *, there: bool) -> None:
        self.second = QGuiApplication.primaryScreen() if there else None
        self.changed.emit()
