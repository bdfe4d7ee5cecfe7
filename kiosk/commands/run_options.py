"""What the command line asks of `kiosk run`: all that a plain start needs of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.domain.modes import Mode


class Size(NamedTuple):
    """A width and a height in pixels."""

    width: int
    height: int


class RunOptions(NamedTuple):
    """`kiosk run`: None leaves the choice to the settings. `screen` counts from 0; `talk` is the

    name of a talk that staff saved or that the pack brings along. `safe` is no argument: after
    too many crashes only the bundled pack shows. `watch` is for authors: the pack is read again
    whenever one of its files is saved.
    """

    mode: Mode | None = None
    pack: Path | None = None
    settings: Path | None = None
    data_dir: Path | None = None
    language: str | None = None
    windowed: Size | None = None
    screen: int | None = None
    talk: str | None = None
    safe: bool = False
    watch: bool = False
