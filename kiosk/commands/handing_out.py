"""`kiosk handout`: the pack on A4, for whoever reads, speaks or reviews."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk import paths
from kiosk.bundle import Bundle
from kiosk.commands.options import HandoutOptions
from kiosk.console import complain, say
from kiosk.content.packs import Loaded, load
from kiosk.handout.writing import HandoutError, Kit, Wish, write_handout
from kiosk.host.probe import QtProbe
from kiosk.pack_choice import candidates
from kiosk.problems import has_errors
from kiosk.proving.offscreen import ready
from kiosk.settings import load_settings

FINE, WRONG_USE = 0, 2
_MOST_ERRORS = 3


def handout(options: HandoutOptions, environ: Mapping[str, str] = os.environ) -> int:
    """Write the PDF and say so in a line; the exit code (DESIGN.md section 4)."""
    ready()
    loaded: Loaded | None = None
    try:
        loaded = _pack(options.pack)
        count = _write(loaded, options, day(environ))
    except HandoutError as error:
        complain(str(error))
        return WRONG_USE
    finally:
        if loaded is not None:
            loaded.close()
    say(f"{options.out}: {count} page{'' if count == 1 else 's'}")
    return FINE


def day(environ: Mapping[str, str]) -> date:
    """The day on the handout: today, or that of SOURCE_DATE_EPOCH where builds must repeat.

    Raises HandoutError where that is no moment.
    """
    asked = environ.get("SOURCE_DATE_EPOCH", "")
    if not asked:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(asked), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise HandoutError(f"SOURCE_DATE_EPOCH is no moment: {asked!r}") from error


def _pack(asked: Path | None) -> Loaded:
    """The pack asked for, else the one that the kiosk here would show."""
    if asked is not None:
        folders: tuple[Path, ...] = (asked,)
    else:
        setting = load_settings(None).settings.pack
        folders = candidates(None, setting, paths.data_dir()).folders
    why = "there is no pack; name one with --pack"
    for folder in folders:
        if not folder.is_dir():
            why = f"{folder} is not a folder"
            continue
        loaded = load(folder, None, QtProbe)
        if loaded.pack is not None:
            return loaded
        errors = [str(one) for one in loaded.problems if has_errors([one])]
        more = f" (and {len(errors) - _MOST_ERRORS} more)" if len(errors) > _MOST_ERRORS else ""
        why = f"{folder} cannot be used: {' · '.join(errors[:_MOST_ERRORS])}{more}"
        loaded.close()
    raise HandoutError(why)


def _write(loaded: Loaded, options: HandoutOptions, today: date) -> int:
    pack = loaded.pack
    assert pack is not None, "a pack with errors was refused"
    wished = options.language
    short = (wished or "").replace("-", "_").split("_")[0].lower()
    if wished is not None and short not in pack.languages and wished not in pack.languages:
        known = ", ".join(pack.languages)
        raise HandoutError(f"the pack has no language {wished!r}; it has {known}")
    bundle = Bundle(None)
    kit = bundle.kit(lambda path: loaded.folder.joinpath(*path.split("/")))
    for problem in bundle.problems:
        complain(str(problem))
    wish = Wish(options.form, wished or "", today)
    return write_handout(
        pack, loaded.folder, options.out, wish, Kit(kit.fonts, kit.light, bundle.strings)
    )
