"""A kiosk in a window off screen, with a visitor whose hand, keys and clock a test moves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.letters import Letters
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.manners import Manners
from kiosk.ui.session import Session
from kiosk.ui.strings import Strings
from kiosk.ui.theme.drawings import Drawings
from kiosk.ui.theme.look import Keyboard
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.support.clock import Clock, Timers
from tests.ui.support.events import deliver
from tests.ui.support.letters import settle_letters
from tests.ui.support.one_window import OneWindow
from tests.ui.support.tree import box_of, nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.domain.observer import Event
    from kiosk.domain.pack import Pack
    from kiosk.ui.theme.look import Kit, Look
    from tests.ui.support.events import deliver
from tests.ui.support.tree import Node

SHORT_SIDE_MM = 268.0  # of a 21.5 inch panel (DESIGN.md section 3)
LETTERS = (Letters(100), Letters(125), Letters(150), Letters(150, dark=True))
_DOORS = {Letters(125): "attract.read", Letters(150): "attract.larger"}


class Size(NamedTuple):
    """A glass: its size in px, and px per mm where it is not a 21.5 inch panel."""

    width: int
    height: int
    scale: float | None = None

    @property
    def px_per_mm(self) -> float:
        return self.scale or min(self.width, self.height) / SHORT_SIDE_MM

    def __str__(self) -> str:
        true = "" if self.scale is None else f"@{self.scale}"
        return f"{self.width}x{self.height}{true}"


FULL_HD = Size(1920, 1080)
# DESIGN.md section 3.
SIZES = (
    FULL_HD,
    Size(1080, 1920),
    Size(1366, 768),
    Size(1280, 1024),
    Size(3840, 2160),
    Size(1366, 768, 3.95),
)


class Plan(NamedTuple):
    """What a test's kiosk is made of."""

    pack: Pack
    folder: Path = Path("nowhere")
    size: Size = FULL_HD
    manners: Manners = Manners()
    strings: Callable[[str], Strings] | None = None
    languages: tuple[str, ...] = ("nl",)


class Diary:
    """An observer that keeps what it saw."""

    def __init__(self) -> None:
        self.saw_events: list[tuple[str, str]] = []

    def saw(self, event: Event, subject: str = "") -> None:
        self.saw_events.append((event, subject))


class Kiosk(OneWindow):
    """A session in a window that shows, and a visitor. It begins at attract."""

    def __init__(self, kit: Kit, strings: Callable[[str], Strings], plan: Plan) -> None:
        self.plan = plan
        self.clock = Clock()
        self.today = date(2026, 5, 4)
        self.px_per_mm = plan.size.px_per_mm
        self.diary = Diary()
        self.window = KioskWindow()
        self.window.resize(plan.size.width, plan.size.height)
        self.kit = kit._replace(drawings=Drawings(self._picture), keyboard=Keyboard())
        self.strings = plan.strings or strings
        self.looks = Looks(
            self.kit, Glass(), self.window.size, lambda: self.px_per_mm, self.strings
        )
        guard_s = plan.manners.tap_guard_s
        self.hands = Hands(self.window, lambda: self.px_per_mm, self.clock, guard_s)
        self.session = Session(
            self.hands,
            self.window,
            self.content(plan.pack),
            self.looks,
            plan.manners,
            self.clock,
            self.diary,
            today=lambda: self.today,
        )
        self.timers = Timers(self.clock, self.window)
        self._closed = False
        self.session.reset()
        self.window.show()
        self.flush()

    def content(self, pack: Pack) -> Content:
        return Content(pack, self.plan.folder, self.strings, self.plan.languages, "nl")

    def close(self) -> None:
        """End it; nothing happens when it was ended before."""
        if self._closed:
            return
        self._closed = True
        self.session.close()
        self.hands.close()
        self.window.close()
        self.window.deleteLater()
        deliver()

    def _picture(self, path: str) -> Path:
        return self.plan.folder.joinpath(*path.split("/"))

    # -- what shows --------------------------------------------------------------------------

    @property
    def screen(self) -> str:
        """The identifier of the screen that shows."""
        current = self.window.current
        return "" if current is None else current.accessibleIdentifier()

    @property
    def look(self) -> Look:
        current = self.window.current
        assert current is not None
        return current.look

    def widget(self, identifier: str) -> QWidget:
        found = self.widgets()
        assert identifier in found, f"{identifier} does not show on {self.screen}: {sorted(found)}"
        return found[identifier]

    def name(self, identifier: str) -> str:
        """The accessible name of what shows under an identifier."""
        return self.widget(identifier).accessibleName()

    def box(self, identifier: str) -> tuple[int, int, int, int]:
        box = box_of(self.widget(identifier), self.window)
        return box.x(), box.y(), box.width(), box.height()

    def nodes(self) -> list[Node]:
        return nodes(self.window)

    def picture(self) -> QImage:
        """The window's pixels, scale 1."""
        # The first fills the cache of small letters.
        self.window.grab()
        settle_letters()
        return self.window.grab().toImage()

    # -- what a visitor does -----------------------------------------------------------------

    def press(self, *identifiers: str) -> None:
        """Tap controls one after the other, each a second after the one before."""
        for identifier in identifiers:
            widget = self.widget(identifier)
            assert widget.isEnabled(), f"{identifier} cannot be pressed"
            self.tap(box_of(widget, self.window).center())

    def tap(self, at: QPoint) -> None:
        """Tap a place on the glass, a second after whatever was before."""
        self.wait(1.0)
        QTest.mouseClick(self.handle, Qt.MouseButton.LeftButton, pos=at)
        self.flush()

    def finger_down(self, at: QPoint) -> None:
        self.timers.note()
        QTest.mousePress(self.handle, Qt.MouseButton.LeftButton, pos=at)
        self.flush()

    def finger_up(self, at: QPoint) -> None:
        self.timers.note()
        QTest.mouseRelease(self.handle, Qt.MouseButton.LeftButton, pos=at)
        self.flush()

    def key(self, key: Qt.Key) -> None:
        self.timers.note()
        QTest.keyClick(self.handle, key)
        self.flush()

    def resize(self, size: Size) -> None:
        """The glass becomes another one."""
        self.px_per_mm = size.px_per_mm
        self.window.resize(size.width, size.height)
        self.flush()

    def set_letters(self, letters: Letters) -> None:
        """Press "Letters" until these letters show."""
        for _ in range(4):
            if self.look.letters == letters:
                return
            self.press("nav.size")
        assert self.look.letters == letters

    def enter(self, letters: Letters = LETTERS[1]) -> None:
        """From attract to home, with these letters."""
        self.press("attract.read")
        self.set_letters(letters)
