"""How `./dev` talks: one line a step, and a stop that says what to do."""

from __future__ import annotations

import sys


class Stop(Exception):  # noqa: N818 - it ends the command, it is not always an error
    """Ends `./dev` with a message for the person at the keyboard and exit code 2."""


def say(text: str) -> None:
    """Say in one line what happens now, at once also when the output is a pipe."""
    print(f"dev: {text}", flush=True)


def complain(text: str) -> None:
    """Say on stderr why `./dev` cannot go on."""
    print(f"dev: {text}", file=sys.stderr, flush=True)
