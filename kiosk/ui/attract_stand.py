"""Shows attract: all that a start needs before its first frame (the facts page, section 7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Topic
from kiosk.ui.attract_loop import AttractLoop, Dwell
from kiosk.ui.content import Content
from kiosk.ui.looks import Looks
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.window import KioskWindow


class AttractStand(QObject):
    """Owns the attract screen while nobody visits, and the loop of its kernels."""

    def __init__(
        self,
        window: KioskWindow,
        content: Content,
        looks: Looks,
        start: Letters,
        clock: Callable[[], float],
        dwell: Dwell,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.content = content
        self.looks = looks
        self.start = start
        self.loop = AttractLoop(self, clock, dwell)
        self._message = ""

    def show(self) -> AttractScreen:
        """Show a new attract screen with the first topic's kernel."""
        edition = self.content.edition("")
        look = self.looks(self.start, edition.language, False)
        screen = AttractScreen(self.window, look)
        if self._message:
            screen.show_message(self._message)
        self.window.show_screen(screen)
        self.loop.start(edition, screen)
        screen.refresh()
        return screen

    def show_message(self, text: str) -> None:
        """Show a message of the clinic above everything, now and on every attract to come."""
        self._message = text
        screen = self.window.current
        if isinstance(screen, AttractScreen):
            screen.show_message(text)

    def leave(self) -> None:
        """A visit begins: stop the loop."""
        self.loop.stop()

    def hold(self, down: bool) -> None:
        """Change nothing under a finger that rests on the glass."""
        self.loop.hold(down)

    def meant(self, touched_at: float) -> Topic | None:
        """The topic that a touch meant whose touch-down was at that time."""
        return self.loop.meant(touched_at)

    def relook(self) -> None:
        """The glass became another size."""
        screen = self.window.current
        if isinstance(screen, AttractScreen):
            screen.set_look(self.looks(self.start, screen.look.strings.language, False))

    def close(self) -> None:
        """Stop for good."""
        self.loop.close()
