"""Keeps the hashes of the PINs, and the wrong tries, in the data folder; compares what is typed."""

from __future__ import annotations

import os
import stat
import sys
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.domain.lockout import Lockout
from kiosk.domain.staff import Level, is_pin
from kiosk.problems import Problem
from kiosk.store.files import UnreadableFileError, read_small, write_atomically
from kiosk.store.pin_hash import PinHash, is_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PINS_FILE: Final = "pins"
TRIES_FILE: Final = "pin-tries"
RESET_FILE: Final = "reset-pin"
"""In the protected configuration folder: the stored PINs are forgotten at the next start."""

LEVELS: Final[tuple[Level, ...]] = ("staff", "it")

_LONGEST_FILE: Final = 4_000
_RESET: Final = "reset"


class PinFile:
    """The file `pins` of a data folder: a line `LEVEL HASH` for each PIN, mode 0600.

    A line `reset MTIME` names the reset file that was obeyed last, so that each is obeyed once;
    it stands in the same file, and so is written in one piece with what it did.
    """

    def __init__(self, data: Path, protected: Path) -> None:
        """`protected` is the folder that only an administrator may write in."""
        self.path = data / PINS_FILE
        # Looked at once: it is obeyed at a start, not while somebody stands at the gate.
        self._asked = _mark(protected / RESET_FILE)
        self.read()

    def read(self) -> None:
        """Read it again, for `kiosk pin` may have written it since."""
        self.problems: list[Problem] = []
        self.hashes: dict[Level, PinHash] = {}
        """The PINs that count; none where a reset file lies there that was not obeyed yet."""
        self.broken: set[Level] = set()
        """The PINs that were set, and cannot be read."""
        self._obeyed = ""
        self._read()
        self.reset = bool(self._asked) and self._asked != self._obeyed
        """Whether an administrator asks to forget the PINs, and that was not written yet."""
        if self.reset:
            self.hashes, self.broken = {}, set()

    def obey_reset(self) -> str | None:
        """Forget the PINs for good; None, or why that could not be written."""
        return self._write(self.hashes)

    def set(self, level: Level, pin: PinHash) -> str | None:
        """Keep a PIN's hash; None, or why it could not be written."""
        return self._write({**self.hashes, level: pin})

    def _write(self, hashes: dict[Level, PinHash]) -> str | None:
        lines = [f"{level} {hashes[level]}\n" for level in LEVELS if level in hashes]
        mark = self._asked or self._obeyed
        if mark:
            lines.append(f"{_RESET} {mark}\n")
        trouble = write_atomically(self.path, "".join(lines).encode("ascii"))
        if trouble is None:
            self.read()
        return trouble

    def _read(self) -> None:
        try:
            content = read_small(self.path, _LONGEST_FILE)
        except FileNotFoundError:
            return
        except UnreadableFileError as error:
            self.broken.update(LEVELS)
            self._complain(str(error))
            return
        self._look_at_mode()
        for line in content.decode("ascii", "replace").splitlines():
            name, _, value = line.partition(" ")
            if name == _RESET and is_number(value):
                self._obeyed = value
            elif name in LEVELS:
                try:
                    self.hashes[name] = PinHash.read(value)
                except ValueError as error:
                    self.broken.add(name)
                    self._complain(f"the hash of {name} cannot be used: {error}")
            elif line.strip():
                self._complain("it has a line that no kiosk wrote")

    def _look_at_mode(self) -> None:
        if sys.platform == "win32":
            return
        try:
            mode = self.path.stat().st_mode
        except OSError:
            return
        if mode & 0o077:
            self._complain("others can read it", "set its mode to 600, then set the PIN anew")

    def _complain(self, what: str, to_do: str = "set the PIN anew with `kiosk pin`") -> None:
        self.problems.append(Problem(str(self.path), 0, "error", what, to_do))


class Tries:
    """The wrong tries, in a file that a restart or a lost process does not undo."""

    def __init__(self, data: Path, now: float) -> None:
        """`now` is of `time.monotonic`."""
        self._path = data / TRIES_FILE
        self.volatile = not _takes_files(data)
        """Whether the disk refuses it: the tries are then forgotten when the program ends."""
        self.lockout = self._read().seen(now)

    def note(self, lockout: Lockout) -> None:
        """Keep this from now on."""
        self.lockout = lockout
        line = f"{lockout.line()}\n".encode("ascii")
        self.volatile = write_atomically(self._path, line) is not None

    def _read(self) -> Lockout:
        try:
            return Lockout.read(read_small(self._path, _LONGEST_FILE).decode("ascii"))
        except (FileNotFoundError, UnreadableFileError, ValueError):
            # Whoever can break this file could as well replace the PINs.
            return Lockout()


class Pins:
    """What the gate asks: whether there is a PIN, how long to wait, and what a PIN opens."""

    def __init__(
        self, file: PinFile, tries: Tries, fixed: Mapping[Level, PinHash], *, sealed: bool = False
    ) -> None:
        """`fixed` are hashes from the settings; each beats the stored one of its level.

        `sealed`: the settings name a PIN for IT that cannot be read, so nobody passes for IT.
        """
        self._file = file
        self._tries = tries
        self._fixed = fixed
        self._sealed = sealed
        self._busy = Lock()

    @property
    def _hashes(self) -> dict[Level, PinHash]:
        return {**self._file.hashes, **self._fixed}

    def is_fixed(self, level: Level) -> bool:
        """Whether the settings name this PIN, so that one set here would not count."""
        return level in self._fixed

    def set(self, level: Level, pin: str) -> str | None:
        """Keep a new PIN in the data folder; None, or why it could not be written.

        Takes some 0.1 s. Raises ValueError for what is no PIN.
        """
        if not is_pin(pin):
            raise ValueError("a PIN has 4 to 8 digits")
        with self._busy:
            return self._file.set(level, PinHash.of(pin))

    def refresh(self) -> None:
        """See whether `kiosk pin` has set a PIN meanwhile."""
        with self._busy:
            self._file.read()

    @property
    def there(self) -> bool:
        """Whether any PIN is set."""
        return bool(self._hashes)

    @property
    def volatile(self) -> bool:
        """Whether wrong tries are forgotten when the program ends, for the disk takes none."""
        return self._tries.volatile

    def wait_s(self, now: float) -> float:
        """Seconds until a PIN may be tried; `now` is of `time.monotonic`."""
        return self._tries.lockout.left_s(now)

    @property
    def it_apart(self) -> bool:
        """Whether what only IT may do needs another PIN than that of staff."""
        return self._sealed or "it" in self._hashes or "it" in self._file.broken

    def opens(self, pin: str, now: float, needed: Level = "staff") -> Level | None:
        """What a PIN opens; None for less than `needed`, or while one must wait.

        Takes some 0.1 s and writes on the disk: not for the thread that draws. A try counts as
        wrong, on the disk too, before it is looked at: who pulls the plug learns nothing for free.
        Without a PIN of its own everything for IT opens to staff.
        """
        with self._busy:
            before = self._tries.lockout
            if before.left_s(now) > 0.0:
                return None
            self._tries.note(before.missed(now))
            # Every hash, whatever the first one said: the time tells nothing.
            fitting = [level for level, stored in self._hashes.items() if stored.fits(pin)]
            opened: Level = "it" if "it" in fitting or not self.it_apart else "staff"
            if not fitting or not is_pin(pin) or (needed == "it" and opened != "it"):
                return None
            self._tries.note(Lockout())
            return opened


class Opened(NamedTuple):
    """The PINs of a kiosk that starts, and what staff should know of them."""

    pins: Pins
    problems: tuple[Problem, ...]


def open_pins(data: Path, protected: Path, fixed: Mapping[Level, str], now: float) -> Opened:
    """The PINs of a data folder and of the settings, after a reset file has been obeyed.

    `fixed` are the hashes as the settings have them, "" for none; one that is no hash counts as
    none. `now` is of `time.monotonic`.
    """
    file, tries = PinFile(data, protected), Tries(data, now)
    found = list(file.problems)
    if file.reset:
        trouble = file.obey_reset()
        tries.note(Lockout())
        if trouble is not None:
            what = f"the PINs were to be forgotten, and that cannot be kept: {trouble}"
            found.append(Problem(str(data), 0, "error", what, "let the kiosk write there"))
    hashes: dict[Level, PinHash] = {}
    for level in LEVELS:
        if fixed.get(level):
            try:
                hashes[level] = PinHash.read(fixed[level])
            except ValueError as error:
                name = "pin_hash" if level == "staff" else "it_pin_hash"
                to_do = "write what `kiosk pin --print-hash` prints"
                what = f"{name} cannot be used: {error}"
                found.append(Problem("settings", 0, "error", what, to_do))
    sealed = bool(fixed.get("it")) and "it" not in hashes
    return Opened(Pins(file, tries, hashes, sealed=sealed), tuple(found))


def _takes_files(folder: Path) -> bool:
    """Whether the disk lets the program write in a folder that may not be there yet."""
    try:
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return folder.is_dir() and os.access(folder, os.W_OK)
    except (OSError, ValueError):
        return False


def _mark(reset_file: Path) -> str:
    """What tells a reset file from others; empty where there is none."""
    try:
        found = os.lstat(reset_file)
    except (OSError, ValueError):
        return ""
    return str(abs(found.st_mtime_ns)) if stat.S_ISREG(found.st_mode) else ""
