"""Which pack of the data folder is the active one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store.files import UnreadableFileError, read_small

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_NAME = 100


def active_pack(data: Path) -> Path | None:
    """The folder of the active pack below the data folder, or None where none is chosen.

    `packs/active` holds the name of a folder beside it. A name that is not plain, or of which
    there is no real folder, counts as none: the bundled pack is shown then.
    """
    packs = data / "packs"
    try:
        name = read_small(packs / "active", _LONGEST_NAME).decode("ascii").strip()
    except (FileNotFoundError, UnreadableFileError, UnicodeDecodeError):
        return None
    if (
        not name
        or name.startswith(".")
        or not all(sign.isalnum() or sign in "-_." for sign in name)
    ):
        return None
    folder = packs / name
    try:
        chosen = folder.is_dir() and not folder.is_symlink()
    except OSError:
        return None
    return folder if chosen else None
