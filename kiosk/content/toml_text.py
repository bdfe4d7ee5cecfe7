"""Reads TOML from people: bounded in time and depth, each key with the line it stands on."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.content.report import FileReport

# Contents of packs are two levels deep; tomllib recurses at each bracket and copies dotted keys.
DEEPEST = 12
MOST_DOTS = 12

Path = tuple[str | int, ...]

_LONG_NUMBER = ("a number is far too long", "write a shorter number")
_FLAT = "write it flat, as the pack's format has it"

# Strings and comments are skipped whole, so that no bracket or equals sign in them counts.
# One that never closes is taken to its line's or file's end: no character is looked at twice.
_PARTS = re.compile(
    r"""
    (?P<string>\"\"\"(?:[^\\]|\\.)*?(?:\"{3,5}|\Z)|\'\'\'.*?(?:\'{3,5}|\Z)
        |"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*+'?)
    | (?P<comment>\#[^\n]*)
    | (?P<open>[\[{])
    | (?P<close>[\]}])
    | (?P<equals>=)
    | (?P<newline>\n)
    | (?P<bare>[^\s"'\#\[\]{}=]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Python reads endless numbers in these bases, and then refuses to write them out.
_ENDLESS = re.compile(r"0[xob][0-9a-fA-F_]{100}")
_LINE = re.compile(r"at line (\d+)")
_AT = re.compile(r"\s*\(at [^)]*\)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")


class TomlText:
    """The values of a TOML file and where its keys stand."""

    def __init__(self, values: dict[str, object], lines: Mapping[Path, int], first: int) -> None:
        self.values = values
        self._lines = lines
        self._first = first

    def line(self, *path: str | int) -> int:
        """The line of a key (`line("question", 0, "ask")`), or of what it stands in."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, self._first)


def parse(text: str, report: FileReport, first: int = 1) -> TomlText | None:
    """The TOML in `text`, which begins at line `first` of its file; None and errors else."""
    trouble = _hopeless(text)
    if trouble:
        line, what, to_do = trouble
        report.error(first + line - 1, what, to_do)
        return None
    try:
        values: dict[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        report.error(first + _error_line(text, error) - 1, *_said(error))
        return None
    return TomlText(values, _key_lines(text, first), first)


def _said(error: ValueError | RecursionError) -> tuple[str, str]:
    if isinstance(error, RecursionError):
        return "brackets stand too deep in one another", "write it flat"
    what = _AT.sub("", str(error)).strip()
    if what == "Cannot overwrite a value":
        return "a key stands here twice", "keep one of them"
    if what.startswith("Exceeds the limit"):
        return _LONG_NUMBER
    return f"this is not TOML ({what})", "look for a missing quote, bracket or equals sign"


def _error_line(text: str, error: Exception) -> int:
    found = _LINE.search(str(error))
    if found:
        return int(found[1])
    return text.count("\n") + 1 if "end of document" in str(error) else 1


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for part in _PARTS.finditer(text):
        kind = part.lastgroup or "other"
        yield kind, part[0], line
        line += part[0].count("\n")


def _hopeless(text: str) -> tuple[int, str, str] | None:
    """The first line with more brackets in one another, dots in a row or figures than we read."""
    depth = 0
    dots = 0
    for kind, token, line in _tokens(text):
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif kind == "bare":
            dots += token.count(".")
            if _ENDLESS.search(token):
                return line, *_LONG_NUMBER
        elif kind in ("newline", "equals", "comment"):
            dots = 0
        if depth > DEEPEST:
            return line, "brackets stand too deep in one another", _FLAT
        if dots > MOST_DOTS:
            return line, "a key has too many dots", _FLAT
    return None


def _key_lines(text: str, first: int) -> dict[Path, int]:
    """The line of each table and key outside brackets; keys in inline tables have their line."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    source = text.split("\n")
    depth = 0
    key: list[str] = []
    at_start = True
    header = False
    for kind, token, line in _tokens(text):
        if kind == "newline":
            at_start = at_start or depth == 0
            header = header and depth > 0
            key = key if depth else []
        elif kind == "open":
            if depth == 0 and at_start and not key:
                table = _header(source[line - 1], table, counts)
                lines.setdefault(table, first + line - 1)
                header = True
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif depth == 0 and not header and at_start and kind in ("bare", "string"):
            key.append(token)
        elif depth == 0 and not header and at_start and kind == "equals":
            lines.setdefault((*table, *_names("".join(key))), first + line - 1)
            key = []
            at_start = False
    return lines


def _header(line: str, table: Path, counts: dict[Path, int]) -> Path:
    """The path that a line `[a.b]` or `[[a.b]]` opens; `[[…]]` counts up."""
    found = _HEADER.match(line)
    if found is None:
        return table
    path: Path = ()
    names = _names(found[2])
    for depth, name in enumerate(names):
        path = (*path, name)
        last = depth == len(names) - 1
        if last and found[1] == "[[":
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _names(key: str) -> tuple[str, ...]:
    if key[:1] in "\"'" and key.count(key[:1]) == 2 and key.endswith(key[:1]):
        return (key[1:-1],)
    return tuple(name.strip().strip("\"'") for name in key.split("."))
