"""Finds what speaks on this machine, without loading any of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.own_command import own_command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SPEAK = "speak"
# Names another program that speaks by the same orders (docs/speech.md).
OTHER = "KIOSK_SPEAKER"
# Qt's speechd engine loads this library or does not exist (qt-facts.md section 3).
_LIBRARY = "libspeechd.so.2"
_FOLDERS = ("/usr/lib", "/usr/lib64", "/lib", "/usr/local/lib")


def speaker_command(argv: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    """The command that starts the process that speaks."""
    other = environ.get(OTHER, "")
    return [other] if other else [*own_command(argv), SPEAK]


def has_engine(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether an engine could be there at all: on Linux only beside its library.

    Spares a machine without one the process that would find nothing.
    """
    if environ.get(OTHER) or not platform.startswith("linux"):
        return True
    folders = [*filter(None, environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)), *_FOLDERS]
    return any(_has_library(Path(folder)) for folder in folders)


def _has_library(folder: Path) -> bool:
    try:
        return (folder / _LIBRARY).exists() or any(folder.glob(f"*/{_LIBRARY}"))
    except OSError:
        return False
