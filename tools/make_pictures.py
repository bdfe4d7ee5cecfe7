"""Makes the screenshots of the README and of the display's page from a fresh tour."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.environment import FULL, ROOT, python_of

TARGET = ROOT / "docs"
WIDE, TALL = "1366x768", "1080x1920"

# Place below docs: the tour's size, text size and theme, and the picture in it.
PICTURES = {
    "pictures/attract": (WIDE, "125", "light", "attract-waarom-bewegen"),
    "pictures/home": (WIDE, "125", "light", "home"),
    "pictures/topic": (WIDE, "125", "light", "topic-wat-dieren-leren-1"),
    "pictures/question": (WIDE, "125", "light", "question-3"),
    "pictures/verdict": (WIDE, "125", "light", "question-3-answer-3-right"),
    "pictures/farewell": (WIDE, "125", "light", "farewell"),
    "display/title": (WIDE, "125", "light", "display-kernel-hersenen-in-beeld-1"),
    "display/kernel": (WIDE, "125", "light", "display-kernel-hersenen-in-beeld-2"),
    "display/answer": (WIDE, "125", "light", "display-answer-zwemmen-1"),
    "display/message": (WIDE, "125", "light", "display-message"),
    "pictures/menu": (WIDE, "125", "light", "staff"),
    "pictures/slide": (WIDE, "125", "light", "talk-03-1"),
    "pictures/speaker": (WIDE, "125", "light", "presenter-longest"),
    "pictures/waiting": (WIDE, "125", "light", "display-kernel-wat-past-bij-u-1"),
    "pictures/upright": (TALL, "150", "dark", "topic-waarom-bewegen-1"),
}


def main() -> int:
    """Make the tours that the pictures come from and copy these out; return the exit code."""
    with tempfile.TemporaryDirectory() as out:
        for size, text, theme in sorted({place[:3] for place in PICTURES.values()}):
            options = ["--size", size, "--text-size", text, "--theme", theme, "--language", "nl"]
            command = [str(python_of(FULL)), "main.py", "tour", out, *options]
            subprocess.run(command, cwd=ROOT, check=True)
        for name, (size, text, theme, picture) in PICTURES.items():
            found = Path(out) / f"{size}-{text}-{theme}" / f"{picture}.png"
            target = TARGET / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(found, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
