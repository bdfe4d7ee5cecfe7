"""The quick reader of flat TOML says what the library says, or leaves it to the library."""

from __future__ import annotations

import tomllib

from hypothesis import example, given
from hypothesis import settings as hypothesis_settings

from kiosk.configuration.flat_toml import plain_entries, read_flat
from tests.settings_support import TEXTS
from tools.settings_docs import EXAMPLE


@given(TEXTS)
@example("screen = 007")
@example("screen = 1_0")
@hypothesis_settings(max_examples=600, deadline=None)
def test_the_quick_reader_agrees_with_the_library(text: str) -> None:
    quick = plain_entries(text.split("\n"))
    if quick is not None:
        values = {name: entry.value for name, entry in quick.items()}
        assert repr(values) == repr(tomllib.loads(text))


def test_the_quick_reader_reads_what_people_write() -> None:
    assert plain_entries(EXAMPLE.read_text(encoding="utf-8").split("\n")) is not None
    entries = read_flat(b'a = 1\n\n  b="x" # y\nc\t=\tfalse\n').entries
    assert {name: tuple(entry) for name, entry in entries.items()} == {
        "a": (1, 1),
        "b": ("x", 3),
        "c": (False, 4),
    }
