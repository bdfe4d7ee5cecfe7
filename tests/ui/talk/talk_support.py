"""A talk on one screen off screen, with a speaker whose hand, keys and clock a test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.letters import Letters
from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.slides import TalkChoice, everything
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.talk.desk import TalkDesk
from kiosk.ui.talk.wall import WallFace
from kiosk.ui.theme.look import Keyboard
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.support.clock import Clock, Timers
from tests.ui.support.events import deliver
from tests.ui.support.kiosk import FULL_HD, Size
from tests.ui.support.one_window import OneWindow
from tests.ui.support.tree import box_of, nodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QColor

    from kiosk.domain.pack import Pack
    from kiosk.domain.talk.show import Place, Show
    from kiosk.ui.strings import Strings
    from kiosk.ui.talk.state import TalkState
    from kiosk.ui.theme.look import Kit, Look
    from tests.ui.support.tree import Node


class Talk(OneWindow):
    """A wall that shows a talk over a whole pack, from its first slide."""

    def __init__(
        self,
        kit: Kit,
        strings: Callable[[str], Strings],
        pack: Pack,
        folder: Path,
        size: Size = FULL_HD,
    ) -> None:
        self.clock = Clock()
        self.size = size
        self.window = KioskWindow()
        self.window.resize(size.width, size.height)
        self._kit = kit._replace(keyboard=Keyboard())
        self._looks = Looks(
            self._kit, Glass(), self.window.size, lambda: self.size.px_per_mm, strings
        )
        self.hands = Hands(self.window, lambda: self.size.px_per_mm, self.clock)
        content = Content(pack, folder, strings, ("nl",), "nl")
        self.wall = WallFace(self.window, self.hands, self.look, self._px)
        self.desk = TalkDesk(self.wall, self.hands.keys, content, self.clock)
        self.timers = Timers(self.clock, self.window, self.desk)
        self.ended = 0
        self.desk.over.connect(self._on_over)
        self.choice = everything(content.edition(""))

    def begin(self, choice: TalkChoice | None = None, screens: int = 1) -> None:
        self.desk.begin(choice or self.choice, screens=screens)
        self.window.show()
        self.flush()

    def close(self) -> None:
        self.desk.close()
        self.hands.close()
        self.window.close()
        self.window.deleteLater()
        self.desk.deleteLater()
        deliver()

    def look(self) -> Look:
        return self._looks(Letters(100), "nl", False)

    def _px(self, look: Look) -> int:
        return wall_px(look.metrics.width, look.metrics.height, None)

    def _on_over(self) -> None:
        self.ended += 1

    # -- what shows ----------------------------------------------------------------------------

    @property
    def state(self) -> TalkState:
        state = self.desk.state
        assert state is not None, "a talk runs"
        return state

    @property
    def show(self) -> Show:
        return self.state.show

    @property
    def place(self) -> Place:
        return self.show.place

    def name(self, identifier: str = "talk.slide") -> str:
        return self.widgets()[identifier].accessibleName()

    def nodes(self) -> list[Node]:
        return nodes(self.window)

    def colour(self, x: int, y: int) -> QColor:
        return self.window.grab().toImage().pixelColor(x, y)

    def middle(self, identifier: str) -> QPoint:
        return box_of(self.widgets()[identifier], self.window).center()

    # -- what a speaker does -------------------------------------------------------------------

    def key(self, *keys: Qt.Key) -> None:
        """Press keys, a tenth of a second apart."""
        for key in keys:
            self.wait(0.1)
            QTest.keyClick(self.handle, key)
            self.flush()

    def tap(self, at: QPoint | str) -> None:
        """Tap a place or a control, a second after whatever was before."""
        where = self.middle(at) if isinstance(at, str) else at
        self.wait(1.0)
        QTest.mouseClick(self.handle, Qt.MouseButton.LeftButton, pos=where)
        self.flush()

    def hold(self, at: QPoint) -> None:
        """Put a finger down and leave it there for a second."""
        self.wait(1.0)
        QTest.mousePress(self.handle, Qt.MouseButton.LeftButton, pos=at)
        self.flush()
        self.wait(1.0)

    def slide(self, to: QPoint) -> None:
        QTest.mouseMove(self.handle, to)
        self.flush()

    def lift(self, at: QPoint) -> None:
        QTest.mouseRelease(self.handle, Qt.MouseButton.LeftButton, pos=at)
        self.flush()

    def resize(self, size: Size) -> None:
        self.size = size
        self.window.resize(size.width, size.height)
        self.flush()
