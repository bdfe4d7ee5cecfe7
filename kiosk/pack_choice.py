"""Chooses the pack that shows: asked for, else the active slot, else the bundled one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.content.packs import Loaded, fresh, is_large, load
from kiosk.content.probe import Probe
from kiosk.domain.pack import Pack
from kiosk.paths import resource
from kiosk.problems import Problem
from kiosk.store.slots import active_pack

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QProcess


class PackChoice(QObject):
    """Opens the first usable pack. A large one that must be compiled first is compiled by a

    child process while the next pack in order shows; `ready(Loaded)` is emitted when it can show,
    `refused()` when it cannot. `unfit` says of a sound pack why it may not show, or None.
    Owns that process, and a folder of its own for what it makes where the store refuses; `close()`
    ends both. `problems` lists for staff what was passed over, and why.
    """

    ready = Signal(object)
    refused = Signal()

    def __init__(
        self,
        candidates: Sequence[Path],
        store: Path,
        probe: Callable[[], Probe],
        unfit: Callable[[Pack], str | None] | None = None,
    ) -> None:
        super().__init__()
        self._candidates = tuple(candidates)
        self._store = store
        self._probe = probe
        self._unfit = unfit
        self._compiler: QProcess | None = None
        self._coming: Path | None = None
        self._own: TemporaryDirectory[str] | None = None
        self.problems: list[Problem] = []

    def first(self) -> Loaded | None:
        """The first pack that can show now, or None when there is none."""
        for folder in self._candidates:
            found = fresh(folder, self._store)
            if found is None and self._coming is None and is_large(folder):
                self._coming = folder
                continue
            found = found or load(folder, self._store, self._probe)
            if self._can_show(folder, found):
                return found
        return None

    def start(self) -> None:
        """Begin to compile the pack that `first` passed over for its size."""
        if self._coming is not None and self._compiler is None:
            if not _takes_files(self._store):
                self._use_own_store()
            self._compile(self._coming)

    def close(self) -> None:
        """End the compiling process. What it made for this show alone goes with it."""
        if self._compiler is not None:
            self._compiler.finished.disconnect(self._on_compiled)
            self._compiler.kill()
            self._compiler.waitForFinished(1000)
            self._compiler = None
        if self._own is not None:
            self._own.cleanup()
            self._own = None

    def _can_show(self, folder: Path, loaded: Loaded) -> bool:
        """Whether a pack may show; notes what staff should know of it, and closes it if not."""
        if loaded.pack is None and not loaded.problems:
            self.problems.append(
                Problem(str(folder), 0, "error", "there is no pack here", "name a pack's folder")
            )
        for problem in loaded.problems:
            self.problems.append(problem._replace(file=str(folder / problem.file)))
        if loaded.pack is None:
            return False
        why = self._unfit(loaded.pack) if self._unfit is not None else None
        if why is None:
            return True
        self.problems.append(Problem(str(folder), 0, "error", why, "choose another pack"))
        loaded.close()
        return False

    def _use_own_store(self) -> bool:
        """Compile into a folder that lasts as long as this show; False where there can be none."""
        if self._own is not None:
            return False
        from tempfile import TemporaryDirectory  # loads OpenSSL, for which no start waits

        try:
            self._own = TemporaryDirectory(prefix="kiosk-", ignore_cleanup_errors=True)
        except OSError:
            return False
        self._store = Path(self._own.name)
        return True

    def _compile(self, folder: Path) -> None:
        from PySide6.QtCore import QProcess, QProcessEnvironment  # few starts compile

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
        folder = self._coming
        if folder is None:
            return
        found = fresh(folder, self._store)
        if found is None and self._use_own_store():  # a disk that was full, say
            self._compile(folder)
            return
        self._coming = None
        if found is not None and self._can_show(folder, found):
            self.ready.emit(found)
            return
        if found is None:
            what = "a pack of this size shows only once it is compiled, and that failed"
            to_do = "let the program write in its data folder"
            self.problems.append(Problem(str(folder), 0, "error", what, to_do))
        self.refused.emit()


class Candidates(NamedTuple):
    """The folders to try, in order, and what is wrong with the place of the bundled packs."""

    folders: tuple[Path, ...]
    problems: tuple[Problem, ...]


def candidates(asked: Path | None, setting: str, data: Path, *, safe: bool = False) -> Candidates:
    """The folders to try, in order (DESIGN.md section 2); when `safe` only the bundled ones."""
    found = [] if safe else _own(asked, setting, data)
    bundled, why = _bundled()
    problem = Problem("resources/packs", 0, "error", why, "install the program again")
    return Candidates((*found, *bundled), () if bundled else (problem,))


def _own(asked: Path | None, setting: str, data: Path) -> list[Path]:
    """The packs that somebody chose for this machine."""
    found = [asked] if asked is not None else []
    if setting:
        found.append(Path(setting))
    slot = active_pack(data)
    return found if slot is None else [*found, slot]


def _bundled() -> tuple[list[Path], str]:
    try:
        return sorted(one for one in resource("packs").iterdir() if one.is_dir()), "has no packs"
    except OSError as error:
        return [], f"the bundled packs cannot be listed ({error.strerror or error})"
    except ValueError as error:
        return [], f"the bundled packs cannot be used ({error})"


def _takes_files(folder: Path) -> bool:
    """Whether the store can be written, as far as that can be told before."""
    from tempfile import TemporaryFile

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return True
    except (OSError, ValueError):
        return False
