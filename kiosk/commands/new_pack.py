"""`kiosk new`: makes a pack to begin with, whose comments teach how to write one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.new_template import template
from kiosk.console import complain, say
from kiosk.content.topic_file import ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.commands.options import NewOptions

FINE, WRONG_USE = 0, 2


class NewPackError(Exception):
    """The pack cannot be made; its text says why, and what to do."""


def new_pack(options: NewOptions) -> int:
    """Make the folder of a pack and say what is next; the exit code (DESIGN.md section 4)."""
    try:
        _make(options)
    except NewPackError as error:
        complain(str(error))
        return WRONG_USE
    folder = options.pack
    say(f"{folder}: {_counted(options.topics, 'topic')}, {_counted(options.questions, 'question')}")
    say(f"look at it:  kiosk run --pack {folder} --watch")
    say(f"check it:    kiosk check {folder}")
    say("how to go on: docs/writing.md")
    return FINE


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _make(options: NewOptions) -> None:
    folder, name = options.pack, options.pack.absolute().name
    if ID.fullmatch(name) is None:
        raise NewPackError(
            f"{name!r} cannot be the id of a pack; call the folder by letters, digits and"
            " hyphens, such as my-pack"
        )
    if os.path.lexists(folder):
        raise NewPackError(f"{folder} is there already; name a folder that is not")
    files = template(name, options.languages, options.topics, options.questions)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        _write(folder, files)
    except OSError as error:
        # Everything in it was made just now: half a pack is of no use to anybody.
        shutil.rmtree(folder, ignore_errors=True)
        raise _refused(folder, error) from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def _refused(folder: Path, error: OSError) -> NewPackError:
    why = error.strerror or str(error)
    return NewPackError(f"{folder} cannot be made ({why}); name a folder that you may write in")
