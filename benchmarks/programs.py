"""The programs that are timed, and how each is started."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.big_pack import TOPICS, write_big_pack
from benchmarks.cards_page import write_cards_page
from tests.journeys.support.children import MissingToolError, find_tool

if TYPE_CHECKING:
    from tests.journeys.support.xserver import Size

REPOSITORY = Path(__file__).resolve().parents[1]
PACK = REPOSITORY / "resources" / "packs" / "bewegen-bij-ms"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_OPTIONS = (
    "--kiosk",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=Translate",
    "--metrics-recording-only",
    "--password-store=basic",
    "--window-position=0,0",
)


@dataclass(frozen=True, slots=True)
class Program:
    """One program under test: a name for the table, what to start, and where it keeps its data."""

    name: str
    argv: tuple[str, ...]
    data: Path | None = None


def kiosk(folder: Path) -> Program:
    """The kiosk with its bundled pack, as `./dev run` starts it."""
    data = folder / "kiosk-data"
    return Program("kiosk", (sys.executable, "main.py", "--data-dir", str(data)), data)


def big_kiosk(folder: Path, topics: int = TOPICS) -> Program:
    """The kiosk with a generated pack; writes the pack when it is not there yet."""
    pack = folder / "big-pack"
    if not pack.exists():
        write_big_pack(pack, topics)
    data = folder / "big-data"
    argv = (sys.executable, "main.py", "--data-dir", str(data), "--pack", str(pack))
    return Program(f"kiosk, {topics:,} topics".replace(",", " "), argv, data)


def bare_window() -> Program:
    """A PySide6 window with one label."""
    return Program("bare window", (sys.executable, "-m", "benchmarks.bare_window"))


def chromium(folder: Path, size: Size) -> Program | None:
    """Chromium in kiosk mode with one page of the same cards; None where it is not installed."""
    for name in CHROMIUM_NAMES:
        try:
            program = find_tool(name)
        except MissingToolError:
            continue
        page = folder / "cards.html"
        write_cards_page(PACK, page)
        data = folder / "chromium-data"
        # Without a window manager Chromium leaves the last column and row of its size free.
        window = f"--window-size={size[0] + 1},{size[1] + 1}"
        options = [*CHROMIUM_OPTIONS, f"--user-data-dir={data}", window]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # it refuses to run as root with one
        return Program("Chromium", (program, *options, page.as_uri()), data)
    return None
