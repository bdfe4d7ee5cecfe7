"""Chooses the pack that shows: asked for, else the active slot, else the bundled one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from kiosk.content.packs import Loaded, fresh, is_large, load
from kiosk.content.probe import Probe
from kiosk.paths import resource
from kiosk.problems import Problem
from kiosk.store.slots import active_pack


class PackChoice(QObject):
    """Opens the first usable pack. A large one that must be compiled first is compiled by a

    child process while the next pack in order shows; `ready(Loaded)` is emitted when it can show,
    `refused()` when it cannot.
    Owns that process; `close()` ends it. `problems` lists for staff what was passed over, and why.
    """

    ready = Signal(object)
    refused = Signal()

    def __init__(self, candidates: Sequence[Path], store: Path, probe: Callable[[], Probe]) -> None:
        super().__init__()
        self._candidates = tuple(candidates)
        self._store = store
        self._probe = probe
        self._compiler: QProcess | None = None
        self._coming: Path | None = None
        self.problems: list[Problem] = []

    def first(self) -> Loaded | None:
        """The first pack that can show now, or None when there is none."""
        for folder in self._candidates:
            found = fresh(folder, self._store)
            if found is None and self._coming is None and is_large(folder):
                self._coming = folder
                continue
            found = found or load(folder, self._store, self._probe)
            self._note(folder, found)
            if found.pack is not None:
                return found
        return None

    def start(self) -> None:
        """Begin to compile the pack that `first` passed over for its size."""
        if self._coming is not None and self._compiler is None:
            self._compile(self._coming)

    def close(self) -> None:
        """End the compiling process."""
        if self._compiler is not None:
            self._compiler.finished.disconnect(self._on_compiled)
            self._compiler.kill()
            self._compiler.waitForFinished(1000)
            self._compiler = None

    def _note(self, folder: Path, loaded: Loaded) -> None:
        if loaded.pack is None and not loaded.problems:
            self.problems.append(
                Problem(str(folder), 0, "error", "there is no pack here", "name a pack's folder")
            )
        for problem in loaded.problems:
            self.problems.append(problem._replace(file=str(folder / problem.file)))

    def _compile(self, folder: Path) -> None:
        process = self._compiler = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        root = str(Path(__file__).parent.parent)
        known = environment.value("PYTHONPATH", "")
        environment.insert("PYTHONPATH", os.pathsep.join([root, known] if known else [root]))
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.finished.connect(self._on_compiled)
        arguments = ["-m", "kiosk", "compile-pack", str(folder.absolute()), str(self._store)]
        process.start(sys.executable, arguments)

    def _on_compiled(self) -> None:
        folder, self._coming = self._coming, None
        found = fresh(folder, self._store) if folder is not None else None
        if folder is None or found is None:
            self.problems.append(
                Problem(
                    str(folder),
                    0,
                    "error",
                    "a pack of this size shows only once it is compiled, and that failed",
                    "let the program write in its data folder",
                )
            )
            self.refused.emit()
            return
        self._note(folder, found)
        if found.pack is not None:
            self.ready.emit(found)
        else:
            self.refused.emit()


def candidates(asked: Path | None, setting: str, data: Path) -> list[Path]:
    """The folders to try, in order (DESIGN.md section 2)."""
    found = [asked] if asked is not None else []
    if setting:
        found.append(Path(setting))
    slot = active_pack(data)
    if slot is not None:
        found.append(slot)
    bundled = resource("packs")
    if bundled.is_dir():
        found.extend(sorted(folder for folder in bundled.iterdir() if folder.is_dir()))
    return found
