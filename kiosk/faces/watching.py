"""`kiosk run --watch`: shows what an author saves at once, and the pack's problems beside it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from kiosk.content.packs import Loaded, check, is_bundled, load
from kiosk.faces.watching_files import PackFiles
from kiosk.faces.watching_panel import AuthorPanel, News
from kiosk.host.probe import QtProbe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.problems import Problem
    from kiosk.ui.theme.look import Look

# The font of the panel, in px: of a desktop's window, not of the kiosk.
_PX = 16
_STRONG = 700
# So many packs before the one that shows stay open: a talk that runs may still read from them.
_KEPT = 8


class Desk(NamedTuple):
    """What the author works with: the pack's folder, the store, the window, its look.

    `shows` tells whether that pack is what the window shows; `show` shows it from now on.
    """

    folder: Path
    store: Path
    window: QWidget
    look: Look
    shows: Callable[[], bool]
    show: Callable[[Loaded], None]


class Watching(QObject):
    """Owns the panel, the watch over the files and the packs that it loaded; `close()` ends all.

    A pack with errors changes nothing on the page: what was good last stays.
    """

    def __init__(self, desk: Desk, now: Callable[[], datetime] = datetime.now) -> None:
        """`now` tells the time of day, for the line above the problems."""
        super().__init__(desk.window)
        self._desk = desk
        self._now = now
        self.opened: list[Loaded] = []
        look = desk.look
        title = f"{desk.folder.name}: kiosk check"
        self.panel = AuthorPanel(title, look.font(_PX), look.font(_PX, _STRONG))
        self.files = PackFiles(desk.folder, self)
        self.files.changed.connect(self._on_changed)
        self._read(show=False)
        self.panel.stand_beside(desk.window, desk.window.screen().availableGeometry())
        self.panel.show()

    def close(self) -> None:
        """Close the panel, and watch no more."""
        self.files.close()
        self.panel.close()
        self.panel.deleteLater()
        for loaded in self.opened:
            loaded.close()
        self.opened.clear()

    def _on_changed(self) -> None:
        self._read(show=True)
        self.panel.show()

    def _read(self, *, show: bool) -> None:
        loaded = load(self._desk.folder, self._desk.store, QtProbe)
        self.opened.append(loaded)
        if loaded.pack is not None and (show or not self._desk.shows()):
            self._desk.show(loaded)
        self._tell(self._problems(loaded), usable=loaded.pack is not None)
        for old in self.opened[: -_KEPT - 1]:
            old.close()
        del self.opened[: -_KEPT - 1]

    def _problems(self, loaded: Loaded) -> Sequence[Problem]:
        # How a bundled pack is written is not asked when it is loaded.
        if is_bundled(self._desk.folder):
            return check(self._desk.folder, QtProbe())
        return loaded.problems

    def _tell(self, problems: Sequence[Problem], *, usable: bool) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        warnings = [problem for problem in problems if problem.severity != "error"]
        line = f"{self._now():%H:%M:%S}  {_counted(len(errors), len(warnings))}"
        if not usable:
            what = "The page stays as it was" if self._desk.shows() else "Another pack shows"
            line += f". {what} until the errors are gone."
        self.panel.tell(News(line, (*errors, *warnings)))


def _counted(errors: int, warnings: int) -> str:
    said = [
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return ", ".join(said) or "no problems"
