"""What the machine itself must have: Debian or Ubuntu packages, looked up and installed by apt."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

from tools.say import Stop, say

# What PySide6's Qt loads from the system: found with ldd over the wheel's libraries and plugins
# (docs/dependencies.md says how). Names as in Debian 12; later releases "provide" them.
QT_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)

# What a real window needs that nobody sees: an X server, a bus, the accessibility tree,
# a window manager with its tools, and a Wayland compositor; and the world's time zones.
JOURNEY_PACKAGES = (
    "at-spi2-core",
    "cage",
    "dbus",
    "openbox",
    "tzdata",
    "wmctrl",
    "x11-utils",
    "x11-xserver-utils",
    "xdotool",
    "xvfb",
    "xwayland",
)


def needed_packages(*, journeys: bool) -> list[str]:
    """List the system packages that a command relies on, `python3-venv` only where it lacks."""
    names: list[str] = [*QT_PACKAGES, *(JOURNEY_PACKAGES if journeys else ())]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        names.append("python3-venv")
    return names


def installed_names(listing: str) -> set[str]:
    """Read dpkg-query's `Status|Package|Provides` lines: the names that are there now."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, _, rest = line.partition("|")
        package, _, provides = rest.partition("|")
        if status.startswith("ii"):
            names.add(package)
            names.update(entry.split("(")[0].split(":")[0].strip() for entry in provides.split(","))
    return names


def missing_packages(wanted: list[str]) -> list[str]:
    """Return those of `wanted` that dpkg does not know as installed, in their order."""
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Abbrev}|${Package}|${Provides}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    there = installed_names(listing)
    return [name for name in wanted if name not in there]


def install_command(packages: list[str]) -> list[str]:
    """Return the apt-get command, without sudo, that installs `packages` and no more."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def prepare(*, journeys: bool) -> None:
    """Install what lacks.

    Raises:
        Stop: with the command to run, when that takes rights that this user has not.
    """
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        if "python3-venv" in needed_packages(journeys=False):
            raise Stop("this Python has no venv and pip: install them and try again")
        return
    missing = missing_packages(needed_packages(journeys=journeys))
    if not missing:
        return
    prefix = _privilege()
    if prefix is None:
        command = " ".join(install_command(missing))
        raise Stop(f"system packages are missing; ask IT to run: sudo {command}")
    say(f"installing system packages with apt: {' '.join(missing)}")
    _apt([*prefix, "apt-get", "update"])
    failure = _apt([*prefix, *install_command(missing)])
    if failure:
        raise Stop(f"{failure.rstrip()}\ndev: apt-get could not install: {' '.join(missing)}")


def _privilege() -> list[str] | None:
    """Return what to put before a command to run it as root, None where that is impossible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    if asks_nothing.returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def _apt(command: list[str]) -> str:
    """Run apt-get without questions; return its output when it failed, else nothing."""
    at = command.index("apt-get")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    options = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    run = subprocess.run(
        [*command[:at], *quiet, *options, *command[at + 1 :]],
        stdin=subprocess.DEVNULL if "-n" in command[:at] or at == 0 else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return run.stdout or "apt-get failed" if run.returncode else ""
