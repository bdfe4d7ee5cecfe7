"""Orca, the screen reader that journeys listen to: unpacked beside the machine, not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.environment import ROOT
from tools.say import say

# Not installed: it would bring a speech daemon, and with it a voice that other tests do not expect.
FOLDER = ROOT / "build" / "orca"
# Of the system: what is unpacked was built for it.
PYTHON = Path("/usr/bin/python3")
PATIENCE_S = 180.0


def prepare_orca() -> None:
    """Fetch Orca and what it needs with apt (20 MB) and unpack it (92 MB), the first time.

    Where that is impossible it says so: the journeys with Orca are then skipped.
    """
    if FOLDER.is_dir() or sys.platform != "linux":
        return
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None or not PYTHON.exists():
        say("no apt-get, dpkg-deb or Python of the system: journeys with Orca are skipped")
        return
    say(f"unpacking the screen reader Orca into {FOLDER.relative_to(ROOT)}")
    part = FOLDER.with_name("orca.part")
    shutil.rmtree(part, ignore_errors=True)
    archives = part / "archives"
    (archives / "partial").mkdir(parents=True)
    root = part / "root"
    try:
        _download(archives)
        for archive in sorted(archives.glob("*.deb")):
            _run(["dpkg-deb", "-x", str(archive), str(root)])
        root.rename(FOLDER)
    except (OSError, subprocess.SubprocessError) as error:
        say(f"Orca could not be unpacked, its journeys are skipped: {error}")
    finally:
        shutil.rmtree(part, ignore_errors=True)


_OPTIONS = (
    "install",
    "-y",
    "--download-only",
    "--no-install-recommends",
    # Nothing of the system is changed, so nothing of it need be locked.
    "-o",
    "Debug::NoLocking=1",
)


def _download(archives: Path) -> None:
    command = ["apt-get", "-qq", *_OPTIONS, "-o", f"Dir::Cache::archives={archives}", "orca"]
    try:
        _run(command)
    except subprocess.CalledProcessError:
        if os.geteuid() != 0:
            raise
        # A machine on which everything else was there may never have asked which packages exist.
        _run(["apt-get", "-qq", "update"])
        _run(command)


def _run(command: list[str]) -> None:
    subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE_S,
        check=True,
    )
