"""Notices that an author saved, added or removed a file of a pack, once it is quiet again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.content import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# An editor writes a file in several steps: so long nothing happens before it counts as saved.
QUIET_MS = 300
# A share of a network tells of nothing, and of a folder that was gone nobody does: look oneself.
LOOK_MS = 2000


class PackFiles(QObject):
    """`changed()`: something below a folder is not as it was, and rests again.

    Owns what the system watches and two timers; `close()` ends them. What an editor replaces by
    another file is watched anew.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._known = tree.signature(tree.real(folder))
        self.watcher = QFileSystemWatcher(self)
        self.quiet = self._timer(QUIET_MS, self._on_quiet)
        self._look = self._timer(LOOK_MS, self._on_look)
        for told in (self.watcher.fileChanged, self.watcher.directoryChanged):
            told.connect(self._on_told)
        self._watch()
        self._look.start()

    def close(self) -> None:
        """Watch nothing any more."""
        self.quiet.stop()
        self._look.stop()
        self.watcher.deleteLater()

    def _timer(self, ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(ms)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _watch(self) -> None:
        """Watch every folder and file as they are now; a file that was replaced is another one."""
        root = tree.real(self._folder)
        found = tree.tree(root)
        wanted = {root, *(f"{root}/{name}" for name in (*found.folders, *found.files))}
        missing = wanted.difference(self.watcher.files(), self.watcher.directories())
        if missing:
            # What the system refuses (too many files, a share) is looked at all the same.
            self.watcher.addPaths(sorted(missing))

    def _on_told(self, _path: str) -> None:
        self.quiet.start()

    def _on_look(self) -> None:
        self._look.start()
        if not self.quiet.isActive() and self._signature() != self._known:
            self.quiet.start()

    def _on_quiet(self) -> None:
        self._watch()
        now = self._signature()
        if now != self._known:
            self._known = now
            self.changed.emit()

    def _signature(self) -> str | None:
        return tree.signature(tree.real(self._folder))
