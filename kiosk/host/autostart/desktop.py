"""The entry that starts the kiosk with a Linux desktop (XDG autostart)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`%=")


def config_folder(environ: Mapping[str, str]) -> Path:
    """The user's configuration folder, as the XDG specification has it."""
    chosen = environ.get("XDG_CONFIG_HOME", "")
    if chosen.startswith("/"):
        return Path(chosen)
    return Path(environ.get("HOME") or "/", ".config")


def entry_file(environ: Mapping[str, str]) -> Path:
    """Where the entry stands."""
    return config_folder(environ) / "autostart" / "kiosk.desktop"


def entry(command: Sequence[str]) -> str:
    """The entry's text."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Kiosk",
            "Comment=Shows the waiting room's kiosk",
            f"Exec={' '.join(map(quoted, command))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def quoted(argument: str) -> str:
    """An argument as the Exec key of a desktop entry wants it."""
    text = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument.replace("%", "")):
        return text
    for sign in '\\"`$':
        text = text.replace(sign, "\\" + sign)
    # The file itself takes backslashes away once more.
    return '"' + text.replace("\\", "\\\\").replace("\n", "\\n") + '"'
