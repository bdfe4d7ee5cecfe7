"""Where the answers of set-up are kept: settings files, PINs, and a copy where they refuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kiosk import paths
from kiosk.configuration.flat_toml import read_flat
from kiosk.host.sticks import Stick, sticks
from kiosk.settings import machine_files
from kiosk.store.delivery import deliver
from kiosk.store.files import UnreadableFileError, read_small
from kiosk.store.settings_writer import Value, changed, write_settings
from kiosk.ui.set_up.summary import Outcome

if TYPE_CHECKING:
    from kiosk.domain.set_up import Draft
    from kiosk.store.pins import Pins

_MOST_BYTES = 64_000


class Places(NamedTuple):
    """The settings file for all machines, and the one of this machine (the same without name)."""

    common: Path
    machine: Path


def places(explicit: Path | None, in_use: Path | None, hostname: str | None = None) -> Places:
    """Where the answers go: the file of `--settings`, else the one in use, else the user's own."""
    common = explicit or in_use or paths.settings_files()[-1]
    if common.parent.name == "settings.d":
        # Only a machine's own file is there: what is for all machines goes beside its folder.
        common = common.parent.parent / "settings.toml"
    own = machine_files(common, hostname)
    there = [file for file in own if file.exists()]
    return Places(common, there[-1] if there else own[0] if own else common)


class Keeper:
    """Keeps the answers. What cannot be written is told, and a copy is put where one can write."""

    def __init__(
        self,
        where: Places,
        pins: Pins,
        data: Path,
        find_sticks: Callable[[], Sequence[Stick]] = sticks,
    ) -> None:
        """`data` is the folder for a copy where there is no stick."""
        self._where = where
        self._pins = pins
        self._data = data
        self._find_sticks = find_sticks

    def keep(self, draft: Draft) -> Outcome:
        """Write everything; takes up to a second, and longer on a slow stick."""
        plan = self._plan(draft)
        written: list[str] = []
        for file, values in plan.items():
            trouble = write_settings(file, values).trouble
            if trouble is not None:
                return Outcome(tuple(written), f"{file}: {trouble}", self._copy(plan))
            written.append(str(file))
        for level, pin in draft.pins.items():
            trouble = self._pins.set(level, pin)
            if trouble is not None:
                return Outcome(tuple(written), f"PIN: {trouble}")
        return Outcome(tuple(written))

    def _plan(self, draft: Draft) -> dict[Path, dict[str, Value]]:
        """What is written in which file, without files in which nothing changes.

        What the machine's own file says already is changed there, where it counts.
        """
        machine = self._where.machine
        own = _keys(machine) | set(draft.of_machine)
        found: dict[Path, dict[str, Value]] = {}
        for name, value in draft.values.items():
            file = machine if name in own else self._where.common
            found.setdefault(file, {})[name] = value
        return found

    def _copy(self, plan: dict[Path, dict[str, Value]]) -> str:
        """Put the files on a stick, else in the data folder; the folder, or "" where neither is."""
        choices = [(stick.folder, True) for stick in self._find_sticks() if stick.writable]
        choices.append((self._data / "export", False))
        for folder, stick in choices:
            done = [
                deliver(folder, file.name, _writer(file, values), stick=stick).file
                for file, values in plan.items()
            ]
            if all(done):
                return str(folder)
        return ""


def _writer(file: Path, values: dict[str, Value]) -> Callable[[BinaryIO], None]:
    """Writes the file as it should have become; where it cannot be read, only what is new."""
    try:
        content = changed(_content(file), values)
    except ValueError:
        content = changed(b"", values)

    def write(out: BinaryIO) -> None:
        out.write(content)

    return write


def _content(file: Path) -> bytes:
    try:
        return read_small(file, _MOST_BYTES)
    except (FileNotFoundError, UnreadableFileError):
        return b""


def _keys(file: Path) -> set[str]:
    """The keys that a file sets."""
    try:
        return set(read_flat(_content(file)).entries)
    except ValueError:
        return set()
