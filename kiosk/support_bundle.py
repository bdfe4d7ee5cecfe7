"""Writes what IT needs to help from afar into one zip; nothing of a visitor, no secret."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.configuration.flat_toml import read_flat
from kiosk.configuration.settings_spec import KEYS
from kiosk.domain.health import items
from kiosk.domain.health_facts import Facts
from kiosk.settings import LoadedSettings
from kiosk.store.delivery import Delivered, deliver
from kiosk.store.files import UnreadableFileError, read_small
from kiosk.ui.health_words import report
from kiosk.ui.strings import Strings

LOG_FILES = ("kiosk.log", "kiosk.log.1", "kiosk.log.2")
REMOVED = "(removed)"

_MOST_LOG_BYTES = 2_000_000
_MOST_SETTINGS_BYTES = 64_000
_MOST_SETTINGS_FILES = 20
_SHORTEST_SECRET = 4
# However it came into a file of ours: the hash of a PIN (store/pin_hash.py).
_HASH = re.compile(r"scrypt\$[^\s\"']*")

_ABOUT = """\
What a kiosk can tell its IT department; made on {now}.

health.txt      how it stands, as its screen says it
health.json     the same facts, for a program
problems.txt    everything that is wrong with settings, pack and program, one a line
settings.toml   the settings that count now
settings.txt    which file sets what
versions.txt    the program, what it runs on, and every library
log/            what the kiosk wrote for its staff and makers

It holds nothing of a visitor: no visits, no answers, no counts. PINs and their hashes are left out.
"""


class Contents(NamedTuple):
    """What a bundle is made of: the facts, the settings, the words, and the data folder."""

    facts: Facts
    loaded: LoadedSettings
    say: Strings
    data: Path


def bundle_name(now: datetime) -> str:
    """The name of a bundle that is made now."""
    return f"kiosk-it-{now:%Y-%m-%d-%H%M}.zip"


def write_bundle(contents: Contents, now: datetime, folder: Path, *, stick: bool) -> Delivered:
    """Write the bundle into a folder; for a thread of its own (`store.delivery`)."""
    return deliver(folder, bundle_name(now), lambda file: _zip(contents, now, file), stick=stick)


def members(contents: Contents, now: datetime) -> dict[str, str]:
    """The files of the bundle by name, without any secret."""
    facts = contents.facts
    problems = [*facts.settings_problems, *facts.other_problems]
    found = {
        "README.txt": _ABOUT.format(now=f"{now:%Y-%m-%d %H:%M}"),
        "health.txt": report(items(facts), contents.say),
        "health.json": json.dumps(_plain(facts), ensure_ascii=False, indent=1) + "\n",
        "problems.txt": _lines(problems or ["none"]),
        "settings.toml": _settings(contents.loaded),
        "settings.txt": _settings_files(contents.loaded.file),
        "versions.txt": _lines(_versions(facts)),
    }
    for name in LOG_FILES:
        text = _text_of(contents.data / name, _MOST_LOG_BYTES)
        if text is not None:
            found[f"log/{name}"] = text
    hidden = _secrets(contents.loaded)
    return {name: scrubbed(text, hidden) for name, text in found.items()}


def scrubbed(text: str, secrets: Iterable[str]) -> str:
    """The text without these secrets, and without anything that looks like a PIN's hash."""
    for secret in secrets:
        text = text.replace(secret, REMOVED)
    return _HASH.sub(REMOVED, text)


def _zip(contents: Contents, now: datetime, file: BinaryIO) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in members(contents, now).items():
            archive.writestr(name, text.encode("utf-8", "replace"))


def _secrets(loaded: LoadedSettings) -> list[str]:
    values = loaded.settings._asdict()
    found = [str(values[key.name]) for key in KEYS if key.secret]
    return [one for one in found if len(one) >= _SHORTEST_SECRET]


def _settings(loaded: LoadedSettings) -> str:
    """Every setting with its value, in the file's own language; of a secret only whether it is."""
    values = loaded.settings._asdict()
    lines: list[str] = []
    for key in KEYS:
        value = values[key.name]
        if key.secret:
            lines.append(f"# {key.name}: {'set' if value else 'not set'}")
        else:
            lines.append(f"{key.name} = {json.dumps(value, ensure_ascii=False)}")
    return _lines(lines)


def _settings_files(file: Path | None) -> str:
    """Which file sets what; of unknown keys only the names: a slip of the pen hides no secret."""
    if file is None:
        return "no settings file: the bundled defaults\n"
    others = sorted((file.parent / "settings.d").glob("*.toml"))[:_MOST_SETTINGS_FILES]
    open_ = {key.name for key in KEYS if not key.secret}
    lines: list[str] = []
    for one in (file, *others):
        lines.append(f"{one}:")
        try:
            entries = read_flat(read_small(one, _MOST_SETTINGS_BYTES)).entries
        except (OSError, UnreadableFileError, ValueError) as error:
            lines.append(f"    cannot be read ({error})")
            continue
        for name, entry in entries.items():
            value = repr(entry.value) if name in open_ else REMOVED
            lines.append(f"    line {entry.line}: {name} = {value}")
    return _lines(lines)


def _versions(facts: Facts) -> list[str]:
    own = [f"{name} {version}" for name, version in facts.versions._asdict().items()]
    libraries = {f"{one.metadata['Name']} {one.version}" for one in distributions()}
    return [*own, "", *sorted(libraries, key=str.lower)]


def _plain(value: object) -> object:
    """A value as JSON can hold it; named tuples become objects."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        names: tuple[str, ...] = getattr(parts, "_fields", ())
        if names:
            return {name: _plain(part) for name, part in zip(names, parts, strict=True)}
        return [_plain(part) for part in parts]
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        return {str(name): _plain(part) for name, part in pairs.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _text_of(file: Path, most: int) -> str | None:
    try:
        return read_small(file, most).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except UnreadableFileError as error:
        return f"cannot be read ({error})\n"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
