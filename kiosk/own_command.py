"""How this program is started, for those who are to start it again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def own_command(argv: Sequence[str], executable: str = sys.executable) -> list[str]:
    """The command that starts this program from any folder, without its arguments.

    A packaged build is its own command; a script that pip made is one too; `main.py` and the
    package in a checkout need Python.
    """
    if getattr(sys, "frozen", False):
        return [executable]
    root = Path(__file__).parent.parent
    script = Path(argv[0]).absolute() if argv and argv[0] else root
    if script.stem == "kiosk" and script.is_file():
        return [str(script)]
    main = root / "main.py"
    if main.is_file():
        return [executable, str(main)]
    return [executable, "-m", "kiosk"]
