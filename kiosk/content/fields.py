"""Takes typed values out of a TOML table and notes what is missing, unknown or of another kind."""

from __future__ import annotations

import datetime
import difflib
import re
from typing import TYPE_CHECKING, cast

from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.report import FileReport
    from kiosk.content.toml_text import Path, TomlText

_LONGEST_TEXT = 4_000
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")


class Fields:
    """One table of a TOML file. `unknown_keys()` goes last: it knows what was asked for."""

    def __init__(
        self, toml: TomlText, report: FileReport, path: Path = (), values: object = None
    ) -> None:
        self._toml = toml
        self._path = path
        self._asked: set[str] = set()
        self.report = report
        self.values = cast("dict[str, object]", toml.values if values is None else values)

    def line(self, key: str | None = None) -> int:
        """The line of a key, or of the table itself."""
        return self._toml.line(*self._path, *([key] if key is not None else []))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        self._asked.add(key)
        return key in self.values

    def error(self, key: str | None, what: str, to_do: str) -> None:
        """Notes an error at a key's line."""
        self.report.error(self.line(key), what, to_do)

    def text(self, key: str, *, required: bool = True) -> str:
        """A text, its white space folded; empty where there is none."""
        value = self._get(key, required=required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong_kind(key, "a text in quotes")
            return ""
        return self._clean(key, value, required=required)

    def _clean(self, key: str, value: str, *, required: bool) -> str:
        if len(value) > _LONGEST_TEXT:
            self.error(key, f"{key} is longer than {_LONGEST_TEXT} characters", "shorten it")
            return ""
        folded = fold(value)
        if required and not folded:
            self.error(key, f"{key} is empty", "write its text")
        return folded

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._get(key, required=required)
        if value is None:
            return ()
        items = cast("list[object]", value) if isinstance(value, list) else []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in items):
            self._wrong_kind(key, "a list of texts in quotes")
            return ()
        found = (self._clean(key, item, required=True) for item in cast("list[str]", items))
        return tuple(text for text in found if text)

    def whole(self, key: str, low: int, high: int, *, required: bool = False) -> int | None:
        """A whole number within bounds."""
        value = self._get(key, required=required)
        if value is None:
            return None
        whole = isinstance(value, int) and not isinstance(value, bool)
        if low == high and not (whole and value == low):
            self.error(key, f"{key} is not {low}", f"write {key} = {low}")
            return None
        if not isinstance(value, int) or not whole:
            self._wrong_kind(key, f"a whole number from {low} to {high}")
            return None
        if not low <= value <= high:
            self.error(key, f"{key} is outside {low} to {high}", "write a number in between")
            return None
        return value

    def flag(self, key: str, *, default: bool, required: bool = False) -> bool:
        """True or false."""
        value = self._get(key, required=required)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._wrong_kind(key, "true or false, without quotes")
        return default

    def date(self, key: str) -> str:
        """A day as 2026-11-22, with or without quotes."""
        value = self._get(key, required=True)
        if value is None:
            return ""
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(value if isinstance(value, str) else "").isoformat()
        except ValueError:
            self._wrong_kind(key, "a day such as 2026-11-22")
            return ""

    def table(self, key: str, *, required: bool = False) -> Fields | None:
        """A table inside this one."""
        value = self._get(key, required=required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._wrong_kind(key, "a table")
            return None
        return Fields(self._toml, self.report, (*self._path, key), cast("object", value))

    def tables(self, key: str) -> list[Fields]:
        """The tables of a list `[[key]]`."""
        value = self._get(key, required=False)
        if value is None:
            return []
        items = cast("list[object]", value) if isinstance(value, list) else []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in items):
            self._wrong_kind(key, f"written as [[{key}]]")
            return []
        return [
            Fields(self._toml, self.report, (*self._path, key, number), item)
            for number, item in enumerate(items)
        ]

    def unknown_keys(self, also: Iterable[str] = ()) -> None:
        """Notes each key that nothing asked for."""
        known = self._asked.union(also)
        for key in self.values:
            if key in known:
                continue
            near = difflib.get_close_matches(key[:80], sorted(known), 1)
            hint = f"did you mean {near[0]}?" if near else f"known are: {', '.join(sorted(known))}"
            self.error(key, f"the key {key[:80]!r} is unknown", hint)

    def _get(self, key: str, *, required: bool) -> object | None:
        self._asked.add(key)
        value = self.values.get(key)
        if value is None and required:
            self.error(None, f"{key} is missing", f"add {key} = …")
        return value

    def _wrong_kind(self, key: str, kind: str) -> None:
        self.error(key, f"{key} is not {kind}", f"make it {kind}")


def fold(text: str) -> str:
    """The text with each run of white space as one space; no-break spaces stay."""
    return _BLANK.sub(" ", text).strip(" ")


def count(text: str) -> int:
    """How many words a text has (DESIGN.md section 6)."""
    return len(words(text))
