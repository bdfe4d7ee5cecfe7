"""The display's loop on every screen beside the kiosk's own, as screens come and go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.host.screens import scale_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from kiosk.host.screens_watch import ScreensWatch
    from kiosk.ui.display.beside import SideLoop


class OtherScreens(QObject):
    """Owns a loop for each other screen while it is wanted; `close()` ends them.

    `touched(screen)`: somebody touched that one, or pressed a key there; nothing changes on it.
    """

    touched = Signal(object)

    def __init__(
        self,
        screens: ScreensWatch,
        make: Callable[[QScreen, Callable[[], None]], SideLoop],
        parent: QObject | None = None,
    ) -> None:
        """`make` makes the loop of one screen; it calls what it is given when touched."""
        super().__init__(parent)
        self._screens = screens
        self._make = make
        self._wanted = False
        # Letters go by the millimetres of a screen: one whose size became known is made anew.
        self._loops: dict[QScreen, tuple[bool, SideLoop]] = {}
        screens.changed.connect(self._follow)

    @property
    def loops(self) -> list[SideLoop]:
        """The loops that show now."""
        return [loop for _, loop in self._loops.values()]

    def show(self, *, wanted: bool) -> None:
        """Show the loop on every other screen from now on, or on none."""
        self._wanted = wanted
        self._follow()

    def show_again(self) -> None:
        """The message, the pack or the language became another one."""
        for loop in self.loops:
            loop.show_again()

    def close(self) -> None:
        """Stop for good."""
        self.show(wanted=False)
        self._screens.close()

    def _follow(self) -> None:
        there = self._screens.others if self._wanted else []
        known = {screen: scale_of(screen, None).origin != "assumed" for screen in there}
        for screen, (knew, loop) in tuple(self._loops.items()):
            if known.get(screen) is not knew:
                del self._loops[screen]
                loop.close()
        for screen, knows in known.items():
            if screen not in self._loops:
                touched = partial(self.touched.emit, screen)
                self._loops[screen] = (knows, self._make(screen, touched))
