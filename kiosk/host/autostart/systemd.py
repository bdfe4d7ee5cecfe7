"""The user unit by which systemd starts the kiosk, starts it again and watches its heartbeat."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from kiosk.host.autostart.desktop import config_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

UNIT = "kiosk.service"

# What a kiosk needs to know of the session that its user logged in to.
_SESSION = (
    "DISPLAY",
    "XAUTHORITY",
    "WAYLAND_DISPLAY",
    "XDG_SESSION_TYPE",
    "XDG_CURRENT_DESKTOP",
    "DBUS_SESSION_BUS_ADDRESS",
    "LANG",
    "TZ",
)
_PATIENCE_S = 15


def unit_file(environ: Mapping[str, str]) -> Path:
    """Where the unit stands."""
    return config_folder(environ) / "systemd" / "user" / UNIT


def unit(command: Sequence[str]) -> str:
    """The unit's text. 2, 5, 15, 60 s between starts where systemd knows steps (254 and later)."""
    return f"""\
# Written by `kiosk install-autostart`; `kiosk install-autostart --remove` takes it away.
# The desktop's autostart entry starts it, once its session is there.
[Unit]
Description=Kiosk of the waiting room
# However often it falls, it is started again.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
ExecStart={" ".join(map(quoted, command))}
Environment=KIOSK_SUPERVISED=1
Restart=on-failure
# 75: the kiosk asks for it, such as once a night. 2: it cannot run here at all.
RestartForceExitStatus=75
RestartPreventExitStatus=2
RestartSec=2
RestartSteps=3
RestartMaxDelaySec=60
WatchdogSec=60
TimeoutStartSec=180
TimeoutStopSec=10
"""


def quoted(argument: str) -> str:
    """An argument as ExecStart wants it."""
    text = argument.replace("%", "%%").replace("$", "$$")
    if argument and not set(argument) & set(" \t\n\"'\\;"):
        return text
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def start_unit(environ: Mapping[str, str]) -> bool:
    """Start the unit in this session; False where it is not there, or systemd does not run."""
    if not unit_file(environ).is_file():
        return False
    known = [name for name in _SESSION if environ.get(name)]
    if known and not _systemctl("import-environment", *known):
        return False
    return _systemctl("--no-block", "restart", UNIT)


def reload_units() -> None:
    """Have systemd read its units anew; where none runs, it will read them when it starts."""
    _systemctl("daemon-reload")


def _systemctl(*words: str) -> bool:
    try:
        done = subprocess.run(
            ["systemctl", "--user", "--no-ask-password", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
