"""The kiosk's window on its screen: how large it is in millimetres, how it looks, what guards it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.configuration.wishes import screen_problems
from kiosk.host.foreground import Foreground
from kiosk.host.screens import Scale, pick_screen, scale, scale_of
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.window import KioskWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from kiosk.bundle import Bundle
    from kiosk.commands.run_options import RunOptions
    from kiosk.host.lockdown import Lockdown
    from kiosk.log import Log
    from kiosk.problems import Problem
    from kiosk.settings import Settings
    from kiosk.ui.theme.look import Kit


class Pane:
    """Owns the window and what keeps it full screen, in front and closed; `close()` lets go.

    A development window (`--windowed`) has no guard.
    """

    def __init__(self, options: RunOptions, settings: Settings, log: Log) -> None:
        self._settings = settings
        self._log = log
        self._preview = options.watch
        self._report: object = None
        self._visited: QScreen | None = None
        self._lockdown: Lockdown | None = None
        self.scale = Scale(1.0, "assumed")
        self.problems: list[Problem] = []
        self.window = KioskWindow()
        self.foreground: Foreground | None = None
        index = self._index = settings.screen if options.screen is None else options.screen
        if options.windowed is not None:
            self.window.resize(*options.windowed)
            return
        self.problems.extend(screen_problems(index, len(QGuiApplication.screens())))
        self.window.setGeometry(pick_screen(index).geometry())
        self.foreground = Foreground(self.window, screen=lambda: self.screen)

    @property
    def screen(self) -> QScreen:
        """The screen that the window fills, also while it is on its way there."""
        if self.foreground is None:
            return self.window.screen()
        if self._visited is not None and self._visited in QGuiApplication.screens():
            return self._visited
        return pick_screen(self._index)

    def go_to(self, screen: QScreen | None) -> bool:
        """Fill another screen, or with None the kiosk's own again; False where it does already.

        A screen that does not tell its size stays as it is, for a target of 30 mm may be any size
        on it; one that is unplugged is left for the kiosk's own.
        """
        unsure = screen is not None and scale_of(screen, None).origin == "assumed"
        if self.foreground is None or unsure:
            return False
        before, self._visited = self.screen, screen
        if self.screen is before:
            return False
        self.foreground.move()
        return True

    def show(self) -> None:
        """Show the window, on its whole screen unless it was asked for in a size."""
        # Else Qt gives the focus to the first control, which is then painted twice.
        self.window.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.foreground is None:
            self.window.show()
        else:
            self.foreground.present()

    def lock(self) -> None:
        """Keep visitors inside it from now on."""
        from kiosk.host.lockdown import Lockdown

        if self.foreground is not None:
            self._lockdown = Lockdown(self.window)

    def allow_exit(self) -> None:
        """Let the window be closed: staff asked for it."""
        if self._lockdown is not None:
            self._lockdown.allow_exit()

    def close(self) -> None:
        """Leave the window as it is."""
        for guard in (self._lockdown, self.foreground):
            if guard is not None:
                guard.close()

    def looks(self, bundle: Bundle, find_picture: Callable[[str], Path | None]) -> Looks:
        """The looks of the window; plain ones where the bundled ones cannot be loaded."""
        try:
            kit = bundle.kit(find_picture)
        except Exception as error:  # noqa: BLE001 - a kiosk without its looks is still a kiosk
            self._log.exception("the looks cannot be loaded", error)
            return self.plain_looks(bundle)
        return self._looks(kit, bundle)

    def plain_looks(self, bundle: Bundle) -> Looks:
        """Looks that need nothing from the disk."""
        return self._looks(bundle.plain_kit(), bundle)

    def px_per_mm(self) -> float:
        """The scale of the screen that the window is on."""
        if self._preview:
            # As on a 21.5 inch panel, made small: an author sees the pages of the real glass.
            size = self.window.size()
            self.scale = scale(None, (size.width(), size.height()), None)
            return self.scale.px_per_mm
        screen = self.window.screen()
        report = (screen.name(), screen.geometry().size(), screen.physicalSize())
        if report != self._report:
            self._report = report
            # The setting measures the kiosk's own glass, no other.
            own = self.foreground is None or screen is pick_screen(self._index)
            self.scale = scale_of(screen, (self._settings.px_per_mm or None) if own else None)
            warning = self.scale.warning()
            if warning is not None:
                self._log.warning(warning)
        return self.scale.px_per_mm

    def _looks(self, kit: Kit, bundle: Bundle) -> Looks:
        glass = Glass(self._settings.viewing_distance_mm, self._settings.screen_bottom_mm)
        return Looks(kit, glass, self.window.size, self.px_per_mm, bundle.strings)
