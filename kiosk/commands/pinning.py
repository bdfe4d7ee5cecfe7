"""The command `kiosk pin`: asks for a PIN twice and keeps its hash."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.console import complain, say
from kiosk.domain.staff import LONGEST_PIN, SHORTEST_PIN, is_pin
from kiosk.settings import load_settings
from kiosk.store.pin_hash import PinHash
from kiosk.store.pins import PinFile

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.commands.options import PinOptions
    from kiosk.domain.staff import Level

FINE, WRONG_USE = 0, 2

_NAMES: dict[Level, str] = {"staff": "staff", "it": "IT"}
_KEYS: dict[Level, str] = {"staff": "pin_hash", "it": "it_pin_hash"}


def set_pin(options: PinOptions) -> int:
    """Set a PIN, or print its hash for a settings file; returns the exit code.

    On a terminal it asks twice and shows nothing of what is typed; else it reads two lines.
    """
    level: Level = "it" if options.it else "staff"
    pin = _asked(level)
    if pin is None:
        return WRONG_USE
    if options.print_hash:
        say(str(PinHash.of(pin)))
        complain(f'in a settings file: {_KEYS[level]} = "…", with what was printed between quotes')
        return FINE
    try:
        data = paths.data_dir(options.data_dir)
    except FileNotFoundError:
        complain(f"the folder that {options.data_dir} starts from is gone; give a full path")
        return WRONG_USE
    return _keep(data, level, pin)


def _keep(data: Path, level: Level, pin: str) -> int:
    file = PinFile(data, paths.protected_folder())
    other: Level = "staff" if level == "it" else "it"
    same = file.hashes.get(other)
    if same is not None and same.fits(pin):
        complain(f"that is the PIN of {_NAMES[other]}; choose another one")
        return WRONG_USE
    trouble = file.set(level, PinHash.of(pin))
    if trouble is not None:
        complain(f"the PIN cannot be kept in {data}: {trouble}")
        return WRONG_USE
    _hand_over(file.path, data)
    say(f"The {_NAMES[level]} PIN is set, in {file.path}.")
    if getattr(load_settings(None).settings, _KEYS[level]):
        complain(f"the settings name {_KEYS[level]}; that counts, and not the PIN set now")
    return FINE


def _asked(level: Level) -> str | None:
    """A PIN that was typed twice; None after a message of what is wrong with it."""
    try:
        first, second = _two_lines(level)
    except (EOFError, OSError, ValueError):
        complain("a PIN is wanted twice: on a terminal, or as two lines on standard input")
        return None
    if not is_pin(first):
        complain(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits, and nothing else")
        return None
    if first != second:
        complain("the two are not the same; nothing was changed")
        return None
    return first


def _two_lines(level: Level) -> tuple[str, str]:
    """Raises EOFError, OSError or ValueError where there are no two lines."""
    if sys.stdin is None:
        raise EOFError
    if sys.stdin.isatty():
        from getpass import getpass

        # cli.py lets Ctrl+C end the program at once: a terminal would be left without echo.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            first = getpass(f"New {_NAMES[level]} PIN, {SHORTEST_PIN} to {LONGEST_PIN} digits: ")
            return first, getpass("Once more: ")
        finally:
            signal.signal(signal.SIGINT, before)
    lines = [sys.stdin.readline(100), sys.stdin.readline(100)]
    if not all(lines):
        raise EOFError
    return lines[0].strip("\r\n"), lines[1].strip("\r\n")


def _hand_over(file: Path, folder: Path) -> None:
    """Let root set the PIN of a kiosk that runs as somebody else: the folder's owner gets it."""
    chown = getattr(os, "chown", None)
    if chown is not None:
        with suppress(OSError):
            owner = folder.stat()
            if owner.st_uid != file.stat().st_uid:
                chown(file, owner.st_uid, owner.st_gid)
