"""Makes docs/pictures/, the README's screenshots, from a fresh tour."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.environment import FULL, ROOT, python_of

TARGET = ROOT / "docs" / "pictures"
WIDE, TALL = "1366x768", "1080x1920"

# Name in the README: the tour's size, text size and theme, and the picture in it.
PICTURES = {
    "attract": (WIDE, "125", "light", "attract-waarom-bewegen"),
    "home": (WIDE, "125", "light", "home"),
    "topic": (WIDE, "125", "light", "topic-wat-dieren-leren-1"),
    "question": (WIDE, "125", "light", "question-3"),
    "verdict": (WIDE, "125", "light", "question-3-answer-3-right"),
    "farewell": (WIDE, "125", "light", "farewell"),
    "display-title": (WIDE, "125", "light", "display-kernel-hersenen-in-beeld-1"),
    "display-kernel": (WIDE, "125", "light", "display-kernel-hersenen-in-beeld-2"),
    "display-answer": (WIDE, "125", "light", "display-answer-zwemmen-1"),
    "display-message": (WIDE, "125", "light", "display-message"),
    "upright": (TALL, "150", "dark", "topic-waarom-bewegen-1"),
}


def main() -> int:
    """Make the tours that the pictures come from and copy these out; return the exit code."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as out:
        for size, text, theme in sorted({place[:3] for place in PICTURES.values()}):
            options = ["--size", size, "--text-size", text, "--theme", theme]
            command = [str(python_of(FULL)), "main.py", "tour", out, *options]
            subprocess.run(command, cwd=ROOT, check=True)
        for name, (size, text, theme, picture) in PICTURES.items():
            found = Path(out) / f"{size}-{text}-{theme}" / f"{picture}.png"
            shutil.copyfile(found, TARGET / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
