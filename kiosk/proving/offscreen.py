"""A kiosk that nobody sees: one size, letters and pack, for pictures and for measuring."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.domain.letters import TEXT_SIZES, Letters
from kiosk.domain.observer import Nobody
from kiosk.domain.returning import Codes
from kiosk.domain.visit import Visit
from kiosk.host.screens import scale
from kiosk.loop import make_application
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.navigator import Navigator
from kiosk.ui.screen import Screen
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.trouble import TroubleScreen
from kiosk.ui.stage import Stage
from kiosk.ui.theme.look import Kit
from kiosk.ui.window import KioskWindow

# The four steps of Letters, in the order of the button (LOOK.md, Type).
STEPS = (*(Letters(size) for size in TEXT_SIZES), Letters(TEXT_SIZES[-1], True))


class Pane(NamedTuple):
    """A size in px, and how many px a millimetre has: None for those of a 21.5 inch panel."""

    width: int
    height: int
    px_per_mm: float | None = None

    @property
    def scale(self) -> float:
        """Pixels per millimetre (DESIGN.md section 3, off screen)."""
        return scale(self.px_per_mm, (self.width, self.height), None).px_per_mm

    def __str__(self) -> str:
        name = f"{self.width}x{self.height}"
        return name if self.px_per_mm is None else f"{name}@{self.px_per_mm:.4g}"


# Every size at which everything must fit (DESIGN.md section 3); the last is a true 15.6 inch.
PANES = (
    Pane(1920, 1080),
    Pane(1080, 1920),
    Pane(1366, 768),
    Pane(1280, 1024),
    Pane(3840, 2160),
    Pane(1366, 768, 3.95),
)


def step_name(letters: Letters) -> str:
    """A step of Letters in names of files and in messages: `125-light`."""
    return f"{letters.text_size}-{'dark' if letters.dark else 'light'}"


class Offscreen:
    """Owns a window that never shows, with a navigator; `close()` frees both.

    No clock runs and no input arrives: what shows is what the caller asks the navigator for.
    """

    def __init__(
        self,
        pane: Pane,
        letters: Letters,
        content: Content,
        kit: Kit,
        glass: Glass = Glass(),  # noqa: B008 - frozen
    ) -> None:
        ready()
        self.pane = pane
        self.window = KioskWindow()
        self.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.window.resize(pane.width, pane.height)
        self.window.show()
        looks = Looks(kit, glass, self._size, lambda: pane.scale, content.strings)
        self.stage = Stage(self.window, content, looks, letters)
        self.navigator = Navigator(self.stage, Nobody(), Codes(_no_day))
        self.navigator.shown.connect(_offer_listening)
        self.stage.loudness = _loud

    def _size(self) -> QSize:
        return QSize(self.pane.width, self.pane.height)

    @property
    def screen(self) -> Screen:
        """The screen that shows."""
        screen = self.window.current
        assert screen is not None, "asked before anything was shown"
        return screen

    def show_attract(self) -> AttractScreen:
        """Show attract, with no kernel yet."""
        self.navigator.end()
        screen = AttractScreen(self.window, self.stage.look(None))
        self.window.show_screen(screen)
        screen.refresh()
        return screen

    def show_trouble(self) -> None:
        """Show that the kiosk is out of order."""
        screen = TroubleScreen(self.window, self.stage.look(None))
        self.window.show_screen(screen)
        screen.refresh()

    def picture(self) -> QImage:
        """What a visitor would see."""
        image = QImage(self._size(), QImage.Format.Format_RGB32)
        self.window.render(image)
        return image

    def tidy(self) -> None:
        """Free the screens that no longer show: no loop runs that would do it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Free the window and everything in it."""
        self.window.hide()
        self.window.deleteLater()
        self.tidy()


def _offer_listening(screen: Screen) -> None:
    """Fill the shelf as it is where there is a voice: everything must fit there."""
    screen.show_listening(offered=True, speaking=False)


def _loud(_visit: Visit) -> int:
    """A step of loudness, so that the sheet offers to change it."""
    return 3


def _no_day() -> date:
    """The day on which everything is seen: midnight never comes."""
    return date.min


def ready() -> QApplication:
    """The kiosk's Qt application, made where there is none yet."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else make_application()
