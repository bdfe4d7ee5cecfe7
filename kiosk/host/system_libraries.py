"""Which of the system's libraries Qt needs on Linux, and the package that brings each."""

from __future__ import annotations

import os
from pathlib import Path

XCB = "xcb"
WAYLAND = "wayland"
OFF_SCREEN = "offscreen"

_BASE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
}
_OF_PLUGIN = {
    OFF_SCREEN: {},
    XCB: {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    WAYLAND: {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}


def libraries(plugin: str) -> dict[str, str]:
    """File name → Debian package, of everything Qt loads from the system for this plugin."""
    return {**_BASE, **_OF_PLUGIN[plugin]}


def missing_packages(plugin: str, folders: tuple[str, ...] | None = None) -> list[str]:
    """Packages to install before Qt can start with this platform plugin; empty when all is there.

    Looks at the usual folders first, which costs a few file look-ups; only a name that is in none
    of them is asked of the dynamic loader, which knows every unusual place.
    """
    usual = _usual_folders() if folders is None else folders
    absent = [name for name in libraries(plugin) if not _stands_in(name, usual)]
    if absent:
        absent = [name for name in absent if not _loads(name)]
    return sorted({libraries(plugin)[name] for name in absent})


def _usual_folders() -> tuple[str, ...]:
    triplet = f"{os.uname().machine}-linux-gnu"
    return (f"/usr/lib/{triplet}", f"/lib/{triplet}", "/usr/lib64", "/usr/lib")


def _stands_in(name: str, folders: tuple[str, ...]) -> bool:
    return any(Path(folder, name).exists() for folder in folders)


def _loads(name: str) -> bool:
    # Imported only in doubt: a good start does not pay for it.
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
