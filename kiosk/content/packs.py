"""Loads packs for the program: from the compiled index where it is fresh, else from the files."""

from __future__ import annotations

import io
import os
import zlib
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.content import tree
from kiosk.content.index_file import IndexDamagedError, IndexFile, opened
from kiosk.content.index_pack import CompiledPack
from kiosk.content.probe import Probe, TrustingProbe
from kiosk.problems import has_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.domain.pack import Pack
    from kiosk.problems import Problem

__all__ = ["Loaded", "Probe", "check", "compile_into", "fresh", "is_bundled", "is_large", "load"]

# Counts up when the shape of an index changes without a new version of the program.
_SHAPE = 1

_FOLDER = "packs"
_NAME = 40


class Loaded:
    """A pack that was asked for: the pack, or None where errors refuse it, and its problems.

    `compiled` tells whether this call had to read the pack's files. Owns the open index:
    `close()` gives it back, after which the pack's topics cannot be read any more.
    """

    def __init__(
        self,
        pack: Pack | None,
        problems: tuple[Problem, ...] | Callable[[], tuple[Problem, ...]],
        folder: Path,
        compiled: bool,
        close: Callable[[], None] | None = None,
    ) -> None:
        self.pack = pack
        self.folder = folder
        self.compiled = compiled
        self._problems: tuple[Problem, ...] | None = None
        self._read_problems = problems if callable(problems) else lambda: problems
        self._close = close

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything the checker said, also when the pack comes from the index."""
        if self._problems is None:
            self._problems = self._read_problems()
        return self._problems

    def close(self) -> None:
        """Closes the index."""
        if self._close is not None:
            self._close()


def load(folder: Path, store: Path | None, probe: Callable[[], Probe]) -> Loaded:
    """The pack in `folder`; never raises for what lies there or in `store`.

    Uses the index below `store` while nothing in the folder changed, else reads, checks and
    compiles the pack and writes a new index. A store that refuses costs the write, not the pack.
    """
    found = fresh(folder, store)
    if found is not None:
        return found
    return _compiled(folder, store, probe())


def fresh(folder: Path, store: Path | None) -> Loaded | None:
    """The pack from its index, or None where it must be compiled first. Takes milliseconds."""
    if store is None:
        return None
    try:
        file = IndexFile(opened(_index(folder, store)))
    except (OSError, ValueError, IndexDamagedError):
        return None
    key = _key(folder)
    if key is None or file.header.get("key") != key:
        file.close()
        return None
    try:
        loaded = _loaded(file, folder, store, compiled=False)
        # What refuses a pack is all there is to know of it: it must be readable now.
        return loaded if loaded.pack is not None or loaded.problems else None
    except IndexDamagedError:
        file.close()
        return None


def is_large(folder: Path) -> bool:
    """Whether compiling takes so long that something else should show meanwhile."""
    return tree.is_large(folder)


def check(folder: Path, probe: Probe) -> list[Problem]:
    """Every problem of the pack in `folder`, by file and line."""
    from kiosk.content.compiler import check_folder

    problems = check_folder(folder, probe, _languages())
    if has_errors(problems) or not (folder / "audio").is_dir():
        return problems
    from kiosk.content.recorded import check_recordings

    loaded = load(folder, None, lambda: probe)
    try:
        recordings = check_recordings(folder, loaded.pack) if loaded.pack is not None else []
    finally:
        loaded.close()
    return sorted([*problems, *recordings], key=lambda problem: (problem.file, problem.line))


def compile_into(folder: Path, store: Path, probe: Probe) -> int:
    """Compiles a pack for a later `fresh`: 0 done, 1 the store refused, 2 the pack has errors."""
    loaded = _compiled(folder, store, probe)
    usable = loaded.pack is not None
    loaded.close()
    again = fresh(folder, store)
    if again is None:
        return 1
    again.close()
    return 0 if usable else 2


def _compiled(folder: Path, store: Path | None, probe: Probe) -> Loaded:
    from kiosk.content.index_store import compile_to_disk

    key = _key(folder) or ""
    file: IndexFile | None = None
    if store is not None and key:
        index, wording = _index(folder, store), not is_bundled(folder)
        file = compile_to_disk(folder, probe, _languages(), index, key, wording=wording)
    return _loaded(file or _in_memory(folder, probe, key), folder, store, compiled=True)


def _in_memory(folder: Path, probe: Probe, key: str) -> IndexFile:
    from kiosk.content.compiler import compile_folder

    file = io.BytesIO()
    compile_folder(folder, probe, _languages(), file, key, wording=not is_bundled(folder))
    return IndexFile(file)


def _loaded(file: IndexFile, folder: Path, store: Path | None, *, compiled: bool) -> Loaded:
    def recover() -> IndexFile | None:
        # The index is damaged under a running show: forget it, and read the pack itself.
        if file.header["pack"] is None:
            return None
        if store is not None:
            _forget(_index(folder, store))
        again = _in_memory(folder, TrustingProbe(), "")
        return again if again.header["pack"] is not None else None

    pack = CompiledPack(file, recover)
    return Loaded(pack.pack(), pack.problems, folder, compiled, pack.close)


def _forget(index: Path) -> None:
    try:
        index.unlink()
    except OSError:
        return


def _index(folder: Path, store: Path) -> Path:
    """Where the index of a folder lies: one file a folder, whatever its versions."""
    real = tree.real(folder)
    name = os.path.basename(real)[:_NAME]  # noqa: PTH119 - no Path where a start waits
    return store / _FOLDER / f"{zlib.crc32(os.fsencode(real)):08x}-{name}.index"


def _key(folder: Path) -> str | None:
    """What an index was made of: the pack, the words per language and this program."""
    real = tree.real(folder)
    signature = tree.signature(real)
    if signature is None:
        return None
    languages = tree.stamps(_languages(), ".toml")
    program = tree.stamps(os.path.dirname(__file__), ".py")  # noqa: PTH120 - as above
    return f"{_SHAPE} {__version__} {real!a} {signature} {languages} {program}"


def is_bundled(folder: Path) -> bool:
    """Whether a pack came with the program: its words were checked before it was given out.

    The very first start waits for it, and half of compiling is asking how it is written.
    """
    from kiosk.paths import resources_folder

    return tree.real(folder.parent) == tree.real(resources_folder() / "packs")


def _languages() -> Path:
    from kiosk.paths import resources_folder

    return resources_folder() / "language"
