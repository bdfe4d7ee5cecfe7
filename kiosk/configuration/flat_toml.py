"""Reads a flat TOML file line by line, so that a mistake costs its own line and no other."""

from __future__ import annotations

from typing import NamedTuple

# No setting comes near; longer ones would only keep a parser busy.
_LONGEST_LINE = 2000
_MOST_TROUBLES = 20
_BARE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


class Entry(NamedTuple):
    """A value and the line it stands on (from 1; 0 where that is unknown)."""

    value: object
    line: int


class Trouble(NamedTuple):
    """Something wrong with one line; `lost` tells whether the line is not used."""

    line: int
    what: str
    to_do: str
    lost: bool = True


class FlatFile(NamedTuple):
    """The entries that could be read, and the troubles of the lines that could not."""

    entries: dict[str, Entry]
    troubles: tuple[Trouble, ...]


def read_flat(content: bytes) -> FlatFile:
    """Reads the bytes of a file. Raises ValueError for what is not text at all."""
    if b"\0" in content:
        raise ValueError("not a text file in UTF-8")
    troubles: list[Trouble] = []
    lines = _decoded(content.removeprefix(b"\xef\xbb\xbf"), troubles)
    entries = plain_entries(lines)
    if entries is None:
        entries = _whole(lines)
    if entries is None:
        entries = _each(lines, troubles)
    garbled = {entry.line for entry in entries.values() if _is_garbled(entry.value)}
    kept = {name: entry for name, entry in entries.items() if entry.line not in garbled}
    troubles = [it._replace(lost=it.lost or it.line in garbled) for it in sorted(troubles)]
    return FlatFile(kept, _capped(troubles))


def _is_garbled(value: object) -> bool:
    return isinstance(value, str) and "\ufffd" in value


def _decoded(content: bytes, troubles: list[Trouble]) -> list[str]:
    """The lines as text; what cannot be read or used at all becomes an empty line."""
    lines: list[str] = []
    for number, raw in enumerate(content.split(b"\n"), 1):
        line = raw.removesuffix(b"\r").decode("utf-8", "replace")
        if len(line) > _LONGEST_LINE:
            troubles.append(Trouble(number, "a very long line", "shorten it"))
            line = ""
        elif line.lstrip().startswith("["):
            what = "a heading; settings have none, so nothing from here on is used"
            troubles.append(Trouble(number, what, "delete this line"))
            break
        elif "\ufffd" in line:
            what = "letters that are not in UTF-8"
            troubles.append(Trouble(number, what, "save the file as UTF-8", lost=False))
        lines.append(line)
    return lines


def plain_entries(lines: list[str]) -> dict[str, Entry] | None:
    """The entries of a file in which every line is beyond doubt, else None.

    What tomllib would give, without its import (23 ms, qt-facts.md 7).
    """
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines, 1):
        text = line.replace("\t", " ").strip(" ")
        if not text.isprintable():
            return None
        if not text or text.startswith("#"):
            continue
        name, equals, rest = text.partition("=")
        name = name.rstrip(" ")
        value = _simple_value(rest.lstrip(" ")) if "\t" not in line.partition("=")[2] else None
        if not equals or not name or name.strip(_BARE) or name in entries or value is None:
            return None
        entries[name] = Entry(value, number)
    return entries


def _simple_value(text: str) -> str | float | bool | None:
    if text[:1] in ('"', "'"):
        inner, closed, after = text[1:].partition(text[0])
        after = after.lstrip(" ")
        plain = closed and "\\" not in inner and (not after or after.startswith("#"))
        return inner if plain else None
    word = text.partition("#")[0].rstrip(" ")
    if word in ("true", "false"):
        return word == "true"
    whole, point, part = word.removeprefix("-").partition(".")
    digits = whole + part
    if not (whole and digits.isascii() and digits.isdigit() and len(digits) < 16):
        return None
    if (whole.startswith("0") and whole != "0") or bool(point) != bool(part):
        return None
    return float(word) if point else int(word)


def _whole(lines: list[str]) -> dict[str, Entry] | None:
    values = _parsed("\n".join(lines))
    if values is None:
        return None
    places: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        name = line.partition("=")[0].strip(" \t").partition(".")[0].strip("\"'")
        places.setdefault(name, number)
    return {name: Entry(value, places.get(name, 0)) for name, value in values.items()}


def _each(lines: list[str], troubles: list[Trouble]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines, 1):
        values = _parsed(line)
        if values is None:
            what = "this line cannot be read"
            to_do = "write: name = value, with text in quotes"
            if "\\" in line:
                to_do += "; a \\ in text needs single quotes"
            troubles.append(Trouble(number, what, to_do))
            continue
        for name, value in values.items():
            if name in entries:
                what = f"written before, on line {entries[name].line}; this line counts"
                troubles.append(Trouble(number, what, "delete one of the two", lost=False))
            entries[name] = Entry(value, number)
    return entries


def _parsed(text: str) -> dict[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):  # ValueError: also numbers of thousands of digits
        return None


def _capped(troubles: list[Trouble]) -> tuple[Trouble, ...]:
    if len(troubles) <= _MOST_TROUBLES:
        return tuple(troubles)
    shown = troubles[:_MOST_TROUBLES]
    more = f"{len(troubles) - len(shown)} more lines like these"
    return (*shown, Trouble(0, more, "see resources/settings.toml for an example"))
