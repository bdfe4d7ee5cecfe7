"""Writes resources/settings.toml and docs/settings.md from the specification of the settings.

Run `python -m tools.settings_docs` after a change of kiosk/settings.py or settings_spec.py; a test
compares.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.configuration.settings_key import Key, allowed, shown
from kiosk.configuration.settings_spec import KEYS
from kiosk.settings import Settings

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "resources" / "settings.toml"
PAGE = ROOT / "docs" / "settings.md"

_HEAD = """\
# Settings of the kiosk. These are the defaults: copy this file to /etc/kiosk/settings.toml
# (Windows: %PROGRAMDATA%\\Kiosk\\settings.toml) and change what you need. One line a setting.
# A mistake costs its own line only: the default is used then, and staff find it listed.
"""

_PAGE_HEAD = """\
# Settings

A settings file is flat TOML, one `name = value` a line; `#` starts a remark. The bundled
[`settings.toml`](../resources/settings.toml) shows every key with its default: copy it and change
what you need. What you leave out keeps its default.

The first of these that can be read is used:

1. the file given with `--settings`
2. `/etc/kiosk/settings.toml`, on Windows `%PROGRAMDATA%\\Kiosk\\settings.toml`
3. `settings.toml` in the user's configuration folder: `~/.config/kiosk`, on Windows
   `%LOCALAPPDATA%\\Kiosk`
4. the defaults

**One file for many machines.** A file `settings.d/<host name>.toml` beside it (`settings.d/hall.toml`
for a machine named `hall` or `hall.clinic.example`) overrides single keys for that machine.

**Mistakes.** A value that is wrong costs only itself: the default (in a machine's own file: the
common value) is used, and the problem is listed for staff and in the log, with file and line. The
kiosk always starts.

| Key | Default | May be | What it does |
|---|---|---|---|
"""


def _default(key: Key) -> str:
    return shown(getattr(Settings(), key.name))


def example() -> str:
    """The text of resources/settings.toml."""
    blocks = [
        f"# {key.meaning}\n# Allowed: {allowed(key)}. Default: {_default(key)}\n"
        f"{key.name} = {_default(key)}\n"
        for key in KEYS
    ]
    return "\n".join([_HEAD, *blocks])


def page() -> str:
    """The text of docs/settings.md."""
    rows = [
        f"| `{key.name}` | `{_cell(_default(key))}` | {_cell(allowed(key))} | {key.meaning} |\n"
        for key in KEYS
    ]
    return _PAGE_HEAD + "".join(rows)


def _cell(text: str) -> str:
    """A text for a cell of a table, where a bar would end the cell."""
    return text.replace("|", "\\|")


def main() -> None:
    """Writes both files."""
    PAGE.parent.mkdir(exist_ok=True)
    EXAMPLE.write_text(example(), encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
