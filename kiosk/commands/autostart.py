"""`kiosk install-autostart`: has the system start the kiosk when its user logs in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from kiosk.console import complain, say
from kiosk.host.autostart import desktop, systemd, windows
from kiosk.host.autostart.files import AutostartError, put, take_away
from kiosk.own_command import own_command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.commands.options import AutostartOptions

FINE, FAILED = 0, 2


def install_autostart(
    options: AutostartOptions,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    command: list[str] | None = None,
) -> int:
    """Do it, or with `remove` undo it, and say what was done; 2 where that cannot be.

    A second time changes nothing. It is for the user who types it, and needs no other rights.
    """
    own = command if command is not None else own_command(sys.argv)
    steps = _steps(options, environ, platform, own)
    try:
        for line in steps:
            say(line)
    except AutostartError as error:
        complain(str(error))
        return FAILED
    return FINE


def _steps(
    options: AutostartOptions, environ: Mapping[str, str], platform: str, own: list[str]
) -> Iterator[str]:
    if platform == "win32":
        quiet = [windows.windowless(own[0]), *own[1:]]
        command = [*quiet, "supervise", *options.run]
        yield windows.take_value_away() if options.remove else windows.put_value(command)
        return
    if not platform.startswith("linux"):
        raise AutostartError(f"there is no way to start with {platform}; see docs/display.md")
    entry_file, unit_file = desktop.entry_file(environ), systemd.unit_file(environ)
    if options.remove:
        yield take_away(entry_file)
        yield take_away(unit_file)
    else:
        yield put(unit_file, systemd.unit([*own, "run", *options.run]))
        entry = desktop.entry([*own, "supervise", "--systemd", *options.run])
        yield put(entry_file, entry)
    systemd.reload_units()
    if options.remove:
        yield "The kiosk does not start with the desktop any more; one that runs goes on."
    else:
        yield "The kiosk starts when this user logs in, and again when it falls."
