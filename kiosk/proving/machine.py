"""`kiosk selftest --machine`: whether this machine can run the kiosk, in plain English for IT."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QScreen

from kiosk import __version__, paths
from kiosk.commands.checking import bundled_packs
from kiosk.content.packs import load
from kiosk.host.display import unreachable_display
from kiosk.host.icon_fonts import find_icon_font
from kiosk.host.probe import QtProbe
from kiosk.host.screens import Scale, pick_screen, scale_of
from kiosk.proving.bundle_checks import Check, bundled_font_check, read_themes, themes_folder
from kiosk.proving.offscreen import Pane, ready
from kiosk.proving.selftest import bench_for, fit_checks
from kiosk.proving.watch import Watch
from kiosk.settings import Settings, load_settings
from kiosk.store.files import write_atomically
from kiosk.ui.looks import Glass

LEAST_PYTHON = (3, 11)
# The first Qt with accessible identifiers, which the kiosk's contract needs (DESIGN.md section 5).
LEAST_QT = (6, 9)
LEAST_MEMORY_MB = 1000
# Every icon of the interface is from this set.
ICON_SET = "mdi6"


def machine_checks() -> Iterator[Check]:
    """What the machine has, from what is quick to see to opening every screen at its own size."""
    loaded = load_settings(None)
    yield python_check(sys.version_info[:3], sys.maxsize)
    yield qt_check(qVersion())
    yield memory_check(memory_mb())
    yield data_check(paths.data_dir())
    where = str(loaded.file) if loaded.file is not None else "the bundled defaults"
    yield Check("settings", (), where, tuple(map(str, loaded.problems)))
    display = display_check(os.environ, sys.platform)
    yield display
    if display.problems:
        # Fonts and icons can be seen to all the same.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ready()
    yield bundled_font_check()
    yield icon_check(find_icon_font(ICON_SET) is not None)
    if not display.problems:
        yield from _screen_checks(loaded.settings)


def python_check(version: tuple[int, int, int], largest: int) -> Check:
    """Python's version, and that it is a 64-bit one, as Qt's wheels are."""
    found = ".".join(map(str, version))
    problems: list[str] = []
    if version < LEAST_PYTHON:
        problems.append(f"{found} is too old; install 3.11 or newer")
    if largest <= 2**32:
        problems.append("this is a 32-bit Python; install a 64-bit one")
    remark = f"{found} on {platform.system()} {platform.release()}, kiosk {__version__}"
    return Check("Python", tuple(problems), remark)


def qt_check(version: str) -> Check:
    """Qt's version."""
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if numbers < LEAST_QT:
        return Check("Qt", (f"{version} is too old; install what requirements.lock lists",))
    return Check("Qt", (), version)


def memory_check(found: int | None) -> Check:
    """The memory of the machine in MB; None where it cannot be asked."""
    if found is not None and found < LEAST_MEMORY_MB:
        return Check("memory", (f"{found} MB; the kiosk needs {LEAST_MEMORY_MB} MB",))
    return Check("memory", (), "unknown" if found is None else f"{found} MB")


def memory_mb(meminfo: Path = Path("/proc/meminfo")) -> int | None:
    """All memory of the machine in MB, or None where it cannot be asked."""
    if sys.platform == "win32":
        return _windows_memory_mb()
    try:
        for line in meminfo.read_text(encoding="ascii").splitlines():
            name, _, rest = line.partition(":")
            if name == "MemTotal":
                return int(rest.split()[0]) * 1024 // 1_000_000
    except (OSError, ValueError, IndexError):
        return None
    return None


def _windows_memory_mb() -> int | None:
    import ctypes

    kilobytes = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    if not kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes)):
        return None
    return kilobytes.value * 1024 // 1_000_000


def data_check(folder: Path) -> Check:
    """Whether the program can write in its data folder; leaves nothing behind in it."""
    file = folder / "selftest"
    there = folder.is_dir()
    trouble = write_atomically(file, b"")
    if trouble is not None:
        return Check("data folder", (f"cannot write in {folder} ({trouble}); see --data-dir",))
    file.unlink(missing_ok=True)
    if not there:
        folder.rmdir()
    return Check("data folder", (), f"can write in {folder}")


def display_check(environ: Mapping[str, str], system: str) -> Check:
    """Whether Qt would find a display."""
    trouble = unreachable_display(environ, system)
    named = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or "the system's"
    return Check("display", (trouble,) if trouble else (), named)


def icon_check(found: bool) -> Check:
    """Whether the icons are there; every control has a word, so the kiosk runs without."""
    problems = () if found else ("no icons: install QtAwesome as requirements.lock lists it",)
    return Check("icons", problems, ICON_SET)


def _screen_checks(settings: Settings) -> Iterator[Check]:
    """The screen that the kiosk would take, and whether everything fits on it."""
    screen = pick_screen(settings.screen)
    found = scale_of(screen, settings.px_per_mm or None)
    yield screen_check(screen, found)
    size = screen.geometry().size()
    pane = Pane(size.width(), size.height(), found.px_per_mm)
    glass = Glass(settings.viewing_distance_mm, settings.screen_bottom_mm)
    themes, _ = read_themes(themes_folder())
    for folder in bundled_packs()[:1]:
        loaded = load(folder, None, QtProbe)
        yield from fit_checks(loaded, bench_for(folder, themes, Watch(), glass), [pane])
        loaded.close()


def screen_check(screen: QScreen, found: Scale) -> Check:
    """The screen's size in pixels and in mm, and where its scale comes from."""
    size = screen.geometry().size()
    across, down = (side / found.px_per_mm for side in (size.width(), size.height()))
    origin = {
        "setting": "by px_per_mm in the settings",
        "screen": "by its own report",
        "assumed": "taken for a 21.5 inch panel, as it reports no believable size; set px_per_mm",
    }[found.origin]
    warning = found.warning()
    remark = (
        f"{screen.name()}, {size.width()} x {size.height()} px, {across:.0f} x {down:.0f} mm, "
        f"{found.px_per_mm:.2f} px/mm {origin}"
    )
    return Check("screen", (), remark, (warning,) if warning else ())
