"""Turns settings files into values that `Settings` can take, and problems for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.configuration.flat_toml import Entry, read_flat
from kiosk.configuration.settings_key import Key, Kind, allowed
from kiosk.configuration.settings_spec import KEYS
from kiosk.problems import Problem, Severity
from kiosk.store.files import UnreadableFileError, read_small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_MOST_BYTES = 64_000
_LONGEST_TEXT = 1000
_LONGEST_SHOWN = 40
_LONGEST_REASON = 80
_MOST_SHOWN = 30

# Texts with a grammar of their own, so that what is wrong in them is worth saying.
_GRAMMARS = ("topics", "weekdays", "dates", "span", "minute", "messages")

Value = str | float | bool


class ReadSettings(NamedTuple):
    """The good values by name (None: no file could be read), and everything that is wrong."""

    values: dict[str, Value] | None
    problems: tuple[Problem, ...]


def read_settings(files: Sequence[Path], folder: Path) -> ReadSettings:
    """Reads settings files, each overriding those before it. Never raises.

    A relative `pack` starts at `folder`.
    """
    values: dict[str, Value] | None = None
    problems: list[Problem] = []
    for file in files:
        try:
            flat = read_flat(read_small(file, _MOST_BYTES))
        except (OSError, UnreadableFileError, ValueError) as error:
            why = "there is no such file" if isinstance(error, OSError) else str(error)
            problems.append(Problem(str(file), 0, "error", why, "write it anew; it is not used"))
            continue
        good, bad = _sorted_out(flat.entries, str(file))
        for line, what, to_do, lost in flat.troubles:
            severity: Severity = "error" if lost else "warning"
            bad.append(Problem(str(file), line, severity, what, to_do))
        problems += sorted(bad, key=lambda problem: problem.line)
        values = (values or {}) | good
    if values and values.get("pack"):
        values["pack"] = str(folder.absolute() / str(values["pack"]))
    return ReadSettings(values, tuple(problems))


def _sorted_out(entries: Mapping[str, Entry], file: str) -> tuple[dict[str, Value], list[Problem]]:
    """The values that fit by name, and what is wrong with the others."""
    keys = {key.name: key for key in KEYS}
    good: dict[str, Value] = {}
    bad: list[str] = []
    for name, entry in entries.items():
        key = keys.get(name)
        value = None if key is None else _fitting(key, entry.value)
        if value is None:
            bad.append(name)
        else:
            good[name] = value
    problems = [_problem(keys.get(name), name, entries[name], file) for name in bad[:_MOST_SHOWN]]
    if len(bad) > _MOST_SHOWN:
        more = f"{len(bad) - _MOST_SHOWN} more keys that are not used"
        problems.append(Problem(file, 0, "error", more, "docs/settings.md lists every key"))
    return good, problems


def _problem(key: Key | None, name: str, entry: Entry, file: str) -> Problem:
    if key is None:
        return Problem(file, entry.line, "warning", f"unknown key {_brief(name)}", _meant(name))
    value = "" if key.secret else f" = {_brief(entry.value)}"
    why = ""
    if key.kind in _GRAMMARS and isinstance(entry.value, str) and entry.value.isprintable():
        why = _wrong_in(key.kind, entry.value)[:_LONGEST_REASON]
    what = f"{name}{value} cannot be used{': ' if why else ''}{why}"
    return Problem(file, entry.line, "error", what, f"write {allowed(key)}")


def _fitting(key: Key, value: object) -> Value | None:
    """The value as `Settings` has it, or None when it does not fit the key."""
    if key.kind == "switch":
        return value if isinstance(value, bool) else None
    if isinstance(value, bool):  # which Python counts among the whole numbers
        return None
    if key.kind == "choice":
        return value if isinstance(value, str | int) and value in key.choices else None
    if key.kind not in ("whole", "number"):
        return _fitting_text(key, value) if isinstance(value, str) else None
    if not isinstance(value, int if key.kind == "whole" else int | float):
        return None
    # Also refuses "not a number", which is neither below nor above anything.
    if not (value == key.special or key.low <= value <= key.high):
        return None
    return value if key.kind == "whole" else float(value)


def _fitting_text(key: Key, value: str) -> str | None:
    if len(value) > _LONGEST_TEXT or any(sign < " " or sign == "\x7f" for sign in value):
        return None
    return None if value and _wrong_in(key.kind, value) else value


def _wrong_in(kind: Kind, value: str) -> str:
    """What keeps a text from being what its setting needs; empty when nothing does."""
    if kind == "text":
        return ""
    if kind in ("language", "languages"):
        codes = value.split() if kind == "languages" else [value]
        return "" if all(map(_is_language, codes)) else "that is no language"
    # Read here and again where it is used: a settings file holds words, and few set these.
    from kiosk.domain.loop import parse_choice
    from kiosk.domain.message import parse_messages
    from kiosk.domain.screen_hours import parse_exceptions, parse_minute, parse_span, parse_weekdays

    read: dict[Kind, Callable[[str], object]] = {
        "topics": parse_choice,
        "weekdays": parse_weekdays,
        "dates": parse_exceptions,
        "span": parse_span,
        "minute": parse_minute,
        "messages": parse_messages,
    }
    try:
        read[kind](value)
    except ValueError as error:
        return str(error)
    return ""


def _is_language(code: str) -> bool:
    parts = code.split("-")
    return code.isascii() and all(parts) and all(part.isalnum() for part in parts)


def _meant(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name[:_LONGEST_SHOWN], [key.name for key in KEYS], 1)
    return f"did you mean {close[0]}?" if close else "delete it; docs/settings.md lists every key"


def _brief(value: object) -> str:
    """The value for a message: short, on one line, whatever it is."""
    if not isinstance(value, str | int | float):
        return "a value of another kind"
    text = repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
