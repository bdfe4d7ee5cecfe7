"""A hall off screen: a talk on two screens, of which a test plugs one in and out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Edition
from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.slides import everything
from kiosk.host.awake import Awake
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.two_screens import Gear, TwoScreens
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.support.clock import Timers
from tests.ui.support.events import deliver
from tests.ui.support.kiosk import Kiosk
from tests.ui.support.tree import box_of, shown_by_identifier
from tests.ui.talk.screens_support import Screens

if TYPE_CHECKING:
    from kiosk.ui.talk.state import TalkState
    from kiosk.ui.theme.look import Look

NOON = datetime(2026, 1, 5, 12, 0)  # noqa: DTZ001 - the wall clock of a test has no zone


class Hall:
    """A kiosk with a projector that may be plugged in, and a talk."""

    def __init__(self, kiosk: Kiosk, edition: Edition | None = None, *, two: bool = True) -> None:
        self.kiosk = kiosk
        self.opened: list[KioskWindow] = []
        self.closed: list[KioskWindow] = []
        self.screens = Screens(QGuiApplication.primaryScreen, kiosk.window)
        self.screens.second = QGuiApplication.primaryScreen() if two else None
        self.awake = Awake({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}, "linux")
        self.time: datetime | None = NOON
        kiosk.session.pause()
        main = Spot(kiosk.window, kiosk.hands, self.look, self.letters, lambda: None)
        content = kiosk.content(kiosk.plan.pack)
        gear = Gear(self.screens, self.open_side, self.awake, kiosk.clock, lambda: self.time)
        self.talk = TwoScreens(main, content, gear)
        self.over: list[bool] = []
        self.talk.over.connect(lambda: self.over.append(True))
        self.talk.begin(everything(edition or content.edition("")))
        self.timers = Timers(kiosk.clock, kiosk.window, self.talk.desk)
        kiosk.flush()

    def look(self) -> Look:
        return self.kiosk.looks(Letters(100), "nl", False)

    def letters(self, look: Look) -> int:
        return wall_px(look.metrics.width, look.metrics.height, None)

    def open_side(self) -> Spot:
        window = KioskWindow()
        window.resize(1024, 768)
        scale = 768 / 268
        looks = Looks(self.kiosk.kit, Glass(), window.size, lambda: scale, self.kiosk.strings)
        hands = Hands(window, lambda: scale, self.kiosk.clock)
        window.show()
        self.opened.append(window)

        def close() -> None:
            hands.close()
            self.closed.append(window)
            window.hide()
            window.deleteLater()

        return Spot(window, hands, lambda: looks(Letters(100), "nl", False), self.letters, close)

    @property
    def state(self) -> TalkState:
        assert self.talk.state is not None, "the talk runs"
        return self.talk.state

    @property
    def side(self) -> KioskWindow:
        return self.opened[-1]

    def side_screen(self) -> str:
        current = self.side.current
        return "" if current is None else current.accessibleIdentifier()

    def key(self, *keys: Qt.Key, window: QWidget | None = None) -> None:
        handle = (window or self.kiosk.window).windowHandle()
        for key in keys:
            self.kiosk.wait(1.5)
            QTest.keyClick(handle, key)
            deliver()

    def press(self, identifier: str, window: QWidget | None = None) -> None:
        window = window or self.kiosk.window
        self.kiosk.wait(1.5)
        spot = box_of(shown_by_identifier(window)[identifier], window).center()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
        deliver()

    def close(self) -> None:
        if self.talk.state is not None:
            self.talk.close()
        self.screens.close()
        deliver()
