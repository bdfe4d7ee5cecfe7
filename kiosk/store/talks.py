"""The talks that staff put together, by name, in one file of the data folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, cast

from kiosk.domain.talk.slides import TalkChoice
from kiosk.problems import Problem
from kiosk.store.files import UnreadableFileError, read_small, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TALKS_FILE = "talks.json"
SCHEMA = 1
MOST_TALKS = 60
LONGEST_NAME = 40
LONGEST_MINUTES = 600
"""Longer than a working day is a slip of the hand."""
_LIMIT = 500_000
_MOST_TOPICS = 500
_MOST_COPIES = 9


class _Found(NamedTuple):
    talks: tuple[TalkChoice, ...]
    problems: tuple[Problem, ...]


class SavedTalks:
    """Owns the file of talks; every change is written at once.

    A file that cannot be read, or not wholly, is a problem for staff and is put aside before
    anything is written in its place: nothing that somebody made is lost.
    """

    def __init__(self, data: Path) -> None:
        self._file = data / TALKS_FILE
        self._talks: tuple[TalkChoice, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self.reload()

    @property
    def talks(self) -> tuple[TalkChoice, ...]:
        """The talks, the one saved last first."""
        return self._talks

    def reload(self) -> None:
        """Read the file again."""
        self._talks, self.problems = _read(self._file)

    def find(self, name: str) -> TalkChoice | None:
        """The talk of a name; large and small letters are the same."""
        wanted = name.casefold()
        return next((talk for talk in self._talks if talk.name.casefold() == wanted), None)

    def save(self, talk: TalkChoice) -> Problem | None:
        """Keep a talk under its name, in place of one of that name.

        Returns what is in the way: a disk that is full or read-only, a name that is none. The
        talk is then kept until the program ends.
        """
        name = clean_name(talk.name)
        if not name:
            return self._problem("a talk without a name is not saved", "choose a name")
        others = tuple(one for one in self._talks if one.name.casefold() != name.casefold())
        if len(others) >= MOST_TALKS:
            return self._problem(f"{MOST_TALKS} talks are saved already", "remove one first")
        self._talks = (talk._replace(name=name), *others)
        return self._write()

    def remove(self, name: str) -> Problem | None:
        """Forget the talk of a name; returns what is in the way."""
        left = tuple(talk for talk in self._talks if talk.name.casefold() != name.casefold())
        if left == self._talks:
            return None
        self._talks = left
        return self._write()

    def _write(self) -> Problem | None:
        if self.problems and not self._put_aside():
            return self._problem("the talks are not saved", "see the problem above")
        document = {"schema": SCHEMA, "talks": [_entry(talk) for talk in self._talks]}
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        why = write_atomically(self._file, text.encode(errors="replace"))
        if why is not None:
            return self._problem(f"the talks are not saved: {why}", "make room on the disk")
        self.problems = ()
        return None

    def _put_aside(self) -> bool:
        """Keep what could not be read; whether the way is free now."""
        for number in range(1, _MOST_COPIES + 1):
            copy = self._file.with_name(f"talks-{number}.broken.json")
            try:
                if copy.exists():
                    continue
                self._file.rename(copy)
            except FileNotFoundError:
                return True
            except OSError:
                return False
            return True
        return False

    def _problem(self, what: str, to_do: str) -> Problem:
        return Problem(TALKS_FILE, 0, "warning", what, to_do)


def clean_name(name: str) -> str:
    """A name as it is kept: one line, no spaces around it, not too long."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return plain[:LONGEST_NAME].rstrip()


def free_name(title: str, taken: Sequence[str]) -> str:
    """A name that nobody must type: the title, with a number where that is taken."""
    used = {name.casefold() for name in taken}
    first = clean_name(title)
    name, number = first, 2
    while not name or name.casefold() in used:
        name = clean_name(f"{first[: LONGEST_NAME - 4].rstrip()} {number}")
        number += 1
    return name


def _entry(talk: TalkChoice) -> dict[str, object]:
    return {
        "name": talk.name,
        "title": talk.title,
        "topics": list(talk.topics),
        "hidden": sorted(talk.hidden),
        "questions": talk.questions,
        "minutes": talk.minutes,
    }


def _read(file: Path) -> _Found:
    try:
        content = read_small(file, _LIMIT)
    except FileNotFoundError:
        return _Found((), ())
    except UnreadableFileError as error:
        return _broken(f"the saved talks cannot be read: {error}")
    try:
        document: object = json.loads(content)
    except (ValueError, RecursionError):
        return _broken("the saved talks cannot be read: not JSON")
    if not isinstance(document, dict):
        return _broken("the saved talks cannot be read: not a table")
    table = cast("dict[str, object]", document)
    schema, entries = table.get("schema"), table.get("talks")
    if isinstance(schema, int) and schema > SCHEMA:
        return _broken(f"the saved talks are of a newer program (schema {schema})")
    if schema != SCHEMA or not isinstance(entries, list):
        return _broken("the saved talks cannot be read: no list of talks")
    return _talks(cast("list[object]", entries))


def _talks(entries: list[object]) -> _Found:
    found: dict[str, TalkChoice] = {}
    lost = 0
    for entry in entries:
        talk = _talk(entry)
        if talk is None or talk.name.casefold() in found or len(found) >= MOST_TALKS:
            lost += 1
        else:
            found[talk.name.casefold()] = talk
    problems = _broken(f"{lost} of the saved talks cannot be read").problems if lost else ()
    return _Found(tuple(found.values()), problems)


def _broken(what: str) -> _Found:
    to_do = "it is kept as talks-1.broken.json when a talk is saved"
    return _Found((), (Problem(TALKS_FILE, 0, "warning", what, to_do),))


def _talk(entry: object) -> TalkChoice | None:
    if not isinstance(entry, dict):
        return None
    table = cast("dict[str, object]", entry)
    name, title = table.get("name"), table.get("title", "")
    topics, hidden = _ids(table.get("topics")), _ids(table.get("hidden", []))
    questions, minutes = table.get("questions", True), table.get("minutes", 0)
    if not isinstance(name, str) or clean_name(name) != name or not name:
        return None
    if topics is None or hidden is None or not topics or not isinstance(title, str):
        return None
    if not isinstance(questions, bool) or not isinstance(minutes, int):
        return None
    if isinstance(minutes, bool) or not 0 <= minutes <= LONGEST_MINUTES:
        return None
    return TalkChoice(topics, frozenset(hidden), questions, name, title, minutes)


def _ids(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or len(cast("list[object]", value)) > _MOST_TOPICS:
        return None
    names = cast("list[object]", value)
    if not all(isinstance(name, str) for name in names):
        return None
    return tuple(cast("list[str]", names))
