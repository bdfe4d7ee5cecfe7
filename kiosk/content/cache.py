"""Keeps what was made of text files as JSON, so that a later start imports no parser."""

from __future__ import annotations

import json
import os
import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.content.index_file import opened
from kiosk.content.tree import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_FOLDER = "compiled"
_MOST_BYTES = 4_000_000


def compiled(
    name: str, sources: Sequence[Path], build: Callable[[], object], store: Path | None
) -> object:
    """What `build` makes of the `sources`: from the store while they are unchanged, else made anew.

    The value comes back as JSON gives it (tuples as lists). Whatever `build` raises goes through
    and is not kept; a store that refuses, or that holds something else, costs the write only.
    Raises ValueError for a name that is not plain or a value that is not JSON.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", name):
        raise ValueError(f"not a plain name: {name!r}")
    key = "\n".join([__version__, *(stamp(source) for source in sources)])
    path = store / _FOLDER / f"{name}.json" if store is not None else None
    if path is not None:
        kept = _read(path, key)
        if kept is not None:
            return kept[0]
    body = json.dumps([key, build()], ensure_ascii=True, separators=(",", ":")).encode()
    if path is not None:
        _write(path, b"%08x\n%b" % (zlib.crc32(body), body))
    return json.loads(body)[1]


def _read(path: Path, key: str) -> tuple[object] | None:
    """The kept value in a tuple of one, or None where there is none of this key."""
    try:
        file = opened(path)
        try:
            data = file.read(_MOST_BYTES + 1) or b""
        finally:
            file.close()
    except (OSError, ValueError):
        return None
    checksum, _, body = data.partition(b"\n")
    if checksum != b"%08x" % zlib.crc32(body):
        return None
    try:
        kept_key, value = json.loads(body)
    except (ValueError, TypeError, RecursionError):
        return None
    return (value,) if kept_key == key else None


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            temporary.unlink()
