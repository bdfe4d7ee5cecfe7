"""How the tests of hostile packs ask: refused, with a clear error, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager

from kiosk.content.packs import load
from kiosk.problems import Problem
from tests.content.builder import FakeProbe, PackFolder

TOPIC_FILE = "nl/topics/10-een.md"
QUIZ_FILE = "nl/quiz.toml"


# Each takes some hundredths of a second; a machine ten times as busy still passes.
LONGEST = 8.0


@contextmanager
def bounded(seconds: float = LONGEST) -> Generator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < seconds


def refused(pack: PackFolder, file: str, what: str, line: int | None = None) -> Problem:
    """The one error about a file; the pack does not load."""
    with bounded():
        loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is None
    assert list(loaded.problems) == pack.problems()
    errors = [p for p in loaded.problems if p.severity == "error" and p.file == file]
    assert errors, loaded.problems
    assert what in errors[0].what, errors
    assert errors[0].to_do
    if line is not None:
        assert errors[0].line == line
    return errors[0]
