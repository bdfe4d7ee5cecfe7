"""Where things are: bundled resources, the data folder, the places of settings files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_HOME = Path("/var/lib")


def resource(relative: str) -> Path:
    """The path of a bundled file or folder, `relative` to resources/, with `/` between names.

    Whether it exists is for the caller to see. Raises ValueError for a path that is not plain
    (absolute, `..`, backslash, colon, NUL) or that leaves the folder by a symbolic link.
    """
    parts = relative.split("/")
    if any(part in ("", ".", "..") for part in parts) or any(sign in relative for sign in "\\:\0"):
        raise ValueError(f"not a plain path below resources: {relative!r}")
    root = resources_folder()
    path = root.joinpath(*parts)
    if not path.resolve().is_relative_to(root.resolve()):
        raise ValueError(f"leaves the resources folder: {relative!r}")
    return path


def resources_folder() -> Path:
    """The folder of bundled files: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_dir(
    override: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Path:
    """The one folder the program writes in, absolute; it is not made here (DESIGN.md section 7).

    Raises FileNotFoundError for a relative `override` where the working folder is gone.
    """
    if override is not None:
        return override.absolute()
    if platform.startswith("linux"):
        return _xdg("XDG_DATA_HOME", ".local/share", environ) / "kiosk"
    import platformdirs  # 24 ms that Linux need not pay (qt-facts.md 7)

    return Path(platformdirs.user_data_dir("Kiosk", appauthor=False))


def settings_files(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Path, ...]:
    """Where settings files are looked for, first the machine's, then the user's."""
    if platform.startswith("linux"):
        user = _xdg("XDG_CONFIG_HOME", ".config", environ) / "kiosk"
        return Path("/etc/kiosk/settings.toml"), user / "settings.toml"
    import platformdirs  # 24 ms that Linux need not pay (qt-facts.md 7)

    machine = Path("/etc/kiosk")
    if platform == "win32":
        machine = Path(environ.get("PROGRAMDATA") or r"C:\ProgramData") / "Kiosk"
    user = Path(platformdirs.user_config_dir("Kiosk", appauthor=False))
    return machine / "settings.toml", user / "settings.toml"


def protected_folder() -> Path:
    """The folder of the machine's own settings, in which only an administrator can write."""
    return settings_files()[0].parent


def _xdg(variable: str, below_home: str, environ: Mapping[str, str]) -> Path:
    """A base folder as the XDG specification has it: a relative value counts as none."""
    chosen = environ.get(variable, "")
    if chosen.startswith("/"):
        return Path(chosen)
    home = environ.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - never raises
    return Path(home) / below_home if home.startswith("/") else _NO_HOME
