"""The value in the registry by which Windows starts the kiosk when its user logs in."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

from kiosk.host.autostart.files import AutostartError

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
VALUE = "Kiosk"
_WHERE = rf"HKEY_CURRENT_USER\{RUN_KEY}\{VALUE}"


def put_value(command: Sequence[str], registry: Any = None) -> str:  # noqa: ANN401 - Windows only
    """Make the value be what it should be; returns what was done. Raises AutostartError."""
    reg = registry or _registry()
    line = subprocess.list2cmdline(command)
    try:
        with reg.CreateKeyEx(reg.HKEY_CURRENT_USER, RUN_KEY, 0, reg.KEY_ALL_ACCESS) as key:
            if _value(reg, key) == line:
                return f"{_WHERE} is as it should be"
            reg.SetValueEx(key, VALUE, 0, reg.REG_SZ, line)
    except OSError as error:
        raise AutostartError(f"{_WHERE} cannot be written ({error.strerror})") from error
    return f"{_WHERE} written"


def take_value_away(registry: Any = None) -> str:  # noqa: ANN401 - Windows only
    """Remove the value; returns what was done. Raises AutostartError."""
    reg = registry or _registry()
    try:
        with reg.CreateKeyEx(reg.HKEY_CURRENT_USER, RUN_KEY, 0, reg.KEY_ALL_ACCESS) as key:
            if _value(reg, key) is None:
                return f"{_WHERE} was not there"
            reg.DeleteValue(key, VALUE)
    except OSError as error:
        raise AutostartError(f"{_WHERE} cannot be removed ({error.strerror})") from error
    return f"{_WHERE} removed"


def windowless(executable: str) -> str:
    """The Python that opens no console, where it stands beside the one that does."""
    return executable.removesuffix("python.exe") + (
        "pythonw.exe" if executable.endswith("python.exe") else ""
    )


def _value(reg: Any, key: Any) -> str | None:  # noqa: ANN401 - Windows only
    try:
        value, _ = cast("tuple[object, int]", reg.QueryValueEx(key, VALUE))
    except FileNotFoundError:
        return None
    return value if isinstance(value, str) else ""


def _registry() -> Any:  # noqa: ANN401 - exists on Windows only
    if sys.platform != "win32":
        raise AutostartError("there is no registry here")
    import winreg

    return winreg
