"""What a row of the table says of itself, before anything is measured."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A row of access.md: its number, its bar in short, and the tests that fail when it breaks.

    Tests go by their names alone; they may move from one file to another.
    """

    id: str
    bar: str
    tests: tuple[str, ...]
    note: str = ""
