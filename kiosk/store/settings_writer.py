"""Changes single keys in a settings file that people write, and leaves everything else in it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kiosk.configuration.flat_toml import read_flat
from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Value = str | float

_MOST_BYTES = 64_000
_BOM = b"\xef\xbb\xbf"
# A remark at the end of a line, after a value without a sign of remarks in it.
_REMARK = re.compile(r"""^(?:"[^"\\]*"|'[^']*'|[^"'#]*?)(\s*#.*)$""")
_HEADING = re.compile(r"^\s*\[")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\]')


class WrittenFile(NamedTuple):
    """A file and why it could not be written; None: it was."""

    file: Path
    trouble: str | None


def changed(content: bytes, values: Mapping[str, Value]) -> bytes:
    """The content of a settings file with these keys changed or added.

    Remarks, order, line ends and all other lines stay. Raises ValueError where the file cannot
    be read, or is written in a way in which single lines cannot be changed.
    """
    bom = _BOM if content.startswith(_BOM) else b""
    text = content.removeprefix(_BOM).decode("utf-8", "surrogateescape")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    for name, value in values.items():
        _set(lines, name, value, end)
    after = bom + "\n".join(lines).encode("utf-8", "surrogateescape")
    _check(content, after, values)
    return after


def write_settings(file: Path, values: Mapping[str, Value]) -> WrittenFile:
    """Change or add keys in a file, in one piece; a file that is not there is made."""
    if not values:
        return WrittenFile(file, None)
    try:
        content = read_small(file, _MOST_BYTES)
    except FileNotFoundError:
        content = b""
    except UnreadableFileError as error:
        return WrittenFile(file, str(error))
    try:
        after = changed(content, values)
    except ValueError as error:
        return WrittenFile(file, str(error))
    # Through a link to the file that it names: a link is somebody's plan.
    target = file.resolve() if file.is_symlink() else file
    mode = _mode(target)
    trouble = write_atomically(target, after)
    if trouble is None and mode is not None:
        _restore(target, mode)
    return WrittenFile(file, trouble)


def shown(value: Value) -> str:
    """A value as it stands in a settings file. Raises ValueError for what cannot."""
    if isinstance(value, str):
        if _UNSAFE.search(value):
            raise ValueError(f"{value!r} cannot stand in a settings file")
        return f'"{value}"'
    return str(int(value)) if value == int(value) else repr(float(value))


def _set(lines: list[str], name: str, value: Value, end: str) -> None:
    """Change the last line that sets a name (that one counts), else add one."""
    sets = re.compile(rf"^(\s*[\"']?{re.escape(name)}[\"']?\s*=\s*)(.*?)(\r?)$")
    until = next((n for n, line in enumerate(lines) if _HEADING.match(line)), len(lines))
    for number in range(until - 1, -1, -1):
        found = sets.match(lines[number])
        if found:
            remark = _REMARK.match(found.group(2))
            after = remark.group(1) if remark else ""
            lines[number] = f"{found.group(1)}{shown(value)}{after}{found.group(3)}"
            return
    ending = end.removesuffix("\n")
    line = f"{name} = {shown(value)}{ending}"
    if until < len(lines):
        lines.insert(until, line)
        return
    # The last of the lines is what follows the last line's end: nothing, as a rule.
    if lines[-1]:
        lines[-1] += ending
        lines.append("")
    lines.insert(len(lines) - 1, line)


def _check(before: bytes, after: bytes, values: Mapping[str, Value]) -> None:
    """See that exactly the wanted keys changed, as the kiosk reads the file. Raises ValueError."""
    old, new = read_flat(before), read_flat(after)
    wanted = {name: entry.value for name, entry in old.entries.items()} | dict(values)
    read = {name: entry.value for name, entry in new.entries.items()}
    if read != wanted or len(new.troubles) > len(old.troubles):
        raise ValueError("its lines cannot be changed one by one; write them by hand")


def _mode(file: Path) -> int | None:
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        return 0o644


def _restore(file: Path, mode: int) -> None:
    with suppress(OSError):
        file.chmod(mode)
