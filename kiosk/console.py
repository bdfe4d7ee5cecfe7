"""Prints lines for people on consoles that may lack letters, or be gone."""

from __future__ import annotations

import sys
from contextlib import suppress
from io import TextIOWrapper


def say(line: str) -> None:
    """Print a line at once; a reader that has left is no failure (cli.py tells of a full disk)."""
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        out.reconfigure(errors="backslashreplace")
    with suppress(OSError):
        print(line, flush=True)  # noqa: T201 - the output of commands


def complain(line: str) -> None:
    """Say a line to whoever typed the command, beside the output."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(f"kiosk: {line}", file=sys.stderr, flush=True)  # noqa: T201 - as above
